/** What is on the account's server comes here: its sources, its articles, and what was done with them elsewhere. */
import { inParts } from '../../account/client.ts';
import type { Problem, Result } from '../../model/problem.ts';
import { ok } from '../../model/problem.ts';
import { changeAccount, storedAccount } from '../../store/account.ts';
import { type Followed, followList, noteComplete } from '../../store/account-feeds.ts';
import { loadSettings } from '../../store/records.ts';
import { keptSince, lastStep, rememberItems, savedAndDropped } from '../../store/server-sets.ts';
import { compareItems, noteGone, takeWord } from '../../store/server-word.ts';
import type { AccountSession } from '../account-session.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { type AskedSets, askSets } from '../pull-sets.ts';
import { applyMutes } from './mute.ts';
import { PullTake } from './pull-take.ts';

const HOUR = 3_600_000;
/** How often what came lately is asked for again, since headlines are corrected under the same ids, in ms. */
const CORRECTED_EVERY = HOUR;
/** How many of the newest articles of how long, in ms. */
const MOST_CORRECTED = 1_000;
const CORRECTED_FOR = 48 * HOUR;

/**
 * Has all that come here; gives why it did not come to its end, or null. What a death or a problem leaves out is unknown as
 * before, and comes with the next.
 *
 * @param until UTC ms after which no request is begun
 */
export async function pull(deps: Deps, session: AccountSession, until: number): Promise<Problem | null> {
  const { db, client } = session;
  const list = await client.subscriptions();
  if (!list.ok) return list.problem;
  const followed = await followList(db, list.value, false, deps.now());
  if (followed.kind === 'vanished') return null;
  await show(deps, followed);
  // Later than every mark that was sent so far, and sooner than all that are sent from now on.
  const step = await lastStep(db);
  const sets = await askSets(client, step);
  if (!sets.ok) return sets.problem;
  const take = new PullTake(deps, session, followed.feeds, step + 0.5, until);
  const problem =
    (await takeSets(deps, session, sets.value, take)) ?? (await correct(deps, sets.value, take));
  await take.tell();
  return problem;
}

async function show(deps: Deps, followed: Extract<Followed, { kind: 'followed' }>): Promise<void> {
  if (followed.mutes) await applyMutes(deps);
  if (followed.isChanged) await changed(deps);
}

/** Takes in what the sets say; nothing where they say what they said before, and nothing was done here since. */
async function takeSets(
  deps: Deps,
  { db }: AccountSession,
  sets: AskedSets,
  take: PullTake,
): Promise<Problem | null> {
  if ((await storedAccount(db))?.account?.seen === sets.hash) return null;
  const { evidence, candidates, unknown } = await compareItems(db, sets, take.askedAt);
  await takeWord(db, evidence, take.askedAt, deps.now());
  if (evidence.length > 0) await changed(deps);
  const problem =
    (await takeUnknown(db, unknown, sets, take)) ?? (await takeCandidates(db, candidates, sets, take));
  if (problem !== null) return problem;
  await noteComplete(
    db,
    [...take.feeds.values()].map(({ id }) => id),
  );
  await changeAccount(db, { seen: sets.hashAt(await lastStep(db)) });
  return null;
}

/** Fetches what is not known here, the newest first, as much as may be kept; saved articles always. */
async function takeUnknown(
  db: AccountSession['db'],
  unknown: readonly string[],
  { saved }: AskedSets,
  take: PullTake,
): Promise<Problem | null> {
  const { keepArticles } = await loadSettings(db);
  const wanted = unknown.filter((id, at) => at < keepArticles || saved.has(id));
  const rest = unknown.filter((id, at) => at >= keepArticles && !saved.has(id));
  for (const part of inParts(rest, MOST_CORRECTED)) await rememberItems(db, part);
  const result = await take.bring([...wanted, ...(await savedAndDropped(db, saved))]);
  return result.ok ? null : result.problem;
}

/** Asks what became of articles that a set lacks. What is in no set and has no contents was removed there. */
async function takeCandidates(
  db: AccountSession['db'],
  candidates: readonly string[],
  sets: AskedSets,
  take: PullTake,
): Promise<Problem | null> {
  const result: Result<ReadonlySet<string>> =
    candidates.length === 0 ? ok(new Set()) : await take.bring(candidates);
  if (!result.ok) return result.problem;
  const isListed = (id: string): boolean => sets.newest.has(id) || sets.unread.has(id) || sets.saved.has(id);
  await noteGone(
    db,
    candidates.filter((id) => !result.value.has(id) && !isListed(id)),
  );
  return null;
}

/** Once an hour asks again for the newest articles of the last two days. */
async function correct(deps: Deps, sets: AskedSets, take: PullTake): Promise<Problem | null> {
  const db = await deps.database();
  const now = deps.now();
  const at = (await storedAccount(db))?.account?.correctedAt ?? null;
  if (at !== null && now >= at && now - at < CORRECTED_EVERY) return null;
  if (at !== null) {
    const newest = sets
      .newestFirst()
      .slice(0, MOST_CORRECTED)
      .filter((id) => !take.brought.has(id));
    const result = await take.bring(await keptSince(db, newest, now - CORRECTED_FOR));
    if (!result.ok) return result.problem;
  }
  // What the first sync brought is as new as can be.
  await changeAccount(db, { correctedAt: now });
  return null;
}
