/** RSS 1.0, which is RDF: the items stand beside the channel, and the dates are Dublin Core. */
import { iso } from '../dates.ts';
import { escapeMarkup } from '../markup.ts';
import type { Outlet, PublishedArticle } from '../types.ts';

function item(outlet: Outlet, article: PublishedArticle): string {
  const author = article.author ? `\n<dc:creator>${escapeMarkup(article.author)}</dc:creator>` : '';
  const url = escapeMarkup(article.feedLink);
  return `<item rdf:about="${url}">
<title>${escapeMarkup(article.title)}</title>
<link>${url}</link>
<description>${escapeMarkup(article.lead)}</description>${author}
<dc:subject>${escapeMarkup(article.category)}</dc:subject>
<dc:date>${iso(article.updatedAt, outlet.zone)}</dc:date>
</item>`;
}

/** The outlet's feed as RSS 1.0. */
export function rdf(outlet: Outlet, articles: readonly PublishedArticle[]): string {
  const listed = articles.map((each) => `<rdf:li rdf:resource="${escapeMarkup(each.feedLink)}"/>`).join('\n');
  return `<?xml version="1.0" encoding="utf-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${outlet.feedUrl}">
<title>${escapeMarkup(outlet.name)}</title>
<link>${outlet.siteUrl}</link>
<description>${escapeMarkup(outlet.tagline)}</description>
<dc:language>${outlet.language}</dc:language>
<items>
<rdf:Seq>
${listed}
</rdf:Seq>
</items>
</channel>
${articles.map((each) => item(outlet, each)).join('\n')}
</rdf:RDF>
`;
}
