/** Asks the newsroom as browsers do: behind its proxy, by a tunnel, or with the fake host in the Host header. */
import type { IncomingMessage, RequestOptions } from 'node:http';
import { request } from 'node:http';
import { request as secureRequest } from 'node:https';
import { connect, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { connect as tlsConnect } from 'node:tls';
import type { Newsroom } from '../../newsroom/index.ts';

type Headers = Record<string, string>;

export interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly bytes: Buffer;
  /** The body in the charset of its content type, UTF-8 where none is stated. */
  readonly text: string;
}

/** The answer as soon as its headers are there; the body is still to be read. */
function begin(
  ask: typeof request,
  options: RequestOptions & { servername?: string },
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    ask(options, resolve).on('error', reject).end();
  });
}

async function whole(response: IncomingMessage): Promise<Answer> {
  const bytes = await buffer(response);
  if (!response.complete) throw new Error('the body broke off');
  const { statusCode: status = 0, headers } = response;
  const charset = /charset=([\w-]+)/.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  return { status, headers, bytes, text: new TextDecoder(charset).decode(bytes) };
}

/** Opens a TLS connection to a fake host over a connection that leads to the newsroom. */
const secured = ({ certificate }: Newsroom, servername: string, socket: Socket) =>
  tlsConnect({ socket, servername, ca: certificate });

/** The answer to a GET of a whole address, once its headers are there. */
export function askForHeaders(newsroom: Newsroom, url: string, headers: Headers = {}, method = 'GET') {
  const { protocol, hostname, pathname, search } = new URL(url);
  if (protocol === 'http:') {
    const options = { port: newsroom.httpPort, path: url, method, headers: { host: hostname, ...headers } };
    return begin(request, options);
  }
  const createConnection = () => secured(newsroom, hostname, connect(newsroom.httpsPort, '127.0.0.1'));
  const path = `${pathname}${search}`;
  return begin(secureRequest, { host: hostname, path, method, headers, createConnection });
}

/**
 * The answer to a GET of a whole address: a plain one in the proxy form, an HTTPS one straight from the TLS port.
 * Rejects where the connection ends before the body does.
 */
export const ask = async (
  newsroom: Newsroom,
  url: string,
  headers: Headers = {},
  method = 'GET',
): Promise<Answer> => whole(await askForHeaders(newsroom, url, headers, method));

/** The answer of the plain port to a path, with the fake host named in the Host header alone. */
export const askHost = async ({ httpPort }: Newsroom, host: string, path: string): Promise<Answer> =>
  whole(await begin(request, { port: httpPort, path, headers: { host } }));

/** Asks the proxy for a tunnel; the socket is there where it agrees. */
export function askForTunnel(
  { httpPort }: Newsroom,
  target: string,
): Promise<{ status: number; socket: Socket | null }> {
  return new Promise((resolve, reject) => {
    request({ port: httpPort, method: 'CONNECT', path: target })
      .on('connect', ({ statusCode: status = 0 }, socket: Socket) => {
        if (status !== 200) socket.destroy();
        resolve({ status, socket: status === 200 ? socket : null });
      })
      .on('error', reject)
      .end();
  });
}

/** The answer to a GET of an HTTPS address through a tunnel of the proxy, as Firefox asks. */
export async function askThroughTunnel(newsroom: Newsroom, url: string): Promise<Answer> {
  const { hostname: host, pathname: path } = new URL(url);
  const { socket } = await askForTunnel(newsroom, `${host}:443`);
  if (!socket) throw new Error(`the proxy refused ${host}`);
  const createConnection = () => secured(newsroom, host, socket);
  return whole(await begin(secureRequest, { host, path, createConnection }));
}
