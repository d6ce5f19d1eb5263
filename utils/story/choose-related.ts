/** Which of the related articles a surface shows: the same story first, then others, few of each outlet. */
import type { Related } from './related.ts';

export interface Found<T> extends Related {
  readonly outlet: string;
  readonly article: T;
}

/** Of one outlet at most so many of each relation. */
const MOST_OF_OUTLET = 2;

/**
 * At most `limit` of them. Of the same story each outlet has one, none the outlet whose article it is; of what is else
 * related each has two at most.
 *
 * @param own the outlet of the article that is asked for, or null
 */
export function chooseRelated<T>(
  found: readonly Found<T>[],
  own: string | null,
  limit: number,
): (Found<T> & { readonly relation: 'same-story' | 'related' })[] {
  const shown = new Map<string, number>();
  const chosen: (Found<T> & { readonly relation: 'same-story' | 'related' })[] = [];
  for (const relation of ['same-story', 'related'] as const) {
    for (const one of found) {
      if (one.relation !== relation || chosen.length === limit) continue;
      const before = shown.get(one.outlet) ?? 0;
      const most = relation === 'same-story' ? Number(one.outlet !== own) : MOST_OF_OUTLET;
      if (before >= most) continue;
      shown.set(one.outlet, before + 1);
      chosen.push({ ...one, relation });
    }
  }
  return chosen;
}
