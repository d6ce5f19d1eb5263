import { describe, expect, it } from 'vitest';
import { createText } from '../../../utils/i18n/text.ts';
import { createTimes } from '../../../utils/i18n/time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Wednesday 25 November 2026, 10:00 in Kyiv. */
const NOW = Date.UTC(2026, 10, 25, 8, 0);

const en = createTimes(createText('en'), 'Europe/Kyiv');
const uk = createTimes(createText('uk'), 'Europe/Kyiv');

describe('the short time of a row', () => {
  it.each([
    [0, 'now', 'щойно'],
    [59_999, 'now', 'щойно'],
    [MINUTE, '1\u00a0min', '1\u00a0хв'],
    [HOUR - 1, '59\u00a0min', '59\u00a0хв'],
    [HOUR, '1\u00a0h', '1\u00a0год'],
    [DAY - 1, '23\u00a0h', '23\u00a0год'],
    [DAY, 'Tue', 'вт'],
    [6 * DAY, 'Thu', 'чт'],
    [7 * DAY, '18 Nov', '18.11'],
    [400 * DAY, '10/2025', '10.2025'],
  ])('of an age of %i ms is %s', (age, english, ukrainian) => {
    expect(en.short(NOW - age, NOW)).toBe(english);
    expect(uk.short(NOW - age, NOW)).toBe(ukrainian);
  });

  it('never names today’s weekday for news of a week ago', () => {
    const lastWednesdayNoon = NOW - 7 * DAY + 2 * HOUR;
    expect(en.short(lastWednesdayNoon, NOW)).toBe('18 Nov');
  });

  it('of a moment ahead of the clock is now', () => {
    expect(en.short(NOW + HOUR, NOW)).toBe('now');
  });
});

describe('times in sentences', () => {
  it('say how long ago a check was', () => {
    expect(en.ago(NOW - 30_000, NOW)).toBe('just now');
    expect(en.ago(NOW - 2 * MINUTE, NOW)).toBe('2\u00a0min ago');
    expect(uk.ago(NOW - 5 * HOUR, NOW)).toBe('5\u00a0год тому');
    expect(en.ago(NOW - 25 * HOUR, NOW)).toBe('yesterday, 09:00');
    expect(uk.ago(NOW - 25 * HOUR, NOW)).toBe('учора, 09:00');
    expect(en.ago(NOW - 400 * DAY, NOW)).toBe('21 Oct 2025, 11:00');
  });

  it('give the moment itself, with the day only where it is not today', () => {
    expect(en.moment(NOW - HOUR, NOW)).toBe('at 09:00');
    expect(uk.moment(NOW - HOUR, NOW)).toBe('о\u00a009:00');
    expect(en.moment(NOW - 11 * HOUR, NOW)).toBe('yesterday, 23:00');
  });

  it('say об before eleven in Ukrainian', () => {
    expect(uk.moment(NOW + HOUR, NOW + 2 * HOUR)).toBe('об 11:00');
  });

  it('say when a check is due', () => {
    expect(en.until(NOW - HOUR, NOW)).toBe('any moment');
    expect(en.until(NOW + 8 * MINUTE, NOW)).toBe('in 8\u00a0min');
    expect(uk.until(NOW + 6 * HOUR, NOW)).toBe('за 6\u00a0год');
    expect(en.until(NOW + 25 * HOUR, NOW)).toBe('tomorrow, 11:00');
  });
});

describe('days', () => {
  it('begin at midnight in the reader’s zone, also where its clocks were changed', () => {
    const midnight = Date.UTC(2026, 9, 25, -3);
    expect(en.dayNumber(midnight) - en.dayNumber(midnight - 1)).toBe(1);
    expect(en.dayNumber(midnight + 25 * HOUR) - en.dayNumber(midnight + 25 * HOUR - 1)).toBe(1);
  });

  it('are called today, yesterday and by their date', () => {
    expect(en.day(NOW, NOW)).toBe('Today');
    expect(uk.day(NOW - 11 * HOUR, NOW)).toBe('Учора');
    expect(en.day(NOW - 5 * DAY, NOW)).toBe('Friday 20 November');
    expect(en.day(NOW - 400 * DAY, NOW)).toBe('Tuesday, 21 October 2025');
  });

  it('are written with the same apostrophe as everything else', () => {
    expect(uk.full(NOW - 5 * DAY)).toContain('п’ятниця');
  });
});
