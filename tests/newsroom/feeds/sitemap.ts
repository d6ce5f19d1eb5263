/** The news sitemap protocol: addresses, titles and dates of the last two days, for outlets without a feed. */
import { iso } from '../dates.ts';
import { escapeMarkup } from '../markup.ts';
import type { Outlet, PublishedArticle } from '../types.ts';

function entry(outlet: Outlet, article: PublishedArticle): string {
  const image = article.image ? `\n<image:image><image:loc>${article.image}</image:loc></image:image>` : '';
  return `<url>
<loc>${escapeMarkup(article.url)}</loc>
<lastmod>${iso(article.updatedAt, outlet.zone)}</lastmod>
<news:news>
<news:publication><news:name>${escapeMarkup(outlet.name)}</news:name><news:language>${outlet.language}</news:language></news:publication>
<news:publication_date>${iso(article.publishedAt, outlet.zone)}</news:publication_date>
<news:title>${escapeMarkup(article.title)}</news:title>
</news:news>${image}
</url>`;
}

/** The outlet's articles as a news sitemap. */
export function newsSitemap(outlet: Outlet, articles: readonly PublishedArticle[]): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
${articles.map((each) => entry(outlet, each)).join('\n')}
</urlset>
`;
}
