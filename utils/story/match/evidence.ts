/** What speaks for and against an article belonging to a story, as numbers that a learned decision weighs. */
import { CONCEPT, KEY, kindOf, NUMBER, PLACE, STEM } from '../term.ts';
import type { Place, Window } from '../window/index.ts';
import { HEADLINE, NAMED, WEIGHT_MASK } from '../window/packed.ts';
import type { Comparison, Overlap } from './compare.ts';

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

const NIGHT_HOURS = 9;
const LONGEST_GAP = 72;

/** Scratch for centroids: sums by slot. */
export class EvidenceGatherer {
  #centroid = new Float64Array(0);
  readonly #touched: number[] = [];

  /** The evidence for each story; margins are taken between them. */
  gather(window: Window, comparison: Comparison, stories: readonly StoryMembers[]): Evidence[] {
    if (this.#centroid.length < window.slots) this.#centroid = new Float64Array(window.slots);
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
    const group = this.#group(window, comparison, places);
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
    const group = this.#group(window, comparison, places);
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

  /** Measures against all articles of a group together. */
  #group(window: Window, comparison: Comparison, places: readonly Place[]) {
    const { query } = comparison;
    const centroid = this.#centroid;
    const has = { numbers: false, places: false, sharedNumber: 0, sharedPlace: false };
    for (const place of places) {
      const scale = 1 / (window.norm[place] || 1);
      const end = window.startOf(place + 1);
      for (let at = window.startOf(place); at < end; at += 1) {
        const slot = window.slotAt(at);
        const kind = window.kindOfSlot(slot);
        const theirs = window.weightAt(at);
        if (centroid[slot] === 0) this.#touched.push(slot);
        centroid[slot] = (centroid[slot] ?? 0) + (kind === KEY ? 1e-9 : (theirs & WEIGHT_MASK) * scale);
        const inHead = (theirs & HEADLINE) !== 0;
        if (kind === NUMBER && inHead) has.numbers = true;
        if (kind === PLACE && inHead) has.places = true;
      }
    }
    let dot = 0;
    let square = 0;
    for (const slot of this.#touched) square += (centroid[slot] ?? 0) ** 2;
    let covered = 0;
    let all = 0;
    let named = 0;
    let names = 0;
    let ownNumbers = 0;
    let ownPlaces = 0;
    for (const [at, term] of query.terms.entries()) {
      const slot = window.slotOf(term);
      const kind = kindOf(term);
      const flags = query.weights[at] ?? 0;
      const weight = flags & WEIGHT_MASK;
      const there = slot < 0 ? 0 : (centroid[slot] ?? 0);
      if (kind !== KEY) {
        dot += weight * there;
        all += weight * weight;
        if (there > 0) covered += weight * weight;
      }
      if ((flags & NAMED) !== 0) {
        names += weight;
        if (there > 0) named += weight;
      }
      if (kind === NUMBER && (flags & HEADLINE) !== 0) ownNumbers += 1;
      if (kind === PLACE && (flags & HEADLINE) !== 0) ownPlaces += 1;
      if (there > 0 && kind === NUMBER) has.sharedNumber += 1;
      if (there > 0 && kind === PLACE) has.sharedPlace = true;
    }
    for (const slot of this.#touched) centroid[slot] = 0;
    this.#touched.length = 0;
    return {
      centroid: dot / (Math.sqrt(square) * query.norm || 1),
      covered: covered / (all || 1),
      named: names === 0 ? 0.5 : named / names,
      noName: names > 0 && named === 0 ? 1 : 0,
      numberShared: Math.min(2, has.sharedNumber) / 2,
      numbersConflict: ownNumbers > 0 && has.numbers && has.sharedNumber === 0 ? 1 : 0,
      placesConflict: ownPlaces > 0 && has.places && !has.sharedPlace ? 1 : 0,
    };
  }
}

/** A headline of so few terms may be a rubric ('Photo of the day'): where both have leads, these must share something. */
const RUBRIC = 3;

/**
 * Whether what two articles share says too little to mean one event: places alone, one word ('Breaking'), or a rubric over
 * leads that have nothing in common.
 */
function saysTooLittle({ words, wordsInHeadline }: Comparison, overlap: Overlap): boolean {
  const { terms, leadShared, leadTerms, shared } = overlap;
  if (shared[STEM] + shared[NUMBER] + shared[CONCEPT] === 0) return true;
  if (terms <= 1 && leadShared < 2) return true;
  return wordsInHeadline <= RUBRIC && leadShared === 0 && words > wordsInHeadline + 1 && leadTerms > 1;
}

/** How much of a lead both have: 1 from a dozen terms each. */
function leadsOf({ query, inHeadline }: Comparison, { leadTerms }: Overlap): number {
  return Math.min(1, (query.terms.length - inHeadline) / 12, leadTerms / 12);
}

/** One figure for how much two articles in different languages share. */
export function total({ kinds }: Overlap): number {
  return kinds[0] + kinds[NUMBER] + kinds[PLACE] + 1.5 * kinds[3] + 1.5 * kinds[KEY];
}

/** Shared weight without regard to lengths, for texts of which one has a lead and the other none. */
function strength({ shared }: Overlap): number {
  const units = (shared[0] + shared[NUMBER] + shared[PLACE] + shared[3] + shared[KEY]) / 1600;
  return Math.min(3, Math.log1p(units) / 2);
}

function strongest(overlaps: readonly Overlap[], by: (overlap: Overlap) => number): Overlap {
  return overlaps.reduce((best, one) => (by(one) > by(best) ? one : best));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

function timing(window: Window, { query }: Comparison, places: readonly Place[]) {
  const gaps = places.map((place) => Math.abs((window.minutes[place] ?? 0) - query.minutes) / 60);
  const gap = Math.min(LONGEST_GAP, ...gaps);
  const cues = places.reduce((all, place) => all | (window.cues[place] ?? 0), 0);
  const named = places.flatMap((place) => window.day[place] || []);
  return {
    gap: gap / LONGEST_GAP,
    night: gap > NIGHT_HOURS ? 1 : 0,
    recurring: (cues & query.cues) !== 0 ? 1 : 0,
    days: query.day > 0 && named.length > 0 && !named.includes(query.day) ? 1 : 0,
  };
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
