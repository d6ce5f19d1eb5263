/** What a feed says about how often to ask. */
import type { FeedPace } from '../model/parsed-feed.ts';
import { child, childrenOf, type XmlElement } from './xml-element.ts';

const DAYS: readonly string[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Minutes in the periods of the syndication module. */
const PERIODS: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1_440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

/** Reads ttl, skipHours, skipDays and sy:* of an RSS channel or Atom feed; what makes no sense is left out. */
export function paceOf(channel: XmlElement): FeedPace {
  const hours = valuesIn(channel, 'skiphours', 'hour').map((text) => Number(text || Number.NaN) % 24);
  const days = valuesIn(channel, 'skipdays', 'day').map((text) =>
    DAYS.indexOf(text.toLowerCase().slice(0, 3)),
  );
  return {
    ttl: positive(child(channel, 'ttl')?.text),
    skipHours: unique(hours.filter((hour) => Number.isInteger(hour) && hour >= 0)),
    skipDays: unique(days.filter((day) => day >= 0)),
    updateMinutes: updateMinutes(channel),
  };
}

function updateMinutes(channel: XmlElement): number | null {
  const period = child(channel, 'sy:updateperiod')?.text.trim().toLowerCase();
  const minutes = period === undefined ? undefined : PERIODS[period];
  if (minutes === undefined) return null;
  return Math.round(minutes / (positive(child(channel, 'sy:updatefrequency')?.text) ?? 1));
}

function valuesIn(channel: XmlElement, list: string, name: string): string[] {
  const element = child(channel, list);
  return element === undefined ? [] : childrenOf(element, name).map(({ text }) => text.trim());
}

function positive(text: string | undefined): number | null {
  const number = Number((text ?? '').trim());
  return Number.isFinite(number) && number > 0 ? number : null;
}

function unique(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
