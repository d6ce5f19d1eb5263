/** Which story a new one continues: the same kind of event at another time, told in much the same words. */
import { type Evidence, SAME_FEATURES } from './evidence.ts';

const NEAREST = SAME_FEATURES.indexOf('nearest');
const NIGHT_BETWEEN = SAME_FEATURES.indexOf('night between');
/** Different nights of one kind are alike by .7 to .8 where all is told in full; headlines alone by less. */
const ALIKE = 0.45;

/** The story most like a new one among those told a night or more before, or null where none is like it. */
export function earlierChapter(evidence: readonly Evidence[]): number | null {
  let best: { story: number; alike: number } | null = null;
  for (const { story, same, isHollow } of evidence) {
    const alike = same?.[NEAREST] ?? 0;
    if (!same || isHollow || same[NIGHT_BETWEEN] !== 1 || alike < ALIKE) continue;
    if (best === null || alike > best.alike) best = { story, alike };
  }
  return best?.story ?? null;
}
