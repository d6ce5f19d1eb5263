/** Pages that list articles and are none themselves: home, sections, search. */
import { iso, readable } from '../dates.ts';
import { escapeMarkup } from '../markup.ts';
import type { Outlet, PublishedArticle, Topic } from '../types.ts';
import { sectionNames, words } from '../words.ts';
import { frame } from './frame.ts';
import { plainHead } from './head.ts';

const listed = 14;

function row(outlet: Outlet, article: PublishedArticle): string {
  const date = readable(article.publishedAt, outlet.language);
  return `<li><h3><a href="${escapeMarkup(article.url)}">${escapeMarkup(article.title)}</a></h3>
<p>${escapeMarkup(article.lead)}</p>
<time datetime="${iso(article.publishedAt, outlet.zone)}">${date}</time></li>`;
}

function list(outlet: Outlet, heading: string, articles: readonly PublishedArticle[]): string {
  const says = words[outlet.language];
  const rows = articles.slice(0, listed).map((each) => row(outlet, each));
  const shown = rows.length > 0 ? `<ul class="list">\n${rows.join('\n')}\n</ul>` : `<p>${says.nothing}</p>`;
  return `<main class="listing"><h1>${escapeMarkup(heading)}</h1>\n${shown}\n</main>`;
}

/** The front page: the latest articles of the outlet. */
export function homePage(outlet: Outlet, articles: readonly PublishedArticle[]): string {
  const content = list(outlet, words[outlet.language].latest, articles);
  return frame(outlet, { title: outlet.name, head: plainHead(outlet), content });
}

/** The latest articles about one topic. */
export function sectionPage(outlet: Outlet, topic: Topic, articles: readonly PublishedArticle[]): string {
  const name = sectionNames[outlet.language][topic];
  const content = list(
    outlet,
    name,
    articles.filter((each) => each.topic === topic),
  );
  return frame(outlet, { title: name, head: plainHead(outlet), content });
}

/** Articles whose headline or lead holds every word of the query. */
export function searchPage(outlet: Outlet, query: string, articles: readonly PublishedArticle[]): string {
  const says = words[outlet.language];
  const wanted = query.toLocaleLowerCase(outlet.language).split(/\s+/).filter(Boolean);
  const found = articles.filter((each) => {
    const text = `${each.title} ${each.lead}`.toLocaleLowerCase(outlet.language);
    return wanted.length > 0 && wanted.every((word) => text.includes(word));
  });
  const form = `<form action="/search" class="form"><label>${says.search} <input type="search" name="q" value="${escapeMarkup(query)}"></label><button>${says.search}</button></form>`;
  const content = form + list(outlet, `${says.found}: ${found.length}`, found);
  return frame(outlet, { title: says.results, head: plainHead(outlet), content });
}
