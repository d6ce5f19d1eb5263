/** The feeds that the press of the soak publishes: how often, and how their servers speak. */
import type { FeedRules } from './judge.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How a server identifies the state of its feed. */
export type ValidatorKind = 'both' | 'etag' | 'weak' | 'odd' | 'date' | 'none';

export interface SoakFeed extends FeedRules {
  readonly host: string;
  /** Mean time between articles, in ms. */
  readonly gap: number;
  readonly validators: ValidatorKind;
  /** How long an answer is fresh, in seconds, and how the server says so. */
  readonly fresh: { readonly seconds: number; readonly by: 'max-age' | 'age' | 'expires' } | null;
  readonly updatePeriod: 'hourly' | 'daily' | null;
  readonly isDated: boolean;
  /** What happens to it during the run, or null. */
  readonly trouble:
    | 'busy'
    | 'busy-date'
    | 'busy-unsaid'
    | 'gone'
    | 'moved'
    | 'rekeyed'
    | 'redated'
    | 'retitled'
    | 'flaky'
    | null;
}

const VALIDATORS: readonly ValidatorKind[] = ['both', 'etag', 'weak', 'odd', 'date', 'none', 'both', 'etag'];
const TROUBLES: readonly SoakFeed['trouble'][] = [
  'busy',
  'busy-date',
  'busy-unsaid',
  'gone',
  'moved',
  'rekeyed',
  'redated',
  'retitled',
  'flaky',
];

/** So many feeds, two or three a host, a mix as readers follow it. */
export function soakFeeds(count: number, random: () => number): SoakFeed[] {
  return Array.from({ length: count }, (_, index) => {
    const id = index + 1;
    const host = `press-${Math.floor(index / 2.5)}.example`;
    const query = id % 17 === 0 ? '?format=rss&n=20' : '';
    return {
      id,
      host,
      url: `https://${host}/feed-${id}.xml${query}`,
      gap: gapOf(random()),
      validators: VALIDATORS[id % VALIDATORS.length] ?? 'none',
      fresh: freshness(id, random()),
      updatePeriod: id % 5 === 0 ? 'hourly' : id % 31 === 0 ? 'daily' : null,
      ttl: id % 7 === 0 ? 30 : id % 13 === 0 ? 180 : 0,
      skipHours: id % 19 === 0 ? [0, 1, 2, 3, 4, 5] : [],
      skipDays: id % 41 === 0 ? [0, 6] : [],
      isDated: id % 11 !== 0,
      trouble: id % 4 === 0 ? (TROUBLES[Math.floor(id / 4) % TROUBLES.length] ?? null) : null,
    };
  });
}

/** A twentieth are wires, a quarter publish every few hours, the rest less. */
function gapOf(draw: number): number {
  if (draw < 0.05) return (15 + 300 * draw) * MINUTE;
  if (draw < 0.3) return (2 + 10 * (draw - 0.05)) * HOUR;
  return (8 + 60 * (draw - 0.3)) * HOUR;
}

function freshness(id: number, draw: number): SoakFeed['fresh'] {
  const by = (['max-age', 'age', 'expires'] as const)[id % 3] ?? 'max-age';
  if (id % 3 === 0) return { seconds: Math.round(60 + draw * 3600), by };
  return id % 23 === 0 ? { seconds: (7 * DAY) / 1000, by } : null;
}
