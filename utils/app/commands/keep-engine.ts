/** The engine starts in a moment: its memory is stored as a whole where it took in much since the last time. */
import { writeImage } from '../../store/engine-image.ts';
import type { Deps } from '../deps.ts';

/** Fewer articles than these are taken in anew at each start, in about 2 ms. */
const FEW = 1_000;
/** A part of the window that is new: storing it as a whole is then worth the writing, about 300 bytes an article. */
const PART = 1 / 8;

/**
 * Safe to run at any time and twice: it stores what can be made of rows as well. Never rejects. Where nothing was told since
 * the background started, nothing is loaded for it.
 */
export function keepEngine(deps: Deps): Promise<void> {
  return deps.stories.alone(async () => {
    const engine = deps.stories.loaded;
    if (!engine?.newer || engine.newer < Math.max(FEW, engine.stories.window.size * PART)) return;
    try {
      const db = await deps.database();
      if (await writeImage(db, engine.stories.image, engine.revision)) engine.newer = 0;
    } catch (error) {
      console.error('the engine could not be stored', error);
    }
  });
}
