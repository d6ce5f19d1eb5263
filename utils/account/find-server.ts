/** The live test of an account: where below an address the server answers, which one it is, and what is wrong. */
import { fail, ok, type Problem, type ProblemCode, type Result } from '../model/problem.ts';
import { webUrl } from '../text/host.ts';
import { privateHostOf } from '../text/private-host.ts';
import { type Access, ReaderClient } from './client.ts';
import { DIALECTS, type Dialect, USUAL_PATHS } from './dialect.ts';
import { bodyOf, problemOf, readToken, type Send, type ServerAnswer, type Subscription } from './wire.ts';

export interface Credentials {
  readonly user: string;
  readonly password: string;
}

export interface FoundServer {
  readonly access: Access;
  readonly subscriptions: readonly Subscription[];
}

/** Of several things that went wrong, the one that tells the reader most. */
const TELLING: readonly ProblemCode[] = [
  'server-password',
  'server-api-off',
  'server-redirect',
  'asked-to-wait',
  'server-unreadable',
  'http',
  'too-large',
  'timeout',
  'server-unreachable',
  'server-none',
];

/**
 * The address of a server as it may be asked; `server-insecure` where a password would travel unprotected, but for
 * machines of the reader's own network.
 */
export function serverAddress(typed: string): Result<string> {
  const url = webUrl(typed);
  const parsed = url === null ? null : URL.parse(url);
  if (parsed === null || parsed.username !== '' || parsed.password !== '') return fail('bad-address');
  if (parsed.protocol !== 'https:' && privateHostOf(parsed.href) === null) return fail('server-insecure');
  const path = parsed.pathname
    .replace(/\/(?:reader\/api\/0|accounts\/ClientLogin)?\/*$/, '')
    .replace(/\/+$/, '');
  return ok(parsed.origin + path);
}

/** Tries the address as given and with the usual paths; the first server that lets the reader in is the one. */
export async function findServer(send: Send, typed: string, who: Credentials): Promise<Result<FoundServer>> {
  const address = serverAddress(typed);
  if (!address.ok) return address;
  const problems: Problem[] = [];
  for (const base of placesOf(address.value)) {
    const token = await logIn(send, base, who);
    if (token.ok) return meet(send, base, token.value);
    problems.push(token.problem);
    // Where nobody answers, other paths of the same machine need not be tried.
    if (token.problem.code === 'server-unreachable' || token.problem.code === 'timeout') break;
  }
  problems.sort((a, b) => TELLING.indexOf(a.code) - TELLING.indexOf(b.code));
  return { ok: false, problem: problems[0] ?? { code: 'server-none' } };
}

/** Access to a server that is known, after its tokens have run out; `server-password` where it lets nobody in any more. */
export async function logInAgain(send: Send, known: Access, who: Credentials): Promise<Result<Access>> {
  const token = await logIn(send, known.base, who);
  if (!token.ok) return token;
  const changeToken = await changeTokenOf(send, known.base, token.value);
  return changeToken.ok ? ok({ ...known, token: token.value, changeToken: changeToken.value }) : changeToken;
}

/** A token for a server that is known; `server-password` where it lets the reader in no longer. */
async function logIn(send: Send, base: string, { user, password }: Credentials): Promise<Result<string>> {
  const fields = [
    ['Email', user],
    ['Passwd', password],
  ] as const;
  const answer = await send({ method: 'POST', url: `${base}/accounts/ClientLogin`, fields, token: null });
  const token = answer.kind === 'answer' && answer.status === 200 ? readToken(answer.text) : null;
  return token === null ? { ok: false, problem: loginProblem(answer) } : ok(token);
}

function loginProblem(answer: ServerAnswer): Problem {
  const problem = problemOf(answer);
  if (problem === null) return { code: 'server-none' };
  const { status, code } = problem;
  if (code === 'server-expired') return { code: 'server-password' };
  // A server whose API is off says so for ever in the words of one that is busy, but names no time.
  const isOff = answer.kind === 'answer' && status === 503 && answer.retryAfterMs === null;
  if (isOff) return { code: 'server-api-off' };
  if (status === 400) return { code: 'server-password' };
  return status === 404 || status === 405 ? { code: 'server-none' } : problem;
}

function placesOf(address: string): string[] {
  const { origin } = new URL(address);
  return [
    ...new Set([
      address,
      ...USUAL_PATHS.map((path) => address + path),
      ...USUAL_PATHS.map((path) => origin + path),
    ]),
  ];
}

/** Which server it is, whether it hears who asks, and what it holds. */
async function meet(send: Send, base: string, token: string): Promise<Result<FoundServer>> {
  const dialect = await dialectOf(send, base, token);
  if (!dialect.ok) return dialect;
  const changeToken = await changeTokenOf(send, base, token);
  if (!changeToken.ok) return changeToken;
  const access = { base, token, changeToken: changeToken.value, dialect: dialect.value };
  const subscriptions = await new ReaderClient(send, access).subscriptions();
  return subscriptions.ok ? ok({ access, subscriptions: subscriptions.value }) : subscriptions;
}

async function changeTokenOf(send: Send, base: string, token: string): Promise<Result<string>> {
  const answer = await send({ method: 'GET', url: `${base}/reader/api/0/token`, fields: [], token });
  const body = bodyOf(answer);
  // The token is a moment old: a web server between dropped the header that carries it.
  if (!body.ok) return body.problem.code === 'server-expired' ? fail('server-header') : body;
  const changeToken = body.value.trim();
  return /^[\x21-\x3b\x3d-\x7e]{8,500}$/.test(changeToken)
    ? ok(changeToken)
    : fail('server-unreadable', { detail: 'token' });
}

async function dialectOf(send: Send, base: string, token: string): Promise<Result<Dialect>> {
  const check = bodyOf(await send({ method: 'GET', url: `${base}/check/compatibility`, fields: [], token }));
  if (check.ok && /\bPASS\b/.test(check.value)) return ok(DIALECTS.freshrss);
  if (check.ok && /\bFAIL\b/.test(check.value)) return fail('server-header');
  const url = `${base}/reader/api/0/stream/contents/none`;
  const unknown = bodyOf(await send({ method: 'GET', url, fields: [], token }));
  return ok(unknown.ok && unknown.value.trim() === '[]' ? DIALECTS.miniflux : DIALECTS.other);
}
