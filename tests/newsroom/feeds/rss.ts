/** RSS 2.0, in the dialects that the outlets speak. */
import { rfc822 } from '../dates.ts';
import { cdata, escapeMarkup, paragraphs, withNamedEntities } from '../markup.ts';
import type { Outlet, PublishedArticle } from '../types.ts';
import { words } from '../words.ts';

const namespaces = [
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
  'xmlns:atom="http://www.w3.org/2005/Atom"',
].join(' ');

function title(outlet: Outlet, text: string): string {
  if (outlet.dialect.title === 'cdata') return cdata(text);
  if (outlet.dialect.title === 'entities') return escapeMarkup(withNamedEntities(text));
  return escapeMarkup(text);
}

/** The lead as the outlet's system writes it: plain, or HTML with a picture and a 'read more' link. */
function description(outlet: Outlet, article: PublishedArticle): string {
  const { summary } = outlet.dialect;
  if (summary !== 'html' && summary !== 'cdata') return title(outlet, article.lead);
  const image = article.image ? `<img src="${article.image}" alt="" width="320" height="180">` : '';
  const more = `<a href="${escapeMarkup(article.url)}">${words[outlet.language].readMore}</a>`;
  const html = `${image}<p>${escapeMarkup(article.lead)}</p><p>${more}</p>`;
  return summary === 'cdata' ? cdata(html) : escapeMarkup(html);
}

function picture(outlet: Outlet, article: PublishedArticle): string {
  if (!article.image) return '';
  const address = `url="${article.image}"`;
  switch (outlet.dialect.image) {
    case 'media-content': {
      const caption = escapeMarkup(article.caption ?? '');
      return `<media:content ${address} medium="image" type="image/svg+xml" width="1200" height="675"><media:description type="plain">${caption}</media:description></media:content>`;
    }
    case 'media-thumbnail':
      return `<media:thumbnail ${address} width="1200" height="675"/>`;
    case 'enclosure':
      return `<enclosure ${address} type="image/svg+xml" length="0"/>`;
    default:
      return '';
  }
}

function author(outlet: Outlet, article: PublishedArticle): string {
  if (!article.author || !outlet.dialect.author) return '';
  const name = escapeMarkup(article.author);
  return outlet.dialect.author === 'dc' ? `<dc:creator>${name}</dc:creator>` : `<author>${name}</author>`;
}

function item(outlet: Outlet, article: PublishedArticle): string {
  const { opaqueIds, content, shortDates } = outlet.dialect;
  const parts = [
    `<title>${title(outlet, article.title)}</title>`,
    `<link>${escapeMarkup(article.feedLink)}</link>`,
    `<description>${description(outlet, article)}</description>`,
    content ? `<content:encoded>${cdata(paragraphs([article.lead, ...article.body]))}</content:encoded>` : '',
    author(outlet, article),
    `<category>${escapeMarkup(article.category)}</category>`,
    picture(outlet, article),
    `<guid isPermaLink="${opaqueIds ? 'false' : 'true'}">${escapeMarkup(article.guid)}</guid>`,
    `<pubDate>${rfc822(article.publishedAt, outlet.zone, shortDates)}</pubDate>`,
  ];
  return `<item>\n${parts.filter(Boolean).join('\n')}\n</item>`;
}

/** The outlet's feed as RSS 2.0. */
export function rss(outlet: Outlet, articles: readonly PublishedArticle[]): string {
  const newest = Math.max(...articles.map((each) => each.updatedAt), 0);
  return `<?xml version="1.0" encoding="${outlet.encoding}"?>
<rss version="2.0" ${namespaces}>
<channel>
<title>${escapeMarkup(outlet.name)}</title>
<link>${outlet.siteUrl}</link>
<atom:link href="${outlet.feedUrl}" rel="self" type="application/rss+xml"/>
<description>${escapeMarkup(outlet.tagline)}</description>
<language>${outlet.language === 'en' ? 'en-gb' : 'uk'}</language>
<lastBuildDate>${rfc822(newest, outlet.zone)}</lastBuildDate>
${outlet.dialect.ttl ? `<ttl>${outlet.dialect.ttl}</ttl>\n` : ''}${articles.map((each) => item(outlet, each)).join('\n')}
</channel>
</rss>
`;
}
