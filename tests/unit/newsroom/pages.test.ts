import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feedLinks, sitemapsOf } from '../../../utils/feed/discover.ts';
import { type Newsroom, type Outlet, startNewsroom } from '../../newsroom/index.ts';
import { outlets } from '../../newsroom/outlets.ts';
import { ask } from './ask.ts';
import { articlesOf, outletOf, pageAt } from './read.ts';

let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await startNewsroom();
});

afterAll(() => newsroom.close());

const places = ['', 'section/world', 'search?q=', 'login', 'shop', 'forum', 'forum/1', 'about'];

describe.each(outlets.map((outlet): [string, Outlet] => [outlet.id, outlet]))(
  'the site of %s',
  (_, outlet) => {
    it('has pages that are no articles, and do not say they are', async () => {
      for (const place of [...places, 'nothing/here']) {
        const page = await pageAt(newsroom, outlet.siteUrl + place);
        expect(page.status, place).toBe(place === 'nothing/here' ? 404 : 200);
        expect(page.texts('h1'), place).toHaveLength(1);
        expect(page.texts('title')[0], place).toContain(outlet.name);
        expect(page.meta('og:type'), place).toEqual(['website']);
        expect(page.html, place).not.toMatch(/NewsArticle|rel="canonical"|article:published_time/);
      }
    });

    it('lists its latest articles on the front page', async () => {
      const page = await pageAt(newsroom, outlet.siteUrl);
      const latest = articlesOf(newsroom, outlet).toSorted((a, b) => b.publishedAt - a.publishedAt);
      expect(page.texts('h3')).toEqual(latest.slice(0, 14).map(({ title }) => title));
      expect(page.targets).toEqual(expect.arrayContaining(latest.slice(0, 14).map(({ url }) => url)));
    });

    it('finds its articles by their words, and lists them by section', async () => {
      const article = articlesOf(newsroom, outlet).at(-1);
      const search = `search?q=${encodeURIComponent(article?.title.toUpperCase() ?? '')}`;
      for (const place of [search, `section/${article?.topic}`]) {
        const page = await pageAt(newsroom, outlet.siteUrl + place);
        expect(page.texts('h3'), place).toContain(article?.title);
      }
      const none = await pageAt(newsroom, `${outlet.siteUrl}search?q=xyzzy`);
      expect(none.texts('h3')).toEqual([]);
    });

    it('links its feed from the front page, if it has one', async () => {
      const { html } = await pageAt(newsroom, outlet.siteUrl);
      const found = feedLinks(html, outlet.siteUrl).map(({ url }) => url);
      expect(found).toEqual(outlet.format === 'sitemap' ? [] : [outlet.feedUrl]);
    });

    it('has rules for robots, which name a news sitemap where there is no feed', async () => {
      const { text, headers } = await ask(newsroom, `${outlet.siteUrl}robots.txt`);
      expect(headers['content-type']).toMatch(/^text\/plain/);
      expect(text).toMatch(/^User-agent: \*\nDisallow: \/login\n/);
      expect(sitemapsOf(text, outlet.siteUrl)).toEqual(outlet.format === 'sitemap' ? [outlet.feedUrl] : []);
    });

    it('shows an icon', async () => {
      const [icon = ''] = (await pageAt(newsroom, outlet.siteUrl)).links('icon');
      const { status, headers } = await ask(newsroom, new URL(icon, outlet.siteUrl).href);
      expect([status, headers['content-type']]).toEqual([200, 'image/svg+xml']);
    });
  },
);

describe('a page', () => {
  it('shows what was searched for as text, never as markup', async () => {
    const { siteUrl } = outletOf(newsroom, 'harbour');
    const { html } = await pageAt(newsroom, `${siteUrl}search?q=${encodeURIComponent('"><script>x')}`);
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;x"');
  });

  it('asks for a password on the login page alone', async () => {
    const { siteUrl } = outletOf(newsroom, 'kurier');
    for (const place of places) {
      const { html } = await pageAt(newsroom, siteUrl + place);
      expect(html.includes('type="password"'), place).toBe(place === 'login');
    }
  });

  it('comes in the encoding its header and its head both name', async () => {
    const outlet = outletOf(newsroom, 'kurier');
    const { headers, bytes } = await ask(newsroom, outlet.siteUrl);
    expect(headers['content-type']).toBe('text/html; charset=windows-1251');
    expect(bytes.toString('latin1')).toContain('<meta charset="windows-1251">');
    expect(new TextDecoder('windows-1251').decode(bytes)).toContain(outlet.name);
  });
});
