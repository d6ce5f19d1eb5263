/** Atom 1.0, in the dialects that the outlets speak. */
import { iso } from '../dates.ts';
import { escapeMarkup, paragraphs, withNamedEntities } from '../markup.ts';
import type { Outlet, PublishedArticle } from '../types.ts';

/** A text construct: as it is, or as HTML that is escaped once more for XML. */
function text(name: string, value: string, html: boolean): string {
  const inner = html ? escapeMarkup(withNamedEntities(value)) : escapeMarkup(value);
  return `<${name} type="${html ? 'html' : 'text'}">${inner}</${name}>`;
}

function picture(outlet: Outlet, { image }: PublishedArticle): string {
  if (!image) return '';
  if (outlet.dialect.image === 'enclosure')
    return `<link rel="enclosure" type="image/svg+xml" href="${image}"/>`;
  return outlet.dialect.image === 'media-thumbnail' ? `<media:thumbnail url="${image}"/>` : '';
}

/** The whole text: as XHTML where links are relative, else as escaped HTML. */
function content(outlet: Outlet, article: PublishedArticle): string {
  if (!outlet.dialect.content) return '';
  const html = paragraphs([article.lead, ...article.body]);
  return outlet.dialect.relative
    ? `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${html}</div></content>`
    : `<content type="html">${escapeMarkup(html)}</content>`;
}

function entry(outlet: Outlet, article: PublishedArticle): string {
  const { relative, title, summary } = outlet.dialect;
  const link = relative ? article.feedLink.slice(outlet.siteUrl.length) : article.feedLink;
  const parts = [
    text('title', article.title, title === 'html'),
    `<link rel="alternate" type="text/html" href="${escapeMarkup(link)}"/>`,
    `<id>${escapeMarkup(article.guid)}</id>`,
    `<published>${iso(article.publishedAt, outlet.zone)}</published>`,
    `<updated>${iso(article.updatedAt, outlet.zone)}</updated>`,
    article.author ? `<author><name>${escapeMarkup(article.author)}</name></author>` : '',
    `<category term="${article.topic}" label="${escapeMarkup(article.category)}"/>`,
    picture(outlet, article),
    text('summary', article.lead, summary === 'html'),
    content(outlet, article),
  ];
  return `<entry>\n${parts.filter(Boolean).join('\n')}\n</entry>`;
}

/** The outlet's feed as Atom 1.0. */
export function atom(outlet: Outlet, articles: readonly PublishedArticle[]): string {
  const newest = Math.max(...articles.map((each) => each.updatedAt), 0);
  const base = outlet.dialect.relative ? ` xml:base="${outlet.siteUrl}"` : '';
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="${outlet.language}"${base}>
<title>${escapeMarkup(outlet.name)}</title>
<subtitle>${escapeMarkup(outlet.tagline)}</subtitle>
<id>${outlet.siteUrl}</id>
<link rel="self" type="application/atom+xml" href="${outlet.feedUrl}"/>
<link rel="alternate" type="text/html" href="${outlet.siteUrl}"/>
<updated>${iso(newest, outlet.zone)}</updated>
<author><name>${escapeMarkup(outlet.name)}</name></author>
${articles.map((each) => entry(outlet, each)).join('\n')}
</feed>
`;
}
