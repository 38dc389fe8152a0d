import { findUtf16 } from './find-file-kind.ts';
import { type FileProblem, refuse } from './table.ts';

export type DecodeTextResult =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly problem: FileProblem };

/** Bytes that CP1252 leaves undefined; a file with one is in another code page (in CP850, 0x81 is the umlaut u). */
const undefinedInCp1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
/** How UTF-8 spells letters with marks and typographic signs; as CP1252 it would be a capital A with a sign behind it. */
const utf8Sequence = /[\u00c2-\u00c3][\u0080-\u00bf]|\u00e2\u0080[\u0080-\u00bf]/;

/**
 * Decodes strictly. With a byte order mark the file says what it is. Without one, valid UTF-8 is UTF-8: umlauts in CP1252 never
 * form valid UTF-8 sequences by chance in German. What is left is CP1252, unless it holds bytes that CP1252 does not have, or
 * letters in UTF-8 beside broken ones: such a file was glued together, and guessing would garble names.
 */
export function decodeText(bytes: Uint8Array): DecodeTextResult {
  const utf16 = findUtf16(bytes);
  const encoding = utf16 ?? 'utf-8';
  const strict = decodeStrictly(bytes, encoding);
  if (strict !== undefined) {
    return { kind: 'text', text: strict };
  }
  if (utf16 !== undefined) {
    return refuse({ kind: 'unknown-encoding', line: 1 });
  }
  const glued = utf8Sequence.exec(toBytesAsCharacters(bytes));
  if (glued !== null || (bytes[0] === 0xef && bytes[1] === 0xbb)) {
    return refuse({ kind: 'mixed-encoding', line: lineAt(bytes, firstBroken(bytes)) });
  }
  const foreign = bytes.findIndex((byte) => undefinedInCp1252.has(byte));
  if (foreign >= 0) {
    return refuse({ kind: 'unknown-encoding', line: lineAt(bytes, foreign) });
  }
  return { kind: 'text', text: new TextDecoder('windows-1252').decode(bytes) };
}

/** Without the byte order mark; undefined when a sequence is invalid. */
function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) {
      return undefined;
    }
    throw error;
  }
}

function toBytesAsCharacters(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** Where the longest valid start of a UTF-8 text ends. */
function firstBroken(bytes: Uint8Array): number {
  let valid = 0;
  let broken = bytes.length;
  while (broken - valid > 1) {
    const middle = Math.floor((valid + broken) / 2);
    const start = new TextDecoder('utf-8', { fatal: true });
    if (isValid(() => start.decode(bytes.subarray(0, middle), { stream: true }))) {
      valid = middle;
    } else {
      broken = middle;
    }
  }
  return valid;
}

function isValid(decode: () => string): boolean {
  try {
    decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) {
      return false;
    }
    throw error;
  }
}

function lineAt(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (const byte of bytes.subarray(0, at)) {
    line += byte === 0x0a ? 1 : 0;
  }
  return line;
}
