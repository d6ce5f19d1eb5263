/**
 * How many independent voices tell a story: one owner is one voice however many papers he has, and one text is one voice
 * however many outlets carry it. An owner counts if he can be given a text that no other counted owner needs.
 */
import type { Voice } from '../../model/story.ts';
import { fold } from '../../text/fold.ts';

export interface Report {
  readonly id: number;
  readonly owner: string;
  readonly title: string;
  readonly summary: string;
  /** UTC ms: published, but never later than seen. */
  readonly at: number;
  /** UTC ms at which it arrived; infinity for what a source held at its first fetch. */
  readonly seenAt: number;
  /** Seen so much later than published, in ms, it is no sign of growth. */
  readonly lateAfter: number;
  /** Whom it cites, or its own outlet where others cite that; null for neither. */
  readonly echoes: string | null;
}

const LONG = 60;
const COMPARED = 160;
const SUFFIX_WORDS = 4;

/** The independent voices of a story, earliest first. */
export function voicesOf(reports: readonly Report[]): Voice[] {
  const texts = textGroups(reports);
  const owners = new Map<string, Told>();
  for (const [index, { owner, at, seenAt, lateAfter, echoes }] of reports.entries()) {
    const isLate = seenAt - at > lateAfter;
    const known = owners.get(owner) ?? { at, isLate, echoes, texts: new Set<number>() };
    if (at < known.at) owners.set(owner, { ...known, at, isLate, echoes });
    else owners.set(owner, known);
    known.texts.add(texts[index] ?? 0);
  }
  const order = [...owners].sort(([one, a], [two, b]) => a.at - b.at || (one < two ? -1 : 1));
  const taken = new Map<number, string>();
  const wants = new Map(order.map(([owner, { texts: own }]) => [owner, [...own]]));
  return order
    .filter(([owner]) => give(owner, wants, taken, new Set()))
    .map(([owner, { at, isLate, echoes }]) => ({ owner, at, isLate, ...(echoes !== null && { echoes }) }));
}

/** When an owner first told a story, and which texts he carries. */
interface Told {
  readonly at: number;
  readonly isLate: boolean;
  /** By its first report. */
  readonly echoes: string | null;
  readonly texts: Set<number>;
}

/** Kuhn's augmenting paths: gives an owner a text, moving others to other texts of theirs where that is needed. */
function give(
  owner: string,
  wants: ReadonlyMap<string, readonly number[]>,
  taken: Map<number, string>,
  tried: Set<number>,
): boolean {
  for (const text of wants.get(owner) ?? []) {
    if (tried.has(text)) continue;
    tried.add(text);
    const holder = taken.get(text);
    if (holder !== undefined && !give(holder, wants, taken, tried)) continue;
    taken.set(text, owner);
    return true;
  }
  return false;
}

/** The number of the text that each report carries: verbatim copies have the same, also with a name added or cut short. */
export function textGroups(reports: readonly Report[]): number[] {
  const folded = reports.map(({ title, summary }, at) => ({ at, title: fold(title), text: fold(summary) }));
  const groups = new Array<number>(reports.length).fill(0);
  let group = 0;
  let head: (typeof folded)[number] | null = null;
  for (const one of folded.sort(
    (a, b) => compare(a.text, b.text) || compare(a.title, b.title) || a.at - b.at,
  )) {
    if (!head || !isCopy(head, one)) {
      group += 1;
      head = one;
    }
    groups[one.at] = group;
  }
  return groups;
}

const compare = (one: string, two: string): number => (one < two ? -1 : one > two ? 1 : 0);

interface Folded {
  readonly title: string;
  readonly text: string;
}

/** `long` stands behind `short` in the order of texts. */
function isCopy(short: Folded, long: Folded): boolean {
  const begins = long.text.startsWith(short.text.slice(0, COMPARED));
  if (!begins) return false;
  if (short.text.length >= LONG) return true;
  if (short.text === '' && long.text !== '') return false;
  const enough = short.text !== '' || short.title.split(' ').length > SUFFIX_WORDS;
  return enough && alike(short.title, long.title);
}

/** Equal, or equal but for an outlet's name at the end of one. */
function alike(one: string, two: string): boolean {
  const [short, long] = one.length <= two.length ? [one, two] : [two, one];
  return long.startsWith(short) && long.slice(short.length).trim().split(' ').length <= SUFFIX_WORDS;
}
