/** A TLS server that serves every host by the Host header. */

import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { generate } from 'selfsigned';
import type { GuideFile } from '../../data/schema.ts';
import { EMBEDDER } from './embedder.ts';
import { respond } from './respond.ts';
import type { Reply } from './types.ts';
import { parseCookies } from './visit.ts';

export interface ServedRequest {
  host: string;
  /** Path with query, unchanged. */
  path: string;
  headers: IncomingHttpHeaders;
}

/** A server for the guide's hosts that adds every request to `requests`. */
export async function createSite(guide: GuideFile, requests: ServedRequest[]): Promise<Server> {
  const hosts = [...guide.sites.map((site) => site.host), '*.sched.com', EMBEDDER, 'localhost'];
  const pem = await generate([{ name: 'commonName', value: 'Offline replica of Sched' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2, value })) },
    ],
  });
  return createServer({ key: pem.private, cert: pem.cert }, (request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/u, '').toLowerCase();
    const path = request.url ?? '/';
    requests.push({ host, path, headers: request.headers });
    answer(request, response, host, path, guide).catch((error: unknown) => {
      // Shows the error on the page and in the test's log.
      console.error('replica:', error);
      response.destroy();
    });
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  host: string,
  path: string,
  guide: GuideFile,
): Promise<void> {
  const address = `https://${host}${path}`;
  if (!URL.canParse(address)) {
    send(response, { status: 400, type: 'text/plain; charset=UTF-8', body: 'Bad request\n' });
    return;
  }
  const url = new URL(address);
  const reply = respond(url, parseCookies(request.headers.cookie), guide);
  const slow = (url.searchParams.get('replica') ?? '').split(',').includes('slow');
  if (!slow) {
    send(response, reply);
    return;
  }
  const half = Math.floor(reply.body.length / 2);
  writeHead(response, reply);
  response.write(reply.body.slice(0, half));
  await pause(Number(url.searchParams.get('pause') ?? 3000));
  response.end(reply.body.slice(half));
}

function send(response: ServerResponse, reply: Reply): void {
  writeHead(response, reply);
  response.end(reply.body);
}

function writeHead(response: ServerResponse, reply: Reply): void {
  // `no-store` would keep pages out of the back/forward cache.
  response.writeHead(reply.status, { 'content-type': reply.type, 'cache-control': 'no-cache' });
}
