/**
 * From bytes to text. What the bytes themselves show counts more than what anybody declares: publishers declare
 * wrongly more often than valid UTF-8 arises by chance. Order: byte order mark, NUL patterns, UTF-8, the charset
 * of the HTTP header, the XML declaration, a guess.
 */
import { fail, ok, type Result } from '../model/problem.ts';
import { guessEncoding } from './charset-guess.ts';
import { encodingOf } from './charset-label.ts';
import { looksLikeUtf8, readUtf8Strictly } from './utf8.ts';
import { decodeUtf32 } from './utf32.ts';

type Wide = 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

export interface DecodedText {
  readonly text: string;
  /** Name of the encoding that was used, as the Encoding Standard spells it, or utf-32le and utf-32be. */
  readonly encoding: string;
}

/** Bytes in which a declaration or the first '<' is looked for. */
const HEAD_BYTES = 1024;

/** '<?xm' in EBCDIC. */
const EBCDIC_MARK = [0x4c, 0x6f, 0xa7, 0x94];

const BYTE_ORDER_MARKS: readonly { readonly encoding: Wide | 'utf-8'; readonly mark: readonly number[] }[] = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-32le', mark: [0xff, 0xfe, 0, 0] },
  { encoding: 'utf-32be', mark: [0, 0, 0xfe, 0xff] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
];

/**
 * Decodes a document. Bytes that mean nothing in the encoding become U+FFFD.
 *
 * @param contentType value of the Content-Type header, or null
 * @returns the text without its byte order mark; `unsupported` for EBCDIC
 */
export function decode(bytes: Uint8Array, contentType: string | null): Result<DecodedText> {
  if (startsWith(bytes, EBCDIC_MARK)) return fail('unsupported', { detail: 'EBCDIC' });
  const marked = BYTE_ORDER_MARKS.find(({ mark }) => startsWith(bytes, mark));
  if (marked !== undefined) return ok(decodeAs(bytes.subarray(marked.mark.length), marked.encoding));
  const wide = wideByNuls(bytes);
  if (wide !== null) return ok(decodeAs(bytes, wide));

  const declared = [charsetOf(contentType), declaredEncoding(bytes)].filter((name) => name !== null);
  const text = readUtf8Strictly(bytes);
  if (text !== null) {
    // ISO-2022-JP consists of bytes that are valid UTF-8: here alone the declaration has to be believed.
    const shifted = declared.includes('iso-2022-jp') && text.includes('\u001b');
    return ok(shifted ? decodeAs(bytes, 'iso-2022-jp') : { text, encoding: 'utf-8' });
  }
  if (looksLikeUtf8(bytes, declared.includes('utf-8'))) return ok(decodeAs(bytes, 'utf-8'));
  const narrow = declared.find((name) => !name.startsWith('utf-'));
  return ok(decodeAs(bytes, narrow ?? guessEncoding(bytes)));
}

function decodeAs(bytes: Uint8Array, encoding: string): DecodedText {
  const text =
    encoding === 'utf-32le' || encoding === 'utf-32be'
      ? decodeUtf32(bytes, encoding === 'utf-32le')
      : new TextDecoder(encoding).decode(bytes);
  return { text, encoding };
}

/** UTF-16 or UTF-32 without a mark, told by the NUL bytes around the first '<', '{' or '['. */
function wideByNuls(bytes: Uint8Array): Wide | null {
  const nul = (index: number): boolean => bytes[index] === 0;
  const head = Math.min(bytes.length, HEAD_BYTES);
  for (let i = 0; i < head; i += 1) {
    const byte = bytes[i];
    if (byte !== 0x3c && byte !== 0x7b && byte !== 0x5b) continue;
    if (i % 4 === 0 && nul(i + 1) && nul(i + 2) && nul(i + 3)) return 'utf-32le';
    if (i % 4 === 3 && nul(i - 1) && nul(i - 2) && nul(i - 3)) return 'utf-32be';
    if (i % 2 === 0 && nul(i + 1)) return 'utf-16le';
    if (i % 2 === 1 && nul(i - 1)) return 'utf-16be';
  }
  return null;
}

/** The charset parameter of a Content-Type header, as the Encoding Standard spells it, or null. */
function charsetOf(contentType: string | null): string | null {
  const label = /charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType ?? '')?.[1];
  return label === undefined ? null : encodingOf(label);
}

/** The encoding that the XML declaration names, or null. Junk in front of the declaration does not hide it. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD_BYTES));
  const label = /<\?xml[^>]{0,200}?\sencoding\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1];
  return label === undefined ? null : encodingOf(label);
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
