import { decodeText } from './decode-text.ts';
import { findFileKind } from './find-file-kind.ts';
import { readCsv } from './read-csv.ts';
import { readJson } from './read-json.ts';
import { readWorkbook } from './read-workbook.ts';
import { bytesPerMegabyte, fileLimits, type ReadTableResult, refuse } from './table.ts';

/** Reads a file as a table of texts. What it is follows from its content; the name plays no part. */
export async function readTable(bytes: Uint8Array): Promise<ReadTableResult> {
  if (bytes.length === 0) {
    return refuse({ kind: 'empty' });
  }
  if (bytes.length > fileLimits.megabytes * bytesPerMegabyte) {
    return refuse({ kind: 'too-large', megabytes: fileLimits.megabytes });
  }
  const result = await readByKind(bytes);
  return result.kind === 'table' && result.table.rows.length === 0 ? refuse({ kind: 'no-rows' }) : result;
}

async function readByKind(bytes: Uint8Array): Promise<ReadTableResult> {
  const kind = findFileKind(bytes);
  switch (kind) {
    case 'zip':
      return await readWorkbook(bytes);
    case 'ole':
      return refuse({ kind: isEncryptedWorkbook(bytes) ? 'password' : 'old-excel' });
    case 'program':
      return refuse({ kind: 'program' });
    case 'binary':
      return refuse({ kind: 'unknown-kind' });
    case 'text':
      return readText(bytes);
  }
}

function readText(bytes: Uint8Array): ReadTableResult {
  const decoded = decodeText(bytes);
  if (decoded.kind === 'refused') {
    return decoded;
  }
  const start = decoded.text.trimStart();
  if (start === '') {
    return refuse({ kind: 'empty' });
  }
  // HTML and XML tables that call themselves .xls or .csv.
  if (start.startsWith('<')) {
    return refuse({ kind: 'markup' });
  }
  return start.startsWith('[') || start.startsWith('{') ? readJson(decoded.text) : readCsv(decoded.text);
}

/** A workbook with a password is an OLE container with a stream of this name, in UTF-16. */
function isEncryptedWorkbook(bytes: Uint8Array): boolean {
  const stream = Buffer.from('EncryptedPackage', 'utf16le');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(stream);
}
