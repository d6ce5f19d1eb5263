/**
 * Markup that no XML parser can read as it was meant, put right before it is read again: a bare '<' in text, a CDATA
 * section that is not closed, one that is not spelt as one. Runs only where the reader met such a place, since it
 * goes over the whole document.
 */

const CDATA_START = '<![CDATA[';
const CDATA_END = ']]>';
const MISSPELT_CDATA = /<!\s*\[\s*CDATA\s*\[/gi;

/** Sections that are copied as they are: their start, their end. */
const OPAQUE: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<!', '>'],
];

/** Places that are put right in one document, twice; what lies behind them stays as it is. */
const MAX_PIECES = 100_000;

/** The document with bare '<' written as references and CDATA sections closed where their element closes. */
export function repairMarkup(text: string): string {
  const source = text.replace(MISSPELT_CDATA, CDATA_START);
  const find = finder(source);
  const out: string[] = [];
  let copied = 0;
  for (let at = source.indexOf('<'); at >= 0 && out.length < MAX_PIECES; ) {
    const piece = pieceAt(source, at, find);
    if (piece.insertion !== '') {
      out.push(source.slice(copied, piece.keptTo), piece.insertion);
      copied = piece.end;
    }
    at = source.indexOf('<', piece.end);
  }
  return out.join('') + source.slice(copied);
}

interface Piece {
  /** Up to where the source stays as it is. */
  readonly keptTo: number;
  /** What is written behind that, up to `end`, in place of the source; empty where nothing is wrong. */
  readonly insertion: string;
  /** Where reading goes on. */
  readonly end: number;
}

/** Index of a text at or behind another one, or the source's length. */
type Finder = (wanted: string, from: number) => number;

/** A tag or section as it stands, or a '<' that begins none as a reference. */
function pieceAt(source: string, start: number, find: Finder): Piece {
  if (source.startsWith(CDATA_START, start)) return cdataAt(source, start, find);
  const section = OPAQUE.find(([open]) => source.startsWith(open, start));
  if (section !== undefined) return opaqueAt(source, start, section[1], find);
  const end = find('>', start);
  const next = source.indexOf('<', start + 1);
  // A tag has no '<' in it, not even within quotes, which XML forbids and which a bare '<' would bring.
  const isTag = end < source.length && (next < 0 || next > end) && isTagStart(source, start);
  if (!isTag) return { keptTo: start, insertion: '&lt;', end: start + 1 };
  return { keptTo: end + 1, insertion: '', end: end + 1 };
}

/** A comment, instruction or declaration; one that is never closed is closed at the first '>'. */
function opaqueAt(source: string, start: number, closer: string, find: Finder): Piece {
  const close = find(closer, start);
  const tagEnd = find('>', start);
  const isOpen = close === source.length && tagEnd < close;
  const end = isOpen ? tagEnd + 1 : close + closer.length;
  return { keptTo: isOpen ? tagEnd : end, insertion: isOpen ? closer : '', end };
}

/**
 * A CDATA section; where it is never closed, or the next one begins before it ends, it is closed at its element's
 * closing tag.
 */
function cdataAt(source: string, start: number, find: Finder): Piece {
  const inner = start + CDATA_START.length;
  const close = find(CDATA_END, inner);
  const nested = find(CDATA_START, inner);
  const runsOn = nested < close || close === source.length;
  const element = runsOn ? elementBefore(source, start) : '';
  const tag = element === '' ? -1 : source.indexOf(`</${element}`, inner);
  if (tag >= 0 && tag <= nested) return { keptTo: tag, insertion: CDATA_END, end: tag };
  return { keptTo: close, insertion: '', end: close + CDATA_END.length };
}

/** Finds texts from indexes that only ever grow: what lies ahead is searched once, not again at every '<'. */
function finder(source: string): Finder {
  const found = new Map<string, number>();
  return (wanted, from) => {
    const known = found.get(wanted) ?? -1;
    if (known >= from) return known;
    const index = source.indexOf(wanted, from);
    found.set(wanted, index < 0 ? source.length : index);
    return index < 0 ? source.length : index;
  };
}

function isTagStart(source: string, at: number): boolean {
  return /[a-z_\u0080-\uffff]/i.test(source.charAt(source.charAt(at + 1) === '/' ? at + 2 : at + 1));
}

/** Name of the element whose start tag stands right in front of an index, or an empty text. */
function elementBefore(source: string, index: number): string {
  const before = source.slice(Math.max(0, index - 300), index);
  return /<([a-z_][\w.:-]*)(?:\s[^<>]*)?>\s*$/i.exec(before)?.[1] ?? '';
}

/** Whether a start tag cannot be what its author meant: a '<' of the text or an open quote made it. */
export function isMisread(tag: string, attributes: Readonly<Record<string, string>>): boolean {
  if (!/^[a-z_\u0080-\uffff]/.test(tag) || tag.includes('<')) return true;
  for (const key in attributes) {
    if (key.includes('<') || attributes[key]?.includes('</')) return true;
  }
  return false;
}

/** Whether a CDATA section swallowed the closing tag of its element and the sections behind it. */
export function cdataRunsOn(data: string, tag: string): boolean {
  // Searching for '!' passes over HTML, searching for '<' stops at every tag of it.
  const nested = data.indexOf(CDATA_START.slice(1));
  if (nested < 0) return false;
  const close = data.indexOf(`</${tag}`);
  return close >= 0 && close < nested;
}

/** Whether a declaration is a CDATA section in other spelling. */
export function isMisspeltCdata(declaration: string): boolean {
  return /^!\s*\[\s*cdata\s*\[/i.test(declaration);
}
