/** The kinds of work that the background is killed at. */
import type { Phase } from './followed.ts';
import { importing } from './importing.ts';
import { cleaningUp, telling } from './many.ts';
import { Moments } from './moments.ts';
import { poll } from './polling.ts';
import { restoring } from './restoring.ts';
import type { KillStage } from './stage.ts';

/** All kinds of work but the upgrade of a database, which has a stage of its own. */
export function phasesOf(stage: KillStage): Phase[] {
  const within = (): Moments => new Moments(stage.random, 120);
  return [
    { name: 'poll', share: 2.5, attempt: poll(stage, within(), () => stage.kill()) },
    { name: 'import', share: 2.5, attempt: importing(stage) },
    { name: 'restore', share: 1, ...restoring(stage) },
    { name: 'stories', share: 1, attempt: telling(stage) },
    { name: 'clean-up', share: 2, attempt: cleaningUp(stage) },
  ];
}
