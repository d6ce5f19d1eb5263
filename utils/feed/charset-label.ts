/** Names of encodings as servers and documents write them. */

/** Names that the Encoding Standard does not know, without their punctuation. */
const ALIASES: readonly (readonly [RegExp, string])[] = [
  [/^(?:x?cp|win|windows)(125\d|874)$/, 'windows-$1'],
  [/^iso8859(\d{1,2})$/, 'iso-8859-$1'],
  [/^latin(\d)$/, 'latin$1'],
  [/^koi8([ru])$/, 'koi8-$1'],
  [/^(?:cp|ms)?936$/, 'gbk'],
  [/^(?:cp|ms)949$|^uhc$|^euckr$/, 'euc-kr'],
  [/^(?:cp|ms)932$|^mskanji$|^shiftjis$/, 'shift_jis'],
  [/^(?:cp|ms)950$/, 'big5'],
  [/^(?:eucjp|ujis)$/, 'euc-jp'],
  [/^cp866$/, 'ibm866'],
  [/^(?:x?macroman)$/, 'macintosh'],
  [/^(?:x?maccyrillic)$/, 'x-mac-cyrillic'],
  [/^(?:u8|utf|utf8|cp65001)$/, 'utf-8'],
];

/** An encoding's name in the Encoding Standard by any of its labels, or null where no decoder has it. */
export function encodingOf(label: string): string | null {
  const bare = label.toLowerCase().replace(/[^a-z0-9]/g, '');
  const alias = ALIASES.find(([pattern]) => pattern.test(bare));
  return standardName(label) ?? (alias === undefined ? null : standardName(bare.replace(alias[0], alias[1])));
}

function standardName(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}
