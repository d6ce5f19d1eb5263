/** UTF-8, also where it was cut in the middle of a character or has a few bad bytes in it. */

/**
 * How many good multi-byte characters there must be for one bad byte. Text in another encoding has fewer than one:
 * what is a valid sequence in UTF-8 is a rare pair of letters there.
 */
const GOOD_PER_BAD = 20;
const GOOD_PER_BAD_IF_DECLARED = 2;

/** The text of valid UTF-8, or null. */
export function readUtf8Strictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Whether bytes that are not valid UTF-8 are meant to be UTF-8.
 *
 * @param declared the document or the server calls it UTF-8
 */
export function looksLikeUtf8(bytes: Uint8Array, declared: boolean): boolean {
  const { good, bad } = countSequences(bytes);
  return bad === 0 || good >= bad * (declared ? GOOD_PER_BAD_IF_DECLARED : GOOD_PER_BAD);
}

/** Counts well-formed multi-byte sequences and bytes that belong to none; a sequence cut by the end is neither. */
function countSequences(bytes: Uint8Array): { good: number; bad: number } {
  let good = 0;
  let bad = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const length = sequenceLength(lead);
    let trail = 1;
    while (trail < length && ((bytes[i + trail] ?? 0) & 0xc0) === 0x80) trail += 1;
    if (length > 1 && trail === length) good += 1;
    else if (length === 1 || i + trail < bytes.length) bad += 1;
    i += trail - 1;
  }
  return { good, bad };
}

/** Bytes in the sequence that a byte leads; 1 for one that leads none. */
function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 1;
}
