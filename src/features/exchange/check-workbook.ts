import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { bytesPerMegabyte, type FileProblem, fileLimits } from './table.ts';

const macroParts = /(?:vbaProject[^/]*\.bin|^xl\/macrosheets\/.*)$/i;
const xmlParts = /\.(?:xml|rels|vml)$/i;
const neededParts = ['[Content_Types].xml', 'xl/workbook.xml'];

/**
 * Says why a zip must not reach the spreadsheet reader. Every part is really unpacked and counted: the sizes in a zip's directory
 * are claims. A document type is refused anywhere, since no spreadsheet program writes one and only attacks need it.
 */
export async function checkWorkbook(bytes: Uint8Array): Promise<FileProblem | undefined> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const zip = await fromBufferPromise(buffer);
    return await checkParts(zip);
  } catch (error) {
    if (error instanceof Error) {
      // yauzl and zlib report every malformed archive as an Error without a type of its own.
      return { kind: 'damaged-workbook' };
    }
    throw error;
  }
}

async function checkParts(zip: ZipFile): Promise<FileProblem | undefined> {
  if (zip.entryCount > fileLimits.zipEntries) {
    return { kind: 'too-many-entries', limit: fileLimits.zipEntries };
  }
  const names = new Set<string>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    const problem = checkEntry(entry, names);
    if (problem !== undefined) {
      return problem;
    }
    names.add(entry.fileName);
    const content = await unpack(zip, entry, fileLimits.unpackedMegabytes * bytesPerMegabyte - unpacked);
    if (content === undefined) {
      return { kind: 'unpacks-too-large', megabytes: fileLimits.unpackedMegabytes };
    }
    unpacked += content.length;
    if (xmlParts.test(entry.fileName) && holdsDoctype(content)) {
      return { kind: 'doctype' };
    }
    if (entry.fileName === '[Content_Types].xml' && content.includes('macroEnabled')) {
      return { kind: 'macros' };
    }
  }
  return neededParts.every((name) => names.has(name)) ? undefined : { kind: 'not-a-workbook' };
}

function checkEntry(entry: Entry, names: ReadonlySet<string>): FileProblem | undefined {
  if (entry.isEncrypted()) {
    return { kind: 'password' };
  }
  if (macroParts.test(entry.fileName)) {
    return { kind: 'macros' };
  }
  // Of two parts with one name, this reader and the next could see different ones.
  return names.has(entry.fileName) || !entry.canDecodeFileData() ? { kind: 'damaged-workbook' } : undefined;
}

/** The part's bytes; undefined as soon as they exceed the limit. */
async function unpack(zip: ZipFile, entry: Entry, limit: number): Promise<Buffer | undefined> {
  const stream = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) {
      throw new TypeError('a zip entry is read as bytes');
    }
    length += chunk.length;
    if (length > limit) {
      return undefined;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function holdsDoctype(content: Buffer): boolean {
  // UTF-16 puts a NUL beside every ASCII letter.
  const text = content.includes(0) ? content.toString('latin1').replaceAll('\0', '') : content;
  return text.includes('<!DOCTYPE') || text.includes('<!ENTITY');
}
