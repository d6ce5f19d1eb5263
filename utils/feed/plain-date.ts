/** Dates written exactly as their standards have them, which most are: read without the search that others need. */
import type { PublishedDate } from '../model/parsed-feed.ts';
import { startOfDay } from './calendar.ts';

const ZONE = '(?:GMT|UTC|Z|([+-])([01]\\d)([0-5]\\d))';
const TIME = '([01]\\d|2[0-3]):([0-5]\\d):([0-5]\\d)';
/** RFC 2822: 'Thu, 11 Dec 2025 21:16:00 +0200'. */
const RFC = new RegExp(`^(?:[A-Z][a-z]{2}, )?(\\d{1,2}) ([A-Z][a-z]{2}) (\\d{4}) ${TIME} ${ZONE}$`);
/** RFC 3339: '2025-12-11T21:16:00+02:00'. */
const ISO = new RegExp(`^(\\d{4})-(\\d{2})-(\\d{2})T${TIME}(?:Z|([+-])([01]\\d):([0-5]\\d))$`);

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The date in a text that is in one of the two standard forms; undefined for every other text. */
export function readPlainDate(text: string): PublishedDate | null | undefined {
  const rfc = RFC.exec(text);
  if (rfc !== null) {
    const [, day, month = '', year, ...rest] = rfc;
    return dateOf(Number(year), MONTHS.indexOf(month) + 1, Number(day), rest);
  }
  const iso = ISO.exec(text);
  if (iso === null) return undefined;
  const [, year, month, day, ...rest] = iso;
  return dateOf(Number(year), Number(month), Number(day), rest);
}

/** `rest`: hours, minutes, seconds, then sign, hours and minutes of the zone. Undefined where only the longer way tells. */
function dateOf(
  year: number,
  month: number,
  day: number,
  rest: readonly (string | undefined)[],
): PublishedDate | null | undefined {
  if (month === 0) return undefined;
  const start = startOfDay({ year, month, day });
  if (start === null) return null;
  const [h, m, s, sign, zoneHours, zoneMinutes] = rest;
  const minutes = sign === undefined ? 0 : Number(zoneHours) * 60 + Number(zoneMinutes);
  // '-0000' says that the zone is not known.
  if (sign === '-' && minutes === 0) return undefined;
  const offset = sign === '-' ? -minutes : minutes;
  return { at: start + ((Number(h) * 60 + Number(m) - offset) * 60 + Number(s)) * 1000, offset };
}
