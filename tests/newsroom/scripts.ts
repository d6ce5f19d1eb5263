/** Scripted answers: what a test makes an address do in place of, or on top of, its ordinary answer. */
import type { RequestRecord } from './log.ts';

/**
 * One scripted answer. Where it states neither status, body, redirect nor drop, the ordinary answer is sent with the
 * delay, headers, cut or stall stated here.
 */
export interface ScriptedAnswer {
  status?: number;
  /** Added to the headers; a value of null takes the header away. */
  headers?: Record<string, string | null>;
  body?: string | Buffer;
  /** Milliseconds before anything is sent. */
  delayMs?: number;
  /** Milliseconds over which the body is spread evenly. */
  spreadMs?: number;
  /** Sends the headers and this many bytes of the body, and then nothing more; the connection stays open. */
  stallAfterBytes?: number;
  /** Sends this many bytes of a body whose content-length promises the whole, and closes the connection. */
  truncateAt?: number;
  /** Leaves content-length away: a cut body then ends without the last chunk. */
  chunked?: boolean;
  /** The address this one leads to; with status 302 unless another is stated. */
  redirect?: string;
  /** The connection is destroyed without an answer. */
  drop?: boolean;
  /** How many requests get this answer before the next one takes its turn; once in a list, else without end. */
  times?: number;
}

/** Which requests a script is for; all that is stated must fit. A string must be equal, a pattern must match. */
export interface RequestMatch {
  host?: string | RegExp;
  /** The path without or with its query. */
  path?: string | RegExp;
  url?: string | RegExp;
  method?: string;
}

/** An answer found at the time of the request; undefined for the ordinary one. */
export type AnswerFor = (request: RequestRecord) => ScriptedAnswer | undefined;

export interface Scripts {
  /** Adds a script, which goes before older ones, and returns the function that takes it away again. */
  add(match: RequestMatch, answer: ScriptedAnswer | readonly ScriptedAnswer[] | AnswerFor): () => void;
  /** The scripted answer for a request, or undefined for the ordinary one. */
  answer(request: RequestRecord): ScriptedAnswer | undefined;
}

const fits = (wanted: string | RegExp | undefined, ...values: string[]): boolean => {
  if (wanted === undefined) return true;
  return values.some((value) => (typeof wanted === 'string' ? wanted === value : value.search(wanted) >= 0));
};

const matches = (match: RequestMatch, { host, path, url, method }: RequestRecord): boolean =>
  fits(match.host, host) &&
  fits(match.path, path, path.replace(/\?.*/, '')) &&
  fits(match.url, url) &&
  fits(match.method, method);

/** Answers in their order, each for its number of times; after them the ordinary answer. */
function inTurn(answers: readonly ScriptedAnswer[], timesOfEach: number): AnswerFor {
  const left = answers.map((answer) => answer.times ?? timesOfEach);
  return () => {
    const turn = left.findIndex((times) => times > 0);
    if (turn < 0) return undefined;
    left[turn] = (left[turn] ?? 0) - 1;
    return answers[turn];
  };
}

/** An empty book of scripts. */
export function createScripts(): Scripts {
  const entries: { match: RequestMatch; find: AnswerFor }[] = [];
  return {
    add(match, answer) {
      const find =
        typeof answer === 'function'
          ? answer
          : Array.isArray(answer)
            ? inTurn(answer, 1)
            : inTurn([answer as ScriptedAnswer], Number.POSITIVE_INFINITY);
      const entry = { match, find };
      entries.unshift(entry);
      return () => {
        const index = entries.indexOf(entry);
        if (index >= 0) entries.splice(index, 1);
      };
    },
    answer(request) {
      for (const { match, find } of entries) {
        const answer = matches(match, request) ? find(request) : undefined;
        if (answer) return answer;
      }
      return undefined;
    },
  };
}
