/** Article pages: the outlet's design filled with one article. */
import { iso, readable } from '../dates.ts';
import { designs } from '../designs/index.ts';
import { escapeMarkup, paragraphs } from '../markup.ts';
import type { Outlet, PublishedArticle } from '../types.ts';
import { words } from '../words.ts';
import { frame } from './frame.ts';
import { articleHead } from './head.ts';

function figure({ image, caption }: PublishedArticle): string {
  if (!image) return '';
  const text = escapeMarkup(caption ?? '');
  return `<figure><img src="${image}" alt="${text}" width="1200" height="675"><figcaption>${text}</figcaption></figure>`;
}

const link = (article: PublishedArticle): string =>
  `<a href="${escapeMarkup(article.url)}">${escapeMarkup(article.title)}</a>`;

/** The page of one article, with links to others of the same outlet. */
export function articlePage(
  outlet: Outlet,
  article: PublishedArticle,
  others: readonly PublishedArticle[],
): string {
  const says = words[outlet.language];
  const content = designs[outlet.design].article({
    title: escapeMarkup(article.title),
    lead: escapeMarkup(article.lead),
    body: paragraphs(article.body),
    author: escapeMarkup(article.author ?? says.staff),
    by: says.by,
    section: escapeMarkup(article.category),
    machineDate: iso(article.publishedAt, outlet.zone),
    date: readable(article.publishedAt, outlet.language),
    figure: figure(article),
    nextHeading: says.readNext,
    next: others.map((each) => `<li>${link(each)}</li>`).join('\n'),
    microdata: outlet.metadata === 'microdata',
  });
  return frame(outlet, { title: article.title, head: articleHead(outlet, article), content });
}
