/** Pages of a news site that have nothing to do with news: sign in, shop, forum, the page that is not there. */
import { escapeMarkup } from '../markup.ts';
import type { Outlet } from '../types.ts';
import { words } from '../words.ts';
import { frame } from './frame.ts';
import { plainHead } from './head.ts';

function page(outlet: Outlet, title: string, content: string): string {
  return frame(outlet, {
    title,
    head: plainHead(outlet),
    content: `<main class="listing"><h1>${title}</h1>${content}</main>`,
  });
}

/** A form that asks for an address and a password; it leads nowhere. */
export function loginPage(outlet: Outlet): string {
  const { login, email, password } = words[outlet.language];
  const form = `<form class="form" method="post" action="/login">
<label>${email} <input type="email" name="email" autocomplete="username"></label>
<label>${password} <input type="password" name="password" autocomplete="current-password"></label>
<button>${login}</button></form>`;
  return page(outlet, login, form);
}

/** Goods with prices. */
export function shopPage(outlet: Outlet): string {
  const { shop, goods, buy } = words[outlet.language];
  const price = (index: number): string =>
    outlet.language === 'en' ? `€${12 + index * 7}.00` : `${(350 + index * 140).toLocaleString('uk')} ₴`;
  const items = goods.map(
    (name, index) =>
      `<li><h3>${name}</h3><p class="price">${price(index)}</p><button type="button">${buy}</button></li>`,
  );
  return page(outlet, shop, `<ul class="list">${items.join('\n')}</ul>`);
}

/** Threads of readers. */
export function forumPage(outlet: Outlet): string {
  const { forum, threads, replies } = words[outlet.language];
  const rows = threads.map(
    (name, index) =>
      `<tr><td><a href="/forum/${index + 1}">${name}</a></td><td>${7 + index * 5} ${replies}</td></tr>`,
  );
  return page(outlet, forum, `<table class="threads">${rows.join('\n')}</table>`);
}

/** One thread, counted from 1, or null where there is no such thread. */
export function threadPage(outlet: Outlet, number: number): string | null {
  const { threads, posts } = words[outlet.language];
  const title = threads[number - 1];
  if (title === undefined) return null;
  return page(outlet, title, posts.map((text) => `<div class="post"><p>${text}</p></div>`).join('\n'));
}

/** Who publishes the outlet. */
export function aboutPage(outlet: Outlet): string {
  const { about, publisher } = words[outlet.language];
  const [tagline, owner] = [escapeMarkup(outlet.tagline), escapeMarkup(outlet.owner)];
  return page(outlet, about, `<p>${tagline}.</p><p>${publisher} ${owner}.</p>`);
}

/** What a wrong address shows. */
export function missingPage(outlet: Outlet): string {
  const { missing, missingText } = words[outlet.language];
  return page(outlet, missing, `<p>${missingText}</p>`);
}

/** robots.txt; an outlet without a feed names its news sitemap there. */
export function robots(outlet: Outlet): string {
  const rules = ['User-agent: *', 'Disallow: /login', 'Disallow: /search'];
  if (outlet.format === 'sitemap') rules.push('', `Sitemap: ${outlet.feedUrl}`);
  return `${rules.join('\n')}\n`;
}

/** The outlet's initial on its colour. */
export function favicon(outlet: Outlet): string {
  const initial = escapeMarkup(outlet.name.replace(/^The /, '').charAt(0));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="${outlet.colour}"/><text x="32" y="46" font-family="Georgia,serif" font-size="40" font-weight="700" fill="#fff" text-anchor="middle">${initial}</text></svg>`;
}
