/**
 * `npm run pictures`: makes the pictures of README (`docs/pictures`) and stores (`docs/store/pictures`) from the built
 * extension over the newsroom, so that they show what there is, and no outlet that exists.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../browsers/cleanup.ts';
import { findBrowser } from './browsers.ts';
import { openFrames } from './pictures/compose.ts';
import { packed } from './pictures/packed.ts';
import { SURFACES, THEMES, takeSurfaces } from './pictures/surfaces.ts';
import { build } from './start/build.ts';
import { readListing } from './store/listing.ts';

const DOCS = join(import.meta.dirname, '..', '..', 'docs');
const LANGUAGES = ['en', 'uk'] as const;
/** Surfaces of the README, which is in English. */
const OF_README = ['latest', 'reading', 'panel'];

async function write(file: string, png: Buffer): Promise<void> {
  const bytes = packed(png);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, bytes);
  console.log(`${file}  ${Math.ceil(bytes.length / 1000)} kB`);
}

const found = await findBrowser('chromium');
if (!found) throw new Error('no Chromium was found to take pictures with');
const extension = await build('chromium', 'testing');
const frames = await openFrames(found.path);
for (const language of LANGUAGES) {
  const taken = temporaryFolder('pictures');
  await takeSurfaces(extension, language, taken.path);
  const listing = await readListing(language);
  const folder = join(DOCS, 'store', 'pictures', language);
  for (const theme of THEMES) {
    for (const surface of SURFACES) {
      if (surface === 'panel' && theme === 'dark') continue;
      const shot = await readFile(join(taken.path, `${surface}-${theme}.png`));
      const name = `${surface}-${theme}.png`;
      await write(
        join(folder, name),
        await frames.captioned(surface, shot, theme, listing.captions[surface] ?? ''),
      );
      if (language === 'en' && OF_README.includes(surface))
        await write(join(DOCS, 'pictures', name), await frames.bare(surface, shot));
    }
  }
  await write(join(folder, 'tile.png'), await frames.tile(listing.title, listing.shortDescription));
  taken.remove();
}
await frames.close();
