/** Makes a PNG of a page smaller: browsers compress for speed, and a page needs few colours. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { type Pixels, unfiltered } from './pixels.ts';

const SIGNATURE_LENGTH = 8;
/** As many as one byte a pixel can name. */
const COLOURS = 256;

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/** The picture in at most 256 colours; where it has no more than that, not a pixel is changed. Transparency is dropped. */
export function packed(png: Buffer): Buffer {
  const chunks = readChunks(png);
  const header = chunks.find(({ type }) => type === 'IHDR')?.data ?? Buffer.alloc(13);
  const packedRows = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const { width, height, colours } = unfiltered(header, inflateSync(packedRows));
  const palette = paletteOf(colours);
  const rows = Buffer.alloc((width + 1) * height);
  const nearest = nearestIn(palette);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = nearest(colours[y * width + x] ?? 0);
  const own = Buffer.from(header);
  own.writeUInt8(8, 8);
  own.writeUInt8(3, 9);
  const table = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    png.subarray(0, SIGNATURE_LENGTH),
    writeChunk({ type: 'IHDR', data: own }),
    writeChunk({ type: 'PLTE', data: table }),
    writeChunk({ type: 'IDAT', data: deflateSync(rows, { level: 9, memLevel: 9 }) }),
    writeChunk({ type: 'IEND', data: Buffer.alloc(0) }),
  ]);
}

/** The colours that stand for all: of each corner of the colour space that is much used, the one that is used most. */
function paletteOf(colours: Pixels['colours']): number[] {
  const uses = new Map<number, number>();
  for (const colour of colours) uses.set(colour, (uses.get(colour) ?? 0) + 1);
  if (uses.size <= COLOURS) return [...uses.keys()];
  const corners = new Map<number, { count: number; best: number }>();
  for (const [colour, count] of uses) {
    const corner = corners.get(colour & 0xfcfcfc) ?? { count: 0, best: colour };
    const best = count > (uses.get(corner.best) ?? 0) ? colour : corner.best;
    corners.set(colour & 0xfcfcfc, { count: corner.count + count, best });
  }
  const used = [...corners.values()].sort((one, other) => other.count - one.count || one.best - other.best);
  return used.slice(0, COLOURS).map(({ best }) => best);
}

/** Gives the number of the nearest colour of a palette. */
function nearestIn(palette: readonly number[]): (colour: number) => number {
  const known = new Map(palette.map((colour, at) => [colour, at]));
  return (colour) => {
    const found = known.get(colour) ?? lookFor(colour, palette);
    known.set(colour, found);
    return found;
  };
}

function lookFor(colour: number, palette: readonly number[]): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (const [at, other] of palette.entries()) {
    const away =
      ((colour >> 16) - (other >> 16)) ** 2 +
      (((colour >> 8) & 255) - ((other >> 8) & 255)) ** 2 +
      ((colour & 255) - (other & 255)) ** 2;
    if (away < least) [best, least] = [at, away];
  }
  return best;
}

function readChunks(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE_LENGTH; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    chunks.push({ type, data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/** Length, type, data and a checksum of type and data (PNG specification, 5.3). */
function writeChunk({ type, data }: Chunk): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}
