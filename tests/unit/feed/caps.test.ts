/** Texts made to take long or to reach where they must not: each is over in 50 ms, or under the cap that is stated. */
import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../../utils/feed/index.ts';
import { readOpml } from '../../../utils/feed/opml.ts';
import {
  MAX_WORD_LENGTH,
  MOST_MUTED_WORDS,
  MOST_WATCH_WORDS,
  readSettings,
  readSettingsPatch,
} from '../../../utils/model/settings.ts';
import { MAX_TYPED_LENGTH } from '../../../utils/protocol/verbs.ts';
import { readQuery } from '../../../utils/search/query.ts';
import { plainText } from '../../../utils/text/html.ts';
import { phraseTest } from '../../../utils/text/phrases.ts';
import { createWatch } from '../../../utils/text/watch.ts';
import { FEED_URL } from './read.ts';

/** In ms, by the quickest of a few tries: what other processes take meanwhile is not counted. */
const CAP_MS = 50;

function quickestMs(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return Math.min(...times);
}

const parse = (document: string) =>
  parseFeed({ bytes: new TextEncoder().encode(document), url: FEED_URL, contentType: null });
const opml = (document: string) => readOpml(new TextEncoder().encode(document));

/** What makes regular expressions go back and forth without end. */
const EVIL: readonly string[] = [
  'a'.repeat(MAX_WORD_LENGTH),
  '-"'.repeat(MAX_WORD_LENGTH / 2),
  '(a+)+$',
  '(.*a){25}',
  '[[[[[[[[[[',
  '\\'.repeat(MAX_WORD_LENGTH),
  '*'.repeat(MAX_WORD_LENGTH),
  ' -«'.repeat(33),
  ' '.repeat(MAX_WORD_LENGTH),
  '\u0301'.repeat(MAX_WORD_LENGTH),
  'ﷺ'.repeat(MAX_WORD_LENGTH),
];
const TEXTS: readonly string[] = [
  'a'.repeat(500),
  `${'a '.repeat(250)}!`,
  '\u0301'.repeat(500),
  '-"'.repeat(250),
];
const asText = (title: string) => ({ title, snippet: title, language: null });

describe('words that are muted and watched for', () => {
  it.each(EVIL)('%j takes no longer than others', (word) => {
    const muted = Array.from({ length: MOST_MUTED_WORDS }, () => word);
    const watched = Array.from({ length: MOST_WATCH_WORDS }, () => ({ words: word, feedId: null }));
    for (const text of TEXTS) {
      expect(quickestMs(() => phraseTest(muted)(asText(text)))).toBeLessThan(CAP_MS);
      expect(quickestMs(() => createWatch(watched).found(asText(text), 1))).toBeLessThan(CAP_MS);
    }
  });

  it('are no expressions: their signs are letters, or nothing', () => {
    expect(phraseTest(['.*'])(asText('anything'))).toBe(false);
    expect(phraseTest(['c++'])(asText('a new c++ standard'))).toBe(true);
  });
});

it.each(EVIL)('a query of %j is read at once', (piece) => {
  const typed = piece.repeat(MAX_TYPED_LENGTH).slice(0, MAX_TYPED_LENGTH);
  expect(quickestMs(() => readQuery(typed))).toBeLessThan(CAP_MS);
});

describe('a document', () => {
  const nested = (depth: number): string => `${'<a>'.repeat(depth)}x${'</a>'.repeat(depth)}`;

  it.each([
    [
      'of a billion laughs',
      `<!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, i) => `<!ENTITY a${i} "${`&a${i ? i - 1 : ''};`.repeat(10)}">`).join('')}]><rss><channel><item><title>&a29;</title></item></channel></rss>`,
    ],
    [
      'of an entity that holds itself',
      '<!DOCTYPE l [<!ENTITY a "&b;"><!ENTITY b "&a;">]><rss><channel><item><title>&a;</title></item></channel></rss>',
    ],
    [
      'of an entity of another file',
      '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&a;</title></item></channel></rss>',
    ],
    [
      'nested ten thousand deep',
      `<rss><channel><item><title>A</title><description>${nested(10_000)}</description></item></channel></rss>`,
    ],
    ['of JSON nested ten thousand deep', `{"items":[{"id":1,"content_html":${'['.repeat(10_000)}`],
  ])('%s is read, or is a problem, under the cap', (_what, document) => {
    expect(quickestMs(() => parse(document))).toBeLessThan(CAP_MS);
    const result = parse(document);
    expect(JSON.stringify(result)).not.toContain('root:');
  });

  it('that names prototypes pollutes none', () => {
    parse(
      '{"version":"https://jsonfeed.org/version/1.1","__proto__":{"polluted":1},"items":[{"id":"1","title":"A","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]}',
    );
    parse(
      '<rss xmlns:__proto__="x"><channel><__proto__>1</__proto__><item><title>A</title><constructor>x</constructor><__proto__:title>B</__proto__:title></item></channel></rss>',
    );
    opml(
      '<opml><body><outline text="__proto__"><outline text="constructor" xmlUrl="https://a.example/" __proto__="x"/></outline></body></opml>',
    );
    readSettings(
      JSON.parse('{"__proto__":{"polluted":1},"panelSites":[{"__proto__":{"polluted":1},"host":"a"}]}'),
    );
    readSettingsPatch(JSON.parse('{"__proto__":{"polluted":1}}'));
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(([] as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('a list of sources', () => {
  it.each([
    ['nested ten thousand deep', `<opml><body>${'<outline text="a">'.repeat(10_000)}`],
    ['of attributes that are not closed', `<opml><body>${'<outline text="'.repeat(5_000)}`],
    [
      'of entities that hold each other',
      '<!DOCTYPE o [<!ENTITY a "&b;&b;"><!ENTITY b "&a;&a;">]><opml><body><outline text="&a;" xmlUrl="https://a.example/"/></body></opml>',
    ],
  ])('%s is read under the cap', (_what, document) => {
    expect(quickestMs(() => opml(document))).toBeLessThan(CAP_MS);
  });
});

it.each([
  ['brackets', '<'.repeat(100_000)],
  ['comments', '<!--'.repeat(25_000)],
  ['signs', '&'.repeat(100_000)],
  ['tags', `<a ${'b="'.repeat(30_000)}`],
])('markup of a hundred thousand %s becomes text under the cap', (_what, markup) => {
  expect(quickestMs(() => plainText(markup))).toBeLessThan(CAP_MS);
});
