/**
 * The panel's answer: what the followed sources tell of the same as a page, and what belongs to it. The page's text and
 * address are compared in memory and not stored.
 */
import { resolveLanguage } from '../../i18n/language.ts';
import type { Feed } from '../../model/feed.ts';
import { PANEL_SITE, type PanelGroup, type PanelRow, type PanelView } from '../../model/panel.ts';
import { fail, ok, type Result } from '../../model/problem.ts';
import type { RelatedReason } from '../../model/view.ts';
import type { SendingPage } from '../../protocol/server.ts';
import type { Request } from '../../protocol/verbs.ts';
import { allFeeds } from '../../store/feeds.ts';
import type { ListedArticle } from '../../store/latest.ts';
import { loadSettings } from '../../store/records.ts';
import { chooseRelated, type Found } from '../../story/choose-related.ts';
import { ownerOf } from '../../story/owner.ts';
import type { RelatedQuery } from '../../story/related.ts';
import { headlineOf } from '../../text/headline.ts';
import { hostOf } from '../../text/host.ts';
import { guessLanguage } from '../../text/language-guess.ts';
import { siteOf } from '../../text/site.ts';
import type { Deps } from '../deps.ts';
import { hostsOf, isPanelWanted } from '../panel-hosts.ts';
import { articleRow } from '../queries/rows.ts';
import { keepEngine } from './keep-engine.ts';
import { idsOfPage, listRelated, reasonOf } from './related.ts';

type Facts = Request<'findRelated'>;

const HOUR = 3_600_000;
/** Rows of each group. */
const MOST = { since: 4, same: 5, related: 4 };
/** Articles looked at for these. */
const LOOKED_AT = 60;
/** A page so old is asked of what came since: reports so much later than it. */
const OLD = 36 * HOUR;
const LATER = 12 * HOUR;
/** What must be reached by an article that is not of the same story: no panel is better than a bad one. */
const GOOD = 0.24;
const GOOD_FOREIGN = 0.3;

/** Of a detector that told of an article by itself: draws the panel in its tab if there is anything to show. */
export async function findRelated(deps: Deps, facts: Facts, page: SendingPage | null): Promise<Result<null>> {
  if (page === null) return fail('forbidden');
  deps.stories.prepare(deps.storyData);
  const settings = await loadSettings(await deps.database());
  if (await isPanelWanted(deps, page, settings)) await showRelated(deps, facts, page, false);
  return ok(null);
}

/** Draws the panel in a tab; where the reader asked for it (`isAsked`), also if there is nothing to show. */
export async function showRelated(
  deps: Deps,
  facts: Facts,
  { tabId, url }: Pick<SendingPage, 'tabId' | 'url'>,
  isAsked: boolean,
): Promise<void> {
  const db = await deps.database();
  const [settings, feeds] = await Promise.all([loadSettings(db), allFeeds(db)]);
  const groups = await relatedGroups(deps, facts, feeds);
  void keepEngine(deps);
  if (groups.length === 0 && !isAsked) return;
  const host = hostOf(url);
  const view: PanelView = {
    groups,
    address: url,
    site: settings.panelSites.find((one) => one.host === host) ?? { host, ...PANEL_SITE },
    sources: feeds.length,
    isFollowed: feeds.some((feed) => isOf(feed, host)),
    isAsked,
    language: resolveLanguage(settings.language, deps.languages()),
  };
  await deps.panel.show(tabId, view);
}

/** The groups that have rows, in the order in which they are shown. */
export async function relatedGroups(deps: Deps, facts: Facts, feeds: readonly Feed[]): Promise<PanelGroup[]> {
  const now = deps.now();
  const title = headlineOf(facts);
  if (title === '') return [];
  const at = dateOf(facts, now);
  const query: RelatedQuery = {
    title,
    summary: facts.summary.trim(),
    language: facts.language || null,
    at: at ?? now,
    not: new Set(await idsOfPage(deps, facts.url)),
    story: null,
  };
  const language = guessLanguage(`${query.title}\n${query.summary}`, query.language);
  const isForeign = ({ article: { article } }: Found<ListedArticle>): boolean =>
    guessLanguage(`${article.title}\n${article.snippet}`, article.language) !== language;
  const found = (await listRelated(deps, query, LOOKED_AT)).filter(
    (one) =>
      one.relation === 'same-story' ||
      (one.relation === 'related' && one.score >= (isForeign(one) ? GOOD_FOREIGN : GOOD)),
  );
  const host = hostOf(facts.url);
  const own = feeds.find((feed) => isOf(feed, host));
  const isLater = (one: Found<ListedArticle>): boolean =>
    at !== null && now - at > OLD && articleRow(one.article).at - at > LATER;
  const shown = new Set<string>();
  const pick = (wanted: readonly Found<ListedArticle>[], most: number): PanelRow[] =>
    chooseRelated(wanted, own ? ownerOf(own) : null, most * 2)
      .flatMap((one) => panelRow(one, reasonOf(query, one), isForeign(one)))
      .filter((row) => !shown.has(row.url) && shown.add(row.url))
      .slice(0, most)
      // What the reader of this page surely reads comes first.
      .sort((one, two) => Number(one.isForeign) - Number(two.isForeign));
  const since = pick(found.filter(isLater), MOST.since);
  const rest = found.filter((one) => !isLater(one));
  const same = pick(
    rest.filter(({ relation }) => relation === 'same-story'),
    MOST.same,
  );
  const related = pick(
    rest.filter(({ relation }) => relation === 'related'),
    MOST.related,
  );
  const groups: PanelGroup[] = [
    { kind: 'since', rows: since },
    { kind: 'same', rows: same },
    { kind: 'related', rows: related },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

/** A row to click on; an article without an address is none. */
function panelRow({ article }: Found<ListedArticle>, reason: RelatedReason, isForeign: boolean): PanelRow[] {
  const { title, url, language, at, source } = articleRow(article);
  if (url === null || title === '') return [];
  const { name, host } = source;
  return [{ title, url, language, isForeign, at, source: { name, host }, reason }];
}

function isOf(feed: Feed, host: string): boolean {
  return hostsOf(feed).some((one) => one === host || siteOf(one) === siteOf(host));
}

/** UTC ms; what lies ahead or before the web is no date of an article. */
function dateOf({ dates }: Facts, now: number): number | null {
  const times = dates.map((date) => Date.parse(date));
  return times.find((time) => time > Date.UTC(1991, 0) && time <= now + HOUR) ?? null;
}
