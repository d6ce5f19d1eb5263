/** The three sets of ids of a server, with what tells whether they say anything new. */
import type { IdSet, ReaderClient } from '../account/client.ts';
import type { Sets } from '../account/marks.ts';
import { ok, type Result } from '../model/problem.ts';
import { hashText } from '../text/hash.ts';

export interface AskedSets extends Sets {
  /** What they say at the step at which they were asked for. */
  readonly hash: string;
  /** The same with another step: what was done here since the sets were last looked at counts as well. */
  hashAt(step: number): string;
  /** The ids of the newest, the newest first. */
  newestFirst(): string[];
}

/** Asks for all three, one after the other. */
export async function askSets(client: ReaderClient, step: number): Promise<Result<AskedSets>> {
  const newest = await client.newest();
  if (!newest.ok) return newest;
  const unread = await client.unread();
  if (!unread.ok) return unread;
  const saved = await client.saved();
  if (!saved.ok) return saved;
  const sets = { newest: newest.value.ids, unread: unread.value.ids, saved: saved.value.ids };
  const said = [newest.value, unread.value, saved.value].map(hashOf).join(' ');
  const hashAt = (at: number): string => `${said} ${at}`;
  // The order in which a server gives them is its own.
  const newestFirst = (): string[] =>
    [...sets.newest].sort((a, b) => b.length - a.length || (a < b ? 1 : a > b ? -1 : 0));
  return ok({ ...sets, hash: hashAt(step), hashAt, newestFirst });
}

function hashOf({ ids }: IdSet): string {
  return hashText([...ids].join(' '));
}
