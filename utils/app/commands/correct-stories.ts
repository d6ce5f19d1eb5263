/** The reader corrects what the engine thinks of stories. */
import type { Result } from '../../model/problem.ts';
import {
  type Corrected,
  type Correcting,
  joinStories,
  splitStory,
  undoCorrection,
} from '../../store/correct-stories.ts';
import type { Database } from '../../store/schema.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { describingFor } from '../describing.ts';

/** 'Not the same story': problem `not-found` where the articles are gone, or are all of their story. */
export function split(deps: Deps, articleIds: readonly number[]): Promise<Result<Corrected>> {
  return correct(deps, (db, correcting) => splitStory(db, articleIds, correcting));
}

/** 'Same story': problem `not-found` where one of the two is gone. */
export function join(deps: Deps, storyIds: readonly [number, number]): Promise<Result<Corrected>> {
  return correct(deps, (db, correcting) => joinStories(db, storyIds, correcting));
}

/** Takes a split or a join back; problem `not-found` where it was taken back before. */
export function undo(deps: Deps, bindingId: number): Promise<Result<null>> {
  return correct(deps, (db, correcting) => undoCorrection(db, bindingId, correcting));
}

/** The engine is loaded anew after it: corrections are rare, and the stored window is what is true. */
async function correct<T>(
  deps: Deps,
  work: (db: Database, correcting: Correcting) => Promise<Result<T>>,
): Promise<Result<T>> {
  const result = await deps.stories.alone(async () => {
    const db = await deps.database();
    const describe = await describingFor(deps, db);
    try {
      return await work(db, { describe, now: deps.now() });
    } finally {
      deps.stories.forget();
    }
  });
  if (result.ok) await changed(deps);
  return result;
}
