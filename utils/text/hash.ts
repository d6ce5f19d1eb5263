/**
 * Stable hashes for telling contents apart: the same value in every browser, version and run, so that they may be
 * stored. Not cryptographic: a publisher who wants two texts to collide can make them do so, and harms only itself.
 */

/**
 * Hash of a string's UTF-16 code units as 16 hexadecimal digits (two lanes of 32 bits, multiply and xor-shift in
 * the manner of MurmurHash3's finaliser).
 */
export function hashText(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  return finish(high ^ text.length, low ^ text.length);
}

/** Hash of bytes as 16 hexadecimal digits; used to see that a body is the one of last time. */
export function hashBytes(bytes: Uint8Array): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  const whole = bytes.length - (bytes.length % 4);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i < whole; i += 4) {
    const word = view.getInt32(i, true);
    high = rotate(Math.imul(high ^ word, 0x9e3779b1));
    low = rotate(Math.imul(low ^ word, 0x5f356495));
  }
  for (let i = whole; i < bytes.length; i += 1) {
    const byte = view.getUint8(i);
    high = Math.imul(high ^ byte, 0x9e3779b1);
    low = Math.imul(low ^ byte, 0x5f356495);
  }
  return finish(high ^ bytes.length, low ^ bytes.length);
}

/** Brings the high bits of a word, which a multiplication by itself never moves down, into the low ones. */
function rotate(word: number): number {
  return (word << 13) | (word >>> 19);
}

/** Lets every bit of both lanes reach every bit of the result. */
function finish(high: number, low: number): string {
  let a = high;
  let b = low;
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return hex(a ^ (a >>> 15)) + hex(b ^ (b >>> 15));
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
