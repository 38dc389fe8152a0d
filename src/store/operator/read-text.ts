import { readFileSync } from 'node:fs';
import { decodeText } from './decode-text.ts';
import { OperatorDataError } from './operator-data-error.ts';

/** A text file of the operator. Throws `OperatorDataError` when it cannot be read or decoded. */
export function readText(file: string): string {
  return decodeText(file, readBytes(file));
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new OperatorDataError(`${file}: cannot be read (${toCode(error)})`, { cause: error });
  }
}

/** "EACCES" of an error of the file system. */
export function toCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'failed';
}
