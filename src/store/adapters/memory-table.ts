import type { Instant } from '../../domain/instant.ts';
import type {
  Change,
  DocumentKey,
  JsonObject,
  StoredDocument,
  TransactOutcome,
} from '../../ports/document-store.ts';
import type { CheckedWrite } from './check-usage.ts';
import { tombstoneMs } from './retention.ts';

interface Row extends DocumentKey {
  readonly etag: string;
  readonly sequence: number;
  readonly expiresAt: Instant | undefined;
  /** Kept as text, so that nobody can change what is stored; `undefined` in a tombstone. */
  readonly body: string | undefined;
  /** The same for looking only. */
  readonly parsed: JsonObject | undefined;
}

/** One collection in memory. The map is in the order of the writes, which is the order of the change feed. */
export class MemoryTable {
  readonly #rows = new Map<string, Row>();
  #sequence = 0;

  find(key: DocumentKey, now: Instant): StoredDocument | undefined {
    const row = this.#rows.get(rowName(key));
    return row === undefined ? undefined : toDocument(row, now);
  }

  /** All documents, or those of a partition, to look at and not to give away: their bodies are the store's own. */
  peek(now: Instant, partition?: string): StoredDocument[] {
    const documents: StoredDocument[] = [];
    for (const row of this.#rows.values()) {
      if (partition !== undefined && row.partition !== partition) {
        continue;
      }
      if (row.parsed !== undefined && !isGone(row, now)) {
        documents.push({ partition: row.partition, id: row.id, body: row.parsed, etag: row.etag });
      }
    }
    return documents;
  }

  transact(partition: string, writes: readonly CheckedWrite[], now: Instant): TransactOutcome {
    for (const { id, expectedEtag } of writes) {
      if (this.find({ partition, id }, now)?.etag !== expectedEtag) {
        return { kind: 'conflict', id };
      }
    }
    const etags = new Map<string, string>();
    for (const write of writes) {
      const row = this.#write(partition, write, now);
      if (row.body !== undefined) {
        etags.set(row.id, row.etag);
      }
    }
    return { kind: 'done', etags };
  }

  changes(after: number, now: Instant): { readonly sequence: number; readonly change: Change }[] {
    const rows = [...this.#rows.values()].filter((row) => row.sequence > after && !isGone(row, now));
    return rows.map((row) => ({ sequence: row.sequence, change: toChange(row, now) }));
  }

  purgeExpired(now: Instant): number {
    const gone = [...this.#rows].filter(([, row]) => isGone(row, now));
    for (const [name] of gone) {
      this.#rows.delete(name);
    }
    return gone.length;
  }

  #write(partition: string, { id, body, expiresAt }: CheckedWrite, now: Instant): Row {
    this.#sequence += 1;
    const row: Row = {
      partition,
      id,
      body,
      parsed: body === undefined ? undefined : JSON.parse(body),
      etag: `memory-${this.#sequence}`,
      sequence: this.#sequence,
      expiresAt: body === undefined ? now + tombstoneMs : expiresAt,
    };
    this.#rows.delete(rowName(row));
    this.#rows.set(rowName(row), row);
    return row;
  }
}

/** Keys hold no slash. */
function rowName({ partition, id }: DocumentKey): string {
  return `${partition}/${id}`;
}

function isGone(row: Row, now: Instant): boolean {
  return row.expiresAt !== undefined && row.expiresAt <= now;
}

function toDocument(row: Row, now: Instant): StoredDocument | undefined {
  if (row.body === undefined || isGone(row, now)) {
    return undefined;
  }
  const { partition, id, etag, expiresAt } = row;
  const body: JsonObject = JSON.parse(row.body);
  return { partition, id, body, etag, ...(expiresAt !== undefined && { expiresAt }) };
}

function toChange(row: Row, now: Instant): Change {
  const document = toDocument(row, now);
  return document === undefined
    ? { kind: 'deleted', partition: row.partition, id: row.id }
    : { kind: 'written', document };
}
