/**
 * Learns the weights of the story engine and writes them to `utils/story/data`; `npm run data` then builds what ships.
 * It learns from licensed sets (UCI, ParaPhraser, the train pools of tgcontest) and from the project's own texts alone,
 * and gives the same bytes each time.
 *
 *     npm run learn
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCommon } from '../../utils/story/common.ts';
import type { Knowledge } from '../../utils/story/features.ts';
import type { Model } from '../../utils/story/match/judge.ts';
import { createVocabulary } from '../../utils/story/vocabulary.ts';
import { countCommon } from './learn/common.ts';
import { absentSets } from './learn/corpora.ts';
import { learnModel } from './learn/model.ts';
import { buildPlaces, buildWords } from './stories/build.ts';

const DATA = join(import.meta.dirname, '../../utils/story/data');

const absent = absentSets();
if (absent.length > 0) {
  console.error(`learn: absent: ${absent.join(', ')}; name the folder that holds them in LEDE_CORPORA`);
  process.exitCode = 1;
} else learn();

function learn(): void {
  const vocabulary = createVocabulary({ words: buildWords() }, { places: buildPlaces() });
  const common = countCommon({ vocabulary, common: new Map() });
  write('common.json', common);
  const knowledge: Knowledge = { vocabulary, common: readCommon(common) };
  const model: Model = learnModel(knowledge, (line) => console.log(line));
  write('weights.json', { model });
}

function write(file: string, value: object): void {
  writeFileSync(join(DATA, file), `${JSON.stringify(value, null, 2)}\n`);
}
