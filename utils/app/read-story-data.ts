/** What the story engine knows of words, names and places: the files of `public/stories`. */
import { readPackageFile } from '../net/package-file.ts';
import { readCommon } from '../story/common.ts';
import type { Model } from '../story/match/judge.ts';
import { type Origins, type OriginsFile, readOrigins } from '../story/rank/origins.ts';
import { type CommonFile, createVocabulary, type PlacesFile, type WordsFile } from '../story/vocabulary.ts';
import type { StoryData } from './story-data.ts';

/** Reads them, about 100 kB packed; rejects where one is missing. */
export async function readStoryData(): Promise<StoryData> {
  const [words, places, common, model, origins] = await Promise.all([
    file<WordsFile>('/stories/words.json'),
    file<PlacesFile>('/stories/places.json'),
    file<CommonFile>('/stories/common.json'),
    file<Model>('/stories/weights.json'),
    file<OriginsFile>('/stories/origins.json'),
  ]);
  const knowledge = { vocabulary: createVocabulary(words, places), common: readCommon(common) };
  let read: Origins | null = null;
  return {
    knowledge,
    model,
    // Made ready where articles are told; what belongs to a page is found without.
    get origins() {
      read ??= readOrigins(origins);
      return read;
    },
  };
}

/** The package is of one piece: its own files have the form that its own code expects. */
async function file<T>(path: `/${string}`): Promise<T> {
  const found = await readPackageFile(path);
  if (!found.ok) throw new Error(found.problem.detail);
  return found.value as T;
}
