/** The time of day and the zone within a written date. */
import { DAY_HALVES, ZONES } from './date-words.ts';

export interface Clock {
  /** Ms since midnight, local. */
  readonly ms: number;
  /** Minutes from UTC, or null where no zone is written that means anything. */
  readonly offset: number | null;
  /** What is left of the text: the date. */
  readonly rest: string;
}

const TIME =
  /(?<![\d:.])(\d{1,2})(?::(\d{2})(?::(\d{2})(?:[.,:](\d{1,9}))?)?|h(\d{2}))(?!\d)\s*(?:([ap])\.?m\b\.?)?/;
const NUMERIC_ZONE = /^(?:(?:gmt|utc|ut)\s*)?([+-])(\d{1,2})(?::?(\d{2}))?(?!\d)/;
const NAMED_ZONE = /^\(?(\p{L}{1,4})\)?(?![\p{L}\d])/u;
const ZONE_AT_END = /\s(?:(?:gmt|utc)?[+-]\d{2}:?\d{2}|\p{L}{1,4})$/u;
/** A zone repeated in brackets: '+0200 (EET)'. */
const COMMENT = /^\s*\([^)]*\)/;

const MINUTE = 60_000;
/** The largest offset in use is +14:00. */
const MAX_OFFSET = 14 * 60;

/** Takes time and zone out of a text in lower case; null where the time is impossible. No time means midnight. */
export function readClock(text: string): Clock | null {
  const match = TIME.exec(text);
  if (match === null) return withoutTime(text);
  const before = text.slice(0, match.index);
  const zone = readZone(text.slice(match.index + match[0].length).trimStart());
  const ms = timeOf(match, halfOf(match[6], before));
  if (ms === null || zone === null) return null;
  return { ms, offset: zone.offset, rest: `${before} ${zone.rest}` };
}

function withoutTime(text: string): Clock | null {
  const match = ZONE_AT_END.exec(text);
  const zone = match === null ? null : readZone(match[0].trim());
  if (match === null || zone === null || zone.offset === null) return { ms: 0, offset: null, rest: text };
  return { ms: 0, offset: zone.offset, rest: text.slice(0, match.index) };
}

function timeOf(match: RegExpExecArray, second: boolean | null): number | null {
  const [, hours = '', minutes, seconds = '0', fraction = '0', frenchMinutes] = match;
  let hour = Number(hours);
  const minute = Number(minutes ?? frenchMinutes);
  // A leap second is not worth an error.
  const whole = Math.min(Number(seconds), 59);
  if (hour > 24 || minute > 59 || Number(seconds) > 60 || (hour === 24 && minute + whole > 0)) return null;
  if (second !== null && hour >= 1 && hour <= 12) hour = (hour % 12) + (second ? 12 : 0);
  return (hour * 60 + minute) * MINUTE + whole * 1_000 + Math.floor(Number(`0.${fraction}`) * 1_000);
}

/** The half of the day, from 'pm' behind the time or a word like 오후 in front of it. */
function halfOf(letter: string | undefined, before: string): boolean | null {
  if (letter !== undefined) return letter === 'p';
  for (const [word, second] of DAY_HALVES) if (before.trimEnd().endsWith(word)) return second;
  return null;
}

/** The zone at the start of a text; null where the offset is impossible. */
function readZone(text: string): { offset: number | null; rest: string } | null {
  const numeric = NUMERIC_ZONE.exec(text);
  if (numeric !== null) {
    const [whole, sign, hours = '', minutes = '0'] = numeric;
    const offset = Number(hours) * 60 + Number(minutes);
    if (offset > MAX_OFFSET || Number(minutes) > 59) return null;
    const rest = text.slice(whole.length).replace(COMMENT, '');
    // '-0000' says that the zone is not known.
    if (sign === '-' && offset === 0) return { offset: null, rest };
    return { offset: sign === '-' ? -offset : offset, rest };
  }
  const named = NAMED_ZONE.exec(text);
  const offset = named === null ? undefined : ZONES.get(named[1] ?? '');
  if (named === null || offset === undefined) return { offset: null, rest: text.replace(COMMENT, '') };
  return { offset, rest: text.slice(named[0].length).replace(COMMENT, '') };
}
