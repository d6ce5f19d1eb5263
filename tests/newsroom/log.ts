/** The record of every request that reaches the press: the witness of tests. */
import type { IncomingMessage } from 'node:http';

export interface RequestRecord {
  /** Arrival, by the newsroom's clock. */
  readonly at: number;
  readonly method: string;
  /** The address asked for under its fake host, without the loopback port. */
  readonly url: string;
  readonly host: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** 0 until the answer begins, and for a dropped connection. */
  status: number;
  readonly tls: boolean;
  /** End of the answer, whole or cut; null while it is under way. */
  finishedAt: number | null;
}

/** The host and path a request is for: from an absolute request line (a proxy's) or from the Host header. */
function target(request: IncomingMessage, tls: boolean): URL | null {
  const line = request.url ?? '/';
  const scheme = tls ? 'https' : 'http';
  const absolute = /^https?:\/\//i.test(line)
    ? line
    : `${scheme}://${request.headers.host ?? 'unknown'}${line}`;
  return URL.canParse(absolute) ? new URL(absolute) : null;
}

/** The record of a request that has just arrived, or null for an unreadable address. */
export function recordOf(request: IncomingMessage, tls: boolean, at: number): RequestRecord | null {
  const url = target(request, tls);
  if (!url) return null;
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
  const path = `${url.pathname}${url.search}`;
  return {
    at,
    method: request.method ?? 'GET',
    url: `${url.protocol}//${url.hostname}${path}`,
    host: url.hostname,
    path,
    headers: Object.fromEntries(headers),
    status: 0,
    tls,
    finishedAt: null,
  };
}

/** The record of a tunnel that was refused. */
export const refusedTunnel = (authority: string, request: IncomingMessage, at: number): RequestRecord => ({
  at,
  method: 'CONNECT',
  url: authority,
  host: authority.replace(/:\d+$/, ''),
  path: '',
  headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
  status: 502,
  tls: false,
  finishedAt: at,
});
