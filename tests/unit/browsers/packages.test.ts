import { createHash, generateKeyPairSync, verify } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { extensionId, packCrx } from '../../browsers/crx.ts';
import { unzip } from '../../browsers/unzip.ts';
import { zip, zipFolder } from '../../browsers/zip.ts';

/** What an archive holds, as text. */
const textsIn = (archive: Buffer) =>
  unzip(archive).map(({ name, content }) => ({ name, text: content.toString() }));

describe('an archive', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lede-archive-'));

  afterAll(() => rmSync(folder, { recursive: true }));

  it('holds the files of a folder under their paths, with names in any script', async () => {
    mkdirSync(join(folder, '_locales', 'uk'), { recursive: true });
    writeFileSync(join(folder, 'manifest.json'), '{"name":"Lede"}');
    writeFileSync(join(folder, '_locales', 'uk', 'назва.json'), 'Новини');
    writeFileSync(join(folder, 'empty.css'), '');
    expect(textsIn(await zipFolder(folder))).toEqual([
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
