import { describe, expect, it } from 'vitest';
import { freshMs } from '../../../utils/net/freshness.ts';

const NOON = Date.UTC(2026, 10, 25, 12);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('how long an answer stays fresh', () => {
  it.each<[string, Record<string, string>, number | null]>([
    ['max-age', { 'cache-control': 'public, max-age=600' }, 10 * MINUTE],
    ['max-age less Age', { 'cache-control': 'max-age=600', age: '120' }, 8 * MINUTE],
    ['nothing of it once Age is over', { 'cache-control': 'max-age=60', age: '90' }, null],
    ['Expires', { expires: 'Wed, 25 Nov 2026 12:30:00 GMT' }, 30 * MINUTE],
    [
      'Expires by the server’s own clock',
      { expires: 'Wed, 25 Nov 2026 14:30:00 GMT', date: 'Wed, 25 Nov 2026 14:00:00 GMT' },
      30 * MINUTE,
    ],
    [
      'max-age before Expires',
      { 'cache-control': 'max-age=60', expires: 'Wed, 25 Nov 2026 13:00:00 GMT' },
      MINUTE,
    ],
    ['a day at most', { 'cache-control': 'max-age=31536000' }, DAY],
    ['nothing in the past', { expires: 'Wed, 25 Nov 2026 11:00:00 GMT' }, null],
    ['nothing unreadable', { expires: '0', 'cache-control': 'max-age=soon' }, null],
    ['nothing where it may not be kept', { 'cache-control': 'no-cache, max-age=600' }, null],
    ['nothing where nothing is said', {}, null],
  ])('is %s', (_what, headers, expected) => {
    expect(freshMs(new Headers(headers), NOON)).toBe(expected);
  });
});
