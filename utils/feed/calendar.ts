/** Days that exist, and their distance from the epoch. */

export interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** Beyond them there is no date in four digits. */
const FIRST_YEAR = 1;
const LAST_YEAR = 9999;

/** UTC ms at which a day begins, or null where there is no such day (31 September, year 0). */
export function startOfDay({ year, month, day }: Day): number | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return null;
  // Date.UTC takes years below 100 for ones of the last century.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  // Date rolls impossible days over into the next month.
  return date.getUTCDate() === day ? date.getTime() : null;
}

/** The day of an ISO 8601 week date, or null; weekday 1 is Monday. */
export function dayOfWeek(year: number, week: number, weekday: number): Day | null {
  if (week < 1 || week > 53 || weekday < 1 || weekday > 7) return null;
  // Week 1 is the one with 4 January in it.
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7);
  return dayOf(new Date(Date.UTC(year, 0, monday + (week - 1) * 7 + weekday - 1)));
}

/** The day by its number within the year, or null. */
export function dayOfYear(year: number, number: number): Day | null {
  const date = new Date(Date.UTC(year, 0, number));
  return number >= 1 && date.getUTCFullYear() === year ? dayOf(date) : null;
}

/** Years of two digits as RFC 2822 reads them: 50 and above are of the last century, three digits count from 1900. */
export function fullYear(year: number, digits: number): number {
  if (digits === 2) return year + (year < 50 ? 2000 : 1900);
  return digits === 3 ? year + 1900 : year;
}

function dayOf(date: Date): Day {
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
