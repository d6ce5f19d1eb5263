/** Texts into the bytes of old encodings, for tests: browsers and Node only decode them. */

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** Every character of an encoding with its bytes, found by decoding all of them. */
function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map<string, readonly number[]>();
  const add = (...bytes: number[]): void => {
    try {
      const character = decoder.decode(Uint8Array.from(bytes));
      if ([...character].length === 1 && !table.has(character)) table.set(character, bytes);
    } catch {
      // These bytes are no character.
    }
  };
  for (let byte = 0; byte < 256; byte += 1) add(byte);
  if (!/^(?:windows|koi8|iso-8859|ibm|x-mac)/.test(encoding)) {
    for (let lead = 0x81; lead < 0xff; lead += 1)
      for (let trail = 0x40; trail < 0xff; trail += 1) add(lead, trail);
  }
  tables.set(encoding, table);
  return table;
}

/** The text in an encoding of one or two bytes a character; throws for a character that it does not have. */
export function encode(text: string, encoding: string): Uint8Array {
  const table = tableOf(encoding);
  const bytes = [...text].flatMap((character) => {
    const found = table.get(character);
    if (found === undefined) throw new Error(`${encoding} has no ${character}`);
    return found;
  });
  return Uint8Array.from(bytes);
}

/** The text in UTF-16 or UTF-32. */
export function encodeWide(text: string, width: 2 | 4, littleEndian: boolean, mark: boolean): Uint8Array {
  const whole = (mark ? '\ufeff' : '') + text;
  const units =
    width === 2
      ? whole.split('').map((unit) => unit.charCodeAt(0))
      : [...whole].map((character) => character.codePointAt(0) ?? 0);
  const view = new DataView(new ArrayBuffer(units.length * width));
  units.forEach((unit, index) => {
    if (width === 2) view.setUint16(index * 2, unit, littleEndian);
    else view.setUint32(index * 4, unit, littleEndian);
  });
  return new Uint8Array(view.buffer);
}
