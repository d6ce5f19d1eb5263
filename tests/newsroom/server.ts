/** The two loopback servers of the press: HTTP, which is also a proxy for fake hosts, and HTTPS. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { Certificate } from './certificate.ts';
import { type RequestRecord, recordOf, refusedTunnel } from './log.ts';
import { compressed, scripted, send, withValidators } from './respond.ts';
import type { ScriptedAnswer, Scripts } from './scripts.ts';
import type { Answer } from './site.ts';

export interface Servers {
  httpPort: number;
  httpsPort: number;
  close(): Promise<void>;
}

export interface Handling {
  certificate: Certificate;
  scripts: Scripts;
  log: RequestRecord[];
  now: () => number;
  ordinary: (url: string) => Answer;
}

/** A path without form data or uploads: only reading is served, unless a script answers. */
const readable = (method: string): boolean => method === 'GET' || method === 'HEAD';
const notAllowed: Answer = { status: 405, headers: { allow: 'GET, HEAD' }, body: Buffer.alloc(0) };

async function answer(
  handling: Handling,
  record: RequestRecord,
  response: ServerResponse,
  signal: AbortSignal,
): Promise<void> {
  const script: ScriptedAnswer | undefined = handling.scripts.answer(record);
  if (script?.delayMs) await pause(script.delayMs, undefined, { signal });
  if (script?.drop) {
    response.destroy();
    return;
  }
  const ordinary = (): Answer => (readable(record.method) ? handling.ordinary(record.url) : notAllowed);
  const ready = script
    ? scripted(script, ordinary, record)
    : compressed(withValidators(ordinary(), record), record);
  record.status = ready.status;
  const bodiless = record.method === 'HEAD' || ready.status === 304;
  await send(response, ready, script ?? {}, bodiless, signal);
}

function handler(handling: Handling, tls: boolean, signal: AbortSignal) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const record = recordOf(request, tls, handling.now());
    if (!record) {
      response.writeHead(400).end();
      return;
    }
    handling.log.push(record);
    response.on('close', () => {
      record.finishedAt = handling.now();
    });
    answer(handling, record, response, signal).catch((error: unknown) => {
      response.destroy();
      // The one expected failure is the end of the newsroom in the middle of a pause.
      if (!signal.aborted) throw error;
    });
  };
}

/** Pipes a proxy tunnel for a fake host to the TLS server and refuses every other, so that nothing leaves. */
function tunnels(server: Server, handling: Handling, httpsPort: number): Set<Duplex> {
  const open = new Set<Duplex>();
  server.on('connect', (request: IncomingMessage, client: Duplex, head: Buffer) => {
    const authority = request.url ?? '';
    client.on('error', () => client.destroy());
    if (!/\.example:443$/.test(authority)) {
      handling.log.push(refusedTunnel(authority, request, handling.now()));
      client.end('HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    const upstream: Socket = connect(httpsPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(one);
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
    upstream.on('error', () => client.destroy());
  });
  return open;
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** Starts both servers on free loopback ports. */
export async function startServers(handling: Handling): Promise<Servers> {
  const closing = new AbortController();
  const plain = createServer(handler(handling, false, closing.signal));
  const secure = createTlsServer(handling.certificate, handler(handling, true, closing.signal));
  const httpsPort = await listen(secure);
  const httpPort = await listen(plain);
  const open = tunnels(plain, handling, httpsPort);
  return {
    httpPort,
    httpsPort,
    close: async () => {
      closing.abort();
      for (const socket of open) socket.destroy();
      await Promise.all([stop(plain), stop(secure)]);
    },
  };
}
