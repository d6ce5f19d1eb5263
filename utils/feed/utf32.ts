/** UTF-32, which browsers do not decode. */

const REPLACEMENT = 0xfffd;
/** Units handed to `String.fromCodePoint` at a time; arguments live on the stack. */
const CHUNK = 4_096;

/** Decodes UTF-32 without a byte order mark; what is no character, or cut by the end, becomes U+FFFD. */
export function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length - (bytes.length % 4);
  let text = '';
  for (let start = 0; start < whole; start += CHUNK * 4) {
    const units: number[] = [];
    for (let i = start; i < Math.min(whole, start + CHUNK * 4); i += 4) {
      units.push(characterOr(view.getUint32(i, littleEndian)));
    }
    text += String.fromCodePoint(...units);
  }
  return whole === bytes.length ? text : text + String.fromCodePoint(REPLACEMENT);
}

function characterOr(unit: number): number {
  const surrogate = unit >= 0xd800 && unit <= 0xdfff;
  return unit > 0x10ffff || surrogate ? REPLACEMENT : unit;
}
