import { OperatorDataError } from './operator-data-error.ts';

/** Bytes that CP1252 leaves undefined; NUL stands in UTF-16 and in no text of ours. */
const noCp1252 = new Set([0x00, 0x81, 0x8d, 0x8f, 0x90, 0x9d]);
/** How UTF-8 spells letters with marks and typographic signs; as CP1252 it would be a capital A with a sign behind it. */
const utf8Sequence = /[\u00c2-\u00c3][\u0080-\u00bf]|\u00e2\u0080[\u0080-\u00bf]/;

/**
 * Decodes strictly: UTF-8 with or without a byte order mark, otherwise CP1252, which Excel writes for "CSV". A file that is
 * neither, or both in part, would garble names and is refused with `OperatorDataError`.
 */
export function decodeText(file: string, bytes: Uint8Array): string {
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== undefined && !bytes.includes(0)) {
    return utf8;
  }
  const foreign = bytes.findIndex((byte) => noCp1252.has(byte));
  if (utf8Sequence.test(Buffer.from(bytes).toString('latin1')) || foreign >= 0) {
    const line = foreign >= 0 ? lineAt(bytes, foreign) : firstBrokenLine(bytes);
    throw OperatorDataError.at(file, line, 'is neither UTF-8 nor Windows-1252; save the file as "CSV UTF-8"');
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

/** Without the byte order mark; undefined when a sequence is invalid. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) {
      return undefined;
    }
    throw error;
  }
}

function firstBrokenLine(bytes: Uint8Array): number {
  const [valid = ''] = new TextDecoder('utf-8').decode(bytes).split('\ufffd');
  return valid.split('\n').length;
}

function lineAt(bytes: Uint8Array, at: number): number {
  return bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;
}
