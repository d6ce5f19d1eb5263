/** Documents that no XML parser would take. */
import { describe, expect, it } from 'vitest';
import { atom, firstItem, problemOf, read, rss } from './read.ts';

const titles = (document: string): string[] => read(document).items.map(({ title }) => title);
const item = (content: string): string => `<item>${content}<guid>1</guid></item>`;

describe('a document that breaks off', () => {
  const whole = rss(
    '<item><title>One</title><guid>1</guid></item><item><title>Two</title><guid>2</guid></item>',
  );

  it('keeps the items before the break, wherever it is', () => {
    const ends = Array.from(whole.matchAll(/<\/item>/g), (match) => match.index + match[0].length);
    for (let length = ends[0] ?? 0; length < whole.length; length += 1) {
      const feed = read(whole.slice(0, length));
      expect(feed.items.map(({ guid }) => guid).slice(0, length >= (ends[1] ?? 0) ? 2 : 1)).toContain('1');
      expect(feed.complete).toBe(false);
    }
    expect(read(whole).complete).toBe(true);
  });

  it('keeps the item it breaks off in only if title and identity are whole, and not the part that is cut', () => {
    const cut = rss(
      '<item><title>Named</title><link>https://press.example/1</link><description>Half a sen',
    ).slice(0, -16);
    expect(read(cut).items).toMatchObject([
      { title: 'Named', url: 'https://press.example/1', summary: null },
    ]);
    expect(
      titles('<rss><channel><item><title>A</title><guid>1</guid></item><item><title>Half a head'),
    ).toEqual(['A']);
  });

  it('is damaged where nothing was read before the break', () => {
    for (const start of [
      '<rss',
      '<rss version="2.0"><chan',
      '<?xml version="1.0"?><feed>',
      '{"version": "https://jsonfeed.org/versi',
    ]) {
      expect(problemOf(start).code).toMatch(/damaged|not-a-feed/);
    }
  });

  it('counts as whole where only white space or junk follows the root', () => {
    expect(read(`${whole}\n<!-- 0.2 s --><script>track()</script>`).complete).toBe(true);
  });
});

describe('tags that are not closed', () => {
  it('end where the next field begins', () => {
    const broken =
      '<item><title>Head<link>https://press.example/1<pubDate>Thu, 01 Jan 2004 19:48:21 GMT<guid>g</guid></item>';
    expect(firstItem(rss(broken))).toMatchObject({
      title: 'Head',
      url: 'https://press.example/1',
      guid: 'g',
    });
    expect(firstItem(rss(broken)).published?.at).toBe(Date.UTC(2004, 0, 1, 19, 48, 21));
  });

  it('end where the next item begins, in the channel as well', () => {
    const open =
      '<description>About us<item><title>One</title><guid>1</guid><item><title>Two</title><guid>2</guid>';
    expect(titles(rss(open))).toEqual(['One', 'Two']);
  });

  it('leave markup alone that stands in a text', () => {
    const summary = '<p>One <a href="https://press.example/x">link</a><br/>and <b>bold</b></p><p>Two</p>';
    const read = firstItem(rss(item(`<description>${summary}</description>`)));
    expect(read.summary).toBe(
      '<p>One <a href="https://press.example/x">link</a><br>and <b>bold</b></p><p>Two</p>',
    );
  });

  it('may be closed in the wrong order', () => {
    expect(titles(rss(item('<title>A <b>crossed</title></b> one')))).toEqual(['A crossed']);
    const crossed = firstItem(rss(item('<title>A<description>B</title></description>')));
    expect(crossed).toMatchObject({ title: 'A', summary: 'B' });
    expect(titles(rss('<item><title>A</title></channel><guid>1</guid></item>'))).toEqual(['A']);
  });

  it('may differ from their opening in case', () => {
    expect(titles('<RSS><Channel><Item><TITLE>Loud</title><Guid>1</GUID></ITEM></channel></rss>')).toEqual([
      'Loud',
    ]);
  });
});

describe('bare marks', () => {
  it.each([
    ['a < b', 'a < b'],
    ['a <b', 'a <b'],
    ['profit<loss & so on', 'profit<loss & so on'],
    ['I <3 you & me', 'I <3 you & me'],
    ['x <= y', 'x <= y'],
    ['<"quoted">', '<"quoted">'],
  ])('%s', (written, seen) => {
    const [first, second] = read(
      rss(`${item(`<title>${written}</title>`)}<item><title>Next</title></item>`),
    ).items;
    expect([first?.title, second?.title]).toEqual([seen, 'Next']);
  });

  it('do not spoil what stands in CDATA sections', () => {
    const broken = rss(
      item('<title>1 < 2</title><description><![CDATA[<p>2 < 3 & <b>4</b></p>]]></description>'),
    );
    expect(firstItem(broken).summary).toBe('<p>2 < 3 & <b>4</b></p>');
  });

  it('in an address stay part of it', () => {
    const address = firstItem(rss('<item><link>https://press.example/?a=1&b=2&amp;c=3</link></item>')).url;
    expect(address).toBe('https://press.example/?a=1&b=2&c=3');
  });
});

describe('CDATA sections', () => {
  it('that are not closed end with their element', () => {
    const open = '<item><title><![CDATA[One</title><link>https://press.example/1</link></item>';
    const next = '<item><title><![CDATA[Two]]></title><link>https://press.example/2</link></item>';
    expect(titles(rss(open + next))).toEqual(['One', 'Two']);
  });

  it('that never end hide nothing behind their element', () => {
    const open = '<item><title><![CDATA[One</title><guid>1</guid></item><item><title>Two</title></item>';
    expect(titles(rss(open))).toEqual(['One', 'Two']);
  });

  it('may be misspelt', () => {
    expect(titles(rss(item('<title><![cdata[Small & fine]]></title>')))).toEqual(['Small & fine']);
    expect(titles(rss(item('<title><! [CDATA[Spaced]]></title>')))).toEqual(['Spaced']);
  });

  it('may be empty, and may hold brackets', () => {
    expect(titles(rss(item('<title><![CDATA[]]></title>')))).toEqual(['']);
    expect(titles(rss(item('<title><![CDATA[a]] ]>b]]></title>')))).toEqual(['a]] ]>b']);
  });
});

describe('what stands around a feed', () => {
  it.each([
    ['white space', '\n\n  '],
    ['a warning', '<br />\n<b>Warning</b>: include() failed in <b>/srv/x.php</b><br />'],
    ['plain text', 'Notice: undefined index'],
    ['a byte order mark in the middle', '\n\ufeff'],
    ['comments', '<!-- generated <rss> by hand --><!-- twice -->'],
    ['a second declaration', '<?xml version="1.0"?>\n'],
    ['a style sheet', '<?xml-stylesheet href="x.xsl"?>'],
  ])('%s does not hide it', (_name, junk) => {
    expect(titles(junk + rss(item('<title>Found</title>')))).toEqual(['Found']);
  });

  it('a page around it does not hide it either', () => {
    const page = `<!DOCTYPE html><html><body>${atom('<entry><title>In a page</title><id>1</id></entry>')}</body></html>`;
    expect(titles(page)).toEqual(['In a page']);
  });
});

describe('comments and instructions that never end', () => {
  it.each([
    ['a declaration', '<?xml version="1.0">', ''],
    ['a comment in front', '<!-- generated>', ''],
    ['a comment among the items', '', '<!-- the news ->'],
  ])('%s hides nothing behind it', (_name, before, among) => {
    const document = `${before}<rss><channel>${among}${item('<title>Shown</title>')}</channel></rss>`;
    expect(titles(document)).toEqual(['Shown']);
  });
});

describe('entities', () => {
  it('that are declared stand for what they declare', () => {
    const doctype = '<!DOCTYPE rss [<!ENTITY who "Ann &amp; Bob"><!ENTITY both "&who;, again">]>';
    expect(titles(doctype + rss(item('<title>&both;</title>')).slice(21))).toEqual(['Ann & Bob, again']);
  });

  it('outside of the document are never fetched', () => {
    const doctype = '<!DOCTYPE rss [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>';
    expect(titles(doctype + rss(item('<title>A &xxe; B</title>')).slice(21))).toEqual(['A &xxe; B']);
  });
});

describe('what is no feed', () => {
  it.each([
    [
      'an HTML page',
      '<!DOCTYPE html><html><head><title>Home</title></head><body><p>Our <feed> is gone</p></body></html>',
    ],
    ['a page that begins in the middle', '<div><p>Hello</p></div>'],
    ['an OPML list', '<opml version="2.0"><body><outline xmlUrl="https://press.example/rss"/></body></opml>'],
    ['an SVG picture', '<svg xmlns="http://www.w3.org/2000/svg"><title>A</title></svg>'],
    ['plain text', 'There is no feed here, sorry.'],
    ['other JSON', '{"error": {"code": 404}}'],
    ['a list in JSON', '[1, 2, 3]'],
    ['binary data', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])],
    ['a sitemap without news', '<urlset><url><loc>https://press.example/about</loc></url></urlset>'],
  ])('%s', (_name, document) => {
    expect(problemOf(document).code).toBe('not-a-feed');
  });

  it('an empty answer is a damaged one', () => {
    expect(problemOf('').code).toBe('damaged');
    expect(problemOf(' \n ').code).toBe('damaged');
  });

  it('a feed without items is a feed', () => {
    expect(read('<rss version="2.0"><channel><title>Quiet</title></channel></rss>').items).toEqual([]);
    expect(read('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>').items).toEqual([]);
  });
});
