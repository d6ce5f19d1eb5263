/**
 * The message protocol: one map of verbs. A request is checked against its schema by the background; the answer's
 * type is stated beside it. What is not in this map cannot be said.
 */
import * as z from 'zod/mini';
import type { AccountFound, AccountView } from '../model/account.ts';
import type { ArticleView, GoneView, SourceView } from '../model/article-view.ts';
import { BACKUP_STORES, type BackupPart, MAX_PART, type Restored } from '../model/backup-format.ts';
import type { CarryView } from '../model/carrying.ts';
import type { Discovery, FeedCandidate } from '../model/discovery.ts';
import { MAX_FOLDER_DEPTH, MAX_NAME_LENGTH, MAX_OPML_SOURCES } from '../model/opml.ts';
import type { BarView, PanelStanding } from '../model/panel.ts';
import { PUBLISHER_KINDS } from '../model/publisher-kinds.ts';
import type { SearchPage } from '../model/search.ts';
import type { Settings } from '../model/settings.ts';
import { intervalMinutes, settingsPatchSchema } from '../model/settings-schema.ts';
import type {
  AlertRow,
  BreakingView,
  ImportResult,
  LatestPage,
  LatestRow,
  RankedPage,
  RankedRow,
  RefreshResult,
  RelatedRow,
  SourceRow,
  Status,
  StoryView,
} from '../model/view.ts';
import { MAX_URL_LENGTH } from '../text/url.ts';

/** What is typed beyond it was pasted by mistake; what a query reads of it is less. */
export const MAX_TYPED_LENGTH = 20_000;

/** A verb's request schema, with the type of its answer carried along for the compiler alone. */
export interface Verb<Schema extends z.core.$ZodType, Answer> {
  readonly request: Schema;
  readonly answer?: Answer;
}

/** Schemas are made when their verb is first said: a background says few in its short life, and made all at each start. */
const verb =
  <Answer>() =>
  <Schema extends z.core.$ZodType>(make: () => Schema): Verb<Schema, Answer> => {
    let made: Schema | null = null;
    return {
      get request() {
        made ??= make();
        return made;
      },
    };
  };

const articleId = z.int().check(z.positive());
const feedId = z.int().check(z.positive());
const someFeeds = z.array(feedId).check(z.maxLength(MAX_OPML_SOURCES));
const storyId = z.int().check(z.positive());
const alertId = z.int().check(z.positive());
const rows = z.int().check(z.minimum(1), z.maximum(200));
const cursor = z.nullable(z.readonly(z.tuple([z.number(), z.number()])));
const address = z.string().check(z.maxLength(MAX_URL_LENGTH));

const nothing = z.strictObject({});
/** What lets the reader in at a feed server: goes only from options to the background, and in no answer. */
const secret = z.string().check(z.minLength(1), z.maxLength(1000));
const credentials = z.strictObject({
  address,
  user: z.string().check(z.minLength(1), z.maxLength(320)),
  password: secret,
});

const name = z.string().check(z.maxLength(MAX_NAME_LENGTH));
const narrowing = z.strictObject({
  language: z.optional(z.string().check(z.maxLength(35))),
  folder: z.optional(z.readonly(z.array(name).check(z.maxLength(MAX_FOLDER_DEPTH)))),
  only: z.optional(z.enum(['unread', 'saved'])),
});
const opmlSource = z.strictObject({
  url: address,
  title: name,
  siteUrl: z.nullable(address),
  folder: z.readonly(z.array(name).check(z.maxLength(MAX_FOLDER_DEPTH))),
});

/** Texts of a page, each cut by the detector. */
const pageTexts = z.array(z.string().check(z.maxLength(1000))).check(z.maxLength(100));
/** What a page says of itself, as it may come from any page. */
export const pageFacts = z.strictObject({
  url: address,
  titles: pageTexts,
  headings: pageTexts,
  sites: pageTexts,
  summary: z.string().check(z.maxLength(20_000)),
  language: z.string().check(z.maxLength(200)),
  dates: pageTexts,
});

/** Verbs that change something. */
export const commandVerbs = {
  /** `there`: on the account's server, which then asks it. */
  addFeed: verb<{ feedId: number }>()(() =>
    z.strictObject({ url: address, there: z.optional(z.literal(true)) }),
  ),
  importSources: verb<ImportResult>()(() =>
    z.strictObject({ sources: z.readonly(z.array(opmlSource).check(z.maxLength(MAX_OPML_SOURCES))) }),
  ),
  /** A source of a pack, as `PackFacts`: the schema of whole entries stays with the data, 2 kB lighter. */
  followEntry: verb<{ feedId: number }>()(() =>
    z.strictObject({
      name: z.string(),
      site: address,
      language: z.string(),
      feeds: z.array(address).check(z.maxLength(10)),
      support: z.nullable(address),
      publisher: z.strictObject({
        kind: z.enum(PUBLISHER_KINDS),
        owner: z.nullable(z.strictObject({ name, source: address })),
        country: z.nullable(z.string().check(z.maxLength(2))),
        articleHosts: z.readonly(z.array(name).check(z.maxLength(20))),
      }),
    }),
  ),
  discover: verb<Discovery>()(() => z.strictObject({ address })),
  lookAtLinks: verb<readonly FeedCandidate[]>()(() =>
    z.strictObject({
      links: z
        .array(z.strictObject({ url: address, title: name, scope: z.enum(['site', 'section', 'comments']) }))
        .check(z.maxLength(40)),
    }),
  ),
  /** Names, folders, and what else the reader can change of sources, of many at once. */
  changeSources: verb<null>()(() =>
    z.strictObject({
      changes: z
        .array(
          z.strictObject({
            feedId,
            patch: z.partial(
              z.strictObject({
                ownTitle: z.nullable(name.check(z.minLength(1))),
                folder: z.readonly(z.array(name.check(z.minLength(1))).check(z.maxLength(MAX_FOLDER_DEPTH))),
                muted: z.boolean(),
                paused: z.boolean(),
                preferred: z.boolean(),
                uncounted: z.boolean(),
                checkMinutes: z.nullable(intervalMinutes),
              }),
            ),
          }),
        )
        .check(z.maxLength(MAX_OPML_SOURCES)),
    }),
  ),
  /** Hidden at once, deleted after ten minutes. */
  removeSources: verb<null>()(() => z.strictObject({ feedIds: someFeeds })),
  restoreSources: verb<null>()(() => z.strictObject({ feedIds: someFeeds })),
  markRead: verb<null>()(() =>
    z.strictObject({ articleIds: z.array(articleId).check(z.maxLength(1000)), read: z.boolean() }),
  ),
  /** Gives the time by which it is taken back. */
  markAllRead: verb<{ markedAt: number }>()(() => nothing),
  undoMarkAll: verb<null>()(() => z.strictObject({ markedAt: z.number() })),
  /** Shows nothing of a story, nor of what is told of it later; or all of it again. */
  hideStory: verb<null>()(() => z.strictObject({ storyId, hidden: z.boolean() })),
  /** Latest was shown with what had arrived by `upTo` (UTC ms). */
  visitLatest: verb<null>()(() => z.strictObject({ upTo: z.number() })),
  /** A page (by an id of its own making) has Latest no longer on a screen. */
  leaveLatest: verb<null>()(() => z.strictObject({ view: z.string().check(z.maxLength(50)) })),
  /** Which colours the browser has, as a page sees them. */
  reportTheme: verb<null>()(() => z.strictObject({ theme: z.enum(['light', 'dark']) })),
  /** 'Not the same story': these articles get a story of their own, and stay apart from the one they were in. */
  splitStory: verb<{ bindingId: number; storyId: number }>()(() =>
    z.strictObject({ articleIds: z.array(articleId).check(z.minLength(1), z.maxLength(1000)) }),
  ),
  /** 'Same story': two stories become one. */
  joinStories: verb<{ bindingId: number; storyId: number }>()(() =>
    z.strictObject({ storyIds: z.tuple([storyId, storyId]) }),
  ),
  /** Takes a split or a join back. */
  undoCorrection: verb<null>()(() => z.strictObject({ bindingId: z.int().check(z.positive()) })),
  /** What belongs to an article that is stored, or to a page. */
  related: verb<readonly RelatedRow[]>()(() =>
    z.strictObject({
      limit: z.int().check(z.minimum(1), z.maximum(50)),
      articleId: z.optional(articleId),
      page: z.optional(
        z.strictObject({
          title: z.string().check(z.maxLength(2000)),
          summary: z.string().check(z.maxLength(5000)),
          language: z.nullable(z.string().check(z.maxLength(35))),
          url: z.nullable(address),
        }),
      ),
    }),
  ),
  saveArticles: verb<null>()(() =>
    z.strictObject({ articleIds: z.array(articleId).check(z.maxLength(1000)), saved: z.boolean() }),
  ),
  /** Without `feedIds`: all sources. */
  refresh: verb<RefreshResult>()(() =>
    z.strictObject({ feedIds: z.optional(z.array(feedId).check(z.maxLength(1000))) }),
  ),
  cancelRefresh: verb<null>()(() => nothing),
  /** The reader saw that these have been failing for days: they are not told of again. */
  knowFailures: verb<null>()(() => z.strictObject({ feedIds: z.array(feedId).check(z.maxLength(1000)) })),
  /** A machine of the reader's own network that Lede may ask. */
  confirmHost: verb<null>()(() => z.strictObject({ host: name })),
  retryWaiting: verb<null>()(() => nothing),
  /** Alerts that were raised by `upTo` (UTC ms) were seen. */
  seeAlerts: verb<null>()(() => z.strictObject({ upTo: z.number() })),
  /** Opens the article of an alert. */
  openAlert: verb<null>()(() => z.strictObject({ alertId })),
  answerAlert: verb<null>()(() => z.strictObject({ alertId, state: z.enum(['new', 'later', 'done']) })),
  changeSettings: verb<null>()(() => settingsPatchSchema),

  /** Puts the snapshot of a day back. */
  restoreSnapshot: verb<{ sources: number }>()(() => z.strictObject({ at: z.number() })),
  /** A backup comes piece by piece, and is written once all of it is there. */
  beginRestore: verb<{ restoreId: string }>()(() => nothing),
  stageRestore: verb<null>()(() =>
    z.strictObject({
      restoreId: name,
      index: z.int().check(z.minimum(0), z.maximum(100_000)),
      text: z.string().check(z.maxLength(MAX_PART)),
    }),
  ),
  commitRestore: verb<Restored>()(() =>
    z.strictObject({
      restoreId: name,
      parts: z.int().check(z.minimum(0), z.maximum(100_000)),
      mode: z.enum(['merge', 'replace']),
    }),
  ),
  /** The reader knows that sources and settings were put back after the database was lost. */
  knowRecovery: verb<null>()(() => nothing),
  /** Erases all that is kept, snapshots too. */
  eraseEverything: verb<null>()(() => nothing),
  /** From the detector: an article lies in the tab. The answer is no more than that it was heard. */
  findRelated: verb<null>()(() => pageFacts),
  /** From the panel: what the reader chose there for the site of its page. */
  choosePanel: verb<null>()(() =>
    z.strictObject({ choice: z.enum(['off', 'collapsed', 'open', 'to-start', 'to-end', 'bar-off']) }),
  ),
  /** From the panel: opens a page of Lede's own in a tab. */
  openFromPanel: verb<null>()(() => z.strictObject({ page: z.enum(['follow', 'settings']) })),
  /** From the panel: whether it is still wanted on its page. */
  panelStanding: verb<PanelStanding>()(() => nothing),
  /** From the bar: what it shows on its page; null where none is wanted there. */
  showBar: verb<BarView | null>()(() => nothing),
  /** Has the panel come to a host, whatever was set for it before. */
  panelOn: verb<null>()(() => z.strictObject({ host: name })),
  /** From the popup: looks for what belongs to the page in the tab in front; the answer appears there. */
  relatedToTab: verb<null>()(() => z.strictObject({ tabId: z.int(), url: address })),
  /** Fetches the publisher's page of an article, for its full text. */
  fetchFullText: verb<null>()(() => z.strictObject({ articleId })),
  /** Has the browser's own sync carry sources and settings, or no longer. */
  setCarrying: verb<null>()(() => z.strictObject({ on: z.boolean() })),
  carryNow: verb<null>()(() => nothing),
  eraseCarried: verb<null>()(() => nothing),
  /** Whether sources that may have been removed elsewhere, while this browser was away for long, are sent back. */
  answerAway: verb<null>()(() => z.strictObject({ keep: z.boolean() })),
  /** Tries a feed server; nothing is stored. */
  testAccount: verb<AccountFound>()(() => credentials),
  /** Stores the account and begins the first sync. */
  addAccount: verb<null>()(() => credentials),
  syncAccount: verb<null>()(() => nothing),
  /** Whether what came from the account stays here. */
  leaveAccount: verb<null>()(() => z.strictObject({ keep: z.boolean() })),
  /** Its list of sources is suddenly empty: whether they go here as well. */
  answerVanished: verb<null>()(() => z.strictObject({ remove: z.boolean() })),
  signInAgain: verb<null>()(() => z.strictObject({ password: secret })),
  /** Access or consent came back. */
  allowAccount: verb<null>()(() => nothing),
  /** Has the server follow all local sources. */
  moveSources: verb<null>()(() => nothing),
  /** The reader saw what the server refused. */
  knowRefused: verb<null>()(() => nothing),
} as const;

/** Verbs that only read: pages that cannot see the database have the background run the same queries. */
export const queryVerbs = {
  latest: verb<LatestPage>()(() =>
    z.strictObject({
      after: cursor,
      limit: rows,
      newSince: z.optional(z.nullable(z.number())),
      narrowing: z.optional(narrowing),
    }),
  ),
  story: verb<StoryView | null>()(() => z.strictObject({ storyId })),
  top: verb<RankedPage>()(() => z.strictObject({ now: z.number(), limit: rows })),
  popular: verb<RankedPage>()(() =>
    z.strictObject({ now: z.number(), limit: rows, hours: z.int().check(z.minimum(1), z.maximum(24 * 90)) }),
  ),
  /** What breaks now. */
  breaking: verb<readonly LatestRow[]>()(() => z.strictObject({ now: z.number() })),
  /** What was found in the last hour of what is watched for. */
  watched: verb<readonly LatestRow[]>()(() => z.strictObject({ now: z.number() })),
  alerts: verb<readonly AlertRow[]>()(() => nothing),
  /** With `sources` and `minutes`: what they would raise; `sources` null: as many as fit the last week. */
  breakingPast: verb<BreakingView>()(() =>
    z.strictObject({
      now: z.number(),
      sources: z.optional(z.nullable(z.int().check(z.minimum(2), z.maximum(50)))),
      minutes: z.optional(z.int().check(z.minimum(10), z.maximum(24 * 60))),
    }),
  ),
  status: verb<Status>()(() => nothing),
  sources: verb<readonly SourceRow[]>()(() => nothing),
  exportSources: verb<string>()(() => nothing),
  settings: verb<Settings>()(() => nothing),
  /** What the reading page shows. */
  article: verb<ArticleView | GoneView>()(() => z.strictObject({ articleId })),
  source: verb<SourceView | null>()(() => z.strictObject({ feedId, after: cursor, limit: rows })),
  saved: verb<readonly LatestRow[]>()(() => nothing),
  away: verb<readonly RankedRow[]>()(() =>
    z.strictObject({ now: z.number(), since: z.nullable(z.number()) }),
  ),
  carrying: verb<CarryView>()(() => nothing),
  account: verb<AccountView | null>()(() => nothing),
  /** `typed` as the reader typed it; `after` as the page before it said; `leads`: not the headlines alone. */
  search: verb<SearchPage>()(() =>
    z.strictObject({
      typed: z.string().check(z.maxLength(MAX_TYPED_LENGTH)),
      after: z.nullable(z.int().check(z.minimum(0))),
      limit: rows,
      leads: z.boolean(),
      now: z.number(),
    }),
  ),
  prepareSearch: verb<null>()(() => z.strictObject({ now: z.number() })),
  /** About a megabyte of a backup. */
  backupPart: verb<BackupPart>()(() =>
    z.strictObject({
      store: z.enum(BACKUP_STORES),
      key: z.nullable(z.union([z.number(), z.string(), z.readonly(z.tuple([z.number(), z.string()]))])),
    }),
  ),
} as const;

export const verbs = { ...commandVerbs, ...queryVerbs } as const;

export type VerbName = keyof typeof verbs;
export type QueryName = keyof typeof queryVerbs;
export type Request<N extends VerbName> = z.infer<(typeof verbs)[N]['request']>;
export type Answer<N extends VerbName> =
  NonNullable<(typeof verbs)[N]['answer']> extends never
    ? null
    : Exclude<(typeof verbs)[N]['answer'], undefined>;
