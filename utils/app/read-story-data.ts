/** What the story engine knows of words, names and places: the files of `public/stories`. */
import { readPackageFile } from '../net/package-file.ts';
import { readCommon } from '../story/common.ts';
import type { Model } from '../story/match/judge.ts';
import { type OriginsFile, readOrigins } from '../story/rank/origins.ts';
import { type CommonFile, createVocabulary, type PlacesFile, type WordsFile } from '../story/vocabulary.ts';
import type { StoryData } from './story-data.ts';

/** Reads them, about 100 kB packed; rejects where one is missing. */
export async function readStoryData(): Promise<StoryData> {
  const [words, places, common, model, origins] = await Promise.all([
    read<WordsFile>('/stories/words.json'),
    read<PlacesFile>('/stories/places.json'),
    read<CommonFile>('/stories/common.json'),
    read<Model>('/stories/weights.json'),
    read<OriginsFile>('/stories/origins.json'),
  ]);
  const knowledge = { vocabulary: createVocabulary(words, places), common: readCommon(common) };
  return { knowledge, model, origins: readOrigins(origins) };
}

/** The package is of one piece: its own files have the form that its own code expects. */
async function read<T>(path: `/${string}`): Promise<T> {
  const file = await readPackageFile(path);
  if (!file.ok) throw new Error(file.problem.detail);
  return file.value as T;
}
