/** Bytes turned to letters in one call: the engine's stack holds no more arguments. */
const AT_A_TIME = 0x2000;

/** Bytes as letters that any text can carry. */
export function toBase64(bytes: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += AT_A_TIME) {
    letters += String.fromCharCode(...bytes.subarray(at, at + AT_A_TIME));
  }
  return btoa(letters);
}

/** The bytes that `toBase64` made letters of. Throws where the text is none of that kind. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
