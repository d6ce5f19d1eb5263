/**
 * Everything a reader can set: one schema, one default for each, one list of migrations. Stored as one record;
 * what is missing, unknown or damaged in it falls back to its default field by field, so that a bad record never
 * costs more than the field that is bad.
 */
import {
  between,
  flag,
  isRaw,
  like,
  listOf,
  oneOf,
  orElse,
  orNull,
  type Raw,
  record,
  text,
  trimmed,
} from './fields.ts';

/** Raised with every change of meaning of a stored field; see `MIGRATIONS`. */
export const SETTINGS_VERSION = 1;

/** The shortest check interval a reader can choose, in minutes. */
export const MIN_CHECK_MINUTES = 5;
/** The longest, in minutes: a week. */
export const MAX_CHECK_MINUTES = 7 * 24 * 60;

/** Limits of what is kept, each with the least and the most that a reader can choose. */
export const KEEP_DAYS = { least: 1, most: 3_650 };
export const KEEP_PER_SOURCE = { least: 100, most: 50_000 };
export const KEEP_ARTICLES = { least: 1_000, most: 200_000 };

export const MOST_MUTED_WORDS = 200;
export const MAX_WORD_LENGTH = 100;
const mutedWord = trimmed(text(MAX_WORD_LENGTH));

/** What makes a story break, each with the least and the most that a reader can choose. */
export const BREAKING_SOURCES = { least: 2, most: 50 };
export const BREAKING_MINUTES = { least: 10, most: 24 * 60 };

export const BADGE_MODES = ['new', 'unread', 'alerts', 'off'] as const;

export const MOST_WATCH_WORDS = 100;
const watchWord = record({
  words: mutedWord,
  feedId: orNull(between({ least: 1, most: Number.MAX_SAFE_INTEGER })),
});
const alertBy = record({ badge: flag, notification: flag, ticker: flag });
const minuteOfDay = between({ least: 0, most: 24 * 60 - 1 });

const intervalMinutes = between({ least: MIN_CHECK_MINUTES, most: MAX_CHECK_MINUTES });

/** Sites that the panel remembers something of, or was asked for by name. */
export const MOST_PANEL_SITES = 500;
const host = text(253);
const panelSite = record({
  host,
  isOff: flag,
  isCollapsed: flag,
  side: oneOf(['end', 'start']),
  /** Absent in what was stored before there was a bar. */
  isBarOff: orElse(flag, false),
});
/** Sizes of an article's text, the smallest first. */
export const TEXT_SIZES = ['small', 'medium', 'large', 'huge'] as const;

const fields = {
  /** Language of the interface; `auto` follows the browser. */
  language: oneOf(['auto', 'en', 'uk']),
  theme: oneOf(['system', 'light', 'dark']),
  /** How much room rows take. */
  density: oneOf(['comfortable', 'compact']),
  /** What the toolbar badge counts: what is new since Latest was last shown, what is unread, or alerts alone. */
  badge: oneOf(BADGE_MODES),
  /** Whether Latest has a row a story or a row an article; badge and counts follow it. */
  latest: oneOf(['stories', 'articles']),
  /** Language of the headlines that lists show, BCP 47 without region, or `all`. */
  newsLanguage: like(/^(all|[a-z]{2,3})$/),
  /** Whether single keys do things on Lede's pages. */
  shortcuts: flag,
  /**
   * Independent confirmations that make a story break, and within how many minutes; `sources` null: as many as would have
   * raised three alerts a day at most in the reader's last week.
   */
  breaking: record({
    sources: orNull(between(BREAKING_SOURCES)),
    minutes: between(BREAKING_MINUTES),
  }),
  /** Words and phrases that are marked in headlines and raise alerts, in one source or (null) in all. */
  watchWords: listOf(watchWord, MOST_WATCH_WORDS),
  /** By what each kind of alert is told; by nothing: none is raised. */
  alertBy: record({ watch: alertBy, breaking: alertBy }),
  /** Hours in which nothing is notified; see `QuietHours`. */
  quietHours: record({
    isOn: flag,
    from: minuteOfDay,
    to: minuteOfDay,
    exceptBreaking: flag,
  }),
  /** Whether the reading page shows pictures, which are fetched from publishers. */
  images: flag,
  /** How the text of an article is set on the reading page. */
  textSize: oneOf(TEXT_SIZES),
  textFont: oneOf(['serif', 'sans']),
  textWidth: oneOf(['narrow', 'medium', 'wide']),
  /** Words and phrases: an article that holds one, in any form, is not shown. */
  mutedWords: listOf(mutedWord, MOST_MUTED_WORDS),
  /** Minutes between checks of every source; null lets Lede choose. */
  checkMinutes: orNull(intervalMinutes),
  /** Days for which an article is kept after its source served it for the last time. */
  keepDays: between(KEEP_DAYS),
  /** Articles that one source may have. */
  keepPerSource: between(KEEP_PER_SOURCE),
  /** Articles in all. */
  keepArticles: between(KEEP_ARTICLES),
  /** Related news beside articles of followed sites, and of those that the reader named. */
  panel: oneOf(['on', 'off']),
  /** The same in private windows. */
  panelPrivate: flag,
  /** The ticker at the lower edge of the pages of these sites. */
  panelBar: flag,
  /** What is set for single sites. */
  panelSites: listOf(panelSite, MOST_PANEL_SITES),
  /** Hosts that are named although no source lies there. */
  panelHosts: listOf(host, MOST_PANEL_SITES),
};

type Fields = typeof fields;
export type Settings = { [K in keyof Fields]: Exclude<ReturnType<Fields[K]>, undefined> };
/** A change of some settings; the others keep their values. */
export type SettingsPatch = { [K in keyof Settings]?: Settings[K] | undefined };

export const DEFAULT_SETTINGS: Settings = {
  language: 'auto',
  theme: 'system',
  density: 'comfortable',
  badge: 'new',
  latest: 'stories',
  newsLanguage: 'all',
  shortcuts: true,
  breaking: { sources: null, minutes: 60 },
  watchWords: [],
  alertBy: {
    watch: { badge: true, notification: false, ticker: true },
    breaking: { badge: true, notification: false, ticker: true },
  },
  quietHours: { isOn: false, from: 23 * 60, to: 7 * 60, exceptBreaking: false },
  images: false,
  textSize: 'medium',
  textFont: 'serif',
  textWidth: 'medium',
  mutedWords: [],
  checkMinutes: null,
  keepDays: 30,
  keepPerSource: 2_000,
  keepArticles: 50_000,
  panel: 'on',
  panelPrivate: false,
  panelBar: false,
  panelSites: [],
  panelHosts: [],
};

/** Append-only: entry i turns a record of version i + 1 into version i + 2. */
const MIGRATIONS: readonly ((raw: Raw) => Raw)[] = [];

/**
 * Reads a stored record of any version, damaged or absent, into settings that are valid in every field.
 * A record of a newer version is read as far as its fields still fit.
 */
export function readSettings(stored: unknown): Settings {
  const raw = migrate(isRaw(stored) ? stored : {});
  const read = Object.entries(fields).map(([name, field]) => [name, field(raw[name])]);
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(read.filter(([, value]) => value !== undefined)) };
}

/** A change of settings that may be anything, read; null where it names what is no setting, or a value that is none. */
export function readSettingsPatch(patch: unknown): SettingsPatch | null {
  if (!isRaw(patch)) return null;
  const read = Object.entries(patch)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [
      name,
      Object.hasOwn(fields, name) ? fields[name as keyof Fields](value) : undefined,
    ]);
  return read.some(([, value]) => value === undefined) ? null : Object.fromEntries(read);
}

/** A stored record of settings that names sources by other numbers; what is said of a source that has none is left out. */
export function withFeeds(stored: unknown, feedIdOf: (id: number) => number | undefined): unknown {
  const settings = readSettings(stored);
  const watchWords = settings.watchWords.flatMap((word) => {
    const feedId = word.feedId === null ? null : feedIdOf(word.feedId);
    return feedId === undefined ? [] : [{ ...word, feedId }];
  });
  return writeSettings({ ...settings, watchWords });
}

/** The record to store for settings. */
export function writeSettings(settings: Settings): Raw {
  return { version: SETTINGS_VERSION, ...settings };
}

function migrate(raw: Raw): Raw {
  const version = typeof raw.version === 'number' ? raw.version : SETTINGS_VERSION;
  return MIGRATIONS.slice(Math.max(0, version - 1)).reduce((record, step) => step(record), raw);
}
