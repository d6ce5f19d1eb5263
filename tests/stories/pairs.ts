/** Reads the labelled groups of headlines in `pairs/`; README.md says how they are written. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface GroupText {
  readonly language: 'en' | 'uk' | 'ru';
  readonly title: string;
  /** Empty where there is no lead. */
  readonly summary: string;
}

/** Reports of one event, and others that could be taken for it and are each of another. */
export interface Group {
  readonly event: readonly GroupText[];
  readonly near: readonly GroupText[];
}

export interface LabelledPair {
  readonly a: GroupText;
  readonly b: GroupText;
  readonly same: boolean;
}

const FOLDER = join(import.meta.dirname, 'pairs');
const LINE = /^(en|uk|ru)([+-]) (.+?)(?: \| (.+))?$/;

/** All groups, file by file. Throws where a line is none. */
export function readGroups(): Group[] {
  const files = readdirSync(FOLDER).sort();
  return files.flatMap((file) =>
    readFileSync(join(FOLDER, file), 'utf8')
      .trim()
      .split(/\n{2,}/)
      .map((block) => readGroup(block, file)),
  );
}

function readGroup(block: string, file: string): Group {
  const event: GroupText[] = [];
  const near: GroupText[] = [];
  for (const line of block.split('\n')) {
    const [, language, sign, title = '', summary = ''] = LINE.exec(line) ?? [];
    if (language !== 'en' && language !== 'uk' && language !== 'ru') throw new Error(`${file}: ${line}`);
    (sign === '+' ? event : near).push({ language, title, summary });
  }
  return { event, near };
}

/** Every two reports of a group: of one event, or one of it and one that is near. */
export function readPairs(): LabelledPair[] {
  return readGroups().flatMap(({ event, near }) => [
    ...event.flatMap((a, at) => event.slice(at + 1).map((b) => ({ a, b, same: true }))),
    ...event.flatMap((a) => near.map((b) => ({ a, b, same: false }))),
  ]);
}
