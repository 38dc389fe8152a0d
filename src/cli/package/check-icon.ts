import { packageTexts } from '../../texts/package-texts.ts';

export interface IconRule {
  readonly file: string;
  /** Pixels, for width and height alike. */
  readonly side: number;
  readonly transparent: boolean;
}

/** learn.microsoft.com, "App manifest schema", icons. */
export const iconRules: readonly IconRule[] = [
  { file: 'color.png', side: 192, transparent: false },
  { file: 'outline.png', side: 32, transparent: true },
];

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** The signature and the header chunk: width and height at 16 and 20, the kind of colour at 25 (W3C PNG, 11.2.2). */
const headerLength = 33;
const colourKindsWithAlpha = new Set([4, 6]);

/** What is wrong with an icon, by its header; nothing for a good one. */
export function checkIcon(bytes: Buffer, { file, side, transparent }: IconRule): readonly string[] {
  const isPng = bytes.length >= headerLength && bytes.subarray(0, signature.length).equals(signature);
  if (!isPng || bytes.toString('latin1', 12, 16) !== 'IHDR') {
    return [packageTexts.notPng(file)];
  }
  const problems: string[] = [];
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  if (width !== side || height !== side) {
    problems.push(packageTexts.wrongSize(file, side, width, height));
  }
  if (transparent && !colourKindsWithAlpha.has(bytes.readUInt8(25))) {
    problems.push(packageTexts.notTransparent(file));
  }
  return problems;
}
