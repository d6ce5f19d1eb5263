/** Raising alerts, in the transaction that marks their stories. */
import { type Alert, type AlertKind, MOST_ALERTS } from '../model/alert.ts';
import type { Article } from '../model/article.ts';
import { feedName } from '../model/feed.ts';
import { isQuiet } from '../model/quiet-hours.ts';
import { readSettings, type Settings } from '../model/settings.ts';
import type { Story } from '../model/story.ts';
import type { Threshold } from '../story/rank/breaking.ts';
import { createWatch, type Watch } from '../text/watch.ts';
import { raiseWithin } from './breaking.ts';
import { withoutOldNews } from './old-news.ts';
import type { StoryTransaction } from './story-stores.ts';

const HOUR = 3_600_000;
/** What arrived longer ago, in ms, and was told only now raises no alert for a word: it came back, or Lede was closed. */
const TOO_OLD = 24 * HOUR;

let compiled: { readonly key: string; readonly watch: Watch } = { key: '[]', watch: createWatch([]) };

/** What was just written: stories, and the articles that came to them. */
export interface News {
  readonly stories: readonly Story[];
  readonly articles: readonly Article[];
  /** What makes a story break. */
  readonly threshold: Threshold;
  /** UTC ms. */
  readonly now: number;
}

/** Raises what breaks and what is watched for, each story once of each kind, whatever becomes of its number. */
export async function raiseAlerts(tx: StoryTransaction, news: News): Promise<void> {
  const settings = readSettings(await tx.objectStore('records').get('settings'));
  const stories = new Map(news.stories.map((story) => [story.id, story]));
  for (const story of await raiseWithin(tx, await withoutOldNews(tx, news), news.threshold, news.now)) {
    stories.set(story.id, story);
    const lead = await tx.objectStore('articles').get(story.lead);
    if (lead) await add(tx, { kind: 'breaking', story, article: lead, words: [] }, settings, news.now);
  }
  await raiseWatched(tx, stories, news, settings);
  await forgetOld(tx);
}

async function raiseWatched(
  tx: StoryTransaction,
  stories: Map<number, Story>,
  { articles, now }: News,
  settings: Settings,
): Promise<void> {
  if (settings.watchWords.length === 0) return;
  const key = JSON.stringify(settings.watchWords);
  if (key !== compiled.key) compiled = { key, watch: createWatch(settings.watchWords) };
  for (const article of articles) {
    const arrivedAt = article.arrivedAt ?? article.firstSeenAt;
    if (article.isBacklog || article.muted || arrivedAt <= now - TOO_OLD) continue;
    const words = await wordsIn(tx, compiled.watch, article);
    const story = words.length > 0 ? storyOf(stories, article.id) : undefined;
    // Who was told of the story needs no second reason.
    if (!story || story.hidden || story.watchedAt !== undefined || story.alertedAt !== undefined) continue;
    const marked = { ...story, watchedAt: now };
    stories.set(story.id, marked);
    await tx.objectStore('stories').put(marked);
    await add(tx, { kind: 'watch', story: marked, article, words }, settings, now);
  }
}

async function wordsIn(tx: StoryTransaction, watch: Watch, article: Article): Promise<string[]> {
  const { title, snippet, language, feedId } = article;
  const feed = await tx.objectStore('feeds').get(feedId);
  // Muted or removed a moment ago: its articles are found to be so step by step.
  if (!feed || feed.muted || feed.removedAt !== undefined) return [];
  const own = language ?? feed.language;
  return watch.found({ title, snippet, language: own }, feedId);
}

function storyOf(stories: ReadonlyMap<number, Story>, article: number): Story | undefined {
  for (const story of stories.values()) if (story.articles.includes(article)) return story;
  return undefined;
}

interface Raised {
  readonly kind: AlertKind;
  readonly story: Story;
  readonly article: Article;
  readonly words: readonly string[];
}

async function add(
  tx: StoryTransaction,
  { kind, story, article, words }: Raised,
  { alertBy, quietHours }: Settings,
  now: number,
): Promise<void> {
  const by = alertBy[kind];
  if (!by.badge && !by.notification && !by.ticker) return;
  const feed = await tx.objectStore('feeds').get(article.feedId);
  const alerts = tx.objectStore('alerts');
  const earlier = (await alerts.getAll()).find((one) => story.articles.includes(one.article));
  const isSilent = isQuiet(quietHours, now) && !(kind === 'breaking' && quietHours.exceptBreaking);
  const alert: Omit<Alert, 'id' | 'notice'> = {
    ...{ kind, at: now, story: story.id, article: article.id, words, by, state: 'new' },
    ...{ title: article.title, url: article.url, feedId: article.feedId, voices: story.voices.length },
    language: article.language ?? feed?.language ?? null,
    source: feed ? feedName(feed) : '',
    notified: by.notification && !isSilent ? 'wanted' : 'none',
  };
  // The store gives the id; its type has no way to say "not yet".
  const id = await alerts.add(alert as Alert);
  await alerts.put({ ...alert, id, notice: earlier?.notice ?? id });
}

async function forgetOld(tx: StoryTransaction): Promise<void> {
  const alerts = tx.objectStore('alerts');
  const ids = await alerts.getAllKeys();
  for (const id of ids.slice(0, -MOST_ALERTS)) await alerts.delete(id);
}
