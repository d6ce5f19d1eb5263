/** A response's body with a limit, counted while it streams: the length a server announces is only a claim. */

export interface Body {
  /** `cut` where the connection broke off; `too-large` where reading ended at the limit. */
  readonly kind: 'whole' | 'cut' | 'too-large';
  readonly bytes: Uint8Array;
}

/**
 * Reads up to `limit` bytes (after decompression). A body whose connection breaks off gives what had come; rejects
 * only where nothing had.
 */
export async function readBody(response: Response, limit: number): Promise<Body> {
  const reader = response.body?.getReader();
  if (!reader) return { kind: 'whole', bytes: new Uint8Array() };
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { kind: 'whole', bytes: join(chunks, length) };
      chunks.push(value.subarray(0, limit - length));
      length += value.byteLength;
      if (length > limit) {
        await reader.cancel();
        return { kind: 'too-large', bytes: join(chunks, limit) };
      }
    }
  } catch (error) {
    if (length === 0) throw error;
    return { kind: 'cut', bytes: join(chunks, length) };
  }
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
