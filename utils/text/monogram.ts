/** The letter and colour that stand for a source where there is no picture of it. */

const HUES = 8;

/** Which of the eight hues a host has: always the same one. FNV-1a, 32 bits. */
export function hueOf(host: string): number {
  let hash = 0x811c9dc5;
  for (const character of host) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0) % HUES;
}

/** First letter of a name in its own script, as a capital; `#` for a name without letters or digits. */
export function letterOf(name: string): string {
  return name.match(/[\p{L}\p{N}]/u)?.[0].toUpperCase() ?? '#';
}
