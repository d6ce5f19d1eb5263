/** Which elements cannot stand in which, for telling where an element ends that was not closed. */
import type { Grammar } from './grammar.ts';
import { isFeedVocabulary } from './namespaces.ts';

/** Elements that hold a single value. */
const VALUES: ReadonlySet<string> = new Set([
  'link',
  'guid',
  'id',
  'pubdate',
  'published',
  'updated',
  'issued',
  'modified',
  'created',
  'lastbuilddate',
  'category',
  'comments',
  'language',
  'ttl',
  'loc',
  'lastmod',
  'dc:date',
  'dc:creator',
  'dc:subject',
  'news:publication_date',
  'news:title',
]);

/** Elements of a feed or an item that cannot be HTML within a text. */
const FIELDS: ReadonlySet<string> = new Set([
  ...VALUES,
  'title',
  'description',
  'summary',
  'content',
  'author',
  'contributor',
  'enclosure',
  'source',
  'copyright',
  'generator',
]);

/** Whether an element ends, closed or not, where a child of that name would begin. */
export function breaksOut(parent: string, name: string, grammar: Grammar): boolean {
  if (!FIELDS.has(name) && !isFeedVocabulary(name)) return false;
  return VALUES.has(parent) || grammar.texts.has(parent);
}

/** Whether an element ends where an item begins: everything that holds no elements. */
export function endsAtItem(name: string, grammar: Grammar): boolean {
  return VALUES.has(name) || grammar.texts.has(name);
}
