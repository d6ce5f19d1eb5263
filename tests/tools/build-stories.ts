/**
 * Makes the data of the story engine that the extension carries (`public/stories`) from what is written by hand and
 * learned (`utils/story/data`): names and words become stems, which is what texts are compared by.
 *
 *     npm run data
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildStories } from './stories/build.ts';

const folder = join(import.meta.dirname, '../../public/stories');
mkdirSync(folder, { recursive: true });
for (const [file, text] of buildStories()) {
  writeFileSync(join(folder, file), text);
  process.stderr.write(`public/stories/${file}: ${text.length} characters\n`);
}
