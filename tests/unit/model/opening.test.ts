import { expect, it } from 'vitest';
import { opensInReader } from '../../../utils/model/opening.ts';

const URL = 'https://courier.example/1';
const story = (others: number) => ({ id: 1, others, more: 0, origin: null });

it.each([
  ['a text that is clearly longer', { url: URL, isLong: true as const, story: null }, true],
  ['a story of several sources', { url: URL, story: story(1) }, true],
  ['nothing but what the row shows', { url: URL, story: null }, false],
  ['a story of its own source alone', { url: URL, story: story(0) }, false],
  ['no address', { url: null, story: null }, true],
])('a row with %s', (_, row, opens) => {
  expect(opensInReader(row)).toBe(opens);
});
