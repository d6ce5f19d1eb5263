/** Encoding into windows-1251, which the platform can only decode. */

const bytes = Uint8Array.from({ length: 128 }, (_, index) => 0x80 + index);
const upperHalf = new Map(
  [...new TextDecoder('windows-1251').decode(bytes)].map((char, index) => [char, 0x80 + index]),
);

/**
 * Markup in windows-1251. A character which that encoding lacks becomes a numeric character reference, so the
 * result holds the same text when it is read as XML or HTML.
 */
export function encodeWindows1251(markup: string): Buffer {
  const out: number[] = [];
  for (const char of markup) {
    const code = char.codePointAt(0) ?? 0;
    const byte = code < 0x80 ? code : upperHalf.get(char);
    if (byte === undefined) out.push(...Buffer.from(`&#${code};`, 'latin1'));
    else out.push(byte);
  }
  return Buffer.from(out);
}
