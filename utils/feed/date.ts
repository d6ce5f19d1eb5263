/**
 * Dates as publishers write them: RFC 822 and 2822 with all that is made of them, ISO 8601 and W3C forms, seconds
 * and milliseconds since the epoch, dates in words of many languages. `new Date` is no help: it reads `02.10.2019`
 * as February and a date without a zone as local time.
 */
import type { PublishedDate } from '../model/parsed-feed.ts';
import { type Day, dayOfWeek, dayOfYear, fullYear, startOfDay } from './calendar.ts';
import { type Clock, readClock } from './clock.ts';
import { monthOf } from './date-words.ts';
import { readPlainDate } from './plain-date.ts';

/** Longer texts are no dates. */
const MAX_LENGTH = 100;

const NOT_ASCII = /[^ -~]/;
const MARKS = /\p{M}+/gu;
/** 20191002T1530+0300: no colons, found only behind a 'T' or in a row of 12 or 14 digits. */
const COMPACT_TIME = /^([\dw-]{4,10})t(\d{2})(?:(\d{2})(\d{2})?)?(?=$|[.,\sz+-])/;
const DIGITS = /^\d+(?:\.\d+)?$/;
const YEAR_FIRST = /^(\d{4})(?!\d)(?:\s*[-/.年년]\s*(\d{1,2})(?:\s*[-/.月월]\s*(\d{1,2})(?!\d))?)?/;
const WEEK = /^(\d{4})-?w(\d{2})(?:-?(\d))?(?!\d)/;
const ORDINAL = /^(\d{4})-?(\d{3})(?!\d)/;
const BASIC = /^(\d{4})(\d{2})(\d{2})(?!\d)/;
const DAY_FIRST = /(?<!\d)(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})(?!\d)/;
const WORD_OR_NUMBER = /\d+|\p{L}+/gu;

/**
 * Reads a date.
 *
 * @returns the moment in UTC with the offset the publisher wrote (null where none was); a date without a zone is
 *   UTC, one without a time is midnight. Null for what is no date, or one that cannot be (31 September, 25:00).
 */
export function parseDate(text: string): PublishedDate | null {
  const written = text.trim();
  if (written === '' || written.length > MAX_LENGTH) return null;
  const plain = readPlainDate(written);
  if (plain !== undefined) return plain;
  const tidy = tidied(written);
  if (DIGITS.test(tidy)) return fromDigits(tidy);
  const clock = readClock(
    tidy.replace(COMPACT_TIME, (_all, day, h, m = '00', s = '00') => `${day} ${h}:${m}:${s}`),
  );
  return clock === null ? null : moment(readDay(clock.rest.trim()), clock);
}

/** Lower case, without accents, with single spaces and plain minus signs. */
function tidied(text: string): string {
  const plain = NOT_ASCII.test(text) ? text.normalize('NFD').replace(MARKS, '').normalize('NFC') : text;
  return plain
    .toLowerCase()
    .replace(/\u2212/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

function moment(day: Day | null, clock: Pick<Clock, 'ms' | 'offset'>): PublishedDate | null {
  const start = day === null ? null : startOfDay(day);
  if (start === null) return null;
  return { at: start + clock.ms - (clock.offset ?? 0) * 60_000, offset: clock.offset };
}

/** Rows of digits: a year, a day, a day with its time, or a count since the epoch. */
function fromDigits(text: string): PublishedDate | null {
  const digits = text.indexOf('.') < 0 ? text.length : text.indexOf('.');
  if (digits === 12 || digits === 14) {
    const [, date = '', h, m, s = '00'] = /^(\d{8})(\d{2})(\d{2})(\d{2})?/.exec(text) ?? [];
    const clock = readClock(`${h}:${m}:${s}`);
    const written = clock === null ? null : moment(readDay(date), clock);
    if (written !== null) return written;
  }
  if (digits <= 8) return moment(readDay(text), { ms: 0, offset: null });
  const at = Math.round(digits <= 10 ? Number(text) * 1_000 : digits <= 13 ? Number(text) : Number.NaN);
  return Number.isNaN(at) ? null : { at, offset: null };
}

/** The day in a text from which the time is gone. */
function readDay(text: string): Day | null {
  return isoDay(text) ?? dayInWords(text) ?? dayInNumbers(text);
}

function isoDay(text: string): Day | null {
  const week = WEEK.exec(text);
  if (week !== null) return dayOfWeek(Number(week[1]), Number(week[2]), Number(week[3] ?? 1));
  const basic = BASIC.exec(text);
  if (basic !== null) return dayFrom(basic[1], basic[2], basic[3]);
  const ordinal = ORDINAL.exec(text);
  if (ordinal !== null) return dayOfYear(Number(ordinal[1]), Number(ordinal[2]));
  const written = YEAR_FIRST.exec(text);
  if (written === null || (written[3] === undefined && /\p{L}{3}/u.test(text))) return null;
  return dayFrom(written[1], written[2] ?? '1', written[3] ?? '1');
}

/** 'Thu, 01 Jan 2004', 'January 1, 2004', '1-jan-04', '11 грудня 2025': a month's name, a day and a year. */
function dayInWords(text: string): Day | null {
  let before: number | null = null;
  let behind: number | null = null;
  const numbers: string[] = [];
  for (const [token] of text.matchAll(WORD_OR_NUMBER)) {
    if (/\d/.test(token)) numbers.push(token);
    else if (numbers.length === 0) before = monthOf(token) ?? before;
    else behind ??= monthOf(token);
  }
  // In several languages a weekday in front begins like a month: 'mar. 03 déc. 2019' is a Tuesday in December.
  const month = behind ?? before;
  if (month === null || numbers.length < 2) return null;
  const [first = '', second = ''] = numbers;
  const yearFirst = first.length === 4;
  const [day, year] = yearFirst ? [second, first] : [first, second];
  return { year: fullYear(Number(year), year.length), month, day: Number(day) };
}

/** '02.10.2019' and '2-10-2019' are days first, '10/02/2019' is a month first unless it cannot be. */
function dayInNumbers(text: string): Day | null {
  const match = DAY_FIRST.exec(text);
  if (match === null) return null;
  const [, first = '', separator, second = '', year = ''] = match;
  const monthFirst = separator === '/' && Number(first) <= 12;
  const [day, month] = monthFirst ? [second, first] : [first, second];
  return { year: fullYear(Number(year), year.length), month: Number(month), day: Number(day) };
}

function dayFrom(year = '', month = '', day = ''): Day {
  return { year: Number(year), month: Number(month), day: Number(day) };
}
