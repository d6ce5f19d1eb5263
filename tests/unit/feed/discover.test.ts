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
    ['by the ending .xml', '<a href="/export/all.xml">All news</a>'],
    ['by what its picture says', '<a href="/export/all.php"><img src="i.png" alt="RSS"></a>'],
    ['by its tooltip', '<A HREF="/export/all.php" TITLE="RSS"><svg></svg></A>'],
    ['on a host of feeds', '<a href="https://feeds.courier-news.example/all">RSS</a>'],
    ['on a subdomain', '<a href="https://export.courier.example/rss">x</a>'],
  ])('is found %s', (_how, html) => {
    expect(urls(html)).toHaveLength(1);
  });

  it.each([
    ['a picture', '<a href="/img/rss.png">x</a>'],
    ['an anchor of the page', '<a href="#feed">RSS</a>'],
    ['an article', '<a href="/news/feeding-the-ducks">Feeding the ducks</a>'],
    ['a word that holds the letters', '<a href="/progress/">Progress</a>'],
    ['a sitemap', '<a href="/sitemap-1.xml">Sitemap</a>'],
    [
      'a validator of feeds',
      '<a href="https://validator.example/check?url=http://a.example/index.xml">Valid</a>',
    ],
    ['another site', '<a href="https://social.example/courier/feed/">Follow us</a>'],
  ])('is not mistaken for one: %s', (_what, html) => {
    expect(urls(html)).toEqual([]);
  });
});

describe('a link to a site that reads feeds', () => {
  it.each([
    ['as it is', 'https://feedly.com/i/subscription/feed/https://www.courier.example/feed.xml'],
    ['encoded', 'https://www.inoreader.com/feed/https%3A%2F%2Fwww.courier.example%2Ffeed.xml'],
    ['in a parameter', 'https://add.my.yahoo.com/rss?url=https%3A%2F%2Fwww.courier.example%2Ffeed.xml'],
  ])('gives the address that it carries %s', (_how, href) => {
    expect(urls(`<a href="${href}">Follow</a>`)).toEqual([FEED]);
  });

  it('gives none where it carries none, or a broken one', () => {
    expect(urls('<a href="https://feedly.com/feed">x</a>')).toEqual([]);
    expect(urls('<a href="https://feedly.com/i/feed/https%3A%2F%2F%E0%A4%A">x</a>')).toEqual([]);
  });
});

describe('markup that no browser reads', () => {
  const link = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">';

  it.each(['script', 'style', 'template', 'textarea'])('names no feed: <%s>', (name) => {
    expect(urls(`<${name}>${link}</${name}>`)).toEqual([]);
    expect(urls(`<${name}></${name}>${link}`)).toEqual([FEED]);
  });

  it('is told from what is there for browsers without scripts', () => {
    expect(urls(`<noscript>${link}</noscript>`)).toEqual([FEED]);
  });
});

describe('what a feed is of', () => {
  it.each([
    ['/feed', 'site'],
    ['/rss.xml', 'site'],
    ['/uk/rss/', 'site'],
    ['/rss/all.xml', 'site'],
    ['/feeds/posts/default', 'site'],
    ['/feeds/all.atom.xml', 'site'],
    ['/courier.xml', 'site'],
    ['https://feeds.feedburner.com/courier/sport', 'site'],
    ['/sport/feed', 'section'],
    ['/rss/politics.xml', 'section'],
    ['/tag/energy/atom.xml', 'section'],
    ['/world/europe.xml', 'section'],
    ['/comments/feed/', 'comments'],
    ['/2026/11/25/bridge/replies.rss', 'comments'],
  ])('is seen by its address: %s is of %s', (href, scope) => {
    const html = `<link rel="alternate" type="application/rss+xml" href="${href}">`;
    expect(feedLinks(html, PAGE)[0]?.scope).toBe(scope);
  });
});

describe('one feed in several formats', () => {
  const link = (kind: string, href: string, title = ''): string =>
    `<link rel="alternate" type="application/${kind}" title="${title}" href="${href}">`;

  it.each([
    ['WordPress', link('rss+xml', '/feed/', 'Courier » Feed') + link('atom+xml', '/feed/atom/', 'Courier')],
    ['a generator', link('rss+xml', '/index.xml', 'RSS 2.0') + link('atom+xml', '/atom.xml', 'Atom 1.0')],
    ['queries', link('rss+xml', '/?feed=rss2') + link('atom+xml', '/?feed=atom')],
    [
      'Blogger',
      link('atom+xml', '/feeds/posts/default', 'Courier - Atom') +
        link('rss+xml', '/feeds/posts/default?alt=rss', 'Courier - RSS'),
    ],
    ['JSON', link('rss+xml', '/news.xml', 'News') + link('feed+json', '/news.json', 'News')],
  ])('stands once, as it is named first: %s', (_how, html) => {
    expect(urls(html)).toHaveLength(1);
  });

  it('is not two sections, nor two feeds of one format', () => {
    const sections = link('rss+xml', '/sport/feed', 'Sport') + link('atom+xml', '/culture/atom', 'Culture');
    expect(urls(sections)).toHaveLength(2);
    const twins = link('rss+xml', '/rss', 'News') + link('rss+xml', '/feed', 'Blog');
    expect(urls(twins)).toHaveLength(2);
    const named = link('rss+xml', '/rss', 'News') + link('atom+xml', '/atom', 'Blog');
    expect(urls(named)).toHaveLength(2);
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

  it.each([
    ['links that nothing closes', '<a href="/x">'],
    ['tags that nothing closes', '<a href="/x" '],
    ['scripts that nothing closes', '<script>'],
    ['tags of attributes', `<a ${"a='b' ".repeat(50)}>`],
  ])('of a hostile page do not hold it up: %s', (_what, piece) => {
    const started = performance.now();
    feedLinks(piece.repeat(Math.ceil(3_000_000 / piece.length)), PAGE);
    expect(performance.now() - started).toBeLessThan(2_000);
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
