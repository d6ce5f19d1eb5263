/**
 * Character and entity references of XML, decoded once. Beside the five of XML itself the names of HTML are known,
 * since publishers use them undeclared, and those that the document's own DOCTYPE declares, within limits: entities
 * that refer to entities do not multiply. Nothing outside of the document is ever fetched.
 */
import { decodeHTMLStrict } from 'entities/decode';
import { MAX_ENTITY_GROWTH, MAX_ENTITY_LENGTH } from './limits.ts';

const REFERENCE = /&(?:#(?:\d{1,8}|x[0-9a-f]{1,6})|[\w.:-]{1,64});/gi;
const REFERENCE_HERE = new RegExp(REFERENCE.source, 'iy');
const DECLARATION = /<!ENTITY\s+([\w.:-]{1,64})\s+(?:"([^"<]*)"|'([^'<]*)')\s*>/g;

/** Declarations that are read from one DOCTYPE. */
const MAX_DECLARATIONS = 200;

/** Decodes the references of one document. */
export class EntityDecoder {
  readonly #declared: ReadonlyMap<string, string>;
  #room = MAX_ENTITY_GROWTH;

  /** @param doctype the document type declaration with its internal subset, or an empty text */
  constructor(doctype: string) {
    this.#declared = readDeclarations(doctype);
  }

  /** The text with every reference replaced once; a bare ampersand and an unknown name stay as they are. */
  decode(text: string): string {
    let at = text.indexOf('&');
    if (at < 0) return text;
    let decoded = '';
    let from = 0;
    for (; at >= 0; at = text.indexOf('&', from > at ? from : at + 1)) {
      const common = commonAt(text, at);
      if (common !== null) {
        decoded += text.slice(from, at) + common.character;
        from = at + common.length;
        continue;
      }
      const reference = referenceAt(text, at);
      if (reference === null) continue;
      decoded += text.slice(from, at) + this.#replacement(reference);
      from = at + reference.length;
    }
    decoded += text.slice(from);
    // Halves of a surrogate pair that found no other half become U+FFFD.
    return text.includes('&#5') ? decoded.toWellFormed() : decoded;
  }

  #replacement(reference: string): string {
    const declared = this.#declared.size === 0 ? undefined : this.#declared.get(reference.slice(1, -1));
    if (declared === undefined) return characterOf(reference);
    if (declared.length > this.#room) return reference;
    this.#room -= declared.length;
    return declared;
  }
}

interface Common {
  readonly character: string;
  readonly length: number;
}

const LESS: Common = { character: '<', length: 4 };
const GREATER: Common = { character: '>', length: 4 };
const AMPERSAND: Common = { character: '&', length: 5 };
const QUOTE: Common = { character: '"', length: 6 };

/** Escaped HTML consists of little else than these, so they are told by their letters, without a pattern. */
function commonAt(text: string, at: number): Common | null {
  switch (text.charCodeAt(at + 1)) {
    case 0x6c:
      return text.startsWith('t;', at + 2) ? LESS : null;
    case 0x67:
      return text.startsWith('t;', at + 2) ? GREATER : null;
    case 0x61:
      return text.startsWith('mp;', at + 2) ? AMPERSAND : null;
    case 0x71:
      return text.startsWith('uot;', at + 2) ? QUOTE : null;
    default:
      return null;
  }
}

/** The reference that begins at an index, or null. */
function referenceAt(text: string, at: number): string | null {
  REFERENCE_HERE.lastIndex = at;
  return REFERENCE_HERE.exec(text)?.[0] ?? null;
}

/** Characters by their references, remembered: a document uses few of them, and looking one up is slow. */
const characters = new Map<string, string>();
const MAX_REMEMBERED = 1_000;

/** The character of a reference. Numbers of Windows-1252 are read as such, as browsers do. */
function characterOf(reference: string): string {
  const known = characters.get(reference);
  if (known !== undefined) return known;
  const character = surrogateOf(reference) ?? decodeHTMLStrict(reference);
  if (characters.size < MAX_REMEMBERED) characters.set(reference, character);
  return character;
}

/** The internal entities of a DOCTYPE; ones that refer to others are resolved as far as the limits allow. */
function readDeclarations(doctype: string): ReadonlyMap<string, string> {
  const declared = new Map<string, string>();
  for (const [, name = '', double, single] of doctype.matchAll(DECLARATION)) {
    if (declared.size >= MAX_DECLARATIONS) break;
    // As XML has it, the first declaration of a name counts, and XML's own names cannot be declared anew.
    if (declared.has(name) || /^(?:amp|lt|gt|quot|apos)$/.test(name)) continue;
    const value = (double ?? single ?? '').replace(
      REFERENCE,
      (reference) => declared.get(reference.slice(1, -1)) ?? characterOf(reference),
    );
    if (value.length <= MAX_ENTITY_LENGTH) declared.set(name, value);
  }
  return declared;
}

/** Half of a surrogate pair: emoji are at times written as two references. Null for everything else. */
function surrogateOf(reference: string): string | null {
  const number = /^&#(5\d{4});$/.exec(reference)?.[1];
  return number !== undefined && Number(number) >= 0xd800 && Number(number) <= 0xdfff
    ? String.fromCharCode(Number(number))
    : null;
}
