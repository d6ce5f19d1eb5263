/** The full text of an article, from the publisher's page: only where the reader asked for it and allowed the host. */
import { decode } from '../../feed/decode.ts';
import { NO_VALIDATORS } from '../../model/feed.ts';
import { fail, ok, type Result } from '../../model/problem.ts';
import { storePage } from '../../store/article-page.ts';
import { waitUntil } from '../../store/hosts.ts';
import { hostOf } from '../../text/host.ts';
import { heedWait } from '../asked-wait.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { mayAsk } from '../may-ask.ts';

/** Pages are kept up to here, in UTF-16 units: what follows is no text of an article. */
const MOST_KEPT = 3_000_000;

/** Fetches and keeps the page; the reading page takes the text out of it. */
export async function fetchFullText(deps: Deps, articleId: number): Promise<Result<null>> {
  const db = await deps.database();
  const url = (await db.get('articles', articleId))?.url ?? null;
  if (url === null) return fail('not-found');
  const refusal = await mayAsk(deps, url);
  if (refusal) return { ok: false, problem: refusal };
  const host = hostOf(url);
  if ((await waitUntil(db, host, deps.now())) !== null) return fail('asked-to-wait');
  const ask = () => deps.fetchFeed({ url, validators: NO_VALIDATORS }, deps.now());
  const answer = await deps.stayAwake(() => deps.lanes.run(host, ask, true));
  await heedWait(deps, url, answer);
  if (answer.kind === 'failed') return { ok: false, problem: answer.problem };
  if (answer.kind === 'unchanged') return fail('internal');
  const { bytes, contentType, url: answered } = answer.document;
  const text = decode(bytes, contentType);
  if (!text.ok) return text;
  const page = { html: text.value.text.slice(0, MOST_KEPT), url: answered, at: deps.now() };
  await storePage(db, articleId, page);
  await changed(deps);
  return ok(null);
}
