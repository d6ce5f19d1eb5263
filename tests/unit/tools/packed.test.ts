import { deflateSync, inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { packed } from '../../tools/pictures/packed.ts';
import { unfiltered } from '../../tools/pictures/pixels.ts';

/** The header of a picture of three by two pixels with a colour type. */
function header(type: number): Buffer {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt32BE(3, 0);
  bytes.writeUInt32BE(2, 4);
  bytes.writeUInt8(8, 8);
  bytes.writeUInt8(type, 9);
  return bytes;
}

const chunk = (type: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
};

const RED = [255, 0, 0];
const BLUE = [0, 0, 255];
const WHITE = [255, 255, 255];
const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

it('reads rows behind every filter', () => {
  const plain = [...RED, ...BLUE, ...WHITE];
  // The same row again: nothing is added to what stands above it, or to what all filters foretell.
  const same = Array<number>(9).fill(0);
  const left = [255, 0, 0, 1, 0, 255, 255, 255, 0];
  for (const [filter, row] of [
    [0, plain],
    [1, left],
    [2, same],
  ] as const) {
    const { colours } = unfiltered(header(2), Buffer.from([0, ...plain, filter, ...row]));
    expect([...colours.subarray(3)]).toEqual([0xff0000, 0x0000ff, 0xffffff]);
  }
  const average = Buffer.from([3, ...[128, 0, 0], ...[128, 128, 128], ...[128, 128, 128]]);
  const { colours } = unfiltered(header(2), Buffer.concat([Buffer.from([0, ...plain]), average]));
  expect(colours[3]).toBe(0xff0000);
});

it('keeps every pixel of a picture with few colours, in one byte each', () => {
  const rows = Buffer.from([0, ...RED, 9, ...BLUE, 9, ...WHITE, 9, 0, ...BLUE, 9, ...RED, 9, ...RED, 9]);
  const png = Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header(6)),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  const small = packed(png);
  const table = small.indexOf('PLTE') + 4;
  const pixels = small.indexOf('IDAT');
  const indexes = inflateSync(small.subarray(pixels + 4, pixels + 4 + small.readUInt32BE(pixels - 4)));
  const colourAt = (at: number) => [...small.subarray(table + at * 3, table + at * 3 + 3)];
  expect([1, 2, 3, 5, 6, 7].map((at) => colourAt(indexes[at] ?? 0))).toEqual([
    RED,
    BLUE,
    WHITE,
    BLUE,
    RED,
    RED,
  ]);
});
