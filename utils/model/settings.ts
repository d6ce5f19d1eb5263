/**
 * Everything a reader can set: one schema, one default for each, one list of migrations. Stored as one record;
 * what is missing, unknown or damaged in it falls back to its default field by field, so that a bad record never
 * costs more than the field that is bad.
 */
import * as z from 'zod/mini';

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
const mutedWord = z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_WORD_LENGTH));

/** What makes a story break, each with the least and the most that a reader can choose. */
export const BREAKING_SOURCES = { least: 2, most: 50 };
export const BREAKING_MINUTES = { least: 10, most: 24 * 60 };

export const BADGE_MODES = ['new', 'unread', 'alerts', 'off'] as const;

export const MOST_WATCH_WORDS = 100;
const watchWord = z.strictObject({ words: mutedWord, feedId: z.nullable(z.int().check(z.positive())) });
const alertBy = z.strictObject({ badge: z.boolean(), notification: z.boolean(), ticker: z.boolean() });
const minuteOfDay = between({ least: 0, most: 24 * 60 - 1 });

/** An interval between checks that a reader can choose, in minutes. */
export const intervalMinutes = between({ least: MIN_CHECK_MINUTES, most: MAX_CHECK_MINUTES });

/** Sites that the panel remembers something of, or was asked for by name. */
export const MOST_PANEL_SITES = 500;
const host = z.string().check(z.minLength(1), z.maxLength(253));
const panelSite = z.strictObject({
  host,
  isOff: z.boolean(),
  isCollapsed: z.boolean(),
  side: z.enum(['end', 'start']),
  /** Absent in what was stored before there was a bar. */
  isBarOff: z._default(z.boolean(), false),
});
/** Sizes of an article's text, the smallest first. */
export const TEXT_SIZES = ['small', 'medium', 'large', 'huge'] as const;

const fields = {
  /** Language of the interface; `auto` follows the browser. */
  language: z.enum(['auto', 'en', 'uk']),
  theme: z.enum(['system', 'light', 'dark']),
  /** How much room rows take. */
  density: z.enum(['comfortable', 'compact']),
  /** What the toolbar badge counts: what is new since Latest was last shown, what is unread, or alerts alone. */
  badge: z.enum(BADGE_MODES),
  /** Whether Latest has a row a story or a row an article; badge and counts follow it. */
  latest: z.enum(['stories', 'articles']),
  /** Language of the headlines that lists show, BCP 47 without region, or `all`. */
  newsLanguage: z.string().check(z.regex(/^(all|[a-z]{2,3})$/)),
  /** Whether single keys do things on Lede's pages. */
  shortcuts: z.boolean(),
  /**
   * Independent confirmations that make a story break, and within how many minutes; `sources` null: as many as would have
   * raised three alerts a day at most in the reader's last week.
   */
  breaking: z.strictObject({
    sources: z.nullable(between(BREAKING_SOURCES)),
    minutes: between(BREAKING_MINUTES),
  }),
  /** Words and phrases that are marked in headlines and raise alerts, in one source or (null) in all. */
  watchWords: z.readonly(z.array(watchWord).check(z.maxLength(MOST_WATCH_WORDS))),
  /** By what each kind of alert is told; by nothing: none is raised. */
  alertBy: z.strictObject({ watch: alertBy, breaking: alertBy }),
  /** Hours in which nothing is notified; see `QuietHours`. */
  quietHours: z.strictObject({
    isOn: z.boolean(),
    from: minuteOfDay,
    to: minuteOfDay,
    exceptBreaking: z.boolean(),
  }),
  /** Whether the reading page shows pictures, which are fetched from publishers. */
  images: z.boolean(),
  /** How the text of an article is set on the reading page. */
  textSize: z.enum(TEXT_SIZES),
  textFont: z.enum(['serif', 'sans']),
  textWidth: z.enum(['narrow', 'medium', 'wide']),
  /** Words and phrases: an article that holds one, in any form, is not shown. */
  mutedWords: z.readonly(z.array(mutedWord).check(z.maxLength(MOST_MUTED_WORDS))),
  /** Minutes between checks of every source; null lets Lede choose. */
  checkMinutes: z.nullable(intervalMinutes),
  /** Days for which an article is kept after its source served it for the last time. */
  keepDays: between(KEEP_DAYS),
  /** Articles that one source may have. */
  keepPerSource: between(KEEP_PER_SOURCE),
  /** Articles in all. */
  keepArticles: between(KEEP_ARTICLES),
  /** Related news beside articles of followed sites, and of those that the reader named. */
  panel: z.enum(['on', 'off']),
  /** The same in private windows. */
  panelPrivate: z.boolean(),
  /** The ticker at the lower edge of the pages of these sites. */
  panelBar: z.boolean(),
  /** What is set for single sites. */
  panelSites: z.readonly(z.array(panelSite).check(z.maxLength(MOST_PANEL_SITES))),
  /** Hosts that are named although no source lies there. */
  panelHosts: z.readonly(z.array(host).check(z.maxLength(MOST_PANEL_SITES))),
};

export const settingsSchema = z.strictObject(fields);
/** A change of some settings; the others keep their values. */
export const settingsPatchSchema = z.partial(settingsSchema);

export type Settings = z.infer<typeof settingsSchema>;
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;
type Raw = Readonly<Record<string, unknown>>;

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
  const raw = migrate(isRecord(stored) ? stored : {});
  const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  for (const [name, schema] of Object.entries(fields)) {
    const parsed = z.safeParse(schema, raw[name]);
    if (parsed.success) settings[name] = parsed.data;
  }
  return settingsSchema.parse(settings);
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

function between({ least, most }: { readonly least: number; readonly most: number }) {
  return z.int().check(z.minimum(least), z.maximum(most));
}

function migrate(raw: Raw): Raw {
  const version = typeof raw.version === 'number' ? raw.version : SETTINGS_VERSION;
  return MIGRATIONS.slice(Math.max(0, version - 1)).reduce((record, step) => step(record), raw);
}

function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
