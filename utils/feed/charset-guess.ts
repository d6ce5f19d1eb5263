/**
 * A guess at the encoding where nobody declares one: windows-1251, KOI8-U or windows-1252, the ones in which old
 * news systems of the region still write. A wrong guess shows at once; there is nothing better to go by than
 * letters.
 */

/** Bytes above 0x7F that are looked at. */
const SAMPLE = 4_096;

/**
 * How often the commonest letters occur among a thousand letters of Ukrainian and Russian news, rounded. All are
 * lower case: a wrong one of the two decodings turns most letters into capitals.
 */
const LETTERS: Readonly<Record<string, number>> = {
  о: 97,
  а: 81,
  и: 66,
  н: 66,
  е: 64,
  т: 56,
  в: 50,
  р: 48,
  с: 46,
  л: 39,
  к: 37,
  і: 30,
  д: 31,
  у: 31,
  м: 30,
  п: 28,
  я: 20,
  з: 20,
  г: 16,
  б: 16,
  ь: 16,
  ч: 13,
  й: 12,
  ы: 9,
  х: 10,
  ж: 9,
  ц: 8,
  ш: 7,
  ю: 7,
  є: 4,
  ї: 5,
  щ: 4,
  ф: 4,
  ґ: 1,
};

/** The likeliest encoding of bytes that are not UTF-8, from what their letters would be. */
export function guessEncoding(bytes: Uint8Array): 'windows-1251' | 'koi8-u' | 'windows-1252' {
  const { sample, mixed } = highBytes(bytes);
  // Latin words hold a few accented letters among plain ones, Cyrillic words consist of high bytes.
  if (mixed * 2 > sample.length) return 'windows-1252';
  const windows = weight(new TextDecoder('windows-1251').decode(sample));
  const koi = weight(new TextDecoder('koi8-u').decode(sample));
  return koi > windows ? 'koi8-u' : 'windows-1251';
}

/** The first bytes above 0x7F, and how many of them stand beside a plain Latin letter. */
function highBytes(bytes: Uint8Array): { sample: Uint8Array; mixed: number } {
  const sample: number[] = [];
  let mixed = 0;
  for (let i = 0; i < bytes.length && sample.length < SAMPLE; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    sample.push(byte);
    if (isLatin(bytes[i - 1]) || isLatin(bytes[i + 1])) mixed += 1;
  }
  return { sample: Uint8Array.from(sample), mixed };
}

function isLatin(byte = 0): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function weight(text: string): number {
  let sum = 0;
  for (const letter of text) sum += LETTERS[letter] ?? 0;
  return sum;
}
