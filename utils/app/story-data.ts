/** What stories are told with, before anything was read. */
import type { Knowledge } from '../story/features.ts';
import type { Model } from '../story/match/judge.ts';
import type { Origins } from '../story/rank/origins.ts';

/** What the engine knows before it has read anything: the files of `public/stories`. */
export interface StoryData {
  readonly knowledge: Knowledge;
  readonly model: Model;
  readonly origins: Origins;
}
