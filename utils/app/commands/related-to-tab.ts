/** 'Related to this page': asked for by a click, it always answers. */
import * as z from 'zod/mini';
import { fail, ok, type Result } from '../../model/problem.ts';
import { pageFacts } from '../../protocol/verbs.ts';
import { isNeverTouched } from '../../text/never-touched.ts';
import type { Deps } from '../deps.ts';
import { showRelated } from './find-related.ts';

/**
 * Looks at the page in a tab; the panel appears there, if only to say that nothing is related. That the reader asked is
 * known from this call alone, never from what a page sends. Problems `kept-off` for pages that Lede never looks at,
 * `closed-page` for those that the browser lets nobody into.
 */
export async function relatedToTab(deps: Deps, tabId: number, url: string): Promise<Result<null>> {
  if (!/^https?:/.test(url)) return fail('closed-page');
  if (isNeverTouched(url)) return fail('kept-off');
  const facts = z.safeParse(pageFacts, await deps.panel.ask(tabId));
  if (!facts.success) return fail('closed-page');
  await showRelated(deps, facts.data, { tabId, url }, true);
  return ok(null);
}
