/** Starts the offline replica of a guide's Sched sites. */
import type { AddressInfo, Server } from 'node:net';
import type { GuideFile } from '../../data/schema.ts';
import { defaultGuide } from './guide.ts';
import { createProxy } from './proxy.ts';
import { createSite, type ServedRequest } from './server.ts';

export { programme } from './programme.ts';
export { respond } from './respond.ts';
export type { ServedRequest } from './server.ts';
export type { Cookies, ReplicaSession, Reply } from './types.ts';

export interface SchedSite {
  /** TLS port on 127.0.0.1 that serves every host by Host header. */
  port: number;
  /** Plain HTTP CONNECT proxy on 127.0.0.1 that tunnels the replica's hosts to `port` and refuses others. */
  proxyPort: number;
  /** Every request served, in order. */
  requests: ServedRequest[];
  /** Every target that the proxy refused. */
  refused: string[];
  close(): Promise<void>;
}

export interface SchedSiteOptions {
  /** The guide to follow; the released guide by default. */
  guide?: GuideFile;
  /** A free port if 0 or omitted. */
  port?: number;
  proxyPort?: number;
}

/** Starts the server and the proxy on 127.0.0.1. */
export async function startSchedSite(options: SchedSiteOptions = {}): Promise<SchedSite> {
  const requests: ServedRequest[] = [];
  const refused: string[] = [];
  const site = await createSite(options.guide ?? defaultGuide(), requests);
  const port = await listen(site, options.port ?? 0);
  const proxy = createProxy(port, refused);
  const proxyPort = await listen(proxy, options.proxyPort ?? 0);
  return {
    port,
    proxyPort,
    requests,
    refused,
    async close() {
      site.closeAllConnections();
      proxy.closeAllConnections();
      await Promise.all([closed(proxy), closed(site)]);
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
}
