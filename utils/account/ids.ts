/**
 * Ids of articles on a server: 64 bits, so they are texts here. What `stream/items/ids` gives is decimal; contents come
 * under 16 hexadecimal digits. Only the long form is sent: of 16 digits without it nobody knows which of both they are.
 */

const LONG = 'tag:google.com,2005:reader/item/';
const BITS = 64;

/** An id in decimal, as lists of ids give it; null where it is none. */
export function fromDecimal(text: string): string | null {
  return /^-?\d{1,20}$/.test(text) ? normal(BigInt(text)) : null;
}

/** An id from the long form that contents come under; null where it is none. */
export function fromLong(text: string): string | null {
  const digits = text.startsWith(LONG) ? text.slice(LONG.length) : '';
  return /^[0-9a-f]{1,16}$/i.test(digits) ? normal(BigInt(`0x${digits}`)) : null;
}

/** The form to send. */
export function toLong(id: string): string {
  return LONG + BigInt(id).toString(16).padStart(16, '0');
}

function normal(value: bigint): string {
  return BigInt.asUintN(BITS, value).toString();
}

/** JSON whose long numbers stay whole: past 2^53 they would be rounded to those of other articles. */
export function withWholeNumbers(json: string): string {
  return json.replace(
    /("(?:[^"\\]|\\.)*")|(?<![\w.])(-?\d{16,})(?![\w.])/g,
    (_all, text?: string, number?: string) => text ?? `"${number}"`,
  );
}
