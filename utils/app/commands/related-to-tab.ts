/** 'Related to this page': asked for by a click, it always answers. */
import { fail, ok, type Result } from '../../model/problem.ts';
import { isNeverTouched } from '../../text/never-touched.ts';
import type { Deps } from '../deps.ts';

/**
 * Has the page in a tab looked at; the panel appears there, if only to say that nothing is related. Problems `kept-off`
 * for pages that Lede never looks at, `closed-page` for those that the browser lets nobody into.
 */
export async function relatedToTab(deps: Deps, tabId: number, url: string): Promise<Result<null>> {
  if (!/^https?:/.test(url)) return fail('closed-page');
  if (isNeverTouched(url)) return fail('kept-off');
  return (await deps.panel.ask(tabId)) ? ok(null) : fail('closed-page');
}
