/** Small feeds with one expected field each, of another parser's tests. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { ParsedFeed, ParsedItem, PublishedDate } from '../../utils/model/parsed-feed.ts';
import { decodeHtmlEntities } from '../../utils/text/entities.ts';
import { oneLine } from '../../utils/text/space.ts';
import { describeWhere, read, UNKNOWN_ADDRESS } from './corpora.ts';
import { corpus } from './folder.ts';

interface Case {
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A path such as `items[0].title`. */
  readonly field: string;
  readonly expected: string;
  readonly body_base64: string;
}

/** Cases that are decided otherwise here. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'wellformed/atom10/tag_in_attr.xml': 'a title that is nothing but an image has no words',
};

const folder = corpus('feeds');
const file = folder === null ? null : path.join(folder, 'cases.jsonl');
const lines = file !== null && existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];

/** Words without anything that looks like a tag or an entity, however often it was escaped. */
function words(html: string): string {
  const bare = decodeHtmlEntities(html).replace(/<[^>]*>/g, ' ');
  return oneLine(decodeHtmlEntities(decodeHtmlEntities(bare)));
}

function fieldOf(feed: ParsedFeed, field: string): string {
  const [, index, name = ''] = /^(?:feed|items\[(\d+)\])\.(\w+)$/.exec(field) ?? [];
  if (index === undefined) return feed[name as 'title' | 'siteUrl' | 'description' | 'language'] ?? '';
  const item = feed.items[Number(index)];
  if (item === undefined) return '';
  if (name === 'publishedAt') return iso(item.published);
  // The other parser takes either date for the other where one is missing.
  if (name === 'updatedAt') return iso(item.updated ?? item.published);
  return (
    item[name as keyof Pick<ParsedItem, 'guid' | 'url' | 'title' | 'summary' | 'content' | 'author'>] ?? ''
  );
}

function iso(date: PublishedDate | null): string {
  return date === null ? '' : new Date(date.at).toISOString().replace('.000Z', 'Z');
}

describeWhere(lines.length > 0 ? folder : null, 'a case', () => {
  const cases = lines.map((line): Case => JSON.parse(line)).filter(({ id }) => !(id in OTHERWISE));

  it.each(cases)('$id: $field', ({ headers, field, expected, body_base64 }) => {
    const url = URL.parse(headers['content-location'] ?? '', UNKNOWN_ADDRESS)?.href;
    const feed = read(Buffer.from(body_base64, 'base64'), url, headers['content-type'] ?? null);
    const value = fieldOf(feed, field);
    if (/title|description|summary|content|author/.test(field)) expect(words(value)).toBe(words(expected));
    else expect(value.trim()).toBe(expected.trim());
  });
});
