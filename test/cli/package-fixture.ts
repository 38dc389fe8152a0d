import { inflateSync } from 'node:zlib';
import JSZip from 'jszip';

/** Settings that make a package. */
export const values = {
  BOT_ID: '1b2c3d4e-0000-4000-8000-00000000abcd',
  PUBLIC_URL: 'https://bot.example.org',
  PUBLIC_HOST: 'bot.example.org',
  APP_VERSION: '1.2.3',
};

/** The files of a zip by name. */
export async function unzip(bytes: Uint8Array): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await JSZip.loadAsync(bytes, { checkCRC32: true });
  const files = new Map<string, Buffer>();
  for (const entry of Object.values(zip.files)) {
    files.set(entry.name, await entry.async('nodebuffer'));
  }
  return files;
}

export interface Pixel {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/** Decodes an RGBA picture of 8 bits a channel, not interlaced (W3C PNG, chapters 7, 9 and 10). */
export function toPixels(png: Buffer): readonly Pixel[] {
  const width = png.readUInt32BE(16);
  const rowLength = width * 4;
  const data = inflateSync(Buffer.concat(chunksOf(png, 'IDAT')));
  const pixels: Pixel[] = [];
  let above = Buffer.alloc(rowLength);
  for (let start = 0; start < data.length; start += rowLength + 1) {
    const row = Buffer.from(data.subarray(start + 1, start + 1 + rowLength));
    unfilter(data[start] ?? 0, row, above);
    for (let x = 0; x < rowLength; x += 4) {
      const [red = 0, green = 0, blue = 0, alpha = 0] = row.subarray(x, x + 4);
      pixels.push({ red, green, blue, alpha });
    }
    above = row;
  }
  return pixels;
}

function chunksOf(png: Buffer, kind: string): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === kind) {
      found.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
    }
  }
  return found;
}

function unfilter(kind: number, row: Buffer, above: Buffer): void {
  for (const [index, byte] of row.entries()) {
    const left = index >= 4 ? (row[index - 4] ?? 0) : 0;
    const up = above[index] ?? 0;
    const upLeft = index >= 4 ? (above[index - 4] ?? 0) : 0;
    const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][kind] ?? 0;
    row[index] = (byte + predicted) & 0xff;
  }
}

function paeth(left: number, up: number, upLeft: number): number {
  const guess = left + up - upLeft;
  const [toLeft, toUp, toUpLeft] = [left, up, upLeft].map((value) => Math.abs(guess - value));
  if (toLeft === undefined || toUp === undefined || toUpLeft === undefined) {
    return 0;
  }
  if (toLeft <= toUp && toLeft <= toUpLeft) {
    return left;
  }
  return toUp <= toUpLeft ? up : upLeft;
}
