import { expect, it } from 'vitest';
import { pictureOf, tableOf } from '../../bench/readme.ts';

const line = { unit: 'ms', runs: 30, p90: 70 } as const;
const LINES = {
  'popup-2k': { ...line, value: 50, budget: 1.8, baseline: 40, ratio: 1.25 },
  'popup-50k': { ...line, value: 60, budget: 1.8, baseline: 40, ratio: 1.5 },
  'popup-200k': { ...line, value: 88, budget: 1.8, baseline: 40, ratio: 2.2 },
  zip: { unit: 'kB', runs: 1, p90: 310, value: 310, budget: 300 },
};

it('says of each figure that was measured what it is and whether its budget holds', () => {
  expect(tableOf(LINES).split('\n').slice(2)).toEqual([
    '| popup to its first rows, 2,000 stored, beside an empty page | 50 ms | 1.25× | 1.8 × | yes |',
    '| the same, 50,000 stored | 60 ms | 1.5× | 1.8 × | yes |',
    '| the same, 200,000 stored | 88 ms | 2.2× | 1.8 × | **no** |',
    '| the package | 310 kB |  | 300 kB | **no** |',
  ]);
});

it('draws the popup’s time by what is stored, and the empty page’s', () => {
  const picture = pictureOf(LINES);
  expect(picture.match(/<circle/g)).toHaveLength(3);
  for (const label of ['50 ms', '88 ms', '200k']) expect(picture).toContain(`>${label}<`);
  expect(pictureOf({})).not.toContain('NaN');
});
