/**
 * OPML, the list of sources that readers carry from program to program. Read by its tags alone, so that a broken
 * list is read as far as it goes; what cannot be followed is named, never dropped in silence.
 */
import {
  MAX_FOLDER_DEPTH,
  MAX_NAME_LENGTH,
  MAX_OPML_SOURCES,
  type OpmlList,
  type OpmlSource,
  type SkippedOutline,
  type SkipReason,
} from '../model/opml.ts';
import { fail, ok, type Result } from '../model/problem.ts';
import { attributesOf, isSelfClosing } from '../text/attributes.ts';
import { webUrl } from '../text/host.ts';
import { oneLine } from '../text/space.ts';
import { nextTag } from '../text/tags.ts';
import { decode } from './decode.ts';

type Attributes = ReadonlyMap<string, string>;

/**
 * Reads a list in any encoding. `not-a-feed` where the bytes hold no outline at all; a list that breaks off gives what
 * stands before the break.
 */
export function readOpml(bytes: Uint8Array): Result<OpmlList> {
  const decoded = decode(bytes, null);
  if (!decoded.ok) return decoded;
  const { text } = decoded.value;
  const reader = new OutlineReader();
  let complete = false;
  let isOpml = false;
  for (let tag = nextTag(text, 0); tag !== null; tag = nextTag(text, tag.end)) {
    if (tag.name === 'opml') isOpml = true;
    if (tag.name === 'opml' && tag.closing) complete = true;
    if (tag.name !== 'outline') continue;
    if (tag.closing) reader.close();
    else reader.open(attributesOf(text, tag), isSelfClosing(text, tag));
  }
  if (!isOpml && reader.isEmpty) return fail('not-a-feed', { detail: 'opml' });
  return ok({ sources: reader.sources, skipped: reader.skipped, complete });
}

/** Goes through outlines in order, knowing which folders are open. */
class OutlineReader {
  readonly sources: OpmlSource[] = [];
  readonly skipped: SkippedOutline[] = [];
  readonly #seen = new Set<string>();
  /** The name of each open outline's folder; null for one that is a source itself. */
  readonly #open: (string | null)[] = [];

  get isEmpty(): boolean {
    return this.sources.length === 0 && this.skipped.length === 0;
  }

  open(attributes: Attributes, selfClosing: boolean): void {
    const address = attributes.get('xmlurl') ?? '';
    const title = nameOf(attributes);
    if (address !== '') this.#take(attributes, title, address);
    else if (attributes.get('type') === 'include') this.#skip(title, attributes, 'include');
    else if (selfClosing) this.#skip(title, attributes, 'no-address');
    if (!selfClosing) this.#open.push(address === '' ? title : null);
  }

  close(): void {
    this.#open.pop();
  }

  #take(attributes: Attributes, title: string, address: string): void {
    const url = webUrl(address);
    const reason = this.#reasonAgainst(url);
    if (url === null || reason !== null) {
      this.#skip(title, attributes, reason ?? 'bad-address');
      return;
    }
    this.#seen.add(url);
    const siteUrl = webUrl(attributes.get('htmlurl') ?? '');
    this.sources.push({ url, title, siteUrl, folder: this.#folder(attributes) });
  }

  #reasonAgainst(url: string | null): SkipReason | null {
    if (url === null) return 'bad-address';
    if (this.#seen.has(url)) return 'duplicate';
    return this.sources.length >= MAX_OPML_SOURCES ? 'limit' : null;
  }

  #skip(title: string, attributes: Attributes, reason: SkipReason): void {
    const address = (attributes.get('xmlurl') ?? attributes.get('url') ?? '').slice(0, MAX_NAME_LENGTH);
    this.skipped.push({ title, address, reason });
  }

  /** The open folders; where there are none, the first of the `category` attribute (`/News/Ukraine,/Other`). */
  #folder(attributes: Attributes): string[] {
    const open = this.#open.filter((name) => name !== null && name !== '').map(String);
    const category = attributes.get('category')?.split(',')[0] ?? '';
    const names = open.length > 0 ? open : category.split('/').map(tidyName);
    return names.filter((name) => name !== '').slice(0, MAX_FOLDER_DEPTH);
  }
}

function nameOf(attributes: Attributes): string {
  return tidyName(attributes.get('title') || attributes.get('text') || '');
}

function tidyName(name: string): string {
  return oneLine(name).slice(0, MAX_NAME_LENGTH);
}
