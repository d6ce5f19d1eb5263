/** Bodies that are packed as files, beside any packing of the transport: sitemaps are served as `.xml.gz`. */
import { fail, ok, type Result } from '../model/problem.ts';
import { MAX_BYTES } from './limits.ts';

/**
 * The bytes of a document, unpacked if they begin as gzip does. What unpacks to more than is read of any document
 * is cut there, so that a small body cannot fill the memory.
 *
 * @returns `damaged` where nothing can be unpacked; of a body that breaks off the part before the break
 */
export async function unpack(bytes: Uint8Array): Promise<Result<Uint8Array>> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return ok(bytes);
  const stream = new Blob([Uint8Array.from(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'));
  const { chunks, broken } = await readUpTo(stream.getReader(), MAX_BYTES);
  if (broken && chunks.length === 0) return fail('damaged', { detail: 'gzip' });
  return ok(joinChunks(chunks));
}

async function readUpTo(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  limit: number,
): Promise<{ chunks: Uint8Array[]; broken: boolean }> {
  const chunks: Uint8Array[] = [];
  try {
    for (let length = 0; length < limit; ) {
      const { done, value } = await reader.read();
      if (done) return { chunks, broken: false };
      length += value.length;
      chunks.push(value);
    }
    await reader.cancel();
    return { chunks, broken: false };
  } catch {
    return { chunks, broken: true };
  }
}

function joinChunks(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
