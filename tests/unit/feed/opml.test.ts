import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOpml } from '../../../utils/feed/opml.ts';
import { writeOpml } from '../../../utils/feed/opml-writer.ts';
import type { OpmlList, OpmlSource } from '../../../utils/model/opml.ts';

const RUNS = Number(process.env.LEDE_PROPERTY_RUNS ?? 200);

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
    ['addresses without a scheme, or with feed:', '<outline text="A" xmlUrl="feed://a.example/rss"/>'],
    ['entities in addresses', '<outline text="A" xmlUrl="https:&#47;&#47;a.example&#47;rss"/>'],
  ])('is read with %s', (_what, body) => {
    expect(urls(read(body))).toEqual(['https://a.example/rss']);
  });

  it('takes the folder from the category where there is none around it', () => {
    const list = read('<outline text="A" category="/News/World,/Other" xmlUrl="https://a.example/rss"/>');
    expect(list.sources[0]?.folder).toEqual(['News', 'World']);
  });

  it('names what it skips, with the reason', () => {
    const list = read(`<outline text="No feed"/><outline text="Script" xmlUrl="javascript:alert(1)"/>
      <outline text="A" xmlUrl="https://a.example/rss"/><outline text="Again" xmlUrl="https://a.example/rss"/>
      <outline text="Loop" type="include" url="https://a.example/list.opml"/>`);
    expect(list.skipped.map(({ title, reason }) => [title, reason])).toEqual([
      ['No feed', 'no-address'],
      ['Script', 'bad-address'],
      ['Again', 'duplicate'],
      ['Loop', 'include'],
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

const name = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replace(/\s+/g, ' ').trim());
const source: fc.Arbitrary<OpmlSource> = fc.record({
  url: fc.webUrl({ withQueryParameters: true }).map((url) => new URL(url).href),
  title: name.filter((text) => !/[\p{Cc}\u200b\u2060]/u.test(text)),
  siteUrl: fc.constantFrom(null, 'https://a.example/'),
  folder: fc.array(fc.constantFrom('News', 'Світ & люди', '"Quoted" <b>'), { maxLength: 3 }),
});

describe('a list that Lede writes', () => {
  it('is read back as it was, whatever names and addresses hold', () => {
    fc.assert(
      fc.property(fc.uniqueArray(source, { selector: ({ url }) => url, maxLength: 12 }), (sources) => {
        const result = readOpml(new TextEncoder().encode(writeOpml(sources)));
        const byUrl = (list: readonly OpmlSource[]): OpmlSource[] =>
          list.toSorted((a, b) => (a.url < b.url ? -1 : 1));
        expect(result.ok && byUrl(result.value.sources)).toEqual(byUrl(sources));
        expect(result.ok && result.value.complete).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  it('never throws or hangs on reading what it did not write', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        readOpml(bytes);
      }),
      { numRuns: RUNS },
    );
  });
});
