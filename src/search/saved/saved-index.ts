import { FieldIndex } from '../field-index.ts';
import { UnreadableIndexError } from './index-format.ts';
import { IndexReader } from './index-reader.ts';
import { IndexWriter } from './index-writer.ts';
import { renumber } from './renumbering.ts';
import { Vocabulary } from '../vocabulary.ts';

/** Everything an engine has learnt from its documents; an engine that is made of it changes it. */
export interface IndexContent {
  readonly vocabulary: Vocabulary;
  readonly fields: readonly FieldIndex[];
  /** By the documents' numbers; a number that no document has any more keeps its last. */
  readonly ids: string[];
  /** Of each document, as its caller named it. */
  readonly versions: string[];
}

/**
 * Writes what a fresh build of the documents would hold, a few milliseconds of work at a time. `freeNumbers` are those of no document
 * any more; the content must not change meanwhile.
 */
export function* saveIndex(
  { vocabulary, fields, ids, versions }: IndexContent,
  freeNumbers: readonly number[],
  fingerprint: string,
): Generator<Uint8Array> {
  const writer = new IndexWriter();
  const free = new Set(freeNumbers);
  const documents = renumber(ids.length, (number) => !free.has(number));
  const terms = renumber(vocabulary.size, (number) => vocabulary.documentCount(number) > 0);
  yield* writer.texts([fingerprint]);
  writer.number(documents.kept.length);
  yield* writer.texts(Array.from(documents.kept, (number) => ids[number] ?? ''));
  yield* writer.texts(Array.from(documents.kept, (number) => versions[number] ?? ''));
  yield* vocabulary.save(writer, terms);
  for (const field of fields) {
    yield* field.save(writer, terms, documents);
  }
  yield writer.takeLastChunk();
}

/** What was saved under this fingerprint with so many fields; `undefined` for any other bytes. */
export function loadIndex(
  bytes: Uint8Array,
  fingerprint: string,
  fieldCount: number,
): IndexContent | undefined {
  try {
    const reader = new IndexReader(bytes);
    return reader.texts(1)[0] === fingerprint ? readContent(reader, fieldCount) : undefined;
  } catch (error) {
    if (error instanceof UnreadableIndexError) {
      return undefined;
    }
    throw error;
  }
}

function readContent(reader: IndexReader, fieldCount: number): IndexContent {
  const documentCount = reader.number();
  const ids = reader.texts(documentCount);
  const versions = reader.texts(documentCount);
  const vocabulary = Vocabulary.load(reader);
  const fields = Array.from({ length: fieldCount }, () =>
    FieldIndex.load(reader, vocabulary.size, documentCount),
  );
  if (new Set(ids).size !== documentCount || !reader.isAtEnd) {
    throw new UnreadableIndexError('the index has other documents than it says');
  }
  return { vocabulary, fields, ids, versions };
}
