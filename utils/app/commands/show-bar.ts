/** What the bar at the lower edge of a page shows. A command only because nothing in a page can read the database. */
import { resolveLanguage } from '../../i18n/language.ts';
import type { BarItem, BarView } from '../../model/panel.ts';
import { fail, ok, type Result } from '../../model/problem.ts';
import type { LatestRow } from '../../model/view.ts';
import type { SendingPage } from '../../protocol/server.ts';
import { loadSettings } from '../../store/records.ts';
import { canonicalUrl } from '../../text/url.ts';
import type { Deps } from '../deps.ts';
import { isPanelWanted } from '../panel-hosts.ts';
import { breaking } from '../queries/breaking.ts';
import { latest } from '../queries/latest.ts';

/** Headlines that take their turn. */
const MOST = 10;

/** What breaks, then the newest of Latest, without the page itself; null where no bar is wanted on the page. */
export async function showBar(deps: Deps, page: SendingPage | null): Promise<Result<BarView | null>> {
  if (page === null) return fail('forbidden');
  const db = await deps.database();
  const settings = await loadSettings(db);
  if (!(await isPanelWanted(deps, page, settings, 'bar'))) return ok(null);
  const [urgent, newest] = await Promise.all([
    breaking(db, { now: deps.now() }),
    latest(db, { after: null, limit: MOST * 2, newSince: null }),
  ]);
  const taken = new Set([canonicalUrl(page.url)]);
  const isNew = ({ url }: BarItem): boolean => {
    const key = canonicalUrl(url);
    return !taken.has(key) && taken.add(key).size > 0;
  };
  const breaks = urgent.flatMap(barItem).filter(isNew).slice(0, MOST);
  const others = newest.rows.flatMap(barItem).filter(isNew);
  return ok({
    items: [...breaks, ...others].slice(0, MOST),
    breaking: breaks.length,
    language: resolveLanguage(settings.language, deps.languages()),
  });
}

/** A headline to click on; one without an address is none. */
function barItem({ title, url, language, at, source: { name, host } }: LatestRow): BarItem[] {
  return url === null || title === '' ? [] : [{ title, url, language, at, source: { name, host } }];
}
