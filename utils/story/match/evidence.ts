/** What speaks for and against an article belonging to a story, as numbers that a learned decision weighs. */
import { KEY, NUMBER, PLACE } from '../term.ts';
import type { Place, Window } from '../window/index.ts';
import type { Comparison, Overlap } from './compare.ts';
import { GroupMeasures } from './group.ts';
import { leadsOf, saysTooLittle, strength, strongest, sum, timing, total } from './measures.ts';

/** Names of the measures within one language, in the order of their vector. */
export const SAME_FEATURES = [
  'nearest',
  'top3',
  'centroid',
  'mean',
  'size',
  'headline',
  'covered',
  'contained',
  'letters',
  'rare',
  'named',
  'no name shared',
  'number shared',
  'numbers conflict',
  'places conflict',
  'days conflict',
  'gap',
  'night between',
  'night between, nothing rare',
  'night between × recurring',
  'night between × numbers conflict',
  'night between × letters',
  'few terms',
  'one term shared',
  'terms shared',
  'single',
  'leads',
  'leads × centroid',
] as const;

/** Names of the measures across languages. */
export const CROSS_FEATURES = [
  'letters',
  'stems',
  'numbers',
  'places',
  'concepts',
  'keys',
  'total',
  'margin',
  'ratio',
  'kinds',
  'numbers conflict',
  'places conflict',
  'days conflict',
  'gap',
  'night between',
  'night between, nothing rare',
  'night between × recurring',
  'support',
  'known in own language',
  'nearest in own language',
  'strength',
  'rare',
  'leads',
  'leads × kinds',
  'leads × concepts',
] as const;

export interface StoryMembers {
  readonly story: number;
  /** Newest first, as many as are looked at. */
  readonly places: readonly Place[];
  readonly size: number;
}

/** A story that an article may belong to. */
export interface Evidence {
  readonly story: number;
  /** Measures against its articles in the same language; null where it has none. */
  readonly same: number[] | null;
  /** Whether what these share says too little to mean one event, whatever the measures say. */
  readonly isHollow: boolean;
  /** Measures against its articles in other languages; null where it has none. */
  readonly cross: number[] | null;
  /** Language of the nearest article in another language, as a code. */
  readonly crossLanguage: number;
}

/** Made once: its room for measuring serves one comparison after the other. */
export class EvidenceGatherer {
  readonly #group = new GroupMeasures();

  /** The evidence for each story; margins are taken between them. */
  gather(window: Window, comparison: Comparison, stories: readonly StoryMembers[]): Evidence[] {
    const found = stories.map((members) => this.#one(window, comparison, members));
    addMargins(found);
    return found;
  }

  #one(window: Window, comparison: Comparison, { story, places, size }: StoryMembers): Evidence {
    const { query } = comparison;
    const own = places.filter((place) => window.language[place] === query.language);
    const others = places.filter((place) => window.language[place] !== query.language);
    const within = own.length > 0 ? this.#same(window, comparison, own, size) : null;
    const same = within?.measures ?? null;
    const isHollow = within?.isHollow ?? false;
    if (others.length === 0) return { story, same, isHollow, cross: null, crossLanguage: 0 };
    const overlaps = others.map((place) => comparison.with(place));
    const nearest = strongest(overlaps, total);
    const cross = this.#cross(window, comparison, overlaps, nearest, same);
    return { story, same, isHollow, cross, crossLanguage: window.language[nearest.place] ?? 0 };
  }

  #same(
    window: Window,
    comparison: Comparison,
    places: readonly Place[],
    size: number,
  ): { measures: number[]; isHollow: boolean } {
    const overlaps = places.map((place) => comparison.with(place));
    const cosines = overlaps.map(({ cosine }) => cosine).sort((one, two) => two - one);
    const nearest = strongest(overlaps, ({ cosine }) => cosine);
    const mean = sum(cosines) / cosines.length;
    const top3 = sum(cosines.slice(0, 3)) / Math.min(3, cosines.length);
    const group = this.#group.with(window, comparison, places);
    const time = timing(window, comparison, places);
    const letters = comparison.letters(nearest.place);
    const rare = Math.min(4, nearest.rare / 4);
    const leads = leadsOf(comparison, nearest);
    const terms = comparison.inHeadline;
    const measures = [
      nearest.cosine,
      top3,
      group.centroid,
      mean,
      Math.log2(1 + Math.min(size, 64)) / 6,
      Math.max(...overlaps.map(({ headline }) => headline)),
      group.covered,
      nearest.containment,
      letters,
      rare,
      group.named,
      group.noName,
      group.numberShared,
      group.numbersConflict,
      group.placesConflict,
      time.days,
      time.gap,
      time.night,
      time.night * Math.max(0, 1 - rare),
      time.night * time.recurring,
      time.night * group.numbersConflict,
      time.night * letters,
      terms < 5 ? 1 : 0,
      nearest.terms < 2 ? 1 : 0,
      Math.min(5, nearest.terms) / 5,
      size === 1 ? 1 : 0,
      leads,
      leads * group.centroid,
    ];
    return { measures, isHollow: saysTooLittle(comparison, nearest) };
  }

  #cross(
    window: Window,
    comparison: Comparison,
    overlaps: readonly Overlap[],
    nearest: Overlap,
    same: readonly number[] | null,
  ): number[] {
    const { kinds } = nearest;
    const totals = overlaps.map(total);
    const best = total(nearest);
    const places = overlaps.map(({ place }) => place);
    const group = this.#group.with(window, comparison, places);
    const time = timing(window, comparison, places);
    const leads = leadsOf(comparison, nearest);
    const active = Object.values(kinds).filter((value) => value > 0).length;
    const support = totals.filter((value) => value > best * 0.5).length - 1;
    return [
      comparison.letters(nearest.place),
      kinds[0],
      kinds[NUMBER],
      kinds[PLACE],
      kinds[3],
      kinds[KEY],
      best,
      0,
      0,
      active / 4,
      group.numbersConflict,
      group.placesConflict,
      time.days,
      time.gap,
      time.night,
      time.night * Math.max(0, 1 - nearest.rare / 4),
      time.night * time.recurring,
      Math.min(3, support) / 3,
      same ? 1 : 0,
      same?.[0] ?? 0,
      strength(nearest),
      Math.min(4, nearest.rare / 4),
      leads,
      (leads * active) / 4,
      leads * kinds[3],
    ];
  }
}

/** How far each story is ahead of the best other one in another language. */
function addMargins(found: readonly Evidence[]): void {
  const TOTAL = CROSS_FEATURES.indexOf('total');
  const totals = found.map(({ cross }) => cross?.[TOTAL] ?? 0);
  for (const [at, { cross }] of found.entries()) {
    if (!cross) continue;
    const value = totals[at] ?? 0;
    const ahead = value - Math.max(0, ...totals.filter((_, index) => index !== at));
    cross[CROSS_FEATURES.indexOf('margin')] = ahead;
    cross[CROSS_FEATURES.indexOf('ratio')] = value > 0 ? ahead / value : 0;
  }
}
