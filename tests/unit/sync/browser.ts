/** A browser that carries, without its browser: what the reader has in it, and a copy of the sync area. */
import { DEFAULT_SETTINGS, readSettings, type Settings } from '../../../utils/model/settings.ts';
import { burst, readArea, recordsOf } from '../../../utils/sync/area.ts';
import { asSource } from '../../../utils/sync/codec.ts';
import { addressHash, kindOf, restOf } from '../../../utils/sync/keys.ts';
import { type Details, detailsOf, localRecords, NO_DETAILS, SourceNames } from '../../../utils/sync/local.ts';
import { type Memory, newMemory, reconcile } from '../../../utils/sync/reconcile.ts';
import { takeSettings } from '../../../utils/sync/settings.ts';
import type { Json } from '../../../utils/sync/state.ts';

export class CarryingBrowser {
  readonly sources = new Map<string, Details>();
  settings: Settings = DEFAULT_SETTINGS;
  memory: Memory;
  readonly area: Record<string, string> = {};
  /** Every browser counts its sources anew: one source has another id in each. */
  readonly #ids = new Map<string, number>();

  constructor(name: string) {
    this.memory = newMemory(name);
  }

  /** The id of a source, which it keeps; another one than in other browsers. */
  idOf(url: string): number {
    const id = this.#ids.get(url) ?? this.#ids.size + 1;
    this.#ids.set(url, id);
    return id;
  }

  /** One round at a time (UTC ms); gives the items that it wrote. */
  async carry(now: number): Promise<[name: string, written: string][]> {
    const area = await readArea(this.area);
    const { memory, changes } = reconcile(this.memory, this.local(), recordsOf(area), now);
    this.take(memory, changes);
    const { items } = await burst(this.memory.state, area, now);
    for (const [name, written] of items) this.area[name] = written;
    return items.map(([name, written]) => [name, written]);
  }

  /** Takes in what came of a round. */
  take(memory: Memory, changes: ReadonlyMap<string, Json>): void {
    for (const [key, value] of changes) this.#takeSource(key, value);
    const { patch, state } = takeSettings(this.settings, memory.state, changes, this.#names());
    this.settings = readSettings({ ...this.settings, ...patch });
    this.memory = { ...memory, state };
  }

  #takeSource(key: string, value: Json): void {
    const kind = kindOf(key);
    const url = [...this.sources.keys()].find((one) => addressHash(one) === restOf(key));
    if (kind === 'source') {
      const source = asSource(value);
      if (source !== null) this.sources.set(source.url, this.sources.get(source.url) ?? NO_DETAILS);
      else if (url !== undefined) this.sources.delete(url);
    } else if (kind === 'details' && url !== undefined) {
      this.sources.set(url, detailsOf(value));
    }
  }

  /** What the reader has here, in an order and by names that make two browsers comparable. */
  has(): unknown {
    const sources = [...this.sources].sort(([a], [b]) => (a < b ? -1 : 1));
    const mutedWords = [...this.settings.mutedWords].sort();
    // One whose source is gone watches nothing.
    const watchWords = this.settings.watchWords
      .map((word) => this.#names().written({ ...word }))
      .filter(Boolean);
    return { sources, settings: { ...this.settings, mutedWords, watchWords: watchWords.sort() } };
  }

  local(): ReturnType<typeof localRecords>['records'] {
    return localRecords(this.#rows(), this.settings).records;
  }

  #rows() {
    return [...this.sources].map(([url, details]) => ({
      ...details,
      url,
      id: this.idOf(url),
      title: `Title of ${url}`,
    }));
  }

  #names(): SourceNames {
    return new SourceNames(this.#rows());
  }
}
