/** Telling the articles that wait, with all that knows stories: loaded where there are such articles. */
import { assignStories, type Told } from '../store/assign-stories.ts';
import { currentThreshold } from '../store/breaking.ts';
import type { Database } from '../store/schema.ts';
import type { Deps } from './deps.ts';
import { describingFor } from './describing.ts';

/** Tells one transaction's worth of them. */
export async function tellSome(deps: Deps, db: Database): Promise<Told> {
  const now = deps.now();
  const [engine, describe, threshold] = await Promise.all([
    deps.stories.engine(db, deps.storyData),
    describingFor(deps, db),
    currentThreshold(db, now),
  ]);
  const told = await assignStories(db, engine, { describe, threshold, now });
  if (told === 'outdated') deps.stories.forget();
  return told;
}
