/** What this browser has, as records: sources, what the reader set of them, and settings. */
import * as z from 'zod/mini';
import type { SourceAtHome } from '../model/carrying.ts';
import type { Feed } from '../model/feed.ts';
import { MAX_FOLDER_DEPTH, MAX_NAME_LENGTH } from '../model/opml.ts';
import { DEFAULT_SETTINGS, readSettingsPatch, type Settings, type SettingsPatch } from '../model/settings.ts';
import { intervalMinutes } from '../model/settings-schema.ts';
import { staysHome } from './at-home.ts';
import { asDetails } from './codec.ts';
import { addressHash, detailsKey, settingKey, sourceKey, wordKey } from './keys.ts';
import { isRecord, type Json, sameJson } from './state.ts';

/** What a source's row says only where the reader said so. */
const FLAGS = ['paused', 'preferred', 'uncounted'] as const;
type Flags = { -readonly [Name in (typeof FLAGS)[number]]?: true };

/** What of a source's row is the reader's own word. */
export type Details = Pick<Feed, 'ownTitle' | 'folder' | 'muted' | 'checkMinutes'> & Readonly<Flags>;

export const NO_DETAILS: Details = { ownTitle: null, folder: [], muted: false, checkMinutes: null };

const detailsSchema = z.object({
  ownTitle: z.nullable(z.string().check(z.maxLength(MAX_NAME_LENGTH))),
  folder: z.array(z.string().check(z.maxLength(MAX_NAME_LENGTH))).check(z.maxLength(MAX_FOLDER_DEPTH)),
  muted: z.boolean(),
  checkMinutes: z.nullable(intervalMinutes),
});

/** A value that this browser has. */
export interface Local {
  readonly value: Json;
  /** As it is where the reader never set it: no reason to say anything. */
  readonly isDefault: boolean;
}

interface SourceRow
  extends Pick<Feed, 'url' | 'title' | 'ownTitle' | 'folder' | 'muted' | 'checkMinutes'>,
    Partial<Record<keyof Flags, boolean>> {
  readonly id?: number;
  /** Present where the reader's feed server follows it: it is carried by no browser, and named by none. */
  readonly account?: object;
  /** UTC ms at which the reader removed it; it may still be had back. */
  readonly removedAt?: number;
}

/** All that may be carried, by key, and the sources that stay at home. */
export function localRecords(
  feeds: readonly SourceRow[],
  settings: Settings,
): { readonly records: ReadonlyMap<string, Local>; readonly atHome: readonly SourceAtHome[] } {
  const records = new Map<string, Local>();
  const atHome: SourceAtHome[] = [];
  const followed = feeds.filter(({ removedAt }) => removedAt === undefined);
  for (const feed of followed) {
    const reason = staysHome(feed.url);
    if (reason !== null && !feed.account)
      atHome.push({ url: feed.url, name: feed.ownTitle ?? feed.title, reason });
    else addSource(records, feed);
  }
  const names = new SourceNames(followed);
  for (const [name, value] of Object.entries(settings)) addSetting(records, name, value, names);
  return { records, atHome };
}

function addSource(records: Map<string, Local>, { url, title, ...row }: SourceRow): void {
  records.set(sourceKey(url), { value: { url, title }, isDefault: false });
  const { ownTitle, folder, muted, checkMinutes } = row;
  const flags = Object.fromEntries(FLAGS.filter((flag) => row[flag]).map((flag) => [flag, true]));
  const value = { ownTitle, folder, muted, checkMinutes, ...flags };
  records.set(detailsKey(url), { value, isDefault: sameJson(value, { ...NO_DETAILS }) });
}

function addSetting(records: Map<string, Local>, name: string, value: Json, names: SourceNames): void {
  if (!isSettingName(name)) return;
  if (isList(name) && Array.isArray(value)) {
    for (const entry of value) {
      const word = names.written(entry);
      if (word !== null) records.set(wordKey(name, word), { value: true, isDefault: false });
    }
  } else {
    records.set(settingKey(name), { value, isDefault: sameJson(value, DEFAULT_SETTINGS[name]) });
  }
}

/** Settings that are lists are carried entry by entry: two browsers that add to one both keep what they added. */
export function isList(name: keyof Settings): boolean {
  return Array.isArray(DEFAULT_SETTINGS[name]);
}

/** Sources as entries of lists name them: here by an id of this browser alone, on the way by the hash of the address. */
export class SourceNames {
  readonly #hashes = new Map<number, string>();
  readonly #ids = new Map<string, number>();

  constructor(feeds: readonly Pick<SourceRow, 'url' | 'id'>[]) {
    for (const { url, id } of feeds) {
      if (id === undefined) continue;
      this.#hashes.set(id, addressHash(url));
      this.#ids.set(addressHash(url), id);
    }
  }

  /** An entry as it is carried: a text as it is, anything else as JSON; null where its source is gone. */
  written(entry: Json): string | null {
    if (!isRecord(entry)) return typeof entry === 'string' ? entry : JSON.stringify(entry);
    const { feedId = null, ...more } = entry;
    if (feedId === null) return JSON.stringify(entry);
    const source = typeof feedId === 'number' ? this.#hashes.get(feedId) : undefined;
    return source === undefined ? null : JSON.stringify({ ...more, source });
  }

  /** The entry of what was carried, for a list; null where this browser cannot have it, or not yet. */
  read(list: keyof Settings, word: string): Json {
    if (settingPatch(list, [word]) !== null) return word;
    const entry = parsed(word);
    if (!isRecord(entry)) return null;
    const { source, ...more } = entry;
    const feedId = typeof source === 'string' ? this.#ids.get(source) : undefined;
    if (source !== undefined && feedId === undefined) return null;
    const own = source === undefined ? entry : { ...more, feedId: feedId ?? null };
    return settingPatch(list, [own]) === null ? null : own;
  }
}

function parsed(word: string): Json {
  try {
    return JSON.parse(word) as Json;
  } catch {
    return null;
  }
}

/** Hosts of pages that the reader was on: they leave this machine by no way. */
const STAY_HERE: ReadonlySet<string> = new Set<keyof Settings>(['panelSites', 'panelHosts']);

/** Whether a setting of this version has this name and may leave this machine. */
export function isSettingName(name: string): name is keyof Settings {
  return Object.hasOwn(DEFAULT_SETTINGS, name) && !STAY_HERE.has(name);
}

/** A carried value of a setting as a patch; null where this version has no such setting, or no such value. */
export function settingPatch(name: string, value: Json): SettingsPatch | null {
  return isSettingName(name) ? readSettingsPatch({ [name]: value }) : null;
}

/** Carried details as fields of a source's row; what is damaged is as if it was never set. */
export function detailsOf(value: Json): Details {
  const details = asDetails(value);
  if (details === null) return NO_DETAILS;
  const fields = isRecord(value) ? value : {};
  const parsed = z.safeParse(detailsSchema, { ...NO_DETAILS, ...fields });
  const own = parsed.success ? parsed.data : { ...NO_DETAILS, ownTitle: details.ownTitle };
  const flags: Flags = {};
  for (const flag of FLAGS) if (fields[flag] === true) flags[flag] = true;
  return { ...own, ...flags };
}

/** A source's row with these details in place of its own. */
export function withDetails<Row extends Omit<Details, keyof Flags>>(row: Row, details: Details): Row {
  const changed: Row & Flags = { ...row, ...details };
  for (const flag of FLAGS) if (!details[flag]) delete changed[flag];
  return changed;
}
