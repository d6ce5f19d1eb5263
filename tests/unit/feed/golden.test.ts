/** Whole documents with the whole feed that they are read as: NAME.xml (or NAME.feed.json) and NAME.json. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ParsedFeed, PublishedDate } from '../../../utils/model/parsed-feed.ts';
import { encode } from './encode.ts';
import { read } from './read.ts';

const FOLDER = new URL('fixtures/', import.meta.url);
const INPUT = /\.(?:xml|feed\.json)$/;

/** Dates as people read them, everything else as it is. */
function readable(feed: ParsedFeed): object {
  const date = (value: PublishedDate | null): string | null =>
    value === null ? null : `${new Date(value.at).toISOString()} offset ${value.offset}`;
  const items = feed.items.map((item) => ({
    ...item,
    published: date(item.published),
    updated: date(item.updated),
  }));
  return { ...feed, items };
}

/** The bytes of a fixture; those that declare windows-1251 are kept as UTF-8 and encoded here. */
function bytesOf(name: string): Uint8Array {
  const text = readFileSync(new URL(name, FOLDER), 'utf8');
  return name.includes('windows-1251') ? encode(text, 'windows-1251') : new TextEncoder().encode(text);
}

describe('a document is read as', () => {
  const names = readdirSync(FOLDER).filter((name) => INPUT.test(name));
  it.each(names)('%s', (name) => {
    const expected: unknown = JSON.parse(readFileSync(new URL(name.replace(INPUT, '.json'), FOLDER), 'utf8'));
    expect(readable(read(bytesOf(name), 'https://press.example/feeds/all.xml'))).toEqual(expected);
  });
});
