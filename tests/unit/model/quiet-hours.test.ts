import { describe, expect, it } from 'vitest';
import { isQuiet } from '../../../utils/model/quiet-hours.ts';

const hours = (from: string, to: string) => ({
  isOn: true,
  from: at(from),
  to: at(to),
  exceptBreaking: false,
});
const at = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const utc = (time: string) => Date.parse(`${time}:00Z`);

describe('quiet hours', () => {
  it.each([
    ['22:59', false],
    ['23:00', true],
    ['00:00', true],
    ['06:59', true],
    ['07:00', false],
    ['12:00', false],
  ])('from 23:00 to 07:00 at %s: %s', (time, expected) => {
    expect(isQuiet(hours('23:00', '07:00'), utc(`2026-03-01T${time}`), 'UTC')).toBe(expected);
  });

  it('end on the same day where they do not go over midnight, and last all day where both ends are one', () => {
    const noon = hours('12:00', '13:30');
    expect(
      ['11:59', '12:00', '13:29', '13:30'].map((time) => isQuiet(noon, utc(`2026-03-01T${time}`), 'UTC')),
    ).toEqual([false, true, true, false]);
    expect(isQuiet(hours('08:00', '08:00'), utc('2026-03-01T03:00'), 'UTC')).toBe(true);
    expect(isQuiet({ ...hours('08:00', '08:00'), isOn: false }, utc('2026-03-01T03:00'), 'UTC')).toBe(false);
  });

  it('follow the clock on the wall where the reader is, also as it changes', () => {
    const night = hours('23:00', '07:00');
    // Kyiv is two hours ahead in winter and three in summer; in 2026 the clock changes on 29 March.
    expect(isQuiet(night, utc('2026-03-28T04:59'), 'Europe/Kyiv')).toBe(true);
    expect(isQuiet(night, utc('2026-03-28T05:00'), 'Europe/Kyiv')).toBe(false);
    expect(isQuiet(night, utc('2026-03-29T03:59'), 'Europe/Kyiv')).toBe(true);
    expect(isQuiet(night, utc('2026-03-29T04:00'), 'Europe/Kyiv')).toBe(false);
    expect(isQuiet(night, utc('2026-03-28T04:59'), 'America/New_York')).toBe(true);
    expect(isQuiet(night, utc('2026-03-28T12:00'), 'America/New_York')).toBe(false);
  });

  it('include an hour that is skipped or doubled as the wall shows it', () => {
    const early = hours('02:30', '03:30');
    // 02:30 does not exist on that night: quiet begins with what the clock jumps to.
    expect(isQuiet(early, utc('2026-03-29T00:59'), 'Europe/Kyiv')).toBe(true);
    expect(isQuiet(early, utc('2026-03-29T01:00'), 'Europe/Kyiv')).toBe(false);
    // 03:00 to 04:00 comes twice on 25 October.
    expect(isQuiet(early, utc('2026-10-25T00:10'), 'Europe/Kyiv')).toBe(true);
    expect(isQuiet(early, utc('2026-10-25T01:10'), 'Europe/Kyiv')).toBe(true);
  });
});
