/** A CONNECT proxy through which a browser reaches only the replica's hosts. */
import { createServer, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { EMBEDDER } from './embedder.ts';

/** A proxy that tunnels the replica's hosts to `port` and adds every other target to `refused`. */
export function createProxy(port: number, refused: string[]): Server {
  const server = createServer((request, response) => {
    // Plain HTTP, such as Firefox's captive-portal check.
    refused.push(request.url ?? '');
    response.writeHead(403).end();
  });
  const open = new Set<Socket>();
  server.on('connect', (request, stream, head) => {
    const socket = stream as Socket;
    const target = request.url ?? '';
    socket.on('error', () => socket.destroy());
    if (!isOurs(target.replace(/:\d+$/u, '').toLowerCase())) {
      refused.push(target);
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const upstream = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(socket);
      socket.pipe(upstream);
    });
    for (const end of [socket, upstream]) {
      open.add(end);
      end.on('close', () => {
        open.delete(end);
        socket.destroy();
        upstream.destroy();
      });
    }
    upstream.on('error', () => socket.destroy());
  });
  // The HTTP server does not close tunnels, but close() would wait for them forever.
  const close = server.close.bind(server);
  server.close = (done) => {
    for (const end of open) end.destroy();
    return close(done);
  };
  return server;
}

function isOurs(host: string): boolean {
  return host.endsWith('.sched.com') || host === EMBEDDER;
}
