/** Feeds with the neutral form that another parser reads them as, compared on the fields that Lede has. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { ParsedFeed, ParsedItem } from '../../utils/model/parsed-feed.ts';
import { describeWhere, read } from './corpora.ts';
import { corpus } from './folder.ts';

interface Person {
  readonly name?: string;
  readonly email?: string;
}

interface NeutralItem {
  readonly guid?: string;
  readonly title?: string;
  readonly link?: string;
  readonly description?: string;
  readonly content?: string;
  readonly publishedParsed?: string;
  readonly updatedParsed?: string;
  readonly authors?: readonly Person[];
  readonly image?: { readonly url?: string };
  readonly categories?: readonly string[];
}

interface Neutral {
  readonly title?: string;
  readonly link?: string;
  readonly description?: string;
  readonly language?: string;
  readonly items?: readonly NeutralItem[];
}

const folder = corpus('feeds/translated');

const time = (iso: string | undefined): number | null => (iso === undefined ? null : Date.parse(iso));

const person = ({ name, email }: Person): string =>
  name && email ? `${name} (${email})` : (name ?? email ?? '');

/** What the neutral form says of an item; fields that it leaves out are not compared. */
function expectedItem(item: NeutralItem, read: ParsedItem): Partial<Record<keyof ParsedItem, unknown>> {
  const stated = {
    guid: item.guid,
    title: item.title,
    url: item.link,
    summary: item.description,
    content: item.content,
    author: item.authors?.map(person).join(', '),
    image: item.image?.url,
    categories: item.categories,
  };
  const fields = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined));
  // The other parser fills either date from the other, and dc:date into both.
  const dates = { published: read.published?.at ?? read.updated?.at ?? null };
  expect(dates.published).toBe(time(item.publishedParsed ?? item.updatedParsed));
  if (item.updatedParsed !== undefined)
    expect((read.updated ?? read.published)?.at).toBe(time(item.updatedParsed));
  return fields;
}

/** Where the two read a document differently, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'rss/feed_item_links_-_rss_channel_item_links':
    'of several links the first is taken, as the specification allows one',
  'rss/feed_links_-_rdf_channel_links': 'of several links the first is taken',
  'rss/feed_links_-_rss_channel_links': 'of several links the first is taken',
  'rss/feed_image_-_rss_channel_description': 'a description is plain text here; this one is an image alone',
};

function pairs(): { name: string; input: string; expected: string }[] {
  return ['rss', 'atom', 'json'].flatMap((format) => {
    const names = folder === null ? [] : readdirSync(path.join(folder, format));
    const inputs = names.filter(
      (name) => name.endsWith('.xml') || (format === 'json' && !name.endsWith('_expected.json')),
    );
    return inputs.map((input) => {
      const name = input.replace(/\.\w+$/, '');
      return {
        name: `${format}/${name}`,
        input: `${format}/${input}`,
        expected: `${format}/${name}${format === 'json' ? '_expected' : ''}.json`,
      };
    });
  });
}

function compare(feed: ParsedFeed, neutral: Neutral): void {
  const { title = '', link = null, description = '', language = null, items = [] } = neutral;
  expect(feed).toMatchObject({ title, siteUrl: link, description, language });
  expect(feed.items).toHaveLength(items.length);
  for (const [index, item] of items.entries()) {
    const read = feed.items[index];
    if (read !== undefined) expect(read).toMatchObject(expectedItem(item, read));
  }
}

describeWhere(folder, 'a translated feed', () => {
  it.each(pairs().filter(({ name }) => !(name in OTHERWISE)))('$name', ({ input, expected }) => {
    const neutral: Neutral = JSON.parse(readFileSync(path.join(folder ?? '', expected), 'utf8'));
    compare(read(readFileSync(path.join(folder ?? '', input))), neutral);
  });
});
