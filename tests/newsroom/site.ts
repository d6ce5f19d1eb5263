/** What each address of the press answers when no test has scripted it otherwise. */
import { feedType, writeFeed } from './feeds/index.ts';
import { outlets } from './outlets.ts';
import { articlePage } from './pages/article.ts';
import { homePage, searchPage, sectionPage } from './pages/lists.ts';
import {
  aboutPage,
  favicon,
  forumPage,
  loginPage,
  missingPage,
  robots,
  shopPage,
  threadPage,
} from './pages/others.ts';
import { picture } from './pictures.ts';
import type { Press } from './press.ts';
import { type Outlet, topics } from './types.ts';
import { encodeWindows1251 } from './windows1251.ts';

/** A full answer before validators, compression and scripted faults. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  /** Time of the last change in milliseconds, where one is known. */
  modified?: number;
}

const text = (status: number, body: string): Answer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: Buffer.from(body),
});

const svg = (body: string): Answer => ({
  status: 200,
  headers: {
    'content-type': 'image/svg+xml',
    'cache-control': 'public, max-age=86400',
    'access-control-allow-origin': '*',
  },
  body: Buffer.from(body),
});

const encode = (outlet: Outlet, markup: string): Buffer =>
  outlet.encoding === 'windows-1251' ? encodeWindows1251(markup) : Buffer.from(markup);

function html(outlet: Outlet, markup: string, status = 200): Answer {
  const headers = {
    'content-type': `text/html; charset=${outlet.encoding}`,
    'cache-control': 'public, max-age=120',
  };
  return { status, headers, body: encode(outlet, markup) };
}

function feed(outlet: Outlet, press: Press): Answer {
  const articles = press.of(outlet.id);
  const headers = { 'content-type': feedType(outlet), 'cache-control': 'public, max-age=0, must-revalidate' };
  const body = encode(outlet, writeFeed(outlet, articles));
  return { status: 200, headers, body, modified: press.changedAt(outlet.id) };
}

function article(outlet: Outlet, press: Press, url: URL): Answer | null {
  const found = press.at(url.href);
  if (!found) return null;
  const others = press.of(outlet.id).filter((each) => each.id !== found.id);
  const near = others.filter((each) => each.topic === found.topic);
  const next = [...new Set([...near, ...others])].slice(0, 4);
  return { ...html(outlet, articlePage(outlet, found, next)), modified: found.updatedAt };
}

/** Pages at fixed paths. */
function fixedPage(outlet: Outlet, press: Press, url: URL): Answer | null {
  const articles = press.of(outlet.id);
  const pages: Record<string, () => Answer> = {
    '/': () => html(outlet, homePage(outlet, articles)),
    '/search': () => html(outlet, searchPage(outlet, url.searchParams.get('q') ?? '', articles)),
    '/login': () => html(outlet, loginPage(outlet)),
    '/shop': () => html(outlet, shopPage(outlet)),
    '/forum': () => html(outlet, forumPage(outlet)),
    '/about': () => html(outlet, aboutPage(outlet)),
    '/robots.txt': () => text(200, robots(outlet)),
    '/favicon.svg': () => svg(favicon(outlet)),
  };
  return pages[url.pathname]?.() ?? null;
}

/** Pictures, sections and forum threads: pages whose paths hold a name or a number. */
function namedPage(outlet: Outlet, press: Press, url: URL): Answer | null {
  const image = /^\/img\/([^/]+)\.svg$/.exec(url.pathname)?.[1];
  const drawn = image && picture(image);
  if (drawn) return svg(drawn);
  const topic = topics.find((each) => url.pathname === `/section/${each}`);
  if (topic) return html(outlet, sectionPage(outlet, topic, press.of(outlet.id)));
  const thread = threadPage(outlet, Number(/^\/forum\/(\d)$/.exec(url.pathname)?.[1]));
  return thread === null ? null : html(outlet, thread);
}

/** A name without `www.` leads to the one with it, and every name to the scheme the outlet uses. */
function moved(url: URL): Answer | null {
  const outlet = outlets.find(({ host, feedHosts }) =>
    [host, host.replace(/^www\./, ''), ...feedHosts].includes(url.hostname),
  );
  if (!outlet) return null;
  const host = outlet.feedHosts.includes(url.hostname) ? url.hostname : outlet.host;
  const target = `${outlet.scheme}://${host}${url.pathname}${url.search}`;
  return target === url.href ? null : { status: 301, headers: { location: target }, body: Buffer.alloc(0) };
}

/**
 * The ordinary answer for an address: 404 for invented hosts and paths that the press does not have, and the 502 of a
 * gateway for every other host, since the press is a proxy from which nothing leaves.
 */
export function ordinaryAnswer(press: Press, address: string): Answer {
  const url = new URL(address);
  if (!url.hostname.endsWith('.example')) return text(502, `Nothing leads to ${url.hostname}\n`);
  const redirect = moved(url);
  if (redirect) return redirect;
  const followed = outlets.find((each) => each.feedUrl === `${url.origin}${url.pathname}`);
  if (followed) return feed(followed, press);
  const outlet = outlets.find((each) => each.host === url.hostname);
  if (!outlet) return text(404, `No outlet answers at ${url.hostname}\n`);
  return (
    fixedPage(outlet, press, url) ??
    article(outlet, press, url) ??
    namedPage(outlet, press, url) ??
    html(outlet, missingPage(outlet), 404)
  );
}
