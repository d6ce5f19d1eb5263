/** JSON Feed 1.1. */
import { iso } from '../dates.ts';
import { paragraphs } from '../markup.ts';
import type { Outlet, PublishedArticle } from '../types.ts';

const item = (outlet: Outlet, article: PublishedArticle) => ({
  id: article.guid,
  url: article.feedLink,
  title: article.title,
  summary: article.lead,
  content_html: paragraphs([article.lead, ...article.body]),
  date_published: iso(article.publishedAt, outlet.zone),
  date_modified: iso(article.updatedAt, outlet.zone),
  tags: [article.category],
  ...(article.author ? { authors: [{ name: article.author }] } : {}),
  ...(article.image ? { image: article.image } : {}),
});

/** The outlet's feed as JSON Feed 1.1. */
export function jsonFeed(outlet: Outlet, articles: readonly PublishedArticle[]): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: outlet.name,
    description: outlet.tagline,
    home_page_url: outlet.siteUrl,
    feed_url: outlet.feedUrl,
    language: outlet.language,
    items: articles.map((each) => item(outlet, each)),
  };
  return JSON.stringify(feed, null, 2);
}
