/**
 * All queries by their verb: pages run them on a read-only database, or have the background run them. What a popup asks
 * before it draws is there from the start, the others are loaded when they are asked.
 */
import type { Answer, QueryName, Request } from '../../protocol/verbs.ts';
import type { Database } from '../../store/schema.ts';
import { latest } from './latest.ts';
import { settings } from './settings.ts';
import { status } from './status.ts';

export type Queries = {
  readonly [N in QueryName]: (db: Database, request: Request<N>) => Promise<Answer<N>>;
};

const lists = () => import('./lists.ts');
const reading = () => import('./reading.ts');
const sourcing = () => import('./sourcing.ts');
const searching = () => import('./search.ts');

export const queries: Queries = {
  latest,
  settings,
  status,
  breaking: async (db, request) => (await lists()).breaking(db, request),
  watched: async (db, request) => (await lists()).watched(db, request),
  alerts: async (db) => (await lists()).alerts(db),
  breakingPast: async (db, request) => (await lists()).breakingPast(db, request),
  popular: async (db, request) => (await lists()).popular(db, request),
  story: async (db, request) => (await lists()).story(db, request),
  top: async (db, request) => (await lists()).top(db, request),
  prepareSearch: async (db, request) => (await searching()).prepareSearch(db, request),
  search: async (db, request) => (await searching()).search(db, request),
  article: async (db, request) => (await reading()).article(db, request),
  away: async (db, request) => (await reading()).away(db, request),
  saved: async (db) => (await reading()).saved(db),
  source: async (db, request) => (await reading()).source(db, request),
  backupPart: async (db, request) => (await sourcing()).backupPart(db, request),
  account: async (db) => (await sourcing()).account(db),
  carrying: async (db) => (await sourcing()).carrying(db),
  exportSources: async (db) => (await sourcing()).exportSources(db),
  sources: async (db) => (await sourcing()).sources(db),
};
