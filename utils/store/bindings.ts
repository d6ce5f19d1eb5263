/** The store `bindings`: what the reader decided of stories, as articles, since stories come and go. */
import type { Binding } from '../model/story.ts';
import type { ApartPair } from '../story/apart.ts';
import type { Database, Transaction } from './schema.ts';

export type BindingTransaction = Pick<Transaction<['bindings', 'articles']>, 'objectStore'>;

/** All pairs that the reader parted, and the story that each of their articles is in. */
export async function readApart(
  db: Database,
): Promise<{ pairs: readonly ApartPair[]; storyOf: ReadonlyMap<number, number> }> {
  const tx = db.transaction(['bindings', 'articles']);
  const bindings = await tx.objectStore('bindings').getAll();
  const pairs = bindings.flatMap(pairsOf);
  const ids = new Set(pairs.flatMap(({ one, other }) => [one, other]));
  const storyOf = new Map<number, number>();
  for (const id of ids) {
    const article = await tx.objectStore('articles').get(id);
    if (article) storyOf.set(id, article.story);
  }
  return { pairs, storyOf };
}

function pairsOf({ kind, one, other }: Binding): ApartPair[] {
  if (kind !== 'apart') return [];
  return one.flatMap((a) => other.map((b) => ({ one: a, other: b })));
}

/** Keeps a decision and gives its number. */
export async function addBinding(tx: BindingTransaction, binding: Omit<Binding, 'id'>): Promise<number> {
  // The store gives the number; its type has no way to say "not yet".
  return tx.objectStore('bindings').add(binding as Binding);
}
