/** What stands at the end, beside what readers did. */
import type { View } from './held.ts';
import type { Ledger } from './ledger.ts';
import type { Truth } from './server.ts';

export const FIELDS = ['read', 'saved'] as const;

export interface Judgement {
  readonly articles: number;
  /** Marks that are not where they belong, each under every fault that it went through; '' where it went through none. */
  readonly lost: readonly string[];
  readonly missing: number;
  readonly doubled: number;
  readonly readByNobody: number;
}

/** Compares what the server's database holds with what the browsers show and with what was done. */
export function judge(
  marks: readonly Truth[],
  views: readonly View[],
  links: readonly string[],
  ledger: Ledger<boolean>,
): Judgement {
  const truth = new Map(marks.map((row) => [row.link, row]));
  const urls = views.map(({ held }) => held.articles.map(({ url }) => url));
  const lost: string[] = [];
  let readByNobody = 0;
  for (const link of links) {
    for (const field of FIELDS) {
      const key = `${link} ${field}`;
      const value = truth.get(link)?.[field] ?? false;
      const allowed = ledger.allowed(key);
      const isWanted = allowed.size === 0 ? !value : allowed.has(value);
      if (isWanted && views.every((view) => view.shown(link)?.[field] === value)) continue;
      const faults = ledger.faultsOf(key);
      if (allowed.size === 0) readByNobody += 1;
      else lost.push(...(faults.length > 0 ? faults : ['']));
    }
  }
  const missing = urls.reduce((sum, known) => sum + links.filter((link) => !known.includes(link)).length, 0);
  const doubled = urls.reduce((sum, known) => sum + known.length - new Set(known).size, 0);
  return { articles: links.length, lost, missing, doubled, readByNobody };
}
