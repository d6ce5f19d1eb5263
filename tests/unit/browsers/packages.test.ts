import { createHash, generateKeyPairSync, verify } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { extensionId, packCrx } from '../../browsers/crx.ts';
import { zip, zipFolder } from '../../browsers/zip.ts';

interface Entry {
  readonly name: string;
  readonly text: string;
}

/** Reads an archive by its central directory, as installers do. */
function unzip(archive: Buffer): Entry[] {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06'));
  const count = archive.readUInt16LE(end + 10);
  const entries: Entry[] = [];
  for (let at = archive.readUInt32LE(end + 16), i = 0; i < count; i++) {
    const nameLength = archive.readUInt16LE(at + 28);
    const local = archive.readUInt32LE(at + 42);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const data = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const content = inflateRawSync(archive.subarray(data, data + archive.readUInt32LE(at + 20)));
    expect(crc32(content)).toBe(archive.readUInt32LE(at + 16));
    entries.push({ name, text: content.toString() });
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

describe('an archive', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lede-archive-'));

  afterAll(() => rmSync(folder, { recursive: true }));

  it('holds the files of a folder under their paths, with names in any script', async () => {
    mkdirSync(join(folder, '_locales', 'uk'), { recursive: true });
    writeFileSync(join(folder, 'manifest.json'), '{"name":"Lede"}');
    writeFileSync(join(folder, '_locales', 'uk', 'назва.json'), 'Новини');
    writeFileSync(join(folder, 'empty.css'), '');
    expect(unzip(await zipFolder(folder))).toEqual([
      { name: '_locales/uk/назва.json', text: 'Новини' },
      { name: 'empty.css', text: '' },
      { name: 'manifest.json', text: '{"name":"Lede"}' },
    ]);
  });

  it('is the same bytes for the same files', async () => {
    expect(await zipFolder(folder)).toEqual(await zipFolder(folder));
  });
});

describe('a signed package', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const archive = zip([{ name: 'manifest.json', content: Buffer.from('{}') }]);

  it('has the id that Chromium derives from its key', () => {
    const spki = publicKey.export({ type: 'spki', format: 'der' });
    const digits = createHash('sha256').update(spki).digest('hex').slice(0, 32);
    const id = extensionId(privateKey);
    expect(id).toMatch(/^[a-p]{32}$/);
    expect([...id].map((letter) => (letter.charCodeAt(0) - 97).toString(16)).join('')).toBe(digits);
  });

  it('carries the archive, and a signature over it that its own key verifies', () => {
    const crx = packCrx(archive, privateKey);
    expect(crx.toString('latin1', 0, 4)).toBe('Cr24');
    expect(crx.readUInt32LE(4)).toBe(3);
    const headerEnd = 12 + crx.readUInt32LE(8);
    expect(crx.subarray(headerEnd)).toEqual(archive);
    const header = crx.subarray(12, headerEnd);
    // The header ends in the signed data: field 10000 (tag 0x82 0xf1 0x04), its length, and the id within.
    const signedData = header.subarray(header.length - 18);
    const signature = header.subarray(header.length - 22 - 256, header.length - 22);
    const length = Buffer.from([signedData.length, 0, 0, 0]);
    const signed = Buffer.concat([Buffer.from('CRX3 SignedData\0'), length, signedData, archive]);
    expect(verify('sha256', signed, publicKey, signature)).toBe(true);
  });
});
