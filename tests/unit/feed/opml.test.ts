import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOpml } from '../../../utils/feed/opml.ts';
import { writeOpml } from '../../../utils/feed/opml-writer.ts';
import type { OpmlList, OpmlSource } from '../../../utils/model/opml.ts';
import { propertyRuns, propertyTimeout } from '../../property-runs.ts';
import { encode, encodeWide } from './encode.ts';

const SOURCES = Array.from(
  { length: 20_000 },
  (_, i) => `<outline text="${i}" xmlUrl="https://a.example/${i}"/>`,
).join('');

const RUNS = propertyRuns;

function read(body: string): OpmlList {
  const result = readOpml(new TextEncoder().encode(`<opml version="1.0"><body>${body}</body></opml>`));
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

const urls = (list: OpmlList): string[] => list.sources.map(({ url }) => url);

describe('a list of sources', () => {
  it('keeps nested folders, names and sites', () => {
    const list = read(`<outline text="News"><outline text="Ukraine">
      <outline type="rss" text="Courier" title="The Courier" xmlUrl="https://a.example/rss" htmlUrl="https://a.example/"/>
      </outline></outline><outline text="Top" xmlUrl="https://b.example/rss"/>`);
    expect(list.sources).toEqual([
      {
        url: 'https://a.example/rss',
        title: 'The Courier',
        siteUrl: 'https://a.example/',
        folder: ['News', 'Ukraine'],
      },
      { url: 'https://b.example/rss', title: 'Top', siteUrl: null, folder: [] },
    ]);
  });

  it.each([
    ['names of attributes in any case', '<outline TEXT="A" XMLURL="https://a.example/rss"/>'],
    ['single quotes and no quotes', "<outline text=A xmlUrl='https://a.example/rss'></outline>"],
    [
      'outlines with sources inside a source',
      '<outline text="A" xmlUrl="https://a.example/rss"><outline text="x"/></outline>',
    ],
    [
      'an address called url, as old lists have it',
      '<outline type="rss" text="A" url="https://a.example/rss"/>',
    ],
    ['a prefix before every name', '<o:outline text="A" xmlUrl="https://a.example/rss"></o:outline>'],
    ['addresses without a scheme, or with feed:', '<outline text="A" xmlUrl="feed://a.example/rss"/>'],
    ['entities in addresses', '<outline text="A" xmlUrl="https:&#47;&#47;a.example&#47;rss"/>'],
  ])('is read with %s', (_what, body) => {
    expect(urls(read(body))).toEqual(['https://a.example/rss']);
  });

  it('keeps an address whose ampersands are not escaped', () => {
    const list = read('<outline text="A" xmlUrl="https://a.example/rss?a=1&copy=2&sect=3"/>');
    expect(urls(list)).toEqual(['https://a.example/rss?a=1&copy=2&sect=3']);
  });

  it('leaves out what stands in comments', () => {
    const list = read(`<!-- <outline text="Old" xmlUrl="https://old.example/rss"/> -->
      <outline text="A" xmlUrl="https://a.example/rss"/>`);
    expect(urls(list)).toEqual(['https://a.example/rss']);
  });

  it('takes the sources in a source into the folder of both', () => {
    const list = read(`<outline text="News"><outline text="A" xmlUrl="https://a.example/rss">
      <outline text="B" xmlUrl="https://b.example/rss"/></outline></outline>`);
    expect(list.sources.map(({ folder }) => folder)).toEqual([['News'], ['News']]);
  });

  it('keeps folders apart where no source is ever closed', () => {
    const list = read(`<outline text="F"><outline text="A" xmlUrl="https://a.example/rss">
      <outline text="B" xmlUrl="https://b.example/rss"></outline><outline text="C" xmlUrl="https://c.example/rss">`);
    expect(list.sources.map(({ title, folder }) => [title, ...folder])).toEqual([
      ['A', 'F'],
      ['B', 'F'],
      ['C'],
    ]);
  });

  it.each([
    ['a quote that is not closed', '<outline text="A" xmlUrl="https://a.example/rss/>'],
    ['a tag that is not closed', '<outline text="A"'],
  ])('loses no other source to %s', (_what, broken) => {
    const list = read(`${broken}
      <outline text="B" xmlUrl="https://b.example/rss"/><outline text="C" xmlUrl="https://c.example/rss"/>`);
    expect(urls(list)).toEqual(['https://b.example/rss', 'https://c.example/rss']);
  });

  it('takes the folder from the category where there is none around it', () => {
    const list = read('<outline text="A" category="/News/World,/Other" xmlUrl="https://a.example/rss"/>');
    expect(list.sources[0]?.folder).toEqual(['News', 'World']);
  });

  it('names what it skips, with the reason', () => {
    const list = read(`<outline text="No feed"/><outline text="Nor here"></outline>
      <outline text="Script" xmlUrl="javascript:alert(1)"/>
      <outline text="Long" xmlUrl="https://a.example/${'x'.repeat(5000)}"/>
      <outline text="A" xmlUrl="https://a.example/rss"/><outline text="Again" xmlUrl="https://a.example/rss"/>
      <outline text="Loop" type="include" url="https://a.example/list.opml"/>
      <outline text="Link" type="link" url="https://a.example/list.opml"/>
      <outline text="Page" type="link" url="https://a.example/"/>`);
    expect(list.skipped.map(({ title, reason }) => [title, reason])).toEqual([
      ['No feed', 'no-address'],
      ['Nor here', 'no-address'],
      ['Script', 'bad-address'],
      ['Long', 'bad-address'],
      ['Again', 'duplicate'],
      ['Loop', 'include'],
      ['Link', 'include'],
      ['Page', 'no-address'],
    ]);
  });

  it('is read up to where it breaks off', () => {
    const text =
      '<opml><body><outline text="F"><outline text="A" xmlUrl="https://a.example/rss"/><outline text="B" xmlU';
    const result = readOpml(new TextEncoder().encode(text));
    expect(result).toMatchObject({ ok: true, value: { complete: false } });
    expect(result.ok && urls(result.value)).toEqual(['https://a.example/rss']);
  });

  it('is read in windows-1251 as it declares', () => {
    const text = '<?xml version="1.0" encoding="windows-1251"?><opml><outline text="';
    const name = Uint8Array.from([0xca, 0xe8, 0xbf, 0xe2]);
    const tail = '" xmlUrl="https://a.example/rss"/></opml>';
    const encode = (part: string): Uint8Array => new TextEncoder().encode(part);
    const result = readOpml(Uint8Array.from([...encode(text), ...name, ...encode(tail)]));
    expect(result.ok && result.value.sources[0]?.title).toBe('Київ');
  });

  it.each([
    ['UTF-8', 'windows-1251', (text: string) => new TextEncoder().encode(text)],
    ['windows-1251', 'UTF-8', (text: string) => encode(text, 'windows-1251')],
    ['KOI8-U', null, (text: string) => encode(text, 'koi8-u')],
    ['UTF-16 without a mark', null, (text: string) => encodeWide(text, 2, true, false)],
    ['UTF-16', 'UTF-8', (text: string) => encodeWide(text, 2, false, true)],
  ] as const)('is read in %s whatever it declares (%s)', (_, declared, inBytes) => {
    const declaration = declared === null ? '' : `<?xml version="1.0" encoding="${declared}"?>`;
    const names = ['Київські новини', 'Їжак і ґанок'];
    const outlines = names.map((name, n) => `<outline text="${name}" xmlUrl="https://a.example/${n}"/>`);
    const result = readOpml(inBytes(`${declaration}<opml><body>${outlines.join('')}</body></opml>`));
    expect(result.ok && result.value.sources.map(({ title }) => title)).toEqual(names);
  });

  it('unfolds no entity that it declares, be it one that holds itself', () => {
    const text = `<!DOCTYPE opml [<!ENTITY a "&b;&b;"><!ENTITY b "&a;&a;">]>
      <opml><body><outline text="&a;" xmlUrl="https://a.example/rss"/></body></opml>`;
    const result = readOpml(new TextEncoder().encode(text));
    expect(result.ok && result.value.sources).toMatchObject([{ title: '&a;' }]);
  });

  it('keeps scripts in names as text', () => {
    const list = read(
      '<outline text="&lt;script&gt;alert(1)&lt;/script&gt;" xmlUrl="https://a.example/rss"/>',
    );
    expect(list.sources[0]?.title).toBe('<script>alert(1)</script>');
  });

  it('is no list where there is no outline', () => {
    expect(readOpml(new TextEncoder().encode('<html><p>Hello'))).toMatchObject({
      problem: { code: 'not-a-feed' },
    });
    expect(readOpml(new Uint8Array())).toMatchObject({ ok: false });
  });

  it('may be empty, very long and very deep', () => {
    expect(read('').sources).toEqual([]);
    const many = Array.from(
      { length: 30_000 },
      (_, i) => `<outline text="${i}" xmlUrl="https://a.example/${i}"/>`,
    );
    const list = read(many.join(''));
    expect(list.sources).toHaveLength(20_000);
    expect(list.skipped).toHaveLength(10_000);
    const deep = read(
      `${'<outline text="d">'.repeat(5000)}<outline text="A" xmlUrl="https://a.example/rss"/>`,
    );
    expect(deep.sources[0]?.folder).toHaveLength(8);
  });
});

describe('a list that is made to be slow', () => {
  it.each([
    ['opens folders without end', '<outline text="d">'.repeat(1_000_000)],
    ['has its sources twenty thousand folders deep', '<outline text="d">'.repeat(20_000) + SOURCES],
    ['never closes a quote', '<outline text="'.repeat(1_000_000)],
    ['never closes a comment', '<!--'.repeat(1_000_000)],
    ['is larger than is read', `<outline text="${' '.repeat(40_000_000)}"/>`],
  ])('is read in under a second where it %s', (_what, body) => {
    const bytes = new TextEncoder().encode(`<opml><body>${body}`);
    const start = performance.now();
    readOpml(bytes);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

const name = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replace(/\s+/g, ' ').trim());
const printable = name.filter((text) => !/[\p{Cc}\u200b\u2060]/u.test(text));
const folderName = printable.filter((text) => text !== '');
const source: fc.Arbitrary<OpmlSource> = fc.record({
  url: fc.webUrl({ withQueryParameters: true }).map((url) => new URL(url).href),
  title: printable,
  siteUrl: fc.constantFrom(null, 'https://a.example/'),
  folder: fc.array(
    fc.oneof(fc.constantFrom('News', 'Світ & люди', '"Quoted" <b>', '__proto__'), folderName),
    {
      maxLength: 3,
    },
  ),
});

const byUrl = (list: readonly OpmlSource[]): OpmlSource[] =>
  list.toSorted((a, b) => (a.url < b.url ? -1 : 1));

describe('a list that Lede writes', () => {
  it('has no character that XML forbids', () => {
    const opml = writeOpml([
      { url: 'https://a.example/', title: 'a\u0001\uffff\ud800b', siteUrl: null, folder: [] },
    ]);
    expect(opml).toContain('text="ab"');
  });

  it('is read back as it was, whatever names and addresses hold', { timeout: propertyTimeout }, () => {
    fc.assert(
      fc.property(fc.uniqueArray(source, { selector: ({ url }) => url, maxLength: 12 }), (sources) => {
        const result = readOpml(new TextEncoder().encode(writeOpml(sources)));
        expect(result.ok && byUrl(result.value.sources)).toEqual(byUrl(sources));
        expect(result.ok && result.value.skipped).toEqual([]);
        expect(result.ok && result.value.complete).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  it('may be cut anywhere, and gives the sources that stand whole before the cut', {
    timeout: propertyTimeout,
  }, () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(source, { selector: ({ url }) => url, maxLength: 6 }),
        fc.nat(),
        (sources, at) => {
          const bytes = new TextEncoder().encode(writeOpml(sources));
          const cut = readOpml(bytes.subarray(0, at % bytes.length));
          const whole = readOpml(bytes);
          if (!cut.ok || !whole.ok) return;
          expect(whole.value.sources.slice(0, cut.value.sources.length)).toEqual(cut.value.sources);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('never throws on reading what it did not write', { timeout: propertyTimeout }, () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<outline',
        '</outline>',
        '/>',
        '>',
        '"',
        "'",
        '=',
        ' xmlUrl',
        '<!--',
        '-->',
        '<opml>',
        '&',
      ),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        readOpml(new TextEncoder().encode(pieces.join('')));
      }),
      { numRuns: RUNS },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void readOpml(bytes)),
      { numRuns: RUNS },
    );
  });
});
