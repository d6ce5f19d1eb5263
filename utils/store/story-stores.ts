/** The object stores that are written when articles come to stories, change them or leave them. */
import type { Transaction } from './schema.ts';

export const STORY_STORES = [
  'articles',
  'feeds',
  'marks',
  'stories',
  'redirects',
  'bindings',
  'window',
  'alerts',
  'serverItems',
  'searchChanges',
  'counters',
  'records',
] as const;
export type StoryTransaction = Transaction<[...typeof STORY_STORES]>;
