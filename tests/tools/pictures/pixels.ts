/** Reads the pixels of a PNG with eight bits a channel and colours in full, which is what browsers write. */

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** 0xRRGGBB, row by row. */
  readonly colours: Uint32Array;
}

/** Channels by the colour type of the header: with transparency and without. */
const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/** The pixels behind the filters of the rows (PNG specification, 9.2). Throws where the header says another kind. */
export function unfiltered(header: Buffer, rows: Buffer): Pixels {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = CHANNELS[header.readUInt8(9)];
  if (channels === undefined || header.readUInt8(8) !== 8) throw new Error('not a picture of a browser’s');
  const length = width * channels;
  const colours = new Uint32Array(width * height);
  let above = Buffer.alloc(length);
  for (let y = 0; y < height; y += 1) {
    const start = y * (length + 1);
    const row = Buffer.from(rows.subarray(start + 1, start + 1 + length));
    addBack(rows[start] ?? 0, row, above, channels);
    for (let x = 0; x < width; x += 1) colours[y * width + x] = row.readUIntBE(x * channels, 3);
    above = row;
  }
  return { width, height, colours };
}

/** Takes a row's filter off, in place. */
function addBack(filter: number, row: Buffer, above: Buffer, channels: number): void {
  for (let at = 0; at < row.length; at += 1) {
    const left = row[at - channels] ?? 0;
    const up = above[at] ?? 0;
    const corner = at < channels ? 0 : (above[at - channels] ?? 0);
    row[at] = (row[at] ?? 0) + predicted(filter, left, up, corner);
  }
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return paeth(left, up, corner);
    default:
      return 0;
  }
}

/** The neighbour nearest to left + up - corner; of equals the first in that order. */
function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
