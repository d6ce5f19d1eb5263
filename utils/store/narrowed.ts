/** Latest narrowed to a language, a folder, to what is unread or saved: read from the same index, row by row. */
import type { AllRead, Article } from '../model/article.ts';
import type { Story } from '../model/story.ts';
import type { LatestCursor, Narrowing } from '../model/view.ts';
import { primaryLanguage } from '../text/language-tag.ts';
import {
  type ListedArticle,
  type ListedStory,
  listed,
  type Reading,
  rangeAfter,
  reading,
  withArticles,
} from './latest.ts';
import { isStoryRead } from './marks.ts';
import { asAllRead } from './records.ts';
import type { Database } from './schema.ts';

/** Rows that one step reads: few fit what is narrowed to, so more than a page. */
const STEP = 250;
/** Articles of a long story that are looked at for one that fits. */
const LOOKED_AT = 40;

/** Whether a narrowing narrows anything. */
export function narrows({ language, folder, only }: Narrowing): boolean {
  return language !== undefined || folder !== undefined || only !== undefined;
}

/** The `limit` newest stories after `after` that fit, each as the newest of its articles that does. */
export async function narrowedStories(
  db: Database,
  after: LatestCursor | null,
  limit: number,
  narrowing: Narrowing,
): Promise<ListedStory[]> {
  const tx = reading(db);
  const fits = await fitOf(tx, narrowing);
  const found: ListedStory[] = [];
  const index = tx.objectStore('stories').index('byNewest');
  for (let from = after; found.length < limit; ) {
    const some = await index.getAll(rangeAfter(from), STEP);
    found.push(...(await fitting(tx, some.filter(fits.story), fits)));
    const last = some.at(-1);
    if (some.length < STEP || !last || last.newestFirst === null) break;
    from = [last.newestFirst, last.id];
  }
  return found.slice(0, limit);
}

/** Of these stories those that fit, each as the newest of its articles that does. */
export async function narrowTo(
  db: Database,
  stories: readonly Story[],
  narrowing: Narrowing,
): Promise<ListedStory[]> {
  const tx = reading(db);
  const fits = await fitOf(tx, narrowing);
  return fitting(tx, stories.filter(fits.story), fits);
}

/** Of these articles those that fit, in their order. */
export async function narrowArticles(
  db: Database,
  articles: readonly Article[],
  narrowing: Narrowing,
): Promise<ListedArticle[]> {
  const tx = reading(db);
  const fits = await fitOf(tx, narrowing);
  const rows = await listed(tx, articles.filter(fits.article));
  return rows.filter(({ unread }) => narrowing.only !== 'unread' || unread);
}

/** The `limit` newest articles after `after` that fit. */
export async function narrowedArticles(
  db: Database,
  after: LatestCursor | null,
  limit: number,
  narrowing: Narrowing,
): Promise<ListedArticle[]> {
  const tx = reading(db);
  const fits = await fitOf(tx, narrowing);
  if (narrowing.only === 'saved') return savedArticles(tx, after, limit, fits);
  const found: ListedArticle[] = [];
  const index = tx.objectStore('articles').index('byNewest');
  for (let from = after; found.length < limit; ) {
    const some = await index.getAll(rangeAfter(from), STEP);
    const rows = await listed(
      tx,
      some.filter((article) => !article.muted && fits.article(article)),
    );
    found.push(...rows.filter(({ unread }) => narrowing.only !== 'unread' || unread));
    const last = some.at(-1);
    if (some.length < STEP || !last || last.newestFirst === null) break;
    from = [last.newestFirst, last.id];
  }
  return found.slice(0, limit);
}

/** Saved ones are few, and shown whether they are muted or not: the reader chose each. */
async function savedArticles(
  tx: Reading,
  after: LatestCursor | null,
  limit: number,
  fits: Fit,
): Promise<ListedArticle[]> {
  const marks = (await tx.objectStore('marks').getAll()).filter(({ saved }) => saved);
  const rows = await Promise.all(marks.map(({ articleId }) => tx.objectStore('articles').get(articleId)));
  const found = rows.filter((row) => row !== undefined).filter(fits.article);
  found.sort((one, two) => order(one) - order(two) || one.id - two.id);
  const behind = ({ id, newestFirst }: Article): boolean =>
    after === null || (newestFirst ?? 0) > after[0] || (newestFirst === after[0] && id > after[1]);
  const shown = await listed(tx, found.filter(behind));
  return shown.filter(({ feed }) => feed?.removedAt === undefined).slice(0, limit);
}

function order({ newestFirst }: Article): number {
  return newestFirst ?? 0;
}

/** Whether stories and articles are what a list is narrowed to. */
interface Fit {
  story(story: Story): boolean;
  article(article: Article): boolean;
}

async function fitOf(tx: Reading, { language, folder, only }: Narrowing): Promise<Fit> {
  const [stored, feeds] = await Promise.all([
    tx.objectStore('records').get('allStoriesRead'),
    tx.objectStore('feeds').getAll(),
  ]);
  const allRead: AllRead = asAllRead(stored);
  const languages = new Map(feeds.map((feed) => [feed.id, feed.language]));
  const within = new Set(
    feeds.filter((feed) => folder?.every((name, at) => feed.folder[at] === name)).map(({ id }) => id),
  );
  return {
    story: (story) =>
      (language === undefined || story.languages.includes(language)) &&
      (folder === undefined || story.feeds.some((id) => within.has(id))) &&
      (only !== 'unread' || !isStoryRead(story, allRead)),
    article: (article) =>
      (language === undefined ||
        primaryLanguage(article.language ?? languages.get(article.feedId)) === language) &&
      (folder === undefined || within.has(article.feedId)),
  };
}

async function fitting(tx: Reading, stories: readonly Story[], fits: Fit): Promise<ListedStory[]> {
  const chosen = new Map<number, number>();
  for (const story of stories) {
    const ids = story.articles.filter((id) => !story.muted?.includes(id)).slice(-LOOKED_AT);
    const rows = await Promise.all(ids.map((id) => tx.objectStore('articles').get(id)));
    const fit = rows.filter((row) => row !== undefined).filter(fits.article);
    const best = fit.sort((one, two) => order(one) - order(two))[0];
    if (best) chosen.set(story.id, best.id);
  }
  const told = stories.filter(({ id }) => chosen.has(id));
  return withArticles(tx, told, ({ id, newest }) => chosen.get(id) ?? newest);
}
