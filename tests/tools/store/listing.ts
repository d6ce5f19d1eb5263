/** The texts of the stores, as `docs/store` holds them: a heading a field, the same in every language. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'docs', 'store');

export interface Listing {
  /** The text under each heading of the second level, with its lines as they are. */
  readonly parts: ReadonlyMap<string, string>;
  readonly title: string;
  /** Of Chrome and Edge, at most 132 characters. */
  readonly shortDescription: string;
  /** Of addons.mozilla.org, at most 250 characters. */
  readonly summary: string;
  /** By the name of a permission or of a kind of data. */
  readonly permissions: ReadonlyMap<string, string>;
  /** What stands over the picture of a surface. */
  readonly captions: Readonly<Record<string, string>>;
}

/** Reads the texts in a language. */
export async function readListing(language: 'en' | 'uk'): Promise<Listing> {
  const [, ...sections] = (await readFile(join(FOLDER, `${language}.md`), 'utf8')).split(/^## /m);
  const parts = new Map(
    sections.map((section) => {
      const end = section.indexOf('\n');
      return [section.slice(0, end), section.slice(end).trim()];
    }),
  );
  const line = (heading: string) => (parts.get(heading) ?? '').replace(/\s+/g, ' ');
  return {
    parts,
    title: line('Title'),
    shortDescription: line('Short description'),
    summary: line('Summary'),
    permissions: new Map(items(parts.get('Permissions') ?? '')),
    captions: Object.fromEntries(items(parts.get('Pictures') ?? '')),
  };
}

/** The items of a list whose lines are `- name: text`, the name with or without backticks. */
function items(list: string): [string, string][] {
  return list.split(/^- /m).flatMap((item) => {
    const [, name = '', text = ''] = /^`?([^`:]+|[^`]+(?=`))`?: (.*)$/s.exec(item.trim()) ?? [];
    return name === '' ? [] : [[name, text.replace(/\s+/g, ' ')]];
  });
}
