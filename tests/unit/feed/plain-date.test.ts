import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseDate } from '../../../utils/feed/date.ts';
import { propertyRuns } from '../../property-runs.ts';

const RUNS = propertyRuns;
const two = (n: number): string => String(n).padStart(2, '0');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Foo'];

const parts = fc.record({
  day: fc.integer({ min: 0, max: 32 }),
  month: fc.integer({ min: 0, max: 12 }),
  year: fc.integer({ min: 1970, max: 2100 }),
  h: fc.integer({ min: 0, max: 24 }),
  m: fc.integer({ min: 0, max: 60 }),
  s: fc.integer({ min: 0, max: 60 }),
  zone: fc.constantFrom('GMT', 'UTC', 'Z', '+0200', '-0000', '-0430', '+1400', 'EST'),
});

it('a date in its standard form is the same moment as the same date written loosely', () => {
  fc.assert(
    fc.property(parts, ({ day, month, year, h, m, s, zone }) => {
      const words = (space: string): string =>
        `${two(day)}${space}${MONTHS[month]} ${year} ${two(h)}:${two(m)}:${two(s)} ${zone}`;
      expect(parseDate(words(' '))).toEqual(parseDate(words('  ')));
      const colons = /\d/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : 'Z';
      const iso = (letter: string): string =>
        `${year}-${two(month)}-${two(day)}${letter}${two(h)}:${two(m)}:${two(s)}${colons}`;
      expect(parseDate(iso('T'))).toEqual(parseDate(iso('t')));
    }),
    { numRuns: RUNS },
  );
});
