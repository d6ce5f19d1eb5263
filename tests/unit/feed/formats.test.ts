/** Fields that the formats and their extensions write in several ways. */
import { describe, expect, it } from 'vitest';
import { atom, firstItem, read, rss } from './read.ts';

const item = (content: string, attributes = ''): ReturnType<typeof firstItem> =>
  firstItem(rss(`<item>${content}</item>`, attributes));
const entry = (content: string): ReturnType<typeof firstItem> => firstItem(atom(`<entry>${content}</entry>`));

describe('the address of an article', () => {
  it.each([
    ['its link', '<link>https://a.example/1</link><guid>https://a.example/g</guid>', 'https://a.example/1'],
    ['a guid that is an address', '<guid>https://a.example/g</guid>', 'https://a.example/g'],
    ['a guid declared to be one', '<guid isPermaLink="true">/g</guid>', 'https://press.example/g'],
    ['no guid that is declared to be none', '<guid isPermaLink="false">https://a.example/g</guid>', null],
    ['no opaque guid', '<guid>tag:a.example,2025:1</guid>', null],
    ['an Atom link', '<atom:link href="https://a.example/2"/>', 'https://a.example/2'],
    ['no Atom link to something else', '<atom:link rel="self" href="https://a.example/feed"/>', null],
    ['a link in an attribute', '<link href="https://a.example/3"/>', 'https://a.example/3'],
    ['the first link that is filled', '<link></link><link>https://a.example/4</link>', 'https://a.example/4'],
    ['not a link of its picture', '<image><link>https://a.example/i</link></image>', null],
    ['relative to the document', '<link>2025/5.html</link>', 'https://press.example/feeds/2025/5.html'],
    ['without a scheme', '<link>//a.example/6</link>', 'https://a.example/6'],
    ['kept as written', '<link>http://A.example</link>', 'http://A.example'],
    ['escaped where it has to be', '<link>http://A.example/Ü?q=1</link>', 'http://a.example/%C3%9C?q=1'],
    ['no script', '<link>javascript:alert(1)</link><title>x</title>', null],
    ['no data', '<link>data:text/html,hi</link><title>x</title>', null],
    ['no local file', '<link>file:///etc/passwd</link><title>x</title>', null],
  ])('in RSS is %s', (_name, content, url) => {
    expect(item(`<title>t</title>${content}`, ' xmlns:atom="http://www.w3.org/2005/Atom"').url).toBe(url);
  });

  it.each([
    ['the link without a relation', '<link href="https://a.example/1"/>', 'https://a.example/1'],
    [
      'the HTML one of several',
      '<link rel="alternate" type="text/plain" href="/t"/><link rel="alternate" type="text/html" href="/h"/>',
      'https://press.example/h',
    ],
    ['where its content is', '<content src="https://a.example/c"/>', 'https://a.example/c'],
    ['its identifier if that is an address', '<id>https://a.example/id</id>', 'https://a.example/id'],
    ['no other relation', '<link rel="related" href="https://a.example/r"/>', null],
  ])('in Atom is %s', (_name, content, url) => {
    expect(entry(`<title>t</title>${content}`).url).toBe(url);
  });

  it('is relative to xml:base, which adds up from the outside in', () => {
    const base = ' xml:base="https://base.example/a/"';
    expect(firstItem(rss('<item xml:base="b/"><link xml:base="c/">d</link></item>', base)).url).toBe(
      'https://base.example/a/b/c/d',
    );
    expect(firstItem(atom('<entry xml:base="b/"><link href="d"/></entry>', base)).url).toBe(
      'https://base.example/a/b/d',
    );
  });

  it('is relative to the site where a proxy serves the feed', () => {
    const proxied =
      '<rss><channel><title>t</title><link>https://site.example/</link><item><link>/1</link></item></channel></rss>';
    expect(firstItem(proxied, 'https://proxy.example/x').url).toBe('https://site.example/1');
  });
});

describe('the author', () => {
  it.each([
    ['<author>desk@a.example (Ann Reed)</author>', 'Ann Reed (desk@a.example)'],
    ['<author>Ann Reed &amp;lt;desk@a.example&amp;gt;</author>', 'Ann Reed (desk@a.example)'],
    ['<author>desk@a.example</author>', 'desk@a.example'],
    ['<dc:creator>Ann Reed</dc:creator><dc:creator>Bo Lind</dc:creator>', 'Ann Reed, Bo Lind'],
    ['<dc:creator><![CDATA[Ann &amp; Bo]]></dc:creator>', 'Ann & Bo'],
    ['<author><name>Ann</name><email>a@a.example</email></author>', 'Ann (a@a.example)'],
    ['<author/><itunes:author>Bo</itunes:author>', 'Bo'],
    ['<media:credit role="author">Cy</media:credit>', 'Cy'],
    ['<media:credit role="photographer">Cy</media:credit>', null],
  ])('%s', (content, author) => {
    expect(item(`<title>t</title>${content}`).author).toBe(author);
  });

  it('of an Atom entry is its own, that of its source, or that of the feed', () => {
    const feedAuthor = '<author><name>Feed</name></author>';
    const by = (content: string): string | null =>
      firstItem(atom(`${feedAuthor}<entry><id>1</id>${content}</entry>`)).author;
    expect(by('<author><name>Own</name></author><source><author><name>Source</name></author></source>')).toBe(
      'Own',
    );
    expect(by('<source><author><name>Source</name></author></source>')).toBe('Source');
    expect(by('')).toBe('Feed');
  });
});

describe('the picture', () => {
  const media = (url: string, more = ''): string => `<media:content url="${url}" ${more}/>`;
  it.each([
    [
      'the widest of several sizes',
      media('https://a.example/s.jpg', 'width="10"') + media('https://a.example/l.jpg', 'width="90"'),
      'https://a.example/l.jpg',
    ],
    ['no film', media('https://a.example/f.mp4', 'type="video/mp4"'), null],
    [
      'the thumbnail of a film',
      '<media:content url="https://a.example/f.mp4" medium="video"><media:thumbnail url="https://a.example/t.jpg"/></media:content>',
      'https://a.example/t.jpg',
    ],
    ['an attached one', '<enclosure url="https://a.example/e.webp?x=1"/>', 'https://a.example/e.webp?x=1'],
    ['no attached sound', '<enclosure url="https://a.example/e.mp3" type="audio/mpeg"/>', null],
    ['that of the podcast', '<itunes:image href="/p.png"/>', 'https://press.example/p.png'],
    ['an element of its own', '<image><url>https://a.example/i.png</url></image>', 'https://a.example/i.png'],
    [
      'the first in the text',
      '<description>&lt;p&gt;x&lt;/p&gt;&lt;img alt="" src="https://a.example/d.png?a=1&amp;amp;b=2"&gt;</description>',
      'https://a.example/d.png?a=1&b=2',
    ],
    [
      'no counting pixel',
      '<description>&lt;img src="https://a.example/p.gif" width="1" height="1"&gt;</description>',
      null,
    ],
    [
      'the real one of a lazy image',
      '<description>&lt;img src="data:image/gif;base64,AA" data-src="https://a.example/z.jpg"&gt;</description>',
      'https://a.example/z.jpg',
    ],
    ['no data', '<description>&lt;img src="data:image/gif;base64,AA"&gt;</description>', null],
  ])('is %s', (_name, content, image) => {
    expect(item(`<title>t</title>${content}`).image).toBe(image);
  });
});

describe('texts', () => {
  it('stand in for each other: the content for a missing summary, never the reverse', () => {
    expect(item('<content:encoded>Long</content:encoded>')).toMatchObject({
      summary: 'Long',
      content: 'Long',
    });
    expect(item('<description>Short</description>')).toMatchObject({ summary: 'Short', content: null });
  });

  it('of Atom are HTML whatever type they have', () => {
    expect(entry('<id>1</id><summary>1 &lt; 2</summary>').summary).toBe('1 &lt; 2');
    expect(entry('<id>1</id><summary type="html">1 &amp;lt; 2</summary>').summary).toBe('1 &lt; 2');
    expect(entry('<id>1</id><content><![CDATA[<p>No type, but plainly HTML</p>]]></content>').content).toBe(
      '<p>No type, but plainly HTML</p>',
    );
    expect(entry('<id>1</id><content type="text">&lt;p&gt;a tag&lt;/p&gt;</content>').content).toBe(
      '&lt;p&gt;a tag&lt;/p&gt;',
    );
  });

  it('lose the namespaces of XHTML, but nothing of their words', () => {
    const xhtml =
      '<content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p title="a&quot;b">A &amp; b<h:br/></h:p></h:div></content>';
    expect(entry(`<id>1</id>${xhtml}`).content).toBe('<p title="a&quot;b">A &amp; b<br></p>');
  });

  it('have their links and pictures made absolute', () => {
    const html =
      '<a href="/x">x</a> <a href="#y">y</a> <a href="mailto:z@a.example">z</a> <img src=\'i.png\'>';
    expect(item(`<description><![CDATA[${html}]]></description>`).summary).toBe(
      '<a href="https://press.example/x">x</a> <a href="#y">y</a> <a href="mailto:z@a.example">z</a> <img src="https://press.example/feeds/i.png">',
    );
  });
});

describe('the feed itself', () => {
  it('states its language in any of several ways', () => {
    const channel = (content: string, attributes = ''): string | null =>
      read(`<rss${attributes}><channel>${content}</channel></rss>`).language;
    expect(channel('<language> uk_UA </language>')).toBe('uk-UA');
    expect(channel('<dc:language>de</dc:language>')).toBe('de');
    expect(channel('', ' xml:lang="fr"')).toBe('fr');
    expect(channel('<language>ua</language>')).toBe('uk');
    expect(channel('<language>English (United States)</language>')).toBeNull();
    expect(read(atom('', ' xml:lang="pl"')).language).toBe('pl');
  });

  it('may ask to be left alone at times', () => {
    const channel =
      '<ttl>abc</ttl><skipHours><hour>24</hour><hour>7</hour><hour>7</hour><hour>x</hour></skipHours><skipDays><day>monday</day><day>Never</day></skipDays><sy:updatePeriod>daily</sy:updatePeriod>';
    expect(read(rss(channel)).pace).toEqual({
      ttl: null,
      skipHours: [0, 7],
      skipDays: [1],
      updateMinutes: 1_440,
    });
  });

  it('has no items where it only looks like one', () => {
    expect(read(rss('<item></item><item> </item>')).items).toEqual([]);
  });
});
