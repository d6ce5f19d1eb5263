/** Restores of a backup that the background dies in. */
import type { Restored } from '../../../utils/model/backup-format.ts';
import { restoreParts } from './backup.ts';
import { FOLLOWED, type Phase, recovered } from './followed.ts';
import type { Holdings } from './holdings.ts';
import { Moments } from './moments.ts';
import type { KillStage } from './stage.ts';
import { both, RIGHT, unreadOf } from './truth.ts';

/** A backup that takes the place of everything. Marks tell which of the two is there. */
export function restoring(stage: KillStage): Pick<Phase, 'begin' | 'attempt'> {
  const moments = new Moments(stage.random, 300);
  let parts: readonly string[] = [];
  return {
    begin: async () => {
      await settledAndAsked(stage);
      await stage.say('markAllRead');
      parts = await restoreParts((verb, request) => stage.say(verb, request));
    },
    attempt: async () => {
      const before = await stage.look();
      const [article] = before.articles;
      // Something that the backup knows otherwise.
      await stage.say('markRead', { articleIds: [article?.id], read: false });
      const { restoreId } = await stage.say<{ restoreId: string }>('beginRestore');
      for (const [index, text] of parts.entries())
        await stage.say('stageRestore', { restoreId, index, text });
      const commit = { restoreId, parts: parts.length, mode: 'replace' };
      const isHit = await stage.killDuring('commitRestore', commit, moments);
      const killedAt = Date.now();
      await stage.sayAgain<Restored>('commitRestore', commit);
      const isAll = (held: Holdings) => held.articles.length >= before.articles.length;
      const { recoverMs, verdict } = await recovered(stage, killedAt, isAll);
      const unread = unreadOf(await stage.look());
      const breaches = unread === 0 ? [] : [`${unread} marks of before the restore`];
      return { isHit, recoverMs, verdict: both(verdict, { ...RIGHT, breaches }) };
    },
  };
}

async function settledAndAsked(stage: KillStage): Promise<void> {
  await stage.areAsked(FOLLOWED);
  await stage.settled();
}
