/** A browser that carries, without its browser: what the reader has in it, and a copy of the sync area. */
import { DEFAULT_SETTINGS, readSettings, type Settings } from '../../../utils/model/settings.ts';
import { burst, readArea, recordsOf } from '../../../utils/sync/area.ts';
import { asSource } from '../../../utils/sync/codec.ts';
import { addressHash, kindOf, restOf, wordOf } from '../../../utils/sync/keys.ts';
import {
  type Details,
  detailsOf,
  localRecords,
  NO_DETAILS,
  settingPatch,
} from '../../../utils/sync/local.ts';
import { type Memory, newMemory, reconcile } from '../../../utils/sync/reconcile.ts';
import type { Json } from '../../../utils/sync/state.ts';

export class CarryingBrowser {
  readonly sources = new Map<string, Details>();
  settings: Settings = DEFAULT_SETTINGS;
  memory: Memory;
  readonly area: Record<string, string> = {};

  constructor(name: string) {
    this.memory = newMemory(name);
  }

  /** One round at a time (UTC ms); gives the items that it wrote. */
  async carry(now: number): Promise<[name: string, written: string][]> {
    const area = await readArea(this.area);
    const { memory, changes } = reconcile(this.memory, this.local(), recordsOf(area), now);
    this.memory = memory;
    for (const [key, value] of changes) this.apply(key, value);
    const { items } = await burst(memory.state, area, now);
    for (const [name, written] of items) this.area[name] = written;
    return items.map(([name, written]) => [name, written]);
  }

  apply(key: string, value: Json): void {
    const kind = kindOf(key);
    const url = [...this.sources.keys()].find((one) => addressHash(one) === restOf(key));
    if (kind === 'source') {
      const source = asSource(value);
      if (source !== null) this.sources.set(source.url, this.sources.get(source.url) ?? NO_DETAILS);
      else if (url !== undefined) this.sources.delete(url);
    } else if (kind === 'details') {
      if (url !== undefined) this.sources.set(url, detailsOf(value));
    } else if (kind === 'setting') {
      this.settings = readSettings({ ...this.settings, ...settingPatch(restOf(key), value) });
    } else {
      const { word } = wordOf(key);
      const others = this.settings.mutedWords.filter((one) => one !== word);
      this.settings = { ...this.settings, mutedWords: value === null ? others : [...others, word] };
    }
  }

  /** What the reader has here, in an order that makes two browsers comparable. */
  has(): unknown {
    const sources = [...this.sources].sort(([a], [b]) => (a < b ? -1 : 1));
    return { sources, settings: { ...this.settings, mutedWords: [...this.settings.mutedWords].sort() } };
  }

  local(): ReturnType<typeof localRecords>['records'] {
    const rows = [...this.sources].map(([url, details]) => ({ url, title: `Title of ${url}`, ...details }));
    return localRecords(rows, this.settings).records;
  }
}
