/** Real feeds as Lede reads them, beside another parser that was written apart from it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseFeed as feedsmith } from 'feedsmith';
import { expect, it } from 'vitest';
import { plainText } from '../../utils/text/html.ts';
import { describeWhere, read } from './corpora.ts';
import { corpus } from './folder.ts';

const folder = corpus('feeds/real');
const files = folder === null ? [] : readdirSync(folder).filter((file) => file.endsWith('.feed'));

/** What both parsers know of an item, in one form. */
interface Seen {
  readonly title: string;
  readonly at: number | null;
}

type Text = string | { readonly value?: string } | undefined;

interface TheirItem {
  readonly title?: Text;
  readonly pubDate?: string;
  readonly published?: string;
  readonly date_published?: string;
  readonly updated?: string;
  readonly dc?: { readonly date?: string; readonly dates?: readonly string[] };
}

const folded = (text: string): string => plainText(plainText(text)).replace(/\W+/gu, '');

function theirs(bytes: Uint8Array): Seen[] | null {
  try {
    const { feed } = feedsmith(new TextDecoder().decode(bytes));
    const { items, entries } = feed as { items?: TheirItem[]; entries?: TheirItem[] };
    return (items ?? entries ?? []).map((item) => {
      const title = typeof item.title === 'string' ? item.title : (item.title?.value ?? '');
      const date =
        item.pubDate ?? item.published ?? item.date_published ?? item.updated ?? item.dc?.dates?.[0];
      // `Date.parse`, which this side needs, takes the year 0001 for 2001.
      const at = date === undefined || /\b0001\b/.test(date) ? Number.NaN : Date.parse(date);
      return { title: folded(title), at: Number.isNaN(at) ? null : at };
    });
  } catch {
    return null;
  }
}

function ours(bytes: Uint8Array): Seen[] {
  return read(bytes).items.map(({ title, published, updated }) => ({
    title: folded(title),
    at: (published ?? updated)?.at ?? null,
  }));
}

describeWhere(folder, 'beside feedsmith', () => {
  it.each(files)('%s has the same items, headlines and dates', (file) => {
    const bytes = Uint8Array.from(readFileSync(path.join(folder ?? '', file)));
    const other = theirs(bytes);
    if (other === null) return;
    const own = ours(bytes);
    expect(own.map(({ title }) => title)).toEqual(other.map(({ title }) => title));
    // Where only one of the two reads a date, nothing is compared: theirs is left as the publisher wrote it.
    const pairs = own.flatMap(({ at }, index) => {
      const there = other[index]?.at ?? null;
      return at === null || there === null ? [] : [[at, there]];
    });
    expect(pairs.filter(([at, there]) => at !== there)).toEqual([]);
  });
});
