/** Asks the newsroom as a browser behind its proxy would: plain hosts in the absolute form, HTTPS by a tunnel. */

import type { IncomingMessage } from 'node:http';
import { request } from 'node:http';
import { request as secureRequest } from 'node:https';
import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { connect as tlsConnect } from 'node:tls';
import type { Newsroom } from '../../newsroom/index.ts';

export interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly bytes: Buffer;
  readonly text: string;
}

/** The answer to a GET of a whole address; rejects where the connection ends before the body does. */
export async function ask(
  newsroom: Newsroom,
  url: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = url.startsWith('https:')
    ? await askSecurely(newsroom, url, headers)
    : await new Promise<IncomingMessage>((resolve, reject) => {
        const host = new URL(url).host;
        request({ port: newsroom.httpPort, path: url, headers: { host, ...headers } }, resolve)
          .on('error', reject)
          .end();
      });
  const bytes = await buffer(response);
  if (!response.complete) throw new Error('the body broke off');
  return { status: response.statusCode ?? 0, headers: response.headers, bytes, text: bytes.toString() };
}

async function askSecurely(
  newsroom: Newsroom,
  url: string,
  headers: Record<string, string>,
): Promise<IncomingMessage> {
  const { hostname, pathname, search } = new URL(url);
  const socket = tlsConnect({
    socket: connect(newsroom.httpsPort, '127.0.0.1'),
    servername: hostname,
    ca: newsroom.certificate,
  });
  return new Promise((resolve, reject) => {
    secureRequest(
      { host: hostname, path: `${pathname}${search}`, headers, createConnection: () => socket },
      resolve,
    )
      .on('error', reject)
      .end();
  });
}

/** The status line that the proxy answers a request for a tunnel with. */
export function askForTunnel(newsroom: Newsroom, target: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ port: newsroom.httpPort, method: 'CONNECT', path: target })
      .on('connect', (response, socket) => {
        socket.destroy();
        resolve(response.statusCode ?? 0);
      })
      .on('response', (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
      .on('error', reject)
      .end();
  });
}
