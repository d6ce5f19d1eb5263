import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Newsroom, type Outlet, type PublishedArticle, startNewsroom } from '../../newsroom/index.ts';
import { outlets } from '../../newsroom/outlets.ts';
import type { Metadata } from '../../newsroom/types.ts';
import { ask } from './ask.ts';
import { articlesOf, type Page, pageAt } from './read.ts';

let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await startNewsroom();
});

afterAll(() => newsroom.close());

/** The newest article of an outlet that has a picture, or the newest of all, and its page. */
async function newest(outlet: Outlet): Promise<{ article: PublishedArticle; page: Page }> {
  const articles = articlesOf(newsroom, outlet);
  const article = articles.findLast(({ image }) => image !== null) ?? articles.at(-1);
  if (!article) throw new Error(`${outlet.name} has published nothing`);
  return { article, page: await pageAt(newsroom, article.url) };
}

const having = (...kinds: Metadata[]): [string, Outlet][] =>
  outlets.filter(({ metadata }) => kinds.includes(metadata)).map((outlet) => [outlet.id, outlet]);

describe.each(outlets.map((outlet): [string, Outlet] => [outlet.id, outlet]))(
  'an article of %s',
  (_, outlet) => {
    it('shows headline, lead, author and every paragraph at each of its addresses', async () => {
      for (const article of articlesOf(newsroom, outlet)) {
        const page = await pageAt(newsroom, article.feedLink);
        expect(page.status, article.url).toBe(200);
        expect(page.texts('h1'), article.url).toEqual([article.title]);
        expect(page.texts('p'), article.url).toEqual(expect.arrayContaining([...article.body]));
        const [text] = page.texts('body');
        expect(text, article.url).toContain(article.lead);
        if (article.author) expect(text, article.url).toContain(article.author);
      }
    });

    it('names its canonical address, its description and no feed of its own', async () => {
      const { article, page } = await newest(outlet);
      expect(page.links('canonical')).toEqual([article.url]);
      expect(page.meta('description')).toEqual([article.lead]);
      expect(page.links('alternate')).toEqual([]);
    });

    it('links only pages that are there', async () => {
      const { page } = await newest(outlet);
      expect(page.targets.length).toBeGreaterThan(5);
      for (const target of new Set(page.targets))
        expect((await ask(newsroom, target)).status, target).toBe(200);
    });
  },
);

describe('a picture', () => {
  it('is drawn for every article that has one, and none is drawn for a topic that is none', async () => {
    const images = newsroom.published().flatMap(({ image }) => image ?? []);
    expect(images.length).toBeGreaterThan(10);
    for (const image of images) {
      const { status, headers, text } = await ask(newsroom, image);
      expect([status, headers['content-type']], image).toEqual([200, 'image/svg+xml']);
      expect(text, image).toMatch(/^<svg xmlns[\s\S]*<\/svg>$/);
      expect(text, image).not.toMatch(/NaN|undefined/);
    }
    expect((await ask(newsroom, new URL('/img/nothing-1.svg', images[0]).href)).status).toBe(404);
  });
});

describe.each(having('json-ld', 'json-ld-graph'))('the JSON-LD of %s', (_, outlet) => {
  it('describes the article, alone or in a graph', async () => {
    const { article, page } = await newest(outlet);
    const [data, ...more] = page.linkedData() as [{ '@context': string; '@graph'?: { '@type': string }[] }];
    expect(more).toEqual([]);
    expect(data['@context']).toBe('https://schema.org');
    expect('@graph' in data).toBe(outlet.metadata === 'json-ld-graph');
    const node = data['@graph']?.find((each) => each['@type'] === 'NewsArticle') ?? data;
    expect(node).toMatchObject({
      '@type': 'NewsArticle',
      mainEntityOfPage: article.url,
      headline: article.title,
      description: article.lead,
      inLanguage: outlet.language,
      datePublished: new Date(article.publishedAt).toISOString(),
      publisher: { name: outlet.name },
      ...(article.author ? { author: [{ name: article.author }] } : {}),
      ...(article.image ? { image: [article.image] } : {}),
    });
  });

  it('cannot be ended early by a headline', async () => {
    const article = newsroom.publishAt(outlet.id, {
      title: 'On </script> & <b>',
      lead: '“Quoted” </script>',
    });
    const page = await pageAt(newsroom, article.url);
    expect(JSON.stringify(page.linkedData())).toContain('On </script> & <b>');
    expect(page.texts('h1')).toEqual([article.title]);
  });
});

describe.each(having('json-ld', 'json-ld-graph', 'open-graph'))('the Open Graph of %s', (_, outlet) => {
  it('describes the article', async () => {
    const { article, page } = await newest(outlet);
    expect(page.meta('og:type')).toEqual(['article']);
    expect(page.meta('og:title')).toEqual([article.title]);
    expect(page.meta('og:description')).toEqual([article.lead]);
    expect(page.meta('og:url')).toEqual([article.url]);
    expect(page.meta('og:site_name')).toEqual([outlet.name]);
    expect(page.meta('og:image')).toEqual(article.image ? [article.image] : []);
    expect(page.meta('article:published_time')).toEqual([new Date(article.publishedAt).toISOString()]);
  });
});

describe.each(having('open-graph', 'microdata'))('an article of %s', (_, outlet) => {
  it('has no JSON-LD', async () => {
    expect((await newest(outlet)).page.linkedData()).toEqual([]);
  });
});

describe.each(having('microdata'))('the microdata of %s', (_, outlet) => {
  it('marks up the article in its text, and is the only metadata there', async () => {
    const { article, page } = await newest(outlet);
    expect(page.html).toContain('itemscope itemtype="https://schema.org/NewsArticle"');
    expect(page.property('headline')).toEqual([article.title]);
    expect(page.property('description')).toEqual([article.lead]);
    expect(page.property('image')).toEqual(article.image ? [article.image] : []);
    expect(page.property('datePublished').map(Date.parse)).toEqual([article.publishedAt]);
    for (const paragraph of article.body) expect(page.property('articleBody')[0]).toContain(paragraph);
    expect(page.meta('og:type')).toEqual([]);
  });
});
