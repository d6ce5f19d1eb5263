/** One article with its text, what else is told of its story, and what changed since it was written. */
import type { ArticleView, Development, GoneView } from '../../model/article-view.ts';
import { feedName } from '../../model/feed.ts';
import type { LatestRow, StoryView } from '../../model/view.ts';
import { type ArticleWithBody, articleWithBody, sourceOfGone } from '../../store/article-page.ts';
import type { Database } from '../../store/schema.ts';
import { changesSince } from '../../story/since.ts';
import { hostOf } from '../../text/host.ts';
import { plainText } from '../../text/html.ts';
import { articleRow } from './rows.ts';
import { story } from './story.ts';

/** Of an article's text so much is compared with later reports, in UTF-16 units. */
const MOST_COMPARED = 20_000;
/** Later reports that are shown. */
const MOST_DEVELOPMENTS = 5;

/** The article, or what can be said of one that is not kept. */
export async function article(
  db: Database,
  { articleId }: { readonly articleId: number },
): Promise<ArticleView | GoneView> {
  const found = await articleWithBody(db, articleId);
  if (!found) {
    const source = await sourceOfGone(db, articleId);
    return { kind: 'gone', source: source && { id: source.id, name: feedName(source) } };
  }
  const { listed, body, isSaved } = found;
  const { author, labels, image, publishedAt, publishedOffset } = listed.article;
  const told = await storyOf(db, found);
  const row = articleRow(listed);
  return {
    kind: 'article',
    row,
    ...{ author, labels, image, isSaved },
    home: listed.feed ? hostOf(listed.feed.url) : null,
    published: publishedAt === null ? null : { at: publishedAt, offset: publishedOffset },
    html: body?.html ?? '',
    history: body?.history ?? [],
    page: body?.page ?? null,
    supportUrl: listed.feed?.supportUrl ?? null,
    story: told,
    since: told ? developments(row, body?.html ?? '', told.rows) : [],
  };
}

/** The story it is in; that of the row whose twin it is, where it is one. */
async function storyOf(db: Database, { listed }: ArticleWithBody): Promise<StoryView | null> {
  const { story: own, twinOf } = listed.article;
  const number = twinOf === null ? own : ((await db.get('articles', twinOf))?.story ?? 0);
  return number > 0 ? story(db, { storyId: number }) : null;
}

/** Later reports that change what the article says, the newest first; what a newer one says no older one repeats. */
function developments(row: LatestRow, html: string, reports: readonly LatestRow[]): Development[] {
  const body = plainText(html, MOST_COMPARED);
  const said = new Set<string>();
  const found: Development[] = [];
  for (const report of reports) {
    if (report.id === row.id || report.at <= row.at || found.length >= MOST_DEVELOPMENTS) continue;
    const changes = changesSince(row, body, report);
    if (changes === null) continue;
    const numbers = changes.numbers.filter(({ was }) => !said.has(was));
    const names = changes.names.filter((name) => !said.has(name));
    if (numbers.length + names.length === 0) continue;
    for (const words of [...numbers.map(({ was }) => was), ...names]) said.add(words);
    found.push({ row: report, numbers, names });
  }
  return found;
}
