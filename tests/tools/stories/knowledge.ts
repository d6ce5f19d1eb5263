/** The built data of the story engine, read from disk. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoryData } from '../../../utils/app/story-data.ts';
import { readCommon } from '../../../utils/story/common.ts';
import type { Knowledge } from '../../../utils/story/features.ts';
import type { Model } from '../../../utils/story/match/judge.ts';
import { type Origins, readOrigins } from '../../../utils/story/rank/origins.ts';
import { createVocabulary } from '../../../utils/story/vocabulary.ts';

const FOLDER = join(import.meta.dirname, '../../../public/stories');

const read = (file: string) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));

/** What the engine is loaded with, as it ships. */
export function readKnowledge(): Knowledge {
  const vocabulary = createVocabulary(read('words.json'), read('places.json'));
  return { vocabulary, common: readCommon(read('common.json')) };
}

/** The learned weights, as they ship. */
export const readModel = (): Model => read('weights.json');

/** Agencies, officials and other origins that outlets cite, as they ship. */
export const readOriginNames = (): Origins => readOrigins(read('origins.json'));

let data: StoryData | undefined;

/** All of it, as the product has it; read once. */
export async function readStoryData(): Promise<StoryData> {
  data ??= { knowledge: readKnowledge(), model: readModel(), origins: readOriginNames() };
  return data;
}
