/** JSON Feed 1.0 and 1.1 (jsonfeed.org). Its titles are plain text; its texts come as HTML, as text, or as both. */
import { NO_PACE, type ParsedFeed, type ParsedItem } from '../model/parsed-feed.ts';
import { escapeHtml } from '../text/escape.ts';
import { oneLine } from '../text/space.ts';
import { feedBase, pageUrl, resolveUrl } from '../text/url.ts';
import { tidyCategories } from './categories.ts';
import { parseDate } from './date.ts';
import type { FeedSource } from './format.ts';
import { finishItem } from './item.ts';
import { readJson } from './json-text.ts';
import { languageTag } from './language.ts';
import { MAX_ITEMS, MAX_LINE_LENGTH } from './limits.ts';
import { joined } from './people.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Reads a JSON Feed; null for JSON that is none. */
export function readJsonFeed({ text, url }: FeedSource): ParsedFeed | null {
  const read = readJson(text);
  if (read === null || !isFields(read.value)) return null;
  const feed = read.value;
  const isFeed = stringIn(feed, 'version').includes('jsonfeed.org') || Array.isArray(feed.items);
  if (!isFeed) return null;
  const base = feedBase(url, stringIn(feed, 'home_page_url'));
  const author = authorIn(feed);
  const items = fieldsIn(feed, 'items')
    .filter((item) => Object.keys(item).length > 0)
    .slice(0, MAX_ITEMS)
    .map((item) => jsonItem(item, base, author));
  return {
    format: 'json',
    title: lineIn(feed, 'title'),
    siteUrl: pageUrl(stringIn(feed, 'home_page_url'), url),
    description: lineIn(feed, 'description'),
    language: languageTag(stringIn(feed, 'language')),
    items: items.filter((item) => item !== null),
    pace: NO_PACE,
    complete: read.complete,
  };
}

function jsonItem(item: Fields, base: string, feedAuthor: string | null): ParsedItem | null {
  const guid = stringIn(item, 'id') || null;
  const addresses = [
    stringIn(item, 'url'),
    stringIn(item, 'external_url'),
    /^https?:/i.test(guid ?? '') ? guid : null,
  ];
  return finishItem(
    {
      guid,
      link: addresses.find((address) => address) ?? null,
      linkBase: base,
      base,
      title: lineIn(item, 'title'),
      summary: htmlFrom('', stringIn(item, 'summary')),
      content: htmlFrom(stringIn(item, 'content_html'), stringIn(item, 'content_text')),
      author: authorIn(item) ?? feedAuthor,
      published: parseDate(stringIn(item, 'date_published')),
      updated: parseDate(stringIn(item, 'date_modified')),
      image: imageIn(item, base),
      categories: tidyCategories(stringsIn(item, 'tags')),
      language: languageTag(stringIn(item, 'language')),
    },
    false,
  );
}

function htmlFrom(html: string, text: string): string | null {
  return html.trim() || escapeHtml(text.trim()) || null;
}

/** `authors` of version 1.1, else the single `author` of 1.0. */
function authorIn(holder: Fields): string | null {
  const single = holder.author;
  const authors = [...fieldsIn(holder, 'authors'), ...(isFields(single) ? [single] : [])];
  return joined(authors.map((author) => lineIn(author, 'name')));
}

function imageIn(item: Fields, base: string): string | null {
  const attached = fieldsIn(item, 'attachments').find((file) =>
    stringIn(file, 'mime_type').startsWith('image/'),
  );
  const addresses = [
    stringIn(item, 'image'),
    stringIn(item, 'banner_image'),
    attached ? stringIn(attached, 'url') : '',
  ];
  return addresses.map((address) => resolveUrl(address, base)).find((url) => url !== null) ?? null;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function lineIn(fields: Fields, key: string): string {
  return oneLine(stringIn(fields, key).slice(0, MAX_LINE_LENGTH));
}

/** A text, or a number as a text: identifiers are written both ways. */
function stringIn(fields: Fields, key: string): string {
  const value = fields[key];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function stringsIn(fields: Fields, key: string): string[] {
  const value = fields[key];
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

function fieldsIn(fields: Fields, key: string): Fields[] {
  const value = fields[key];
  return Array.isArray(value) ? value.filter(isFields) : [];
}
