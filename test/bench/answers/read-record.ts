import type { Commune } from '../../../src/domain/commune.ts';
import type { CommuneId } from '../../../src/domain/ids.ts';
import { useCaseId } from '../../../src/domain/ids.ts';
import type { UseCase } from '../../../src/domain/use-case.ts';
import { checkWhole } from '../../../src/features/exchange/check-whole.ts';
import { toWholeUseCase } from '../../../src/features/exchange/merge-whole.ts';
import { cleanValue, WholeRecordSchema } from '../../../src/features/exchange/whole-record.ts';
import type { WholeRecord } from '../../../src/features/exchange/whole-record.ts';

/** What a case may speak of. */
export interface KnownRecords {
  readonly useCases: ReadonlyMap<string, UseCase>;
  readonly communes: ReadonlyMap<CommuneId, Commune>;
}

export type ReadRecord =
  | { readonly kind: 'record'; readonly useCase: UseCase }
  /** `path`: within the record. */
  | { readonly kind: 'problem'; readonly path: readonly PropertyKey[]; readonly problem: string };

/** No answer tells when a record was entered: a case may leave it out. */
const whenever = { createdAt: 0, version: 1 };

/** A record by its id, or whole as in an export to JSON. `id`: of a whole one, which has none. */
export function readRecord(record: unknown, id: string, known: KnownRecords): ReadRecord {
  if (typeof record === 'string') {
    const useCase = known.useCases.get(record);
    return useCase === undefined
      ? toProblem([], `is no record that is known: ${record}`)
      : { kind: 'record', useCase };
  }
  const cleaned = cleanValue(record);
  if (typeof cleaned !== 'object' || cleaned === null || Array.isArray(cleaned)) {
    return toProblem([], 'must be an id or a record');
  }
  const parsed = WholeRecordSchema.safeParse({ provenance: whenever, ...cleaned });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return toProblem(issue?.path ?? [], issue?.message ?? '');
  }
  const strange = Object.keys(cleaned).find((key) => !(key in parsed.data));
  if (strange !== undefined) {
    return toProblem([strange], 'is no field of a record');
  }
  return (
    findProblem(parsed.data, known) ?? {
      kind: 'record',
      useCase: toWholeUseCase(parsed.data, useCaseId(id), whenever.createdAt),
    }
  );
}

function findProblem(whole: WholeRecord, { communes }: KnownRecords): ReadRecord | undefined {
  const missing = (['title', 'summary'] as const).find((field) => whole[field] === '');
  if (missing !== undefined) {
    return toProblem([missing], 'must be a text');
  }
  for (const [index, { body }] of whole.adopters.entries()) {
    if (body.kind === 'commune' && !communes.has(body.communeId)) {
      const path = ['adopters', index, 'body', 'communeId'];
      return toProblem(path, `is no commune that is known: ${body.communeId}`);
    }
  }
  const [wrong] = checkWhole(whole);
  return (
    wrong && toProblem([], `would not be imported: ${wrong.kind}${'value' in wrong ? ` ${wrong.value}` : ''}`)
  );
}

function toProblem(path: readonly PropertyKey[], problem: string): ReadRecord {
  return { kind: 'problem', path, problem };
}
