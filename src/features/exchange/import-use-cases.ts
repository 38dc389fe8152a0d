import type { Deps } from '../../deps.ts';
import { importId, useCaseId } from '../../domain/ids.ts';
import type { Imports } from '../../store/imports.ts';
import { applyImport, finishImports } from './apply-import.ts';
import type { Candidate, Labels } from './candidate.ts';
import { type Columns, readColumns } from './columns.ts';
import { joinRows } from './join-rows.ts';
import { readKnownRecords } from './known-records.ts';
import { planImport, type RowOutcome } from './plan-import.ts';
import type { ImportRefusal, RowProblem } from './problems.ts';
import type { KnownBodies } from './read-adopters.ts';
import { readTable } from './read-table.ts';
import type { Table } from './table.ts';
import { toCandidate } from './to-candidate.ts';
import { toWholeCandidate } from './to-whole-candidate.ts';

export type ImportDeps = Pick<Deps, 'clock' | 'ids' | 'operator' | 'useCases'> & {
  readonly imports: Imports;
};

export interface ImportRequest {
  readonly bytes: Uint8Array;
  readonly labels: Labels;
  /** Looks at everything and writes nothing of the file. */
  readonly dryRun: boolean;
  /** Names of organisations that nobody knows yet become known instead of being a problem. */
  readonly createOrganisations: boolean;
  readonly onProgress?: (step: 'staging' | 'applying', done: number, total: number) => void;
}

/** What a report needs to speak about the file. */
export interface FileFacts {
  readonly format: Table['format'];
  readonly rows: number;
  /** Headings that no column of ours has; their cells were not read. */
  readonly unknownHeadings: readonly string[];
  readonly ignoredSheets: readonly string[];
}

export type ImportResult =
  | { readonly kind: 'refused'; readonly because: ImportRefusal }
  | { readonly kind: 'problems'; readonly file: FileFacts; readonly problems: readonly RowProblem[] }
  | {
      readonly kind: 'imported' | 'checked';
      readonly file: FileFacts;
      readonly outcomes: readonly RowOutcome[];
    }
  /** Another program took the store over before the run counted; nothing of it happened. */
  | { readonly kind: 'lost' };

/**
 * Brings the rows of a file into the store, all or none of them, also when the process dies midway: the changes are staged
 * first, count with one write, and are then applied, if need be by the next start. Rows that are known update their record.
 * A problem in any row means that nothing is written.
 */
export async function importUseCases(deps: ImportDeps, request: ImportRequest): Promise<ImportResult> {
  await finishImports(deps);
  const read = await readTable(request.bytes);
  if (read.kind === 'refused') {
    return { kind: 'refused', because: read.problem };
  }
  const columns = readColumns(read.table.headings);
  if (columns.kind !== 'columns') {
    return { kind: 'refused', because: { kind: `${columns.kind}-columns`, columns: columns.columns } };
  }
  const file = toFacts(read.table, columns.columns);
  const records = await readKnownRecords(deps.useCases);
  const { candidates, problems } = readRows(read.table, columns.columns, request.labels, {
    communes: [...deps.operator.current().communes.values()],
    organisations: new Map(records.organisations),
    createOrganisations: request.createOrganisations,
  });
  const before = { records, marks: await deps.imports.marks.all() };
  const plan = planImport(joinRows(candidates), before, deps.clock.now(), () => useCaseId(deps.ids.next()));
  if (problems.length + plan.problems.length > 0) {
    const all = [...problems, ...plan.problems].sort((one, other) => one.row - other.row);
    return { kind: 'problems', file, problems: all };
  }
  if (request.dryRun) {
    return { kind: 'checked', file, outcomes: plan.outcomes };
  }
  const total = plan.changes.length;
  const { onProgress } = request;
  if (total > 0) {
    const id = importId(deps.ids.next());
    const run = await deps.imports.stage(id, plan.changes, deps.clock.now(), (done) =>
      onProgress?.('staging', done, total),
    );
    if ((await deps.imports.commit(run)) === 'lost') {
      return { kind: 'lost' };
    }
    await applyImport(deps, run, (done) => onProgress?.('applying', done, total));
  }
  return { kind: 'imported', file, outcomes: plan.outcomes };
}

function toFacts(table: Table, columns: Columns): FileFacts {
  return {
    format: table.format,
    rows: table.rows.length,
    unknownHeadings: columns.unknown,
    ignoredSheets: table.ignoredSheets,
  };
}

interface Rows {
  readonly candidates: readonly Candidate[];
  readonly problems: readonly RowProblem[];
}

/** A ragged row is not looked into: its cells may stand under the wrong headings. */
function readRows(table: Table, columns: Columns, labels: Labels, known: KnownBodies): Rows {
  const candidates: Candidate[] = [];
  const problems: RowProblem[] = [];
  const expected = table.headings.length;
  for (const row of table.rows) {
    const found = row.cells.length;
    const isShort = table.format === 'csv' && found < expected;
    if (isShort || row.cells.slice(expected).some((cell) => cell.trim() !== '')) {
      problems.push({ kind: 'ragged', row: row.number, expected, found });
      continue;
    }
    const result =
      row.entry === undefined ? toCandidate(row, columns, labels, known) : toWholeCandidate(row, known);
    if (result.kind === 'candidate') {
      candidates.push(result.candidate);
    } else {
      problems.push(...result.problems);
    }
  }
  return { candidates, problems };
}
