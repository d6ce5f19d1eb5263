/** Idle stops of Firefox's event page: a polite end, which is no kill and has a row of its own. */
import type { SoakRow } from '../report.ts';
import { Moments } from './moments.ts';
import { poll } from './polling.ts';
import { Row } from './row.ts';
import type { KillStage } from './stage.ts';

/** Stops the event page so many times in the middle of checks; whether it was in one does not matter here. */
export async function stopIdle(stage: KillStage, stops: number): Promise<SoakRow> {
  const row = new Row('idle stop');
  const attempt = poll(stage, new Moments(stage.random, 120), () => stage.session.stopBackground());
  for (let stop = 0; stop < stops; stop += 1) {
    const { recoverMs, verdict } = await attempt();
    row.add(verdict, recoverMs);
  }
  return row.done();
}
