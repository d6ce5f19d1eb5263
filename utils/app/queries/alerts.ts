/** The history of alerts, and what of it the ticker shows. */
import type { AlertRow, LatestRow } from '../../model/view.ts';
import { allAlerts } from '../../store/alerts.ts';
import { articlesById } from '../../store/latest.ts';
import { loadSettings } from '../../store/records.ts';
import type { Database } from '../../store/schema.ts';
import { hostOf } from '../../text/host.ts';
import { articleRow } from './rows.ts';

const HOUR = 3_600_000;

/** The alerts that are remembered, the newest first. */
export async function alerts(db: Database): Promise<AlertRow[]> {
  const feeds = new Map((await db.getAll('feeds')).map((feed) => [feed.id, feed]));
  return (await allAlerts(db)).reverse().map((alert) => {
    const feed = feeds.get(alert.feedId);
    return {
      ...{ id: alert.id, kind: alert.kind, at: alert.at, words: alert.words, voices: alert.voices },
      ...{ title: alert.title, url: alert.url, language: alert.language, state: alert.state },
      source: {
        id: alert.feedId,
        name: alert.source,
        host: hostOf(feed?.siteUrl ?? feed?.url ?? alert.url ?? ''),
      },
    };
  });
}

/** Articles in which a watched word was found in the last hour, unread, the newest first: for the ticker. */
export async function watched(db: Database, { now }: { readonly now: number }): Promise<LatestRow[]> {
  if (!(await loadSettings(db)).alertBy.watch.ticker) return [];
  const fresh = (await allAlerts(db)).filter(
    ({ kind, at, state, by }) => kind === 'watch' && by.ticker && state === 'new' && at > now - HOUR,
  );
  const listed = await articlesById(db, fresh.map(({ article }) => article).reverse());
  return listed.filter(({ unread, article }) => unread && !article.muted).map(articleRow);
}
