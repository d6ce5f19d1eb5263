/** All queries by their verb: pages run them on a read-only database, or have the background run them. */
import type { Answer, QueryName, Request } from '../../protocol/verbs.ts';
import { backupPart } from '../../store/backup.ts';
import type { Database } from '../../store/schema.ts';
import { alerts, watched } from './alerts.ts';
import { breaking, breakingPast } from './breaking.ts';
import { carrying } from './carrying.ts';
import { exportSources } from './export-sources.ts';
import { latest } from './latest.ts';
import { popular, top } from './ranked.ts';
import { settings } from './settings.ts';
import { sources } from './sources.ts';
import { status } from './status.ts';
import { story } from './story.ts';

export type Queries = {
  readonly [N in QueryName]: (db: Database, request: Request<N>) => Promise<Answer<N>>;
};

const reading = () => import('./reading.ts');

export const queries: Queries = {
  backupPart,
  alerts,
  breaking,
  breakingPast,
  carrying,
  exportSources,
  latest,
  popular,
  // Loaded when something is searched for: no list needs what it brings.
  prepareSearch: async (db, request) => (await import('./search.ts')).prepareSearch(db, request),
  search: async (db, request) => (await import('./search.ts')).search(db, request),
  settings,
  sources,
  status,
  story,
  top,
  watched,
  article: async (db, request) => (await reading()).article(db, request),
  away: async (db, request) => (await reading()).away(db, request),
  saved: async (db) => (await reading()).saved(db),
  source: async (db, request) => (await reading()).source(db, request),
};
