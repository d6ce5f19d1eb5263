/**
 * OPML, the list of sources that readers carry from program to program. Read by its tags alone, so that a broken
 * list is read as far as it goes; what cannot be followed is named, never dropped in silence.
 */
import {
  MAX_FOLDER_DEPTH,
  MAX_NAME_LENGTH,
  MAX_OPML_BYTES,
  MAX_OPML_SOURCES,
  type OpmlList,
  type OpmlSource,
  type SkippedOutline,
  type SkipReason,
} from '../model/opml.ts';
import { fail, ok, type Result } from '../model/problem.ts';
import { webUrl } from '../text/host.ts';
import { oneLine } from '../text/space.ts';
import { MAX_URL_LENGTH } from '../text/url.ts';
import { decode } from './decode.ts';
import { type Outline, readOutlines } from './opml-outlines.ts';

type Attributes = Outline['attributes'];
type Path = readonly string[];

/**
 * Reads a list in any encoding. `not-a-feed` where the bytes hold no outline at all; a list that breaks off, or is
 * larger than is read of any document, gives what stands before the break.
 */
export function readOpml(bytes: Uint8Array): Result<OpmlList> {
  const decoded = decode(bytes.subarray(0, MAX_OPML_BYTES), null);
  if (!decoded.ok) return decoded;
  const { outlines, isOpml, complete } = readOutlines(decoded.value.text);
  if (!isOpml && outlines.length === 0) return fail('not-a-feed', { detail: 'opml' });
  const reader = new OutlineReader(areNeverClosed(outlines));
  outlines.forEach((outline, index) => {
    if (outline.closing) reader.close();
    else reader.open(outline, outlines[index + 1]?.closing ?? false);
  });
  return ok({ sources: reader.sources, skipped: reader.skipped, complete });
}

/**
 * Whether sources have neither a closing tag nor a '/' (`<outline xmlUrl="…">`, as HTML would have it): there are
 * closing tags for folders at most, and sources stand where only the children of a source could.
 */
function areNeverClosed(outlines: readonly Outline[]): boolean {
  let closings = 0;
  let folders = 0;
  let inSources = 0;
  outlines.forEach((outline, index) => {
    if (outline.closing) closings += 1;
    else if (outline.selfClosing) return;
    else if (addressOf(outline.attributes) === '') folders += 1;
    else if (outlines[index + 1]?.closing === false) inSources += 1;
  });
  return inSources > 0 && closings <= folders;
}

/** Goes through outlines in order, knowing which folders are open. */
class OutlineReader {
  readonly sources: OpmlSource[] = [];
  readonly skipped: SkippedOutline[] = [];
  readonly #sourcesStayOpen: boolean;
  readonly #seen = new Set<string>();
  /** For each open outline the folder that its children lie in. */
  readonly #open: Path[] = [];

  /** @param sourcesStayOpen a source has no closing tag */
  constructor(sourcesStayOpen: boolean) {
    this.#sourcesStayOpen = sourcesStayOpen;
  }

  /** @param isEmpty the outline's closing tag comes next */
  open({ attributes, selfClosing }: Outline, isEmpty: boolean): void {
    const address = addressOf(attributes);
    const title = nameOf(attributes);
    if (address !== '') this.#take(attributes, title, address);
    else if (leadsToList(attributes)) this.#skip(title, attributes, 'include');
    else if (selfClosing || isEmpty) this.#skip(title, attributes, 'no-address');
    const isClosed = selfClosing || (address !== '' && this.#sourcesStayOpen);
    if (!isClosed) this.#open.push(address === '' ? this.#within(title) : this.#folder);
  }

  close(): void {
    this.#open.pop();
  }

  get #folder(): Path {
    return this.#open.at(-1) ?? [];
  }

  #within(name: string): Path {
    const folder = this.#folder;
    return name === '' || folder.length >= MAX_FOLDER_DEPTH ? folder : [...folder, name];
  }

  #take(attributes: Attributes, title: string, address: string): void {
    const url = addressToKeep(address);
    const reason = this.#reasonAgainst(url);
    if (url === null || reason !== null) {
      this.#skip(title, attributes, reason ?? 'bad-address');
      return;
    }
    this.#seen.add(url);
    const folder = this.#folder.length > 0 ? this.#folder : categoryOf(attributes);
    this.sources.push({ url, title, siteUrl: addressToKeep(attributes.get('htmlurl') ?? ''), folder });
  }

  #reasonAgainst(url: string | null): SkipReason | null {
    if (url === null) return 'bad-address';
    if (this.#seen.has(url)) return 'duplicate';
    return this.sources.length >= MAX_OPML_SOURCES ? 'limit' : null;
  }

  #skip(title: string, attributes: Attributes, reason: SkipReason): void {
    const address = attributes.get('xmlurl') || attributes.get('url') || attributes.get('htmlurl') || '';
    this.skipped.push({ title, address: address.slice(0, MAX_NAME_LENGTH), reason });
  }
}

/** The address of an outline's feed as written, empty where it has none. Old lists call it `url`, as links do. */
function addressOf(attributes: Attributes): string {
  const plain = /^(?:include|link)$/i.test(attributes.get('type') ?? '') ? '' : attributes.get('url');
  return (attributes.get('xmlurl') || plain || '').trim();
}

/** Whether an outline stands for another list: those are not fetched, and could lead back here. */
function leadsToList(attributes: Attributes): boolean {
  const type = (attributes.get('type') ?? '').toLowerCase();
  return type === 'include' || (type === 'link' && /\.opml(?:[?#]|$)/i.test(attributes.get('url') ?? ''));
}

/** The address, or null where it is none or longer than any that is kept. */
function addressToKeep(written: string): string | null {
  const url = webUrl(written);
  return url === null || url.length > MAX_URL_LENGTH ? null : url;
}

/** The first folder of a `category` attribute (`/News/Ukraine,/Other`). */
function categoryOf(attributes: Attributes): Path {
  const category = attributes.get('category')?.split(',')[0] ?? '';
  const names = category.split('/').map(tidyName);
  return names.filter((name) => name !== '').slice(0, MAX_FOLDER_DEPTH);
}

function nameOf(attributes: Attributes): string {
  return tidyName(attributes.get('title') || attributes.get('text') || '');
}

/** A name on one line, cut between characters. */
function tidyName(written: string): string {
  const name = oneLine(written);
  if (name.length <= MAX_NAME_LENGTH) return name;
  return name
    .slice(0, MAX_NAME_LENGTH)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
}
