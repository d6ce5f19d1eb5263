/**
 * Requests of one sync: a token that has run out is renewed once, and a server that asks to be left alone is asked no more.
 * Where the client knows neither, this stands between it and the network.
 */
import type { Access } from './client.ts';
import type { Send, ServerAnswer, ServerRequest } from './wire.ts';

/** What lies behind a session. */
export interface SessionEffects {
  readonly send: Send;
  /** Logs in anew, and stores what that gives; null where that came to nothing. */
  renew(): Promise<Access | null>;
  /** A word of the server's own that it wants to be left alone: for so many ms, or null where it does not say. */
  heed(waitMs: number | null): void;
}

/** Sends as `effects` do. Gives the very same kind of answers, and never rejects. */
export function sessionSend(effects: SessionEffects, start: Access): Send {
  let access = start;
  let renewing: Promise<Access | null> | null = null;
  let refusal: ServerAnswer | null = null;
  return async (request) => {
    if (refusal !== null) return refusal;
    const asked = access;
    let answer = await effects.send(withTokens(request, asked));
    if (isExpired(answer) && request.token !== null) {
      // One login for all that ran out together.
      renewing ??= effects.renew();
      const renewed = await renewing;
      if (renewed !== null && renewed.token !== asked.token) {
        access = renewed;
        answer = await effects.send(withTokens(request, renewed));
      }
    }
    if (asksToWait(answer)) {
      refusal = answer;
      effects.heed(answer.retryAfterMs);
    }
    return answer;
  };
}

function withTokens(request: ServerRequest, { token, changeToken }: Access): ServerRequest {
  const fields = request.fields.map(([name, value]) => [name, name === 'T' ? changeToken : value] as const);
  return { ...request, fields, token: request.token === null ? null : token };
}

function isExpired(answer: ServerAnswer): boolean {
  return answer.kind === 'answer' && (answer.status === 401 || answer.status === 403);
}

function asksToWait(answer: ServerAnswer): answer is Extract<ServerAnswer, { kind: 'answer' }> {
  return answer.kind === 'answer' && (answer.status === 429 || answer.status === 503);
}
