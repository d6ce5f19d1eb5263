/** An account on a real FreshRSS, where there is one: its first sync of 10,000 articles, and one in which nothing changed. */
import { ReaderClient } from '../../utils/account/client.ts';
import { findServer } from '../../utils/account/find-server.ts';
import type { StoryArticle } from '../../utils/story/stories.ts';
import { until } from '../browsers/page.ts';
import { launch, type Page, type Session } from '../browsers/session.ts';
import { say } from '../browsers/verbs.ts';
import { builtExtension } from '../e2e/stage.ts';
import { startNewsroom } from '../newsroom/index.ts';
import { send, value } from '../unit/account/contract.ts';
import { type FeedHost, startFeedHost } from '../unit/account/feed-host.ts';
import { type FreshRss, startFreshRss } from '../unit/account/freshrss-server.ts';
import type { Figure } from './figure.ts';
import { ingested } from './polls.ts';
import { toldUpTo } from './polls-page.ts';
import { news } from './stories.ts';

const FIRST = { key: 'sync-first', budget: 2 } as const;
const IDLE = { key: 'sync-idle', budget: 100, runs: 9 } as const;
const SOURCES = 40;
const ARTICLES = 10_000;
const MINUTE = 60_000;
const LONGEST_MS = 900_000;
const CONTENTS_AT_ONCE = 1_000;

/** Measures the wanted figures; none, with a line that says so, where there is no FreshRSS. */
export async function syncFigures(wanted: (key: string) => boolean): Promise<Figure[]> {
  if (![FIRST.key, IDLE.key].some(wanted)) return [];
  const server = await startFreshRss();
  if (typeof server === 'string') {
    console.info(`FreshRSS: skipped: ${server}`);
    return [];
  }
  const host = await startFeedHost();
  try {
    const articles = news(ARTICLES);
    const client = await follow(server, host, articles);
    const bare = await transferred(client);
    const fromFeeds = wanted(FIRST.key) ? await ingestedFromFeeds() : 0;
    const figures = await synced(server, client, { bare, fromFeeds });
    return figures.filter(({ key }) => wanted(key));
  } finally {
    await host.close();
    await server.close();
  }
}

/** Has the server follow feeds that hold these articles; gives a client of the account. */
async function follow(
  server: FreshRss,
  host: FeedHost,
  articles: readonly StoryArticle[],
): Promise<ReaderClient> {
  const { access } = value(await findServer(send, server.url, server));
  const client = new ReaderClient(send, access);
  const each = ARTICLES / SOURCES;
  const now = Date.now();
  for (let at = 0; at < SOURCES; at += 1) {
    const items = articles.slice(at * each, (at + 1) * each).map(({ id, title, summary }) => ({
      link: `https://source-${at}.example/news/${id}`,
      title,
      html: `<p>${(summary ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`,
      at: now - (id % 4_000) * MINUTE,
    }));
    host.feeds.set(`source-${at}`, {
      title: `Source ${at}`,
      siteUrl: `https://source-${at}.example/`,
      items,
    });
    value(await client.subscribe(host.url(`source-${at}`), `Source ${at}`, null));
  }
  return client;
}

/** Everything that a first sync asks for, and nothing done with it: ms. */
async function transferred(client: ReaderClient): Promise<number> {
  const began = performance.now();
  const ids = await sets(client);
  if (ids.length !== ARTICLES) throw new Error(`the server holds ${ids.length} articles`);
  for (let at = 0; at < ids.length; at += CONTENTS_AT_ONCE)
    value(await client.contents(ids.slice(at, at + CONTENTS_AT_ONCE)));
  return performance.now() - began;
}

/** What a sync asks for in which nothing changed; gives the unread ids. */
async function sets(client: ReaderClient): Promise<string[]> {
  value(await client.subscriptions());
  value(await client.newest());
  value(await client.saved());
  return [...value(await client.unread()).ids];
}

async function ingestedFromFeeds(): Promise<number> {
  const newsroom = await startNewsroom();
  const extension = builtExtension('chromium', 'testing');
  const session = await launch({ kind: 'chromium', extension, install: 'temporary', newsroom });
  try {
    return (await ingested(session, newsroom, SOURCES, ARTICLES)).ms;
  } finally {
    await session.close();
    await newsroom.close();
  }
}

interface Beside {
  /** The bare transfer, and the same articles from feeds: ms. */
  readonly bare: number;
  readonly fromFeeds: number;
}

async function synced(server: FreshRss, client: ReaderClient, beside: Beside): Promise<Figure[]> {
  const extension = builtExtension('chromium', 'packaged');
  const session = await launch({ kind: 'chromium', extension, install: 'temporary' });
  try {
    await session.allowHost('*://127.0.0.1/*');
    const page = await session.open('options.html#carry');
    const first = await firstSync(session, page, server);
    return [firstFigure(first, beside), await idleFigure(page, client)];
  } finally {
    await session.close();
  }
}

async function firstSync(session: Session, page: Page, { url, user, password }: FreshRss): Promise<number> {
  await page.type('.add-account .address input', url);
  await page.type('.add-account .user input', user);
  await page.type('.add-account .password input', password);
  // The browser gives access by a click alone; the first is answered by a question, since the machine is the reader's own.
  await page.click('.add-account [type=submit]');
  await page.waitFor('.add-account .state-failed');
  await page.click('.add-account .line > .small');
  await page.waitFor('.add-account .state-working', 30_000);
  const began = performance.now();
  await page.click('.add-account .primary');
  const isTold = async () => (await page.evaluate(toldUpTo)) >= ARTICLES;
  await until(isTold, LONGEST_MS, () => `all articles of the account to be in stories in ${session.kind}`);
  const ms = performance.now() - began;
  // One more, so that what it remembers of the sets is that of a sync in which nothing changed.
  for (let more = 0; more < 2; more += 1) await say(page, 'syncAccount');
  return ms;
}

function firstFigure(ms: number, { bare, fromFeeds }: Beside): Figure {
  return {
    key: FIRST.key,
    what: 'a first sync of 10,000 articles from FreshRSS until they are in stories',
    unit: 'ms',
    samples: { values: [ms] },
    baseline: {
      what: 'the same articles from feeds, and the bare transfer',
      samples: { values: [fromFeeds + bare] },
    },
    budget: FIRST.budget,
  };
}

/** What a sync takes longer than its requests alone, in turn. */
async function idleFigure(page: Page, client: ReaderClient): Promise<Figure> {
  const values: number[] = [];
  for (let run = -1; run < IDLE.runs; run += 1) {
    const bareBegan = performance.now();
    await sets(client);
    const bare = performance.now() - bareBegan;
    const began = performance.now();
    await say(page, 'syncAccount');
    if (run >= 0) values.push(Math.max(0, performance.now() - began - bare));
  }
  return {
    key: IDLE.key,
    what: 'an unchanged sync over 10,000 unread ids, more than its requests',
    unit: 'ms',
    samples: { values },
    baseline: null,
    budget: IDLE.budget,
  };
}
