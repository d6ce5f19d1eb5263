/** What this browser has, as records: sources, what the reader set of them, and settings. */
import * as z from 'zod/mini';
import type { SourceAtHome } from '../model/carrying.ts';
import type { Feed } from '../model/feed.ts';
import { MAX_FOLDER_DEPTH, MAX_NAME_LENGTH } from '../model/opml.ts';
import {
  DEFAULT_SETTINGS,
  intervalMinutes,
  type Settings,
  type SettingsPatch,
  settingsPatchSchema,
} from '../model/settings.ts';
import { staysHome } from './at-home.ts';
import { asDetails } from './codec.ts';
import { detailsKey, settingKey, sourceKey, wordKey } from './keys.ts';
import { isRecord, type Json, sameJson } from './state.ts';

/** What of a source's row is the reader's own word. */
export type Details = Pick<Feed, 'ownTitle' | 'folder' | 'muted' | 'checkMinutes'>;

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

type SourceRow = Details & Pick<Feed, 'url' | 'title'>;

/** All that may be carried, by key, and the sources that stay at home. */
export function localRecords(
  feeds: readonly SourceRow[],
  settings: Settings,
): { readonly records: ReadonlyMap<string, Local>; readonly atHome: readonly SourceAtHome[] } {
  const records = new Map<string, Local>();
  const atHome: SourceAtHome[] = [];
  for (const feed of feeds) {
    const reason = staysHome(feed.url);
    if (reason !== null) atHome.push({ url: feed.url, name: feed.ownTitle ?? feed.title, reason });
    else addSource(records, feed);
  }
  for (const [name, value] of Object.entries(settings)) addSetting(records, name, value);
  return { records, atHome };
}

function addSource(records: Map<string, Local>, { url, title, ...row }: SourceRow): void {
  records.set(sourceKey(url), { value: { url, title }, isDefault: false });
  const { ownTitle, folder, muted, checkMinutes } = row;
  const value = { ownTitle, folder, muted, checkMinutes };
  records.set(detailsKey(url), { value, isDefault: sameJson(value, { ...NO_DETAILS }) });
}

function addSetting(records: Map<string, Local>, name: string, value: Json): void {
  if (!isSettingName(name)) return;
  if (isWordList(name)) {
    for (const word of asWords(value)) records.set(wordKey(name, word), { value: true, isDefault: false });
  } else {
    records.set(settingKey(name), { value, isDefault: sameJson(value, DEFAULT_SETTINGS[name]) });
  }
}

/** Settings that are lists of texts are carried text by text: two browsers that add to one both keep what they added. */
export function isWordList(name: keyof Settings): boolean {
  const value: Json = DEFAULT_SETTINGS[name];
  return Array.isArray(value) && asWords(value).length === value.length;
}

export function isSettingName(name: string): name is keyof Settings {
  return Object.hasOwn(DEFAULT_SETTINGS, name);
}

function asWords(value: Json): string[] {
  return Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
}

/** A carried value of a setting as a patch; null where this version has no such setting, or no such value. */
export function settingPatch(name: string, value: Json): SettingsPatch | null {
  const parsed = z.safeParse(settingsPatchSchema, { [name]: value });
  return isSettingName(name) && parsed.success ? parsed.data : null;
}

/** Carried details as fields of a source's row; what is damaged is as if it was never set. */
export function detailsOf(value: Json): Details {
  const details = asDetails(value);
  if (details === null) return NO_DETAILS;
  const fields = isRecord(value) ? value : {};
  const parsed = z.safeParse(detailsSchema, { ...NO_DETAILS, ...fields });
  return parsed.success ? parsed.data : { ...NO_DETAILS, ownTitle: details.ownTitle };
}
