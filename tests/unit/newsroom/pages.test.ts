import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Newsroom, startNewsroom } from '../../newsroom/index.ts';
import { ask } from './ask.ts';

let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await startNewsroom();
});

afterAll(() => newsroom.close());

/** The text of a page in the encoding it is served in. */
async function pageAt(url: string): Promise<{ status: number; html: string }> {
  const { status, bytes, headers } = await ask(newsroom, url);
  const charset = /charset=([\w-]+)/.exec(String(headers['content-type']))?.[1] ?? 'utf-8';
  return { status, html: new TextDecoder(charset).decode(bytes) };
}

const unescaped = (html: string): string =>
  html.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');

describe('an article’s page', () => {
  it('names its headline, lead, canonical address and picture, at every outlet', async () => {
    for (const outlet of newsroom.outlets) {
      const article = newsroom.published().findLast((published) => published.outlet === outlet.id);
      if (!article) throw new Error(`${outlet.name} has published nothing`);
      const { status, html } = await pageAt(article.url);
      expect(status, outlet.name).toBe(200);
      const text = unescaped(html);
      expect(text, outlet.name).toContain(`${article.title}</h1>`);
      expect(text, outlet.name).toContain(article.lead);
      expect(html, outlet.name).toMatch(/<link[^>]+rel="canonical"/);
      expect(text, outlet.name).toContain(article.url);
      for (const paragraph of article.body) expect(text, outlet.name).toContain(paragraph.slice(0, 40));
    }
  });

  it('tells machines what it is, in the way of its outlet', async () => {
    for (const outlet of newsroom.outlets) {
      const article = newsroom.published().findLast((published) => published.outlet === outlet.id);
      const { html } = await pageAt(article?.url ?? '');
      const json = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)];
      for (const [, text] of json) expect(() => JSON.parse(text ?? ''), outlet.name).not.toThrow();
      if (outlet.metadata.startsWith('json-ld')) {
        expect(json.map(([, text]) => text).join(), outlet.name).toMatch(/NewsArticle/);
      }
      if (outlet.metadata === 'microdata')
        expect(html, outlet.name).toMatch(/itemtype="https?:\/\/schema\.org/);
      if (outlet.metadata === 'open-graph') expect(html, outlet.name).toMatch(/property="og:type"/);
    }
  });

  it('comes in at least six designs', () => {
    expect(new Set(newsroom.outlets.map(({ design }) => design)).size).toBeGreaterThanOrEqual(6);
  });

  it('has a picture where the article has one', async () => {
    const article = newsroom.published().find(({ image }) => image !== null);
    const picture = await ask(newsroom, article?.image ?? '');
    expect(String(picture.headers['content-type'])).toMatch(/^image\//);
  });
});

describe('a page that is no article', () => {
  it.each(['', 'search?q=light', 'login', 'shop', 'forum'])('answers at /%s', async (path) => {
    for (const outlet of newsroom.outlets) {
      const { status, html } = await pageAt(new URL(path, outlet.siteUrl).href);
      expect(status, outlet.name).toBe(200);
      expect(html, outlet.name).not.toMatch(/"@type":\s*"NewsArticle"/);
    }
  });

  it('names the feed on the home page, where the outlet has one', async () => {
    for (const outlet of newsroom.outlets.filter(({ format }) => format !== 'sitemap')) {
      const { html } = await pageAt(outlet.siteUrl);
      expect(html, outlet.name).toMatch(/rel="alternate"/);
    }
  });

  it('names the news sitemap in robots.txt, where there is no feed', async () => {
    const outlet = newsroom.outlets.find(({ format }) => format === 'sitemap');
    const robots = await ask(newsroom, new URL('robots.txt', outlet?.siteUrl).href);
    expect(robots.text).toContain(`Sitemap: ${outlet?.feedUrl}`);
  });

  it('is a 404 where there is nothing', async () => {
    const { siteUrl } = newsroom.outlets[0] ?? { siteUrl: '' };
    expect((await ask(newsroom, new URL('nothing/here', siteUrl).href)).status).toBe(404);
  });
});
