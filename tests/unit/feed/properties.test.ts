/** Whatever the bytes are: nothing throws, nothing hangs, and what is normal stays as it is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../utils/feed/date.ts';
import { decode } from '../../../utils/feed/decode.ts';
import { parseFeed } from '../../../utils/feed/index.ts';
import { repairMarkup } from '../../../utils/feed/repair.ts';
import { unpack } from '../../../utils/feed/unpack.ts';
import { propertyRuns } from '../../property-runs.ts';
import { encodeWide } from './encode.ts';
import { FEED_URL, read, rss } from './read.ts';

const numRuns = propertyRuns;
const timeout = 10_000 + numRuns * 20;

/** Pieces of markup, thrown together: closer to what breaks a reader than letters at random. */
const PIECES = [
  '<rss version="2.0">',
  '<channel>',
  '<item>',
  '<title>',
  '<link>',
  '<guid>',
  '<description>',
  '<pubDate>',
  '<content:encoded>',
  '</item>',
  '</title>',
  '</channel>',
  '</rss>',
  '<feed xmlns="http://www.w3.org/2005/Atom">',
  '<entry>',
  '</entry>',
  '<content type="xhtml">',
  '<div xmlns="http://www.w3.org/1999/xhtml">',
  '</div>',
  '<urlset>',
  '<url>',
  '<loc>',
  '<rdf:RDF>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<?xml version="1.0" encoding="windows-1251"?>',
  '<!DOCTYPE rss [',
  '<!ENTITY a "b">',
  ']>',
  '&a;',
  '&amp;',
  '&#',
  '&#55357;',
  '&nbsp;',
  '<',
  '>',
  '"',
  "'",
  '=',
  '/',
  ' xml:base="x"',
  ' xmlns:q="r"',
  '<br/>',
  '<3',
  'https://a.example/',
  'слово',
  '😀',
  '\u0000',
  '\ufeff',
  ' ',
  '\n',
  '{',
  '}',
  '[',
  ']',
  ',',
  '"items":',
  '"id":1',
  '\\',
];

const markup = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8 })), { maxLength: 60 })
  .map((pieces) => pieces.join(''));
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  markup.map((text) => new TextEncoder().encode(text)),
);

/** A date as the formats print it, of any moment that has four digits of a year. */
const moment = fc
  .integer({ min: Date.UTC(1000, 0), max: Date.UTC(9999, 0) })
  .map((at) => Math.floor(at / 1_000) * 1_000);

describe('whatever comes', () => {
  it('a document is read, or is a problem', { timeout }, () => {
    fc.assert(
      fc.property(bytes, fc.option(fc.string()), (document, contentType) => {
        const result = parseFeed({ bytes: document, url: FEED_URL, contentType });
        for (const item of result.ok ? result.value.items : []) {
          expect(item.title).toBe(item.title.trim());
          expect(item.url === null || /^https?:\/\/./i.test(item.url)).toBe(true);
        }
      }),
      { numRuns },
    );
  });

  it('bytes become text', { timeout }, () => {
    fc.assert(
      fc.property(
        bytes,
        fc.option(fc.constantFrom('gbk', 'utf-16', 'koi8-u', 'x', 'iso-2022-jp')),
        (document, charset) => {
          const decoded = decode(document, charset === null ? null : `text/xml; charset=${charset}`);
          expect(decoded.ok ? typeof decoded.value.text : decoded.problem.code).toMatch(
            /^(?:string|unsupported)$/,
          );
        },
      ),
      { numRuns },
    );
  });

  it('a packed body is unpacked, or is a problem', { timeout }, async () => {
    const packed = fc.uint8Array({ maxLength: 200 }).map((rest) => Uint8Array.from([0x1f, 0x8b, 8, ...rest]));
    await fc.assert(
      fc.asyncProperty(packed, async (document) => {
        expect(typeof (await unpack(document)).ok).toBe('boolean');
      }),
      { numRuns: Math.min(numRuns, 500) },
    );
  });

  it('a text is a date, or none', { timeout }, () => {
    const words = fc.constantFrom(
      'Thu,',
      '01',
      'Jan',
      '2004',
      '19:48:21',
      'GMT',
      '+0200',
      '2004-01-01',
      'T',
      'Z',
      '-',
      '/',
      '.',
      'груд',
      'W53',
      '31',
      '99',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 8 }).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const date = parseDate(text);
        expect(date === null || Number.isFinite(new Date(date.at).getTime())).toBe(true);
      }),
      { numRuns },
    );
  });
});

describe('what is normal', () => {
  it('in dates stays the same moment in every form', { timeout }, () => {
    fc.assert(
      fc.property(moment, (at) => {
        const date = new Date(at);
        expect(parseDate(date.toISOString())).toEqual({ at, offset: 0 });
        expect(parseDate(date.toUTCString())).toEqual({ at, offset: 0 });
      }),
      { numRuns },
    );
  });

  it('in text comes back from every encoding of Unicode', { timeout }, () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(
        words,
        fc.constantFrom(2 as const, 4 as const),
        fc.boolean(),
        fc.boolean(),
        (text, width, little, mark) => {
          const document = `<rss>${text.toWellFormed()}</rss>`;
          expect(decode(encodeWide(document, width, little, mark), null)).toMatchObject({
            value: { text: document },
          });
          expect(decode(new TextEncoder().encode(document), null)).toMatchObject({
            value: { text: document },
          });
        },
      ),
      { numRuns },
    );
  });

  it('in markup needs no repair, and what is repaired needs no more', { timeout }, () => {
    expect(repairMarkup(rss('<item><title>a</title></item>'))).toBe(rss('<item><title>a</title></item>'));
    fc.assert(
      fc.property(markup, (text) => {
        const repaired = repairMarkup(text);
        expect(repairMarkup(repaired)).toBe(repaired);
      }),
      { numRuns },
    );
  });

  it('in items is found wherever the document breaks off', { timeout }, () => {
    const document = rss(
      Array.from({ length: 5 }, (_, i) => `<item><title>Title ${i}</title><guid>${i}</guid></item>`).join(''),
    );
    fc.assert(
      fc.property(fc.integer({ min: document.indexOf('</item>') + 7, max: document.length }), (length) => {
        const whole = document.slice(0, length).split('</item>').length - 1;
        expect(read(document.slice(0, length)).items.length).toBeGreaterThanOrEqual(whole);
      }),
      { numRuns },
    );
  });
});
