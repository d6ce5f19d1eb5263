/**
 * Verbs by their names alone, for what runs at each start of the background: the schemas beside the names are loaded with the
 * first message (`check-request.ts`), and an alarm needs none of them.
 */
import type { QueryName, VerbName } from './verbs.ts';

/** All that only read; the compiler sees to it that none is missing. */
const QUERIES: Readonly<Record<QueryName, true>> = {
  latest: true,
  story: true,
  top: true,
  popular: true,
  breaking: true,
  watched: true,
  alerts: true,
  breakingPast: true,
  status: true,
  sources: true,
  exportSources: true,
  settings: true,
  article: true,
  source: true,
  saved: true,
  away: true,
  carrying: true,
  account: true,
  search: true,
  prepareSearch: true,
  backupPart: true,
};

/** Whether a verb changes nothing. */
export function isQuery(name: string): boolean {
  return Object.hasOwn(QUERIES, name);
}

/** Who may say what: extension pages everything, a content script in the top frame of a tab only what stands here. */
export const CONTENT_SCRIPT_VERBS: ReadonlySet<VerbName> = new Set<VerbName>([
  'findRelated',
  'choosePanel',
  'openFromPanel',
  'panelStanding',
  'showBar',
]);
