import type { Narrowing } from '../../utils/model/view.ts';
import type { Surface } from '../../utils/surface/surface.ts';
import { inTime } from '../app/in-time.ts';
import type { Answered } from './controller.ts';

/** What Latest is drawn from at first, asked for before there is anything to draw; nothing where that takes too long. */
export function firstAnswers(
  surface: Pick<Surface, 'latest' | 'status'>,
  rows: number,
  narrowing?: Narrowing,
): Promise<Answered | undefined> {
  const asked = Promise.all([surface.latest(null, rows, undefined, narrowing), surface.status()]);
  return inTime(asked.then(([page, status]) => ({ page, status })));
}
