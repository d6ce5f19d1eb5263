/**
 * A signed extension package (CRX 3) and the id that goes with its key.
 * Format: chromium/components/crx_file/crx3.proto and crx_creator.cc.
 */
import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto';

const SIGNED_DATA_ID = 1;
const PROOF_PUBLIC_KEY = 1;
const PROOF_SIGNATURE = 2;
const HEADER_SHA256_WITH_RSA = 2;
const HEADER_SIGNED_DATA = 10_000;

/** The public half of a key in the form that Chromium hashes (SubjectPublicKeyInfo, DER). */
function publicBytes(key: KeyObject): Buffer {
  return createPublicKey(key).export({ type: 'spki', format: 'der' });
}

/** The extension id of a key: the first 16 bytes of its SHA-256 in hexadecimal with the digits a to p. */
export function extensionId(key: KeyObject): string {
  const hex = createHash('sha256').update(publicBytes(key)).digest('hex').slice(0, 32);
  return hex.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

/** Wraps a ZIP archive of an extension in a header signed with an RSA key. */
export function packCrx(archive: Buffer, key: KeyObject): Buffer {
  const spki = publicBytes(key);
  const id = createHash('sha256').update(spki).digest().subarray(0, 16);
  const signedData = field(SIGNED_DATA_ID, id);
  const signed = Buffer.concat([
    Buffer.from('CRX3 SignedData\0'),
    uint32(signedData.length),
    signedData,
    archive,
  ]);
  const proof = Buffer.concat([
    field(PROOF_PUBLIC_KEY, spki),
    field(PROOF_SIGNATURE, sign('sha256', signed, key)),
  ]);
  const header = Buffer.concat([field(HEADER_SHA256_WITH_RSA, proof), field(HEADER_SIGNED_DATA, signedData)]);
  return Buffer.concat([Buffer.from('Cr24'), uint32(3), uint32(header.length), header, archive]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** A length-delimited field of protocol buffers. */
function field(number: number, content: Buffer): Buffer {
  return Buffer.concat([varint((number << 3) | 2), varint(content.length), content]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return Buffer.from([...bytes, rest]);
    bytes.push((rest & 0x7f) | 0x80);
  }
}
