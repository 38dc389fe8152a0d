import type { UseCaseId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { UseCase } from '../../domain/use-case.ts';
import type { ImportChange } from '../../store/imports.ts';
import type { Stored } from '../../store/use-cases.ts';
import { bodiesOf, type Candidate } from './candidate.ts';
import { scopeFingerprint, toFingerprint } from './fingerprint.ts';
import {
  findJoined,
  findRecord,
  type FindRecordResult,
  type KnownRecords,
  toSameness,
} from './known-records.ts';
import { mergeUseCase, toNewUseCase } from './merge-use-case.ts';
import type { RowProblem } from './problems.ts';
import { toShown } from './clean-text.ts';

/** What an import does with a row. `kept`: a person changed the record since the last import, and their words stay. */
export interface RowOutcome {
  readonly row: number;
  readonly kind: 'added' | 'changed' | 'unchanged' | 'kept';
  readonly title: string;
}

export interface ImportPlan {
  readonly outcomes: readonly RowOutcome[];
  readonly changes: readonly ImportChange[];
  readonly problems: readonly RowProblem[];
}

/** What was there before the import. */
export interface Before {
  readonly records: KnownRecords;
  /** What the last import left in each record. */
  readonly marks: ReadonlyMap<UseCaseId, string>;
}

/** Decides for every row what becomes of it. Pure but for the new ids. */
export function planImport(
  candidates: readonly Candidate[],
  before: Before,
  now: Instant,
  nextId: () => UseCaseId,
): ImportPlan {
  const outcomes: RowOutcome[] = [];
  const changes: ImportChange[] = [];
  const problems: RowProblem[] = [];
  const firstRows = new Map<string, number>();
  for (const candidate of candidates) {
    const { row, title } = candidate;
    const found = findMeant(before, candidate, firstRows);
    const recordId = found.kind === 'known' ? found.stored.value.id : undefined;
    const problem =
      found.kind === 'two-records'
        ? ({ kind: 'two-records', value: toShown(found.other.title) } as const)
        : findDouble(candidate, recordId, firstRows);
    if (problem !== undefined) {
      problems.push({ ...problem, row });
    } else if (found.kind === 'known') {
      const change = planChange(candidate, found.stored, before.marks);
      outcomes.push({ row, kind: change.kind, title });
      if (change.kind === 'changed') {
        changes.push({ kind: 'replace', useCase: change.useCase, etag: found.stored.etag });
      }
    } else {
      outcomes.push({ row, kind: 'added', title });
      changes.push({ kind: 'add', useCase: toNewUseCase(candidate, nextId(), now) });
    }
  }
  return { outcomes, changes, problems };
}

/** People join a record and leave it: it is still the one of the first row that may mean it, if the import has nothing to write there. */
function findMeant(
  { records, marks }: Before,
  candidate: Candidate,
  firstRows: ReadonlyMap<string, number>,
): FindRecordResult {
  const found = findRecord(records, candidate);
  const joined = found.kind === 'new' ? findJoined(records, candidate) : undefined;
  const isFree = joined !== undefined && !firstRows.has(recordKey(joined.value.id));
  return isFree && planChange(candidate, joined, marks).kind !== 'changed'
    ? { kind: 'known', stored: joined }
    : found;
}

function recordKey(id: UseCaseId): string {
  return `record\n${id}`;
}

/** Whether an earlier row of the file is about the same use case; remembers this one. */
function findDouble(candidate: Candidate, recordId: UseCaseId | undefined, firstRows: Map<string, number>) {
  const { externalId, row, title } = candidate;
  const byId = externalId === undefined ? undefined : firstRows.get(`id\n${externalId}`);
  if (externalId !== undefined && byId !== undefined) {
    return { kind: 'same-external-id', value: toShown(externalId), firstRow: byId } as const;
  }
  const keys = [
    `same\n${toSameness(title, bodiesOf(candidate))}`,
    ...(recordId === undefined ? [] : [recordKey(recordId)]),
  ];
  const firstRow = keys.map((key) => firstRows.get(key)).find((known) => known !== undefined);
  if (firstRow !== undefined) {
    return { kind: 'same-use-case', firstRow } as const;
  }
  for (const key of externalId === undefined ? keys : [...keys, `id\n${externalId}`]) {
    firstRows.set(key, row);
  }
  return undefined;
}

type PlannedChange =
  | { readonly kind: 'unchanged' | 'kept' }
  | { readonly kind: 'changed'; readonly useCase: UseCase };

/**
 * A record is a person's as soon as it differs from what the last import left in it, or when no import ever wrote it. The import
 * then changes nothing, and says so where the file holds something new.
 */
function planChange(
  candidate: Candidate,
  stored: Stored<UseCase>,
  marks: ReadonlyMap<UseCaseId, string>,
): PlannedChange {
  const useCase = stored.value;
  const wanted = mergeUseCase(useCase, candidate);
  const scope = candidate.whole === undefined ? 'columns' : 'whole';
  const left = marks.get(useCase.id);
  const mark = left && scopeFingerprint(left, scope);
  const current = scopeFingerprint(toFingerprint(useCase), scope);
  const next = scopeFingerprint(toFingerprint(wanted), scope);
  const sameIds = wanted.provenance.externalIds.length === useCase.provenance.externalIds.length;
  if ((next === current && sameIds) || (mark !== current && mark === next)) {
    return { kind: 'unchanged' };
  }
  if (mark !== current && next !== current) {
    return { kind: 'kept' };
  }
  const provenance = { ...wanted.provenance, version: useCase.provenance.version + 1 };
  return { kind: 'changed', useCase: { ...wanted, provenance } };
}
