/** The head of a page: title, description, canonical address, and the metadata that machines read. */
import { escapeMarkup } from '../markup.ts';
import type { Outlet, PublishedArticle } from '../types.ts';
import { words } from '../words.ts';

const meta = (key: 'name' | 'property', name: string, content: string): string =>
  `<meta ${key}="${name}" content="${escapeMarkup(content)}">`;

/** JSON inside a script element: no `<` may end the element early. */
const script = (data: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;

/** A person, or the newsroom or agency where no person has signed. */
function author(outlet: Outlet, { author: name, copiedFrom }: PublishedArticle) {
  const signed = name !== null && copiedFrom === null;
  return { '@type': signed ? 'Person' : 'Organization', name: name ?? words[outlet.language].staff };
}

function newsArticle(outlet: Outlet, article: PublishedArticle) {
  return {
    '@type': 'NewsArticle',
    mainEntityOfPage: article.url,
    headline: article.title,
    description: article.lead,
    inLanguage: article.language,
    articleSection: article.category,
    datePublished: new Date(article.publishedAt).toISOString(),
    dateModified: new Date(article.updatedAt).toISOString(),
    author: [author(outlet, article)],
    publisher: { '@type': 'NewsMediaOrganization', name: outlet.name, url: outlet.siteUrl },
    ...(article.image ? { image: [article.image] } : {}),
  };
}

/** JSON-LD as one object, or as a graph in which the article is one node among others. */
function linkedData(outlet: Outlet, article: PublishedArticle): string {
  const context = 'https://schema.org';
  const node = newsArticle(outlet, article);
  if (outlet.metadata === 'json-ld') return script({ '@context': context, ...node });
  const site = {
    '@type': 'WebSite',
    '@id': `${outlet.siteUrl}#site`,
    url: outlet.siteUrl,
    name: outlet.name,
  };
  const crumbs = {
    '@type': 'BreadcrumbList',
    itemListElement: [{ '@type': 'ListItem', position: 1, name: article.category, item: outlet.siteUrl }],
  };
  return script({ '@context': context, '@graph': [site, crumbs, node] });
}

function openGraph(outlet: Outlet, article: PublishedArticle): string {
  const tags: [string, string][] = [
    ['og:type', 'article'],
    ['og:site_name', outlet.name],
    ['og:title', article.title],
    ['og:description', article.lead],
    ['og:url', article.url],
    ['og:locale', outlet.language === 'en' ? 'en_GB' : 'uk_UA'],
    ['article:published_time', new Date(article.publishedAt).toISOString()],
    ['article:section', article.category],
  ];
  if (article.image) tags.push(['og:image', article.image]);
  return tags.map(([name, content]) => meta('property', name, content)).join('\n');
}

/** What the head of an article page adds; an outlet with microdata marks its text up instead. */
export function articleHead(outlet: Outlet, article: PublishedArticle): string {
  const lines = [
    meta('name', 'description', article.lead),
    `<link rel="canonical" href="${escapeMarkup(article.url)}">`,
    outlet.metadata === 'microdata' ? '' : openGraph(outlet, article),
    outlet.metadata.startsWith('json-ld') ? linkedData(outlet, article) : '',
  ];
  return lines.filter(Boolean).join('\n');
}

/** What the head of every other page adds. */
export function plainHead(outlet: Outlet): string {
  const type = { rss: 'application/rss+xml', atom: 'application/atom+xml', rdf: 'application/rss+xml' };
  const mime =
    outlet.format === 'json'
      ? 'application/feed+json'
      : outlet.format === 'sitemap'
        ? null
        : type[outlet.format];
  const feed =
    mime &&
    `<link rel="alternate" type="${mime}" title="${escapeMarkup(outlet.name)}" href="${outlet.feedUrl}">`;
  return [
    meta('name', 'description', outlet.tagline),
    meta('property', 'og:type', 'website'),
    meta('property', 'og:site_name', outlet.name),
    feed,
  ]
    .filter(Boolean)
    .join('\n');
}
