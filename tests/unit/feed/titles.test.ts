/** Headlines, character for character: what is written in a document, and what a reader has to see. */
import { describe, expect, it } from 'vitest';
import { atom, firstItem, rdf, rss, sitemap } from './read.ts';

type Rows = readonly (readonly [written: string, seen: string])[];

const RSS: Rows = [
  ['Plain words', 'Plain words'],
  ['  Space \n\t around  and within ', 'Space around and within'],
  ['Ціни на газ зросли на 5&#37;', 'Ціни на газ зросли на 5%'],
  ['Fish &amp; chips', 'Fish & chips'],
  ['AT&amp;amp;T buys a rival', 'AT&T buys a rival'],
  ['Fish & chips', 'Fish & chips'],
  ['R&D spending falls', 'R&D spending falls'],
  ['1 &lt; 2', '1 < 2'],
  ['2 &gt; 1', '2 > 1'],
  ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
  ['The &lt;i&gt;Titanic&lt;/i&gt; sails', 'The Titanic sails'],
  ['The <i>Titanic</i> sails', 'The Titanic sails'],
  ['<![CDATA[The <b>big</b> story]]>', 'The big story'],
  ['<![CDATA[AT&amp;T & friends]]>', 'AT&T & friends'],
  ['<![CDATA[Ben &amp;amp; Jerry]]>', 'Ben &amp; Jerry'],
  ['How to use &amp;lt;div&amp;gt;', 'How to use <div>'],
  ['How to use &lt;div&gt;', 'How to use <div>'],
  ['Vec&lt;T&gt; explained', 'Vec<T> explained'],
  ['&lt;script&gt;alert(1)&lt;/script&gt;News', 'News'],
  ['&lt;div&gt;Boxed&lt;/div&gt;&lt;div&gt;twice&lt;/div&gt;', 'Boxed twice'],
  ['Line one&lt;br/&gt;line two', 'Line one line two'],
  ['&quot;Quoted&quot; &apos;words&apos;', '"Quoted" \'words\''],
  ['It&#8217;s here', 'It’s here'],
  ['It&#x2019;s here', 'It’s here'],
  ['It&#146;s here', 'It’s here'],
  ['It&rsquo;s here', 'It’s here'],
  ['It&amp;rsquo;s here', 'It’s here'],
  ['It&amp;#8217;s here', 'It’s here'],
  ['Café&nbsp;au lait', 'Café au lait'],
  ['Unknown &entity; stays', 'Unknown &entity; stays'],
  ['Emoji &#128512; and &#55357;&#56832;', 'Emoji 😀 and 😀'],
  ['<![CDATA[Brackets ]] and > here]]>', 'Brackets ]] and > here'],
  ['<![CDATA[Part one]]> and <![CDATA[part two]]>', 'Part one and part two'],
  ['<![CDATA[<![CDATA[Wrapped twice]]>]]>', 'Wrapped twice'],
  ['&lt;![CDATA[Escaped wrapper]]&gt;', 'Escaped wrapper'],
  ['Під’їзд у м.&nbsp;Київ', 'Під’їзд у м. Київ'],
  ['H&lt;sub&gt;2&lt;/sub&gt;O in 10&lt;b&gt;0&lt;/b&gt; homes', 'H2O in 100 homes'],
  ['I &lt;3 news', 'I <3 news'],
  ['I <3 news', 'I <3 news'],
  ['&lt;!-- hidden --&gt;Shown', 'Shown'],
  ['Tab&#9;and&#10;newline', 'Tab and newline'],
];

const ATOM: readonly (readonly [attributes: string, written: string, seen: string])[] = [
  ['', 'Plain words', 'Plain words'],
  ['', '&lt;b&gt; is a tag', '<b> is a tag'],
  [' type="text"', '&lt;b&gt;bold&lt;/b&gt;', '<b>bold</b>'],
  [' type="text"', 'AT&amp;amp;T', 'AT&amp;T'],
  [' type="html"', 'AT&amp;amp;T', 'AT&T'],
  [' type="html"', '&lt;b&gt;bold&lt;/b&gt; words', 'bold words'],
  [' type="html"', 'use &amp;lt;div&amp;gt;', 'use <div>'],
  [' type="html"', '<![CDATA[Q&amp;A <em>live</em>]]>', 'Q&A live'],
  [' type="text/html"', '&lt;b&gt;bold&lt;/b&gt;', 'bold'],
  [' type="xhtml"', '<div xmlns="http://www.w3.org/1999/xhtml">A <b>bold</b> 1 &lt; 2</div>', 'A bold 1 < 2'],
  [
    ' type="xhtml"',
    '<x:div xmlns:x="http://www.w3.org/1999/xhtml">A <x:b>bold</x:b> one</x:div>',
    'A bold one',
  ],
  [' type="application/octet-stream"', 'RG9uJ3QgPGI+cGFuaWM8L2I+', "Don't panic"],
  [' mode="base64"', 'RG9uJ3QgPGI+cGFuaWM8L2I+', "Don't panic"],
  [' mode="escaped" type="text/html"', '&lt;i&gt;Old&lt;/i&gt; Atom', 'Old Atom'],
  [' type=""', 'No type', 'No type'],
  ['', 'It&rsquo;s undeclared', 'It’s undeclared'],
];

const PLAIN_JSON: Rows = [
  ['Fish & chips', 'Fish & chips'],
  ['AT&amp;T is written so', 'AT&amp;T is written so'],
  ['use <div>', 'use <div>'],
  [' Two\nlines ', 'Two lines'],
];

const SITEMAP: Rows = [
  ['Fish &amp; chips', 'Fish & chips'],
  ['<![CDATA[Fish & chips]]>', 'Fish & chips'],
  ['use &lt;div&gt;', 'use <div>'],
];

describe('a headline is seen as its author meant it', () => {
  it.each(RSS)('in RSS: %s', (written, seen) => {
    expect(firstItem(rss(`<item><title>${written}</title><guid>1</guid></item>`)).title).toBe(seen);
  });

  it.each(RSS)('in RDF: %s', (written, seen) => {
    expect(firstItem(rdf(`<item rdf:about="x"><title>${written}</title></item>`)).title).toBe(seen);
  });

  it.each(ATOM)('in Atom with%s: %s', (attributes, written, seen) => {
    expect(firstItem(atom(`<entry><title${attributes}>${written}</title><id>1</id></entry>`)).title).toBe(
      seen,
    );
  });

  it.each(PLAIN_JSON)('in JSON Feed: %s', (written, seen) => {
    const feed = { version: 'https://jsonfeed.org/version/1.1', items: [{ id: '1', title: written }] };
    expect(firstItem(JSON.stringify(feed)).title).toBe(seen);
  });

  it.each(SITEMAP)('in a news sitemap: %s', (written, seen) => {
    const news = `<news:news><news:title>${written}</news:title></news:news>`;
    expect(firstItem(sitemap(`<url><loc>https://press.example/1</loc>${news}</url>`)).title).toBe(seen);
  });
});
