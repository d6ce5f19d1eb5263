/** The state of the press: which articles are out, which are held back, and what tests add or change. */
import { articleUrl, imageUrl, lookupKey } from './addresses.ts';
import { outletById } from './outlets.ts';
import type { Outlet, PublishedArticle, Report, Story, Topic } from './types.ts';
import { sectionNames } from './words.ts';

/** An article that a test writes; what it leaves out gets a plain default. */
export interface OwnArticle {
  title: string;
  lead: string;
  body?: readonly string[];
  author?: string;
  topic?: Topic;
  slug?: string;
  /** The caption of a picture. */
  picture?: string;
  publishedAt?: number;
}

/** The changes an outlet makes to an article after publication. */
export type Revision = Partial<Pick<PublishedArticle, 'title' | 'lead' | 'body'>>;

export interface Press {
  /** Articles that are out, in the order of their publication. */
  published(): readonly PublishedArticle[];
  /** Articles of one outlet, newest first. */
  of(outletId: string): readonly PublishedArticle[];
  /** When the outlet last published, revised or withdrew anything: another second for each change. */
  changedAt(outletId: string): number;
  /** The article at this address, or undefined. */
  at(url: string): PublishedArticle | undefined;
  /** Publishes the next `count` of the articles held back; fewer where fewer are left. */
  publish(count: number): PublishedArticle[];
  /** Publishes an article of a test; throws a RangeError for an outlet that is unknown or has used the slug. */
  publishAt(outletId: string, article: OwnArticle): PublishedArticle;
  /** Changes an article that is out; its address and first date stay. */
  revise(id: string, change: Revision): PublishedArticle;
  /** Takes an article from the site and the feed. */
  withdraw(id: string): void;
}

type Draft = Report & { story: string | null; topic: Topic };

const wholeSecond = (time: number): number => Math.floor(time / 1000) * 1000;

function known(outletId: string): Outlet {
  const outlet = outletById(outletId);
  if (!outlet) throw new RangeError(`The press has no outlet '${outletId}'`);
  return outlet;
}

/** An article as it stands from `publishedAt` on. */
function print(draft: Draft, publishedAt: number): PublishedArticle {
  const outlet = known(draft.outlet);
  const url = articleUrl(outlet, draft.slug, draft.topic, publishedAt);
  const tracker = outlet.dialect.tracker;
  const { story, topic, title, lead, body, picture } = draft;
  return {
    id: `${outlet.id}/${draft.slug}`,
    story,
    outlet: outlet.id,
    language: outlet.language,
    url,
    feedLink: tracker ? `${url}${url.includes('?') ? '&' : '?'}${tracker}` : url,
    guid: outlet.dialect.opaqueIds ? `tag:${outlet.host},2026:${draft.slug}` : url,
    title,
    lead,
    body,
    author: draft.author ?? null,
    topic,
    category: sectionNames[outlet.language][topic],
    image: picture ? imageUrl(outlet, topic, draft.slug) : null,
    caption: picture ?? null,
    copiedFrom: draft.copiedFrom ?? null,
    publishedAt,
    updatedAt: publishedAt,
  };
}

/** All reports of all stories, oldest first; those to be held back stand last, in the order of their release. */
function inOrder(stories: readonly Story[]): Draft[] {
  const drafts = stories.flatMap(({ id, topic, reports }) =>
    reports.map((each) => ({ ...each, story: id, topic })),
  );
  return drafts.sort((a, b) => b.minutesAgo - a.minutesAgo);
}

/** How many reports the data files themselves hold back. */
export const heldByDefault = (stories: readonly Story[]): number =>
  inOrder(stories).filter((draft) => draft.minutesAgo <= 0).length;

/** Opens the press at the time `now()`, with the last `hold` articles not yet out. */
export function openPress(stories: readonly Story[], now: () => number, hold: number): Press {
  const drafts = inOrder(stories);
  const held = drafts.splice(Math.max(0, drafts.length - hold));
  const start = now();
  const out = drafts.map((draft) =>
    print(draft, wholeSecond(start - Math.max(0, draft.minutesAgo) * 60_000)),
  );
  const changes = new Map<string, number>();
  let written = 0;

  const of = (outletId: string): PublishedArticle[] =>
    out.filter((each) => each.outlet === outletId).sort((a, b) => b.publishedAt - a.publishedAt);
  const changedAt = (outletId: string): number =>
    changes.get(outletId) ?? Math.max(0, ...of(outletId).map((each) => each.updatedAt));
  // Two changes in one second would look like one to those who ask with If-Modified-Since alone.
  const change = (outletId: string): void => {
    changes.set(outletId, Math.max(wholeSecond(now()), changedAt(outletId) + 1000));
  };
  const release = (draft: Draft, time: number): PublishedArticle => {
    const article = print(draft, wholeSecond(time));
    if (out.some((each) => each.id === article.id)) throw new RangeError(`'${article.id}' is out already`);
    change(article.outlet);
    out.push(article);
    return article;
  };
  const indexOf = (id: string): number => {
    const index = out.findIndex((each) => each.id === id);
    if (index < 0) throw new RangeError(`No article '${id}' is out`);
    return index;
  };

  return {
    published: () => out,
    of,
    changedAt,
    at: (url) => out.find((each) => lookupKey(each.url) === lookupKey(url)),
    publish: (count) => held.splice(0, count).map((draft) => release(draft, now())),
    publishAt: (outletId, own) => {
      written += 1;
      const {
        publishedAt = now(),
        topic = 'world',
        slug = `own-report-${written}`,
        body = [own.lead],
        ...rest
      } = own;
      return release(
        { ...rest, outlet: outletId, minutesAgo: 0, story: null, topic, slug, body },
        publishedAt,
      );
    },
    revise: (id, revision) => {
      const index = indexOf(id);
      const revised = { ...out[index], ...revision, updatedAt: wholeSecond(now()) } as PublishedArticle;
      change(revised.outlet);
      out[index] = revised;
      return revised;
    },
    withdraw: (id) => {
      for (const { outlet } of out.splice(indexOf(id), 1)) change(outlet);
    },
  };
}
