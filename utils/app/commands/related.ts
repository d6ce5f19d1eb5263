/** What belongs to an article or a page. A command only because the engine lives in the background. */
import { articleTime } from '../../model/article.ts';
import { fail, ok, type Result } from '../../model/problem.ts';
import type { RelatedReason, RelatedRow } from '../../model/view.ts';
import { articlesById, type ListedArticle } from '../../store/latest.ts';
import { chooseRelated, type Found } from '../../story/choose-related.ts';
import { ownerOf } from '../../story/owner.ts';
import { shareQuote } from '../../story/reason.ts';
import { type RelatedQuery, relatedTo } from '../../story/related.ts';
import { canonicalUrl } from '../../text/url.ts';
import type { Deps } from '../deps.ts';
import { articleRow } from '../queries/rows.ts';
import { keepEngine } from './keep-engine.ts';

/** How many are looked at for each that is shown: outlets that were shown before give way to others. */
const SPARE = 5;

export interface RelatedRequest {
  readonly limit: number;
  /** An article that is stored, or a page. */
  readonly articleId?: number | undefined;
  readonly page?:
    | {
        readonly title: string;
        readonly summary: string;
        readonly language: string | null;
        readonly url: string | null;
      }
    | undefined;
}

/**
 * Articles of the same story by other outlets first, then what else belongs to it, diverse in outlets; nothing where
 * nothing is near enough. Problem `not-found` where the article is gone.
 */
export async function related(deps: Deps, request: RelatedRequest): Promise<Result<readonly RelatedRow[]>> {
  deps.stories.prepare(deps.storyData);
  const db = await deps.database();
  const [own] = request.articleId === undefined ? [] : await articlesById(db, [request.articleId]);
  if (request.articleId !== undefined && !own) return fail('not-found');
  const query = own
    ? ofArticle(own)
    : ofPage(request.page, await idsOfPage(deps, request.page?.url), deps.now());
  const rows = await listRelated(deps, query, request.limit * SPARE);
  void keepEngine(deps);
  const chosen = chooseRelated(rows, own ? outletOf(own) : null, request.limit);
  return ok(
    chosen.map((one) => ({
      ...articleRow(one.article),
      relation: one.relation,
      reason: reasonOf(query, one),
    })),
  );
}

/** The `limit` nearest articles that are shown, best first, each with the outlet that it is of. */
export async function listRelated(
  deps: Deps,
  query: RelatedQuery,
  limit: number,
): Promise<Found<ListedArticle>[]> {
  const db = await deps.database();
  return deps.stories.alone(async () => {
    const { stories } = await deps.stories.engine(db, deps.storyData);
    const found = relatedTo(stories, query, limit);
    const listed = new Map(
      (
        await articlesById(
          db,
          found.map(({ id }) => id),
        )
      ).map((one) => [one.article.id, one]),
    );
    return found.flatMap((one): Found<ListedArticle>[] => {
      const article = listed.get(one.id);
      const isShown = article !== undefined && !article.article.muted;
      return isShown ? [{ ...one, outlet: outletOf(article), article }] : [];
    });
  });
}

/** What ties an article to what was asked for: the same quotation says more than what the engine found. */
export function reasonOf(query: RelatedQuery, one: Found<ListedArticle>): RelatedReason {
  const quotes =
    one.relation === 'related' && shareQuote(`${query.title}\n${query.summary}`, textOf(one.article));
  return quotes ? 'quote' : one.reason;
}

function textOf({ article }: ListedArticle): string {
  return `${article.title}\n${article.snippet}`;
}

function ofArticle({ article, feed }: ListedArticle): RelatedQuery {
  return {
    title: article.title,
    summary: article.snippet,
    language: article.language ?? feed?.language ?? null,
    at: articleTime(article),
    not: new Set([article.id]),
    story: article.story > 0 ? article.story : null,
  };
}

function ofPage(page: RelatedRequest['page'], not: readonly number[], now: number): RelatedQuery {
  const { title = '', summary = '', language = null } = page ?? {};
  return { title, summary, language, at: now, not: new Set(not), story: null };
}

/** The page itself may be stored as an article: it is nothing related. */
export async function idsOfPage(deps: Deps, url: string | null | undefined): Promise<number[]> {
  const key = url ? canonicalUrl(url) : null;
  return key === null ? [] : (await deps.database()).getAllKeysFromIndex('articles', 'byUrl', key);
}

function outletOf({ article, feed }: ListedArticle): string {
  return feed ? ownerOf(feed) : `source ${article.feedId}`;
}
