/**
 * What a backup carries: an explicit list of stores, and in them of fields. What is not named here is in no backup, and in
 * no file that is restored: a secret that is stored one day stays out of files until somebody writes it into this list.
 */
import { type AccountPlace, DIALECT_NAMES } from './account.ts';
import type { Article, ArticleBody, Mark, StoredPage, Tombstone } from './article.ts';
import { BACKUP_STORES, type BackupStore } from './backup-format.ts';
import { type Feed, newFeed } from './feed.ts';
import { PROBLEM_CODES } from './problem.ts';
import { PUBLISHER_KINDS } from './publisher-kinds.ts';
import type { Binding, Story, Voice, WindowChunk } from './story.ts';

/** The window of the story engine, its bytes as base64. */
type PackedChunk = Omit<WindowChunk, 'bytes' | 'joins'> & { readonly bytes: string };

/** The rows of each store as a file has them. */
export interface BackupRows extends Readonly<Record<BackupStore, object>> {
  records: { readonly name: CarriedRecord; readonly value: unknown };
  counters: { readonly name: CarriedCounter; readonly value: number };
  hosts: { readonly host: string };
  feeds: Feed;
  marks: Mark;
  stories: Story;
  redirects: { readonly from: number; readonly into: number };
  articles: Article;
  bodies: ArticleBody;
  tombstones: Tombstone;
  bindings: Binding;
  window: PackedChunk;
}

export type BackupRow = {
  [S in BackupStore]: { readonly store: S; readonly row: BackupRows[S] };
}[BackupStore];

/** Single records that are carried. */
export const CARRIED_RECORDS = [
  'settings',
  'allRead',
  'allStoriesRead',
  'visitedAt',
  'topOrder',
  'fitted',
  'alerts',
  'accountPlace',
] as const;
export type CarriedRecord = (typeof CARRIED_RECORDS)[number];

/** Numbers that are carried; totals are counted anew. */
export const CARRIED_COUNTERS = ['lastStory', 'markClock'] as const;
export type CarriedCounter = (typeof CARRIED_COUNTERS)[number];

type Check = (value: unknown) => boolean;
/** A check for each field, named completely; the compiler sees to it. Null: it is never carried. */
type Shape<T> = { readonly [K in keyof T]-?: Check | null };

const MAX_TEXT = 32 * 1024 * 1024;
const MOST = 1_000_000;

const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isId: Check = (value) => isCount(value) && value !== 0;
const isText: Check = (value) => typeof value === 'string' && value.length <= MAX_TEXT;
const isFlag: Check = (value) => typeof value === 'boolean';
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const listOf =
  (check: Check, most = MOST): Check =>
  (value) =>
    Array.isArray(value) && value.length <= most && value.every(check);
const shaped =
  <T>(shape: Shape<T>): Check =>
  (value) =>
    fits(value, shape);
/** Only what a reader could have followed: a file must not bring an address that runs something. */
const isWebAddress: Check = (value) =>
  typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value);
const isOpaque: Check = () => true;

/** Whether a value is a plain object with these fields, all of them good, and no other. */
function fits<T>(value: unknown, shape: Shape<T>): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  // Own names alone, so that `__proto__` is one of them and no field of any shape.
  const checks: Readonly<Record<string, Check | null>> = shape;
  for (const name of Object.keys(value)) if (!Object.hasOwn(checks, name)) return false;
  const own = (name: string): unknown => Object.getOwnPropertyDescriptor(value, name)?.value;
  return Object.entries(checks).every(([name, check]) => check === null || check(own(name)));
}

const PROBLEM = shaped<{ code: unknown; status: unknown; detail: unknown; host: unknown }>({
  code: oneOf(...PROBLEM_CODES),
  status: optional(isNumber),
  detail: optional(isText),
  host: optional(isText),
});

const FEED: Shape<Feed> = {
  id: isId,
  url: isWebAddress,
  title: isText,
  ownTitle: orNull(isText),
  folder: listOf(isText),
  muted: isFlag,
  paused: optional(isFlag),
  uncounted: optional(oneOf(true)),
  preferred: optional(isFlag),
  account: optional(
    shaped<NonNullable<Feed['account']>>({ streamId: isText, isGone: optional(oneOf(true)) }),
  ),
  removedAt: optional(isNumber),
  siteUrl: orNull(isWebAddress),
  language: orNull(isText),
  supportUrl: orNull(isWebAddress),
  facts: orNull(
    shaped<NonNullable<Feed['facts']>>({
      kind: oneOf(...PUBLISHER_KINDS),
      owner: orNull(shaped<{ name: unknown; source: unknown }>({ name: isText, source: isWebAddress })),
      country: orNull(isText),
      articleHosts: listOf(isText),
    }),
  ),
  addedAt: isNumber,
  nextCheckAt: isNumber,
  readerWaits: isFlag,
  lastAttemptAt: orNull(isNumber),
  lastSuccessAt: orNull(isNumber),
  problem: orNull(PROBLEM),
  failures: isCount,
  failingSince: orNull(isNumber),
  failureTold: isFlag,
  stopped: isFlag,
  validators: shaped<Feed['validators']>({ etag: orNull(isText), lastModified: orNull(isText) }),
  bodyHash: orNull(isText),
  unconditionalAt: orNull(isNumber),
  cutHash: orNull(isText),
  cutAt: listOf(isNumber),
  isPartlyRead: isFlag,
  redirect: orNull(shaped<NonNullable<Feed['redirect']>>({ url: isWebAddress, since: isNumber })),
  checkMinutes: orNull(isNumber),
  pace: shaped<Feed['pace']>({
    ttl: orNull(isNumber),
    skipHours: listOf(isNumber),
    skipDays: listOf(isNumber),
    updateMinutes: orNull(isNumber),
  }),
  freshMs: orNull(isNumber),
  recentAt: listOf(isNumber),
  use: listOf(shaped<Feed['use'][number]>({ day: isNumber, requests: isNumber, bytes: isNumber })),
  stored: isCount,
};

const ARTICLE: Shape<Article> = {
  id: isId,
  feedId: isId,
  key: isText,
  url: orNull(isWebAddress),
  urlKey: orNull(isText),
  title: isText,
  snippet: isText,
  labels: listOf(isText),
  author: orNull(isText),
  language: orNull(isText),
  image: orNull(isWebAddress),
  fingerprint: orNull(isText),
  publishedAt: orNull(isNumber),
  publishedOffset: orNull(isNumber),
  firstSeenAt: isNumber,
  arrivedAt: optional(isNumber),
  newestFirst: orNull(isNumber),
  twinOf: orNull(isId),
  story: isNumber,
  isBacklog: isFlag,
  servedUntil: isNumber,
  isLong: optional(oneOf(true)),
  muted: optional(oneOf(true)),
  uncounted: optional(oneOf(true)),
  hidden: optional(oneOf(true)),
};

const STORY: Shape<Story> = {
  id: isId,
  articles: listOf(isId),
  feeds: listOf(isId),
  newest: isId,
  newestFirst: orNull(isNumber),
  lead: isId,
  firstAt: isNumber,
  lastAt: isNumber,
  arrivedAt: isNumber,
  languages: listOf(isText),
  voices: listOf(shaped<Voice>({ owner: isText, at: isNumber, isLate: isFlag, echoes: optional(isText) })),
  toldAt: optional(isNumber),
  origin: orNull(isText),
  mark: orNull(shaped<NonNullable<Story['mark']>>({ read: isFlag, at: isNumber })),
  seen: isCount,
  earlier: optional(isId),
  alertedAt: optional(isNumber),
  watchedAt: optional(isNumber),
  uncounted: optional(oneOf(1)),
  muted: optional(listOf(isId)),
  hidden: optional(oneOf(1)),
  stale: optional(oneOf(1)),
};

const RECORD_CHECKS: Readonly<Record<CarriedRecord, Check>> = {
  // Read field by field wherever they are used.
  settings: (value) => typeof value === 'object' && value !== null && !Object.hasOwn(value, '__proto__'),
  allRead: shaped<{ upToId: unknown; at: unknown }>({ upToId: isCount, at: isNumber }),
  allStoriesRead: shaped<{ upToId: unknown; at: unknown }>({ upToId: isCount, at: isNumber }),
  visitedAt: isNumber,
  topOrder: listOf(isNumber),
  fitted: shaped<{ at: unknown; minutes: unknown; sources: unknown }>({
    at: isNumber,
    minutes: isNumber,
    sources: isNumber,
  }),
  alerts: listOf(isNumber),
  accountPlace: shaped<AccountPlace>({
    base: isWebAddress,
    user: isText,
    dialect: oneOf(...DIALECT_NAMES),
    addedAt: isNumber,
  }),
};

const SHAPES: { readonly [S in BackupStore]: Shape<BackupRows[S]> } = {
  records: { name: oneOf(...CARRIED_RECORDS), value: isOpaque },
  counters: { name: oneOf(...CARRIED_COUNTERS), value: isCount },
  hosts: { host: isText },
  feeds: FEED,
  marks: { articleId: isId, read: isFlag, saved: optional(isFlag), at: isNumber },
  stories: STORY,
  redirects: { from: isId, into: isId },
  articles: ARTICLE,
  bodies: {
    articleId: isId,
    html: isText,
    categories: listOf(isText),
    history: listOf(shaped<ArticleBody['history'][number]>({ title: isText, until: isNumber })),
    page: optional(shaped<StoredPage>({ html: isText, url: isWebAddress, at: isNumber })),
  },
  tombstones: {
    feedId: isId,
    key: isText,
    urlKey: orNull(isText),
    fingerprint: orNull(isText),
    servedUntil: isNumber,
    was: orNull(
      shaped<NonNullable<Tombstone['was']>>({ id: isId, firstSeenAt: isNumber, isBacklog: isFlag }),
    ),
  },
  bindings: {
    id: isId,
    kind: oneOf('apart', 'together'),
    one: listOf(isId),
    other: listOf(isId),
    at: isNumber,
  },
  window: {
    id: isId,
    articles: listOf(isId),
    stories: listOf(isNumber),
    bytes: (value) => typeof value === 'string' && /^[A-Za-z0-9+/]*={0,2}$/.test(value),
    newestAt: isNumber,
  },
};

/** A row as a file has it, or null where it is none that is carried. Fields that a later version added get their default. */
export function readRow([store, row, ...more]: readonly unknown[]): BackupRow | null {
  const known = BACKUP_STORES.find((name) => name === store);
  if (known === undefined || more.length > 0) return null;
  const whole = known === 'feeds' ? withDefaults(row) : row;
  if (!fits<unknown>(whole, SHAPES[known])) return null;
  // The check says that it is a row of that store; the compiler cannot know.
  const read = { store: known, row: whole } as BackupRow;
  return read.store !== 'records' || RECORD_CHECKS[read.row.name](read.row.value) ? read : null;
}

function withDefaults(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row;
  // Not by spreading alone: a name like `__proto__` must stay to be refused.
  const names = Object.keys(row);
  return names.includes('__proto__') ? row : { ...newFeed('', '', 0), ...row };
}

/** The line of a row, with its end: of it the fields that are carried, and no others. */
export function rowLine<S extends BackupStore>(store: S, row: BackupRows[S]): string {
  const carried: Record<string, unknown> = {};
  for (const [name, check] of Object.entries<Check | null>(SHAPES[store])) {
    if (check !== null) carried[name] = Object.getOwnPropertyDescriptor(row, name)?.value;
  }
  return `${JSON.stringify([store, carried])}\n`;
}
