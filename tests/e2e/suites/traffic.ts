/** A day of use, and every request of it: PRIVACY.md says what they are, and is held to it here. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../browsers/page.ts';
import type { BrowserKind, Page } from '../../browsers/session.ts';
import { say } from '../../browsers/verbs.ts';
import type { Outlet, RequestRecord } from '../../newsroom/index.ts';
import { oneReport } from '../many-sources.ts';
import { openStage, type Stage } from '../stage.ts';

const PRIVACY = join(import.meta.dirname, '..', '..', '..', 'PRIVACY.md');
/** What would tell who asks, or from where. */
const TELLING = ['cookie', 'referer', 'authorization'];
/** Requests of one look around a site. */
const MOST_LOOKS = 12;
const MOVED = 'moved.example';
const NEW_HOME = 'new-home.example';
const PICTURE = 'https://pictures.example/map.svg';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"/>';
const GALLERY = 'https://gallery.example/feed';
const WITH_PICTURE = oneReport('Gallery').replace(
  '</item>',
  `<link>https://gallery.example/map</link><description>&lt;p>&lt;img src="${PICTURE}" width="60" height="30">It was drawn in 1604.&lt;/p>&lt;img src="https://counter.example/1.gif" width="1" height="1">&lt;script src="https://scripts.example/a.js">&lt;/script></description></item>`,
);

interface Row {
  readonly id: number;
  readonly title: string;
  readonly url: string | null;
}

/** What the reader did, by the words with which PRIVACY.md begins its paragraphs. */
class Diary {
  readonly sources = new Set<string>();
  readonly lookedUp: string[] = [];
  readonly pages = new Set<string>();
  readonly pictures = new Set<string>();
  readonly packs = new Set<string>();

  /** Which paragraph allows a request; null where none does. */
  readonly classOf: Readonly<Record<string, (request: RequestRecord) => boolean>> = {
    'The sources you follow': ({ url }) => this.sources.has(url),
    'The addresses you ask Lede to look up': ({ host }) => this.lookedUp.includes(host),
    'The sources of a starter pack': ({ url }) => this.packs.has(url),
    'The page of one article': ({ url }) => this.pages.has(url),
    // The build for tests may ask none: its day is in `account.ts`.
    'Your feed server': () => false,
    'Pictures of an article you opened': ({ url }) => this.pictures.has(url),
  };
}

/** The paragraphs about requests, by the words that they begin with. */
function promised(): string[] {
  const text = readFileSync(PRIVACY, 'utf8');
  const part = text.slice(text.indexOf('## What is requested'), text.indexOf('## What the permissions'));
  return [...part.matchAll(/^- \*\*([^*]+)\*\*/gm)].map(([, name = '']) => name);
}

const PAGES = ['popup.html', 'sidepanel.html', 'reader.html', 'welcome.html', 'options.html'];
const PANES = ['#packs', '#manage', '#alerts', '#data', '#about', '#panel'];

export function traffic(kind: BrowserKind): void {
  describe('a day of use', () => {
    const diary = new Diary();
    let stage: Stage;
    let page: Page;
    let rows: readonly Row[];

    beforeAll(async () => {
      stage = await openStage(kind);
      const { newsroom, session } = stage;
      newsroom.script({ host: MOVED }, { redirect: `https://${NEW_HOME}/rss` });
      newsroom.script(
        { host: NEW_HOME },
        { body: oneReport('Moved'), headers: { 'content-type': 'text/xml' } },
      );
      newsroom.script(
        { host: 'gallery.example' },
        { body: WITH_PICTURE, headers: { 'content-type': 'text/xml' } },
      );
      newsroom.script({ url: PICTURE }, { body: SVG, headers: { 'content-type': 'image/svg+xml' } });
      page = await session.open('options.html');
    });
    afterAll(() => stage?.close());

    const outlets = (): Outlet[] =>
      stage.newsroom.outlets.filter(({ format }) => format === 'rss' || format === 'atom');

    it('begins with sources: followed, imported, looked up, from a pack, and one that moved', async () => {
      const [first, second, third, fourth] = outlets();
      if (!first || !second || !third || !fourth) throw new Error('the newsroom has too few outlets');
      for (const url of [first.feedUrl, `https://${MOVED}/rss`, GALLERY]) {
        diary.sources.add(url);
        await say(page, 'addFeed', { url });
      }
      diary.sources.add(`https://${NEW_HOME}/rss`);
      diary.sources.add(second.feedUrl);
      const sources = [{ url: second.feedUrl, title: '', siteUrl: null, folder: [] }];
      await say(page, 'importSources', { sources });
      diary.lookedUp.push(new URL(third.siteUrl).hostname, new URL(third.feedUrl).hostname);
      const before = stage.newsroom.log.length;
      await say(page, 'discover', { address: third.siteUrl });
      const looks = stage.newsroom.log.slice(before).filter(({ host }) => diary.lookedUp.includes(host));
      expect(looks.length).toBeGreaterThan(0);
      expect(looks.length).toBeLessThanOrEqual(MOST_LOOKS);
      diary.packs.add(fourth.feedUrl);
      await say(page, 'followEntry', {
        name: 'Pack',
        site: fourth.siteUrl,
        language: 'en',
        feeds: [fourth.feedUrl],
        support: null,
        publisher: { kind: 'online', owner: null, country: null, articleHosts: [] },
      });
    });

    it('goes on with reading: every page and pane, lists, a search, a story, an article and its full text', async () => {
      const { session } = stage;
      rows = await until(
        async () => {
          const latest = await say<{ rows: Row[] }>(page, 'latest', { after: null, limit: 200 });
          return latest.rows.some(({ title }) => title === 'Report of Gallery') && latest.rows;
        },
        15_000,
        () => 'articles of all sources',
      );
      for (const path of [...PAGES, ...PANES.map((pane) => `options.html${pane}`)]) {
        const opened = await session.open(path);
        await opened.waitFor('#app > *');
        await opened.close();
      }
      for (const row of rows.slice(0, 3)) await read(row);
      await read(rows.find(({ title }) => title === 'Report of Gallery'));
      const searched = await session.open('reader.html#/search?q=report');
      await searched.waitFor('.headline');
      await searched.close();
      await say(page, 'saveArticles', { articleIds: [rows[0]?.id], saved: true });
      await say(page, 'markAllRead');
      await say(page, 'refresh');
      // The page of one article, and of no other.
      const article = rows.find(({ url }) => url !== null && !url.includes('gallery'));
      diary.pages.add(article?.url ?? '');
      await say(page, 'fetchFullText', { articleId: article?.id });
    });

    it('ends with pictures turned on, a background that died, and checks that nobody watches', async () => {
      const { newsroom, session } = stage;
      await say(page, 'changeSettings', { images: true });
      diary.pictures.add(PICTURE);
      const seesPicture = async (): Promise<void> => {
        const isAsked = async (): Promise<boolean> => newsroom.log.some(({ url }) => url === PICTURE);
        await until(isAsked, 15_000, () => 'the picture to be asked for');
      };
      await read(
        rows.find(({ title }) => title === 'Report of Gallery'),
        seesPicture,
      );
      await page.close();
      await session.killBackground();
      const asked = newsroom.log.length;
      await until(
        async () => newsroom.log.length > asked + 3,
        20_000,
        () => 'checks after the background died',
      );
    });

    it('asked for nothing but what PRIVACY.md names, and told nobody who asks', () => {
      expect(promised().sort()).toEqual(Object.keys(diary.classOf).sort());
      const of = (request: RequestRecord): string =>
        Object.entries(diary.classOf).find(([, holds]) => holds(request))?.[0] ?? `none: ${request.url}`;
      const seen = new Set(stage.newsroom.log.map(of));
      // Each kind of request was made, so that this is a test of it.
      expect([...seen].sort()).toEqual(
        promised()
          .filter((name) => name !== 'Your feed server')
          .sort(),
      );
      for (const request of stage.newsroom.log) {
        expect(request.method, request.url).toBe('GET');
        expect(
          TELLING.filter((name) => name in request.headers),
          request.url,
        ).toEqual([]);
        expect(JSON.stringify(request.headers), request.url).not.toContain(stage.session.extensionId);
      }
    });

    /** Opens an article, and closes it once its text and whatever else is `seen` is there. */
    async function read(row: Row | undefined, seen?: () => Promise<void>): Promise<void> {
      const reader = await stage.session.open(`reader.html#/article/${row?.id}`);
      await reader.waitFor('.prose:not([aria-busy]), .no-text');
      await seen?.();
      await reader.close();
    }
  });
}
