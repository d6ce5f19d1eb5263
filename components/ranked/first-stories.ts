/** Top before there is anything to draw: its code and its first answer, so that a popup that was left there opens at once. */
import type { RankedPage } from '../../utils/model/view.ts';
import type { Surface } from '../../utils/surface/surface.ts';
import { inTime } from '../app/in-time.ts';
import type { RankedPanel } from './ranked-panel.tsx';

export interface FirstStories {
  readonly Panel: typeof RankedPanel;
  /** Null where the answer takes too long. */
  readonly page: RankedPage | null;
}

/** Both, asked for side by side with all else. */
export async function firstStories(surface: Pick<Surface, 'top'>): Promise<FirstStories> {
  const { PLACES, RankedPanel: Panel } = await import('./ranked-panel.tsx');
  const answer = await inTime(surface.top(PLACES));
  return { Panel, page: answer?.ok ? answer.value : null };
}
