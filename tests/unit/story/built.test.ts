import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { buildStories } from '../../tools/stories/build.ts';

const FOLDER = join(import.meta.dirname, '../../../public/stories');
const shipped = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');

it.each(buildStories())('%s is what its sources make: else run `npm run data`', (file, text) => {
  expect(shipped(file) === text).toBe(true);
});

it('ships less than 150 kB, packed', () => {
  const packed = buildStories().map(([file]) => gzipSync(shipped(file), { level: 9 }).length);
  expect(packed.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(150_000);
});
