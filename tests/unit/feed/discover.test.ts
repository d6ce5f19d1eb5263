import { describe, expect, it } from 'vitest';
import { feedLinks, sitemapsOf } from '../../../utils/feed/discover.ts';

const PAGE = 'https://www.courier.example/news/today.html';
const urls = (html: string): string[] => feedLinks(html, PAGE).map(({ url }) => url);
const FEED = 'https://www.courier.example/feed.xml';

describe('a feed named in the head of a page', () => {
  it.each([
    ['as it should be', '<link rel="alternate" type="application/rss+xml" title="News" href="/feed.xml">'],
    ['as Atom', '<link rel="alternate" type="application/atom+xml" href="/feed.xml">'],
    ['as JSON', '<link rel="alternate" type="application/feed+json" href="/feed.xml">'],
    [
      'with its attributes in another order and case',
      '<LINK HREF="/feed.xml" TYPE="Application/RSS+XML" REL="Alternate">',
    ],
    ['without quotes', '<link rel=alternate type=application/rss+xml href=/feed.xml>'],
    [
      'with more than one relation',
      '<link rel="alternate home" type="application/rss+xml" href="/feed.xml">',
    ],
    ['by rel=feed', '<link rel="feed" href="/feed.xml">'],
    [
      'with a charset in its type',
      '<link rel="alternate" type="application/rss+xml; charset=utf-8" href="/feed.xml">',
    ],
    ['with a vague type', '<link rel="alternate" type="text/xml" href="/feed.xml">'],
    ['without a type', '<link rel="alternate" href="/feed.xml">'],
    [
      'by the scheme feed:',
      '<link rel="alternate" type="application/rss+xml" href="feed://www.courier.example/feed.xml">',
    ],
    [
      'by feed:https:',
      '<link rel="alternate" type="application/rss+xml" href="feed:https://www.courier.example/feed.xml">',
    ],
    [
      'relative to a base',
      '<base href="https://www.courier.example/"><link rel="alternate" type="application/rss+xml" href="feed.xml">',
    ],
    ['relative to the page', '<link rel="alternate" type="application/rss+xml" href="../feed.xml">'],
    [
      'with an entity in its address',
      '<link rel="alternate" type="application/rss+xml" href="&#47;feed.xml">',
    ],
    [
      'in a body, unclosed',
      '<body><div><link rel="alternate" type="application/rss+xml" href="/feed.xml"'.concat('>'),
    ],
  ])('is found: %s', (_how, html) => {
    expect(urls(html)).toEqual([FEED]);
  });

  it('has its name', () => {
    const html =
      '<link rel="alternate" type="application/rss+xml" title="News &amp; views" href="/feed.xml">';
    expect(feedLinks(html, PAGE)[0]?.title).toBe('News & views');
  });

  it.each([
    ['another language', '<link rel="alternate" hreflang="uk" href="/uk/">'],
    ['a page for print', '<link rel="alternate" media="print" href="/print">'],
    ['an oEmbed', '<link rel="alternate" type="application/json+oembed" href="/wp-json/oembed?url=feed">'],
    ['a JSON API', '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">'],
    ['a style sheet', '<link rel="stylesheet" href="/rss.css">'],
    ['a script', '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">'],
    ['a commented link', '<!-- <link rel="alternate" type="application/rss+xml" href="/feed.xml"> -->'],
  ])('is not mistaken for one: %s', (_what, html) => {
    expect(urls(html)).toEqual([]);
  });
});

describe('a feed that a page merely links to', () => {
  it.each([
    ['by its address', '<a href="/feed.xml">Subscribe</a>'],
    ['by its words', '<a href="/xml/all.php"><b>RSS</b></a>'],
    ['at FeedBurner', '<a href="https://feeds.feedburner.com/courier">x</a>'],
    ['by its query', '<a href="/?feed=rss2">x</a>'],
  ])('is found %s', (_how, html) => {
    expect(urls(html)).toHaveLength(1);
  });

  it.each([
    ['a picture', '<a href="/img/rss.png">x</a>'],
    ['an anchor of the page', '<a href="#feed">RSS</a>'],
    ['an article', '<a href="/news/feeding-the-ducks">Feeding the ducks</a>'],
    ['a word that holds the letters', '<a href="/progress/">Progress</a>'],
  ])('is not mistaken for one: %s', (_what, html) => {
    expect(urls(html)).toEqual([]);
  });
});

describe('several feeds', () => {
  it('stand by what they are of: the site, its sections, comments', () => {
    const link = (href: string, title: string): string =>
      `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`;
    const html =
      link('/comments/feed', 'Courier » Comments') +
      link('/category/sport/feed', 'Sport') +
      link('/feed', 'Courier');
    expect(feedLinks(html, PAGE).map(({ scope }) => scope)).toEqual(['site', 'section', 'comments']);
  });

  it('are named once each, and those of the head before links', () => {
    const html =
      '<a href="/rss">RSS</a><link rel="alternate" type="application/rss+xml" href="/feed.xml"><a href="/feed.xml">RSS</a>';
    expect(urls(html)).toEqual([FEED, 'https://www.courier.example/rss']);
  });

  it('of a hostile page are not without end', () => {
    const html = Array.from({ length: 100_000 }, (_, i) => `<a href="/rss/${i}">x</a>`).join('');
    expect(urls(html).length).toBeLessThanOrEqual(40);
  });
});

describe('robots.txt', () => {
  it('names sitemaps, those of news first', () => {
    const robots =
      'User-agent: *\nDisallow: /x\nSitemap: /sitemap.xml\nsitemap : https://www.courier.example/news-sitemap.xml\n';
    expect(sitemapsOf(robots, PAGE)).toEqual([
      'https://www.courier.example/news-sitemap.xml',
      'https://www.courier.example/sitemap.xml',
    ]);
    expect(sitemapsOf('<html>Not found</html>', PAGE)).toEqual([]);
  });
});
