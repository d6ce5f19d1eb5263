/** All captured feeds stored as they would be polled, twice: nothing is lost, nothing is doubled. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { addFeed } from '../../utils/app/commands/add-feed.ts';
import { poll } from '../../utils/app/commands/poll.ts';
import { createWorld, HOUR } from '../unit/support/world.ts';
import { describeWhere } from './corpora.ts';
import { corpus } from './folder.ts';

interface Line {
  readonly file: string;
  readonly items: number;
}

/** Items that stand twice in one document, to the letter: how many of a file are one with another. */
const EXACT_DUPLICATES: Readonly<Record<string, number>> = {
  '0077.feed': 1,
  '0232.feed': 2,
  '0456.feed': 1,
  '0457.feed': 1,
};

const folder = corpus('feeds/real');

describeWhere(folder, 'every item of every real feed', () => {
  it('is stored once, and none at the second poll', async () => {
    const world = createWorld();
    const manifest = readFileSync(path.join(folder ?? '', 'manifest.jsonl'), 'utf8')
      .trim()
      .split('\n');
    const lines = manifest.map((line): Line => JSON.parse(line));
    const urlOf = ({ file }: Line): string => `https://${file.replace('.', '-')}.example/feed`;
    for (const line of lines) {
      const bytes = Uint8Array.from(readFileSync(path.join(folder ?? '', line.file)));
      // Without validators and with a comment of its own each body is read anew.
      let polls = 0;
      world.answer(urlOf(line), () => {
        polls += 1;
        const document = { bytes: polls > 1 ? withTail(bytes) : bytes, url: urlOf(line), contentType: null };
        return { kind: 'document', document, validators: { etag: null, lastModified: null }, whole: true };
      });
      expect(await addFeed(world.deps, urlOf(line)), line.file).toMatchObject({ ok: true });
    }
    const db = await world.database();
    const stored = async (): Promise<Record<string, number>> => {
      const counts = Object.groupBy(await db.getAll('articles'), ({ feedId }) => feedId);
      const feeds = await db.getAll('feeds');
      return Object.fromEntries(
        lines.map((line) => {
          const feed = feeds.find(({ url }) => url === urlOf(line));
          return [line.file, counts[feed?.id ?? 0]?.length ?? 0];
        }),
      );
    };
    const truth = Object.fromEntries(
      lines.map(({ file, items }) => [file, items - (EXACT_DUPLICATES[file] ?? 0)]),
    );
    expect(await stored()).toEqual(truth);
    world.time += 2 * HOUR;
    await poll(world.deps);
    expect(await stored()).toEqual(truth);
  }, 120_000);
});

function withTail(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from([...bytes, 0x0a]);
}
