/** From the articles of a story to what its row says. Pure, so that a story described again comes out the same. */
import type { Story } from '../model/story.ts';
import { primaryLanguage } from '../text/language-tag.ts';
import { type Headline, leadOf, type Taste } from './rank/lead.ts';
import { type Origin, type Origins, originNamed, originOf } from './rank/origins.ts';
import { type Report, voicesOf } from './rank/sources.ts';

/** An article of a story, with what its source adds. */
export interface Member {
  readonly id: number;
  readonly feedId: number;
  /** Whose voice it is: the owner's where one is known, else the site's. */
  readonly owner: string;
  /** Name of the outlet. */
  readonly source: string;
  readonly title: string;
  readonly summary: string;
  /** BCP 47 tag, or null. */
  readonly language: string | null;
  /** UTC ms: published, but never later than seen. */
  readonly at: number;
  /** UTC ms. */
  readonly seenAt: number;
  /** UTC ms at which the account's server had it, where it came by one: what growth goes by. */
  readonly arrivedAt?: number | undefined;
  /** Whether its source held it at the first fetch. */
  readonly isBacklog: boolean;
  readonly isMuted: boolean;
  /** Whether its source is neither counted nor ever new. */
  readonly isUncounted?: boolean;
  /** Whether the reader prefers its source. */
  readonly isPreferred?: boolean;
  /** Seen so much later than published, in ms, it is no sign of growth. */
  readonly lateAfter: number;
}

const HOUR = 3_600_000;
/** However seldom its source is checked, a report is late by now. */
const LATEST = 3 * HOUR;

/** When a report of a source that is checked every `interval` ms is seen late: an hour after, or one check later. */
export function lateAfter(interval: number): number {
  return Math.min(LATEST, Math.max(HOUR, interval));
}

export type Description = Omit<
  Story,
  'id' | 'articles' | 'feeds' | 'mark' | 'seen' | 'stale' | 'alertedAt' | 'watchedAt' | 'earlier' | 'hidden'
>;

/** What a row says of a story's articles, of which it needs at least one: of those that are not muted, if any is not. */
export function describeStory(all: readonly Member[], origins: Origins, taste: Taste): Description {
  const shown = all.filter(({ isMuted }) => !isMuted);
  const muted = all.filter(({ isMuted }) => isMuted).map(({ id }) => id);
  if (shown.length === 0) return { ...hidden(describe(all, origins, taste)), muted };
  return { ...describe(shown, origins, taste), ...(muted.length > 0 && { muted }) };
}

/** A story that no list shows. */
function hidden({ toldAt: _, ...story }: Description): Description {
  return { ...story, newestFirst: null, arrivedAt: 0 };
}

function describe(members: readonly Member[], origins: Origins, taste: Taste): Description {
  const newest = members.reduce((best, one) => (one.at >= best.at ? one : best));
  const times = members.map(({ at }) => at);
  const cited = members.map(({ title, summary, source }) => originOf(origins, title, summary, source));
  const voices = voicesOf(members.map((member, at) => asReport(member, cited[at] ?? null, origins)));
  const lastAt = Math.max(...times);
  return {
    newest: newest.id,
    newestFirst: -newest.at,
    lead: leadOf(members.map(asHeadline), withPreferred(taste, members)) ?? newest.id,
    firstAt: Math.min(...times),
    lastAt,
    arrivedAt: Math.max(
      0,
      ...members.map(({ seenAt, isBacklog, isUncounted }) => (isBacklog || isUncounted ? 0 : seenAt)),
    ),
    ...(members.every(({ isUncounted }) => isUncounted) && { uncounted: 1 as const }),
    languages: languagesOf(members),
    voices,
    ...(voices.length > 1 && { toldAt: lastAt }),
    origin: commonOrigin(members, cited)?.name ?? null,
  };
}

function asReport(member: Member, cited: Origin | null, origins: Origins): Report {
  const seenAt = member.isBacklog ? Number.POSITIVE_INFINITY : (member.arrivedAt ?? member.seenAt);
  return { ...member, seenAt, echoes: cited?.key ?? originNamed(origins, member.source) };
}

function asHeadline({ id, title, language, source, at }: Member): Headline {
  return { id, title, language, source, at };
}

function withPreferred(taste: Taste, members: readonly Member[]): Taste {
  const own = members.filter(({ isPreferred }) => isPreferred).map(({ source }) => source);
  return own.length === 0 ? taste : { ...taste, preferred: new Set([...taste.preferred, ...own]) };
}

/** Whom all outlets cite; null where one cites nobody, or another one, or where there is only one outlet. */
export function commonOrigin(
  members: readonly Pick<Member, 'source'>[],
  cited: readonly (Origin | null)[],
): Origin | null {
  if (new Set(members.map(({ source }) => source)).size < 2) return null;
  const [first = null] = cited;
  return first !== null && cited.every((origin) => origin?.key === first.key) ? first : null;
}

function languagesOf(members: readonly Member[]): string[] {
  const counts = new Map<string, number>();
  for (const { language } of members) {
    const code = primaryLanguage(language);
    if (code) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, two]) => two - one).map(([code]) => code);
}
