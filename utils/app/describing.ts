/** How stories are described for the reader: under headlines in his languages where there are such. */
import { loadSettings } from '../store/records.ts';
import type { Database } from '../store/schema.ts';
import type { Describe } from '../store/story-writer.ts';
import { describeStory } from '../story/describe.ts';
import type { Deps } from './deps.ts';

/** What describes stories for this reader; rejects where the package's files cannot be read. */
export async function describingFor(
  { stories, storyData, languages }: Pick<Deps, 'stories' | 'storyData' | 'languages'>,
  db: Database,
): Promise<Describe> {
  const [{ origins }, { language }] = await Promise.all([stories.data(storyData), loadSettings(db)]);
  const own = language === 'auto' ? languages() : [language, ...languages()];
  return (members) => describeStory(members, origins, { languages: own, preferred: new Set() });
}
