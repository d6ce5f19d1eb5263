/**
 * One item of the browser's own sync: version, round and checksum before its deflated contents. It says all by itself
 * whether it can be read; what cannot is as if it were not there.
 */
import { fromBase64, toBase64 } from '../text/base64.ts';
import { hashText } from '../text/hash.ts';

/** Raised with every change of what items hold. */
export const ITEM_VERSION = 1;
/** The most that an item may unfold to, in bytes. */
const MOST_UNFOLDED = 256 * 1024;

/** `round` grows whenever the reader erases what is carried: items of earlier rounds are none. */
export type Item =
  | { readonly kind: 'contents'; readonly round: number; readonly text: string }
  | { readonly kind: 'newer' }
  | { readonly kind: 'damaged' };

const SHAPE = /^(\d{1,6})\.(\d{1,9})\.([0-9a-f]{8})\.([A-Za-z0-9+/=]*)$/;

/** Writes an item. */
export async function writeItem(text: string, round: number): Promise<string> {
  const body = toBase64(await deflate(new TextEncoder().encode(text)));
  return `${ITEM_VERSION}.${round}.${checksum(round, body)}.${body}`;
}

/** Reads what some browser wrote, or some other program. */
export async function readItem(written: unknown): Promise<Item> {
  const parts = typeof written === 'string' ? SHAPE.exec(written) : null;
  if (!parts) return { kind: 'damaged' };
  const [, version = '', round = '', sum, body = ''] = parts;
  if (Number(version) > ITEM_VERSION) return { kind: 'newer' };
  if (Number(version) < ITEM_VERSION || sum !== checksum(Number(round), body)) return { kind: 'damaged' };
  const bytes = await inflate(body);
  if (bytes === null) return { kind: 'damaged' };
  return { kind: 'contents', round: Number(round), text: new TextDecoder().decode(bytes) };
}

/** What an item weighs against the browser's limits, in bytes: its key and its value as JSON. */
export function itemBytes(key: string, written: string): number {
  return key.length + written.length + 2;
}

function checksum(round: number, body: string): string {
  return hashText(`${round}.${body}`).slice(0, 8);
}

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Null where the bytes are not deflated, or unfold to more than an item may. */
async function inflate(body: string): Promise<Uint8Array | null> {
  try {
    const bytes = fromBase64(body);
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return await upTo(stream, MOST_UNFOLDED);
  } catch {
    return null;
  }
}

async function upTo(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    // Leaving the loop ends the stream: a small item that unfolds to gigabytes costs no more than this.
    if (size > most) return null;
    chunks.push(new Uint8Array(chunk));
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
