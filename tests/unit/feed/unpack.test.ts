import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { MAX_BYTES } from '../../../utils/feed/limits.ts';
import { unpack } from '../../../utils/feed/unpack.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a packed body', () => {
  it('is unpacked', async () => {
    const unpacked = await unpack(Uint8Array.from(gzipSync('<urlset/>')));
    expect(unpacked.ok && new TextDecoder().decode(unpacked.value)).toBe('<urlset/>');
  });

  it('that is not packed stays as it is', async () => {
    expect(await unpack(bytes('<urlset/>'))).toEqual({ ok: true, value: bytes('<urlset/>') });
    expect(await unpack(new Uint8Array())).toEqual({ ok: true, value: new Uint8Array() });
  });

  it('that is no gzip behind its mark is damaged', async () => {
    expect(await unpack(Uint8Array.from([0x1f, 0x8b, 1, 2, 3]))).toMatchObject({
      problem: { code: 'damaged' },
    });
  });

  it('cannot unpack to more than is read of any document', async () => {
    const bomb = Uint8Array.from(gzipSync(new Uint8Array(MAX_BYTES * 4)));
    const unpacked = await unpack(bomb);
    expect(unpacked.ok && unpacked.value.length).toBeLessThan(MAX_BYTES * 2);
  });
});
