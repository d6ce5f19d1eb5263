/**
 * Times as a reader sees them. Relative up to 24 hours, then by calendar day in the reader's own zone: a weekday
 * within the week before, else a date. Formatters cost 19-100 µs to construct, and are made once and when first needed.
 */
import { once } from '../text/once.ts';
import type { Text } from './catalogue.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** All times are UTC ms. A moment after `now` counts as `now`, except for `until`. */
export interface Times {
  /** Shortest, for a narrow column: `now`, `2 min`, `3 h`, `Tue`, `20 Nov`, `11/2024`. */
  short(at: number, now: number): string;
  /** `just now`, `2 min ago`, `3 h ago`, `yesterday, 18:02`, `Tue, 18:02`, `20 Nov, 18:02`. */
  ago(at: number, now: number): string;
  /** The moment itself: `at 20:54` today, else `yesterday, 20:54` and so on. */
  moment(at: number, now: number): string;
  /** When something is due: `any moment`, `in 8 min`, `in 6 h`, `Tue, 18:02`, `20 Nov, 18:02`. */
  until(at: number, now: number): string;
  /** `20:54`, on a 24-hour clock. */
  clock(at: number): string;
  /** A heading over the news of one day: `Today`, `Yesterday`, `Friday 20 November`. */
  day(at: number, now: number): string;
  /** Number of the calendar day, for grouping: equal on the same day, one more on the next. */
  dayNumber(at: number): number;
  /** Date and time in full, for a tooltip. */
  full(at: number): string;
  /** Date and time in full as a clock `offset` minutes from UTC shows them: `Thursday 16 January 2025 at 06:08, UTC+2`. */
  zoned(at: number, offset: number): string;
}

/** Time texts of a language, in the time zone given or the system's. */
export function createTimes(text: Text, timeZone?: string): Times {
  const formats = createFormats(text.language, timeZone);
  const daysBefore = (at: number, now: number) => formats.dayNumber(now) - formats.dayNumber(at);
  const date = (at: number, now: number) => {
    const days = daysBefore(at, now);
    if (Math.abs(days) < 7) return formats.weekday(at);
    return Math.abs(days) < 300 ? formats.date(at) : formats.month(at);
  };
  const dayClock = (at: number, now: number) => {
    const days = daysBefore(at, now);
    const day =
      Math.abs(days) <= 1
        ? formats.relativeDay(-days)
        : Math.abs(days) < 7
          ? formats.weekday(at)
          : formats.longDate(at, now);
    return text('time.dayClock', { day, clock: formats.clock(at) });
  };

  return {
    clock: formats.clock,
    dayNumber: formats.dayNumber,
    full: formats.full,
    zoned: (at, offset) => `${formats.fullUtc(at + offset * MINUTE)}, ${offsetName(offset)}`,
    short(at, now) {
      const age = Math.max(0, now - at);
      if (age < MINUTE) return text('time.now');
      if (age < HOUR) return text('time.minutes', { n: Math.floor(age / MINUTE) });
      return age < DAY ? text('time.hours', { n: Math.floor(age / HOUR) }) : date(at, now);
    },
    ago(at, now) {
      const age = Math.max(0, now - at);
      if (age < MINUTE) return text('time.justNow');
      if (age < HOUR) return text('time.minutesAgo', { n: Math.floor(age / MINUTE) });
      return age < DAY ? text('time.hoursAgo', { n: Math.floor(age / HOUR) }) : dayClock(at, now);
    },
    moment(at, now) {
      if (daysBefore(at, now) > 0) return dayClock(at, now);
      const clock = formats.clock(at);
      return text(clock.startsWith('11') ? 'time.atEleven' : 'time.at', { clock });
    },
    until(at, now) {
      const rest = at - now;
      if (rest < MINUTE) return text('time.soon');
      if (rest < HOUR) return text('time.inMinutes', { n: Math.floor(rest / MINUTE) });
      return rest < DAY ? text('time.inHours', { n: Math.floor(rest / HOUR) }) : dayClock(at, now);
    },
    day(at, now) {
      const days = Math.max(0, daysBefore(at, now));
      return capitalised(days <= 1 ? formats.relativeDay(-days) : formats.dayHeading(at, now), text.language);
    },
  };
}

/** The raw formats of a language; each gives U+2019 where CLDR's Ukrainian has U+02BC, as all other texts do. */
function createFormats(language: Text['language'], timeZone: string | undefined) {
  const locale = language === 'en' ? 'en-GB' : language;
  const format = (options: Intl.DateTimeFormatOptions) => {
    const whole =
      timeZone === undefined || options.timeZone !== undefined ? options : { ...options, timeZone };
    const formatter = once(() => new Intl.DateTimeFormat(locale, whole));
    return (at: number) => formatter().format(at).replaceAll('ʼ', '’');
  };
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const isoDay = once(
    () =>
      new Intl.DateTimeFormat('en-CA', {
        dateStyle: 'short',
        ...(timeZone === undefined ? {} : { timeZone }),
      }),
  );
  const year = format({ year: 'numeric' });
  const dayMonth = format({ day: 'numeric', month: 'short' });
  const dayMonthYear = format({ day: 'numeric', month: 'short', year: 'numeric' });
  const weekdayDate = format({ weekday: 'long', day: 'numeric', month: 'long' });
  const weekdayDateYear = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const sameYear = (at: number, now: number) => year(at) === year(now);

  return {
    clock: format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    weekday: format({ weekday: 'short' }),
    date: format({ day: 'numeric', month: language === 'en' ? 'short' : 'numeric' }),
    month: format({ month: 'numeric', year: 'numeric' }),
    full: format({ dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23' }),
    fullUtc: format({ dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23', timeZone: 'UTC' }),
    relativeDay: (days: number) => relative().format(days, 'day'),
    dayNumber: (at: number) => Date.parse(isoDay().format(at)) / DAY,
    longDate: (at: number, now: number) => (sameYear(at, now) ? dayMonth(at) : dayMonthYear(at)),
    dayHeading: (at: number, now: number) => (sameYear(at, now) ? weekdayDate(at) : weekdayDateYear(at)),
  };
}

/** `UTC`, `UTC+2`, `UTC−3:30`. */
function offsetName(offset: number): string {
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  if (offset === 0) return 'UTC';
  const rest = minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`;
  return `UTC${offset < 0 ? '−' : '+'}${hours}${rest}`;
}

function capitalised(words: string, language: string): string {
  return words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
}
