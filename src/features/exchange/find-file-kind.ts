/** What a file is by its first bytes; its name is not asked. `ole` is the container of Excel 97 and of encrypted workbooks. */
export type FileKind = 'zip' | 'ole' | 'program' | 'binary' | 'text';

const signatures: readonly (readonly [FileKind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
  ['program', [0xcf, 0xfa, 0xed, 0xfe]],
  ['program', [0xca, 0xfe, 0xba, 0xbe]],
  ['program', [0x23, 0x21]],
  ['binary', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['binary', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['binary', [0x1f, 0x8b]],
  ['binary', [0x37, 0x7a, 0xbc, 0xaf]],
  ['binary', [0x52, 0x61, 0x72, 0x21]],
];

const sample = 64 * 1024;

export function findFileKind(bytes: Uint8Array): FileKind {
  const signature = signatures.find(([, start]) => start.every((byte, at) => bytes[at] === byte));
  if (signature !== undefined) {
    return signature[0];
  }
  const holdsNul = bytes.subarray(0, sample).includes(0);
  if (!holdsNul || findUtf16(bytes) !== undefined) {
    return 'text';
  }
  const isWindowsProgram = bytes[0] === 0x4d && bytes[1] === 0x5a;
  return isWindowsProgram ? 'program' : 'binary';
}

/**
 * UTF-16 by its byte order mark, or without one by where the NULs stand: nearly every character of a table in a western
 * language has one, always on the same side.
 */
export function findUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return 'utf-16le';
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return 'utf-16be';
  }
  const start = bytes.subarray(0, sample);
  let even = 0;
  let odd = 0;
  for (const [at, byte] of start.entries()) {
    if (byte === 0 && at % 2 === 0) {
      even += 1;
    } else if (byte === 0) {
      odd += 1;
    }
  }
  const enough = start.length * 0.4;
  if (odd > enough && even === 0) {
    return 'utf-16le';
  }
  return even > enough && odd === 0 ? 'utf-16be' : undefined;
}
