/** Upgrades of the database that the background dies in: every version that was written down, made large. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCHEMA_VERSION } from '../../../utils/store/schema-version.ts';
import type { Databases } from '../../browsers/session.ts';
import type { DatabaseFixture } from '../../unit/support/database-fixture.ts';
import type { Phase } from './followed.ts';
import { Moments, type Try } from './moments.ts';
import { addressOf, steadyHosts } from './press.ts';
import type { KillStage } from './stage.ts';
import { RIGHT, type Verdict } from './truth.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'fixtures', 'databases');
/** How often each article of a fixture stands in the database that is upgraded. */
const TIMES = 60;
/** Upgrades from later versions rewrite no rows and end before they could be hit; these run through their steps as well. */
const NEWEST_UPGRADED = 3;

/** The databases whose upgrade takes its time, as they were written down. */
function olderFixtures(): DatabaseFixture[] {
  return readdirSync(FOLDER)
    .map((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as DatabaseFixture)
    .filter(({ version }) => version <= NEWEST_UPGRADED);
}

/** The same with many articles, of sources that the press answers for, and not behind any snapshot. */
function enlarged(fixture: DatabaseFixture, turn: number): DatabaseFixture {
  return {
    version: fixture.version,
    stores: fixture.stores.map((store) => {
      switch (store.name) {
        case 'articles':
          return { ...store, rows: store.rows.flatMap((row) => copies(row as Row, 'id', turn)) };
        case 'bodies':
          return { ...store, rows: store.rows.flatMap((row) => copies(row as Row, 'articleId', turn)) };
        case 'feeds':
          return { ...store, rows: store.rows.map((row, index) => ofThePress(row as Row, index)) };
        case 'counters':
          return { ...store, keys: [...store.keys, 'snapshot'], rows: [...store.rows, 1e9 + turn * 1000] };
        default:
          return store;
      }
    }),
  };
}

type Row = Readonly<Record<string, unknown>>;
/** Apart enough that no copy has the number of another row. */
const STEP = 1000;

function copies(row: Row, key: string, turn: number): Row[] {
  return Array.from({ length: TIMES }, (_, copy) =>
    copy === 0
      ? row
      : {
          ...row,
          [key]: Number(row[key]) + copy * STEP,
          ...('key' in row && {
            key: `${row.key}-${copy}`,
            urlKey: `copy.example/${row.key}-${turn}-${copy}`,
          }),
        },
  );
}

function ofThePress(row: Row, index: number): Row {
  return { ...row, url: addressOf(steadyHosts()[index] ?? '') };
}

/** Runs beside the background: puts the database in place of the one that is there, and says when it is to be upgraded. */
async function replaceDatabase(databases: Databases, { version, stores }: DatabaseFixture): Promise<void> {
  const result = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const deleted = databases.deleteDatabase('lede');
  // In the same turn, so that nobody makes a new one in between.
  const opening = databases.open('lede', version);
  opening.onupgradeneeded = () => {
    for (const { name, keyPath, autoIncrement, indexes, keys, rows } of stores) {
      const store = opening.result.createObjectStore(name, { keyPath, autoIncrement });
      for (const index of indexes) store.createIndex(index.name, index.keyPath, { unique: index.unique });
      for (const [at, row] of rows.entries()) store.put(row, keyPath === null ? keys[at] : undefined);
    }
  };
  await result(deleted);
  const db = await result(opening);
  db.close();
}

/** Runs beside the background: the version, or 0 where there is no database. */
async function versionOf(databases: Databases): Promise<number> {
  const opening = databases.open('lede');
  return new Promise((resolve) => {
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onerror = () => resolve(0);
    opening.onsuccess = () => {
      resolve(opening.result.version);
      opening.result.close();
    };
  });
}

/** The upgrade of one version after the other. */
export function migrating(stage: KillStage): Phase {
  const moments = new Moments(stage.random, 150);
  const fixtures = olderFixtures();
  let turn = 0;
  const attempt = async (): Promise<Try> => {
    const fixture = fixtures[turn % fixtures.length];
    if (!fixture) throw new Error('no older version was written down');
    const old = enlarged(fixture, turn);
    turn += 1;
    await stage.page();
    await stage.session.inDatabase(replaceDatabase, old);
    const isUnanswered = await stage.killDuring('status', {}, moments);
    const killedAt = Date.now();
    const isHit = isUnanswered && (await stage.session.inDatabase(versionOf)) === old.version;
    await stage.sayAgain('status', {});
    const held = await stage.settled(({ version }) => version === SCHEMA_VERSION);
    const recoverMs = Date.now() - killedAt;
    const verdict = held === null ? { ...RIGHT, stuck: 1 } : compared(old, held);
    return { isHit, recoverMs, verdict };
  };
  return { name: 'migration', share: 1.5, attempt };
}

function compared(
  old: DatabaseFixture,
  held: NonNullable<Awaited<ReturnType<KillStage['settled']>>>,
): Verdict {
  const idsOf = (name: string): number[] =>
    (old.stores.find((store) => store.name === name)?.rows ?? []).map((row) => Number((row as Row).id));
  const missing = (wanted: readonly number[], there: readonly { readonly id: number }[]): number => {
    const ids = new Set(there.map(({ id }) => id));
    return wanted.filter((id) => !ids.has(id)).length;
  };
  const feeds = idsOf('feeds');
  return {
    ...RIGHT,
    lost: missing(idsOf('articles'), held.articles) + missing(feeds, held.feeds),
    doubled: Math.max(0, held.feeds.length - feeds.length),
  };
}
