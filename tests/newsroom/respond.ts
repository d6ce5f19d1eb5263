/** Sending an answer: validators, compression, and the faults that a script asks for. */
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { RequestRecord } from './log.ts';
import type { ScriptedAnswer } from './scripts.ts';
import type { Answer } from './site.ts';

const entityTag = (body: Buffer): string => `"${createHash('sha1').update(body).digest('hex').slice(0, 20)}"`;
const strong = (tag: string): string => tag.trim().replace(/^W\//, '');

/** Whether the asker's copy is still good; an If-None-Match goes before a date (RFC 9110, 13.2.2). */
function stillGood(headers: RequestRecord['headers'], tag: string, modified: number | undefined): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return tags.split(',').some((each) => strong(each) === tag || each.trim() === '*');
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return modified !== undefined && Math.floor(modified / 1000) * 1000 <= since;
}

/** Adds ETag and Last-Modified to a page or feed, and turns it into a 304 where the asker has it already. */
export function withValidators(answer: Answer, request: RequestRecord): Answer {
  if (answer.status !== 200) return answer;
  const tag = entityTag(answer.body);
  const headers: Record<string, string> = { ...answer.headers, etag: tag, vary: 'accept-encoding' };
  if (answer.modified !== undefined) headers['last-modified'] = new Date(answer.modified).toUTCString();
  if (!stillGood(request.headers, tag, answer.modified)) return { ...answer, headers };
  const { 'content-type': _, ...kept } = headers;
  return { ...answer, status: 304, headers: kept, body: Buffer.alloc(0) };
}

/** Compresses a body of some size for an asker that takes gzip. */
export function compressed(answer: Answer, request: RequestRecord): Answer {
  const takes = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  if (!takes || answer.status !== 200 || answer.body.length < 600) return answer;
  const headers: Record<string, string> = { ...answer.headers, 'content-encoding': 'gzip' };
  if (headers.etag) headers.etag = `W/${headers.etag}`;
  return { ...answer, headers, body: gzipSync(answer.body) };
}

const ownAnswer = ({ status, body, redirect }: ScriptedAnswer): boolean =>
  status !== undefined || body !== undefined || redirect !== undefined;

/** The ordinary answer changed, or replaced, as the script says. A body that will be cut is left uncompressed. */
export function scripted(script: ScriptedAnswer, ordinary: () => Answer, request: RequestRecord): Answer {
  const cut =
    script.truncateAt !== undefined || script.stallAfterBytes !== undefined || script.spreadMs !== undefined;
  let answer: Answer;
  if (ownAnswer(script)) {
    const status = script.status ?? (script.redirect === undefined ? 200 : 302);
    const location: Record<string, string> =
      script.redirect === undefined ? {} : { location: script.redirect };
    answer = { status, headers: location, body: Buffer.from(script.body ?? '') };
  } else {
    const validated = withValidators(ordinary(), request);
    answer = cut ? validated : compressed(validated, request);
  }
  const headers = { ...answer.headers };
  for (const [name, value] of Object.entries(script.headers ?? {})) {
    if (value === null) delete headers[name.toLowerCase()];
    else headers[name.toLowerCase()] = value;
  }
  return { ...answer, headers };
}

/** Writes a piece of the body and waits until it has left. */
const write = (response: ServerResponse, piece: Buffer): Promise<void> =>
  new Promise((resolve) => (piece.length > 0 ? response.write(piece, () => resolve()) : resolve()));

async function spread(
  response: ServerResponse,
  body: Buffer,
  ms: number,
  signal: AbortSignal,
): Promise<void> {
  const pieces = Math.max(1, Math.min(20, body.length));
  const size = Math.ceil(body.length / pieces);
  for (let start = 0; start < body.length && !response.destroyed; start += size) {
    await write(response, body.subarray(start, start + size));
    await pause(ms / pieces, undefined, { signal });
  }
}

/** Sends the answer with the faults of its script; ends when all that will ever be sent has left. */
export async function send(
  response: ServerResponse,
  answer: Answer,
  script: ScriptedAnswer,
  bodiless: boolean,
  signal: AbortSignal,
): Promise<void> {
  const { body } = answer;
  const headers: Record<string, string> = { ...answer.headers };
  if (!script.chunked && answer.status !== 304) headers['content-length'] ??= String(body.length);
  response.writeHead(answer.status, headers);
  if (bodiless) {
    response.end();
  } else if (script.stallAfterBytes !== undefined) {
    response.flushHeaders();
    await write(response, body.subarray(0, script.stallAfterBytes));
  } else if (script.truncateAt !== undefined) {
    response.flushHeaders();
    await write(response, body.subarray(0, script.truncateAt));
    response.destroy();
  } else if (script.spreadMs !== undefined) {
    await spread(response, body, script.spreadMs, signal);
    response.end();
  } else {
    response.end(body);
  }
}
