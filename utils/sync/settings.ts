/** Carried records as settings of this browser. */
import type { Settings, SettingsPatch } from '../model/settings.ts';
import { kindOf, restOf, wordOf } from './keys.ts';
import { isSettingName, type SourceNames, settingPatch } from './local.ts';
import type { Entry, Json, State } from './state.ts';

export interface TakenSettings {
  readonly patch: SettingsPatch;
  /** The records as they are remembered from now on: what finds no place here is carried along for those that have one. */
  readonly state: State;
}

/**
 * What changes make of the settings. Entries of lists that found no place before, because their source was not here or the
 * list was full, are tried once more.
 */
export function takeSettings(
  settings: Settings,
  state: State,
  changes: ReadonlyMap<string, Json>,
  names: SourceNames,
): TakenSettings {
  const lists = new WordLists(settings, names);
  for (const [key, value] of changes) lists.take(key, value);
  for (const [key, { held, value }] of state) {
    if (held && kindOf(key) === 'word' && !changes.has(key)) lists.take(key, value);
  }
  const next = new Map(state);
  for (const [key, hasPlace] of lists.tried) {
    const entry = next.get(key);
    if (entry) next.set(key, hasPlace ? withoutHolding(entry) : { ...entry, held: true });
  }
  return { patch: lists.patch(), state: next };
}

function withoutHolding({ held: _held, ...entry }: Entry): Entry {
  return entry;
}

/** The settings as they become; a list takes as many words as it may have. */
class WordLists {
  readonly #settings: Settings;
  readonly #names: SourceNames;
  readonly #lists = new Map<keyof Settings, Map<string, Json>>();
  /** Entries that were to be added, and whether there was a place for them. */
  readonly tried = new Map<string, boolean>();
  readonly #changed = new Set<keyof Settings>();
  #patch: SettingsPatch = {};

  constructor(settings: Settings, names: SourceNames) {
    this.#settings = settings;
    this.#names = names;
  }

  take(key: string, value: Json): void {
    if (kindOf(key) === 'setting' && value !== null)
      this.#patch = { ...this.#patch, ...settingPatch(restOf(key), value) };
    if (kindOf(key) !== 'word') return;
    const { list, word } = wordOf(key);
    if (!isSettingName(list)) return;
    const entries = this.#lists.get(list) ?? this.#present(list);
    this.#lists.set(list, entries);
    if (value === null) {
      if (entries.delete(word)) this.#changed.add(list);
      return;
    }
    const entry = this.#names.read(list, word);
    const isRoom = entry !== null && settingPatch(list, [...entries.values(), entry]) !== null;
    this.tried.set(key, isRoom);
    if (!isRoom) return;
    entries.set(word, entry);
    this.#changed.add(list);
  }

  #present(list: keyof Settings): Map<string, Json> {
    const present: Json = this.#settings[list];
    const entries = Array.isArray(present) ? present : [];
    return new Map(entries.map((entry) => [this.#names.written(entry) ?? JSON.stringify(entry), entry]));
  }

  patch(): SettingsPatch {
    const lists = [...this.#changed].map((list) =>
      settingPatch(list, [...(this.#lists.get(list)?.values() ?? [])]),
    );
    return Object.assign({}, this.#patch, ...lists);
  }
}
