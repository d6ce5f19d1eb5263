/** Carrying sources and settings by the browser's own sync: a round of it, turning it on and off, erasing. */
import type { SourceAtHome } from '../../model/carrying.ts';
import type { Feed } from '../../model/feed.ts';
import {
  beginCarrying,
  carryMemory,
  changeCarryRecord,
  endCarrying,
  type Settled,
  settleAnswer,
  settleCarried,
} from '../../store/carry.ts';
import { type CarryRecord, carryRecord } from '../../store/carry-record.ts';
import { deleteFeed } from '../../store/delete-feed.ts';
import { allFeeds, changeFeeds } from '../../store/feeds.ts';
import { loadSettings } from '../../store/records.ts';
import { type Area, burst, erasing, readArea, recordsOf } from '../../sync/area.ts';
import { sourceKey } from '../../sync/keys.ts';
import { localRecords } from '../../sync/local.ts';
import { answerAsked, newMemory } from '../../sync/reconcile.ts';
import { armNextPoll } from '../arm-next-poll.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { afterSettings } from './change-settings.ts';
import { applyMutes } from './mute.ts';
import { noteLostAccess } from './note-lost-access.ts';
import { syncPanel } from './sync-panel.ts';
import { tellStories } from './tell-stories.ts';

/** Turns carrying on or off. Off: everything here stays as it is, and so does what lies in the area. */
export async function setCarrying(deps: Deps, on: boolean): Promise<void> {
  const db = await deps.database();
  await deps.rounds.alone(async () => {
    if ((await carryRecord(db)).on === on) return;
    if (!on) return endCarrying(db, false);
    const { round } = await readArea(await deps.syncArea.items());
    const name = Math.floor(deps.random() * 36 ** 4).toString(36) + (deps.now() % 1296).toString(36);
    await beginCarrying(db, newMemory(name), round);
  });
  await carry(deps);
  await changed(deps);
}

/** Removes all that the browser carries; the other browsers keep what they have, and carry no longer. */
export async function eraseCarried(deps: Deps): Promise<void> {
  const db = await deps.database();
  await deps.rounds.alone(async () => {
    const { name, written, remove } = await erasing(await deps.syncArea.items());
    // The record first: a background that dies in between has told the others, and the button is still there.
    await deps.syncArea.change({ [name]: written }, remove);
    await endCarrying(db, false);
  });
  await changed(deps);
}

/** Sends sources back that may have been removed elsewhere while this browser was away, or removes them here too. */
export async function answerAway(deps: Deps, keep: boolean): Promise<void> {
  const db = await deps.database();
  await deps.rounds.alone(async () => {
    const now = deps.now();
    const settled = await settleAnswer(db, now, (memory) => answerAsked(memory, keep, now));
    if (settled !== null) await follow(deps, settled);
  });
  await carry(deps);
}

/**
 * One round: takes in what other browsers wrote, and writes what this one knows more. Does nothing where carrying is off,
 * where nothing is news on either side, or where another round is about to begin.
 */
export function carry(deps: Deps): Promise<void> {
  return deps.rounds.run(() => deps.stayAwake(() => round(deps)));
}

async function round(deps: Deps): Promise<void> {
  const db = await deps.database();
  const record = await carryRecord(db);
  await removeLeaving(deps, record.removing);
  if (!record.on) return;
  const found = await readArea(await deps.syncArea.items());
  if (found.round > record.round) {
    await endCarrying(db, true);
    return changed(deps);
  }
  // Items of an earlier round are those of a browser that has not heard of the erasing yet.
  const area: Area =
    found.round < record.round ? { ...found, round: record.round, buckets: new Map() } : found;
  const settled = await settleCarried(db, recordsOf(area), deps.now());
  if (settled === null) return;
  await follow(deps, settled);
  await write(deps, area);
  if (isSeen(record, await carryRecord(db))) await deps.announce();
}

/** Whether a page could show the difference; that the area was looked at once more is none. */
function isSeen(before: CarryRecord, now: CarryRecord): boolean {
  const shown = (record: CarryRecord): string =>
    JSON.stringify({ ...record, metAt: record.metAt === null, burstAt: null });
  return shown(before) !== shown(now);
}

/** What the other browsers changed here takes effect. */
async function follow(deps: Deps, { added, patch, mutes, removing }: Settled): Promise<void> {
  await removeLeaving(deps, removing);
  await afterSettings(deps, patch);
  if (mutes) await applyMutes(deps);
  if (added) await describePublishers(deps);
  // What has no access says so at once, and waits for one button.
  if (added) await noteLostAccess(deps);
  // Also a source that rested may be due now.
  await armNextPoll(deps);
  if (added || removing.length > 0) await syncPanel(deps);
  if (added || mutes || removing.length > 0 || Object.keys(patch).length > 0) await changed(deps);
}

/** A source comes by its address alone; of those that are in a pack, the pack says who owns them. */
async function describePublishers(deps: Deps): Promise<void> {
  const facts = await deps.packFacts();
  await changeFeeds(await deps.database(), (feed) => {
    const known = feed.facts === null ? facts.get(feed.url) : undefined;
    return known ? { ...feed, facts: known.publisher, supportUrl: feed.supportUrl ?? known.support } : null;
  });
}

/** Sources that were removed elsewhere; what a kill left of them goes with the next round. */
async function removeLeaving(deps: Deps, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const db = await deps.database();
  for (const id of ids) await deleteFeed(db, id);
  await changeCarryRecord(db, { removing: [] });
  await tellStories(deps);
}

async function write(deps: Deps, area: Area): Promise<void> {
  const db = await deps.database();
  const memory = await carryMemory(db);
  if (memory === null) return;
  const now = deps.now();
  const { items, noRoom, bytes } = await burst(memory.state, area, now);
  const record = await carryRecord(db);
  const atHome = await allAtHome(deps, noRoom);
  const standing: Partial<CarryRecord> = { bytes, atHome, waitsUntil: null, problem: null };
  if (items.length === 0) return void (await changeCarryRecord(db, standing));
  // The browser counts bursts, and other browsers wake up for each.
  const next = (record.burstAt ?? 0) + deps.pace.minuteMs;
  // A clock that went back must not silence this browser for longer than a minute.
  if (now < next && next - now <= deps.pace.minuteMs) {
    await changeCarryRecord(db, { ...standing, waitsUntil: next });
    return deps.armCarrying(next);
  }
  // Before the writing: a background that dies over it does not write twice within the minute.
  await changeCarryRecord(db, { ...standing, burstAt: now });
  try {
    await deps.syncArea.change(Object.fromEntries(items), []);
  } catch (error) {
    await changeCarryRecord(db, { problem: { code: 'sync-refused', detail: String(error) } });
    await deps.armCarrying(now + deps.pace.minuteMs);
  }
}

async function allAtHome(deps: Deps, noRoom: ReadonlySet<string>): Promise<SourceAtHome[]> {
  const db = await deps.database();
  const feeds: Feed[] = await allFeeds(db);
  const { atHome } = localRecords(feeds, await loadSettings(db));
  const without = feeds.filter(({ url }) => noRoom.has(sourceKey(url)));
  const named = without.map(({ url, title, ownTitle }) => ({
    url,
    name: ownTitle ?? title,
    reason: 'no-room' as const,
  }));
  return [...atHome, ...named];
}
