/** The chips beside the field: what they narrow a search to, in the words of a query. */

export const PERIODS = ['any', 'day', 'week', 'month'] as const;
export type Period = (typeof PERIODS)[number];

export interface Facets {
  readonly period: Period;
  /** BCP 47 tag without region; null: any. */
  readonly language: string | null;
}

export const NO_FACETS: Facets = { period: 'any', language: null };

const DAY = 86_400_000;
const LENGTHS: Readonly<Record<Exclude<Period, 'any'>, number>> = {
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
};

/**
 * What is asked for what was typed. The facets stand before it: the end of a query is what is still being typed, and an
 * open quotation mark would swallow what stands behind. Empty where nothing was typed. `now` in UTC ms.
 */
export function queryOf(typed: string, { period, language }: Facets, now: number): string {
  const words = typed.trim();
  if (words === '') return '';
  const parts = [
    ...(period === 'any' ? [] : [`from:${localMinute(now - LENGTHS[period])}`]),
    ...(language === null ? [] : [`lang:${language}`]),
    typed,
  ];
  return parts.join(' ');
}

/** A moment to the minute in the machine's own zone, as `from:` takes it. */
function localMinute(at: number): string {
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
