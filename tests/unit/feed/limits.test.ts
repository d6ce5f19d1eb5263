/** Documents written to do harm. Each has to end soon, with what could be read or with a problem. */
import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../../utils/feed/index.ts';
import { MAX_BYTES, MAX_ITEMS } from '../../../utils/feed/limits.ts';
import type { ParsedFeed } from '../../../utils/model/parsed-feed.ts';
import type { Result } from '../../../utils/model/problem.ts';
import { FEED_URL } from './read.ts';

/** What the reader of one document may take, in ms; ten times what is measured, since test machines are busy. */
const PATIENCE = 5_000;

const HEAD = '<rss version="2.0"><channel><title>Hostile</title>';
const filled = (pattern: string, length = MAX_BYTES): string =>
  pattern.repeat(Math.floor(length / pattern.length));

function parse(document: string | Uint8Array): Result<ParsedFeed> {
  const bytes = typeof document === 'string' ? new TextEncoder().encode(document) : document;
  return parseFeed({ bytes, url: FEED_URL, contentType: null });
}

function laughs(): string {
  const levels = Array.from({ length: 30 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`);
  return `<!DOCTYPE rss [<!ENTITY l0 "ha">${levels.join('')}]>${HEAD}<item><title>&l30;</title><guid>1</guid></item></channel></rss>`;
}

describe('a hostile document', () => {
  it.each([
    ['of 100,000 nested tags', HEAD + '<a>'.repeat(100_000)],
    ['of 100,000 nested items', HEAD + '<item>'.repeat(100_000)],
    ['of nested tags in a text', `${HEAD}<item><description>${'<div>'.repeat(100_000)}`],
    ['of 200 MB', new Uint8Array(200 * 1024 * 1024).fill(0x61)],
    ['of nothing but <', HEAD + filled('<')],
    ['of closing tags alone', HEAD + filled('</x>')],
    ['of comments that do not end', HEAD + filled('<!--')],
    ['of CDATA sections that do not end', `${HEAD}<3>${filled('<title><![CDATA[')}`],
    ['of entity declarations that do not end', `<!DOCTYPE rss [${filled('<!ENTITY a "')}`],
    [
      'of a million attributes',
      `${HEAD}<item ${Array.from({ length: 1_000_000 }, (_, i) => `a${i}=""`).join(' ')}/>`,
    ],
    ['of addresses that are not closed', `${HEAD}<item><description>${filled(' href=&quot;a&quot;')}`],
    ['of JSON brackets', `{"items":${filled('[')}`],
    ['of JSON items that never end', `{"items":[${filled('{"id":1},')}`],
    ['of NUL bytes', new Uint8Array(MAX_BYTES)],
  ])('%s ends', { timeout: PATIENCE }, (_name, document) => {
    const result = parse(document);
    expect(result.ok ? result.value.items.length : 0).toBeLessThanOrEqual(MAX_ITEMS);
  });

  it('of a million items gives the first ones', { timeout: PATIENCE }, () => {
    const result = parse(`${HEAD}${'<item><title>A</title></item>'.repeat(500_000)}</channel></rss>`);
    expect(result.ok && [result.value.items.length, result.value.complete]).toEqual([MAX_ITEMS, true]);
  });

  it('of a billion laughs does not expand', { timeout: PATIENCE }, () => {
    const result = parse(laughs());
    expect(result.ok && result.value.items[0]?.title.length).toBeLessThan(5_000);
  });

  it('of one entity used a million times does not grow beyond its limit', { timeout: PATIENCE }, () => {
    const doctype = `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(4_000)}">]>`;
    const item = `<item><description>${'&a;'.repeat(1_000_000)}</description><guid>1</guid></item>`;
    const result = parse(`${doctype}${HEAD}${item}</channel></rss>`);
    // On a machine that is busy with other things the limit of time may come first and leave the item out.
    expect(result.ok && (result.value.items[0]?.summary?.length ?? 0)).toBeLessThan(5_000_000);
  });
});
