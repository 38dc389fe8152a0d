import type { z } from 'zod';
import { fold } from '../../domain/commune-words.ts';
import { summaryLimit, titleLimit } from '../../domain/use-case.ts';
import { toShown } from './clean-text.ts';
import { type ColumnKey, columnKeys } from './columns.ts';
import { checkWhole, type FieldProblem } from './check-whole.ts';
import type { RowProblem } from './problems.ts';
import type { KnownBodies } from './read-adopters.ts';
import type { TableRow } from './table.ts';
import type { ToCandidateResult } from './to-candidate.ts';
import { cleanValue, type WholeRecord, WholeRecordSchema } from './whole-record.ts';

/** Reads one entry of a file with whole records; with problems, all that can be seen in it. */
export function toWholeCandidate(row: TableRow, known: KnownBodies): ToCandidateResult {
  const parsed = WholeRecordSchema.safeParse(cleanValue(row.entry));
  if (!parsed.success) {
    return { kind: 'problems', problems: parsed.error.issues.map((issue) => toProblem(issue, row.number)) };
  }
  const whole = parsed.data;
  const found = [
    ...needed(whole.title, titleLimit, 'title'),
    ...needed(whole.summary, summaryLimit, 'summary'),
    ...checkBodies(whole, known),
    ...checkWhole(whole),
  ];
  if (found.length > 0) {
    const problems = found.map((problem): RowProblem => Object.assign({ row: row.number }, problem));
    return { kind: 'problems', problems };
  }
  return {
    kind: 'candidate',
    candidate: {
      ...noColumns,
      row: row.number,
      columns: new Set(columnKeys),
      externalId: whole.provenance.externalIds[0],
      title: whole.title,
      summary: whole.summary,
      bodies: whole.adopters.map(({ body }) => body),
      whole,
    },
  };
}

/** A candidate's fields that only rows of a table use. */
const noColumns = {
  description: undefined,
  stage: undefined,
  since: undefined,
  themes: [],
  technologies: [],
  tags: [],
  product: undefined,
  supplier: undefined,
  contact: undefined,
  links: [],
  source: undefined,
  costs: [],
  lessons: undefined,
  reportedAdopters: undefined,
  note: undefined,
  category: undefined,
  visibility: undefined,
  language: undefined,
} as const;

function needed(text: string, limit: number, column: ColumnKey): readonly FieldProblem[] {
  if (text === '') {
    return [{ kind: 'missing', column }];
  }
  return text.length > limit ? [{ kind: 'too-long', length: text.length, limit, column }] : [];
}

/** Communes must be on the operator's list, and organisations known, as in a table. */
function checkBodies({ adopters }: WholeRecord, known: KnownBodies): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const { body } of adopters) {
    if (body.kind === 'commune' && !known.communes.some(({ id }) => id === body.communeId)) {
      problems.push({ kind: 'unknown-commune', value: toShown(body.communeId), column: 'commune' });
    }
    if (body.kind === 'organisation' && !known.organisations.has(fold(body.name))) {
      if (known.createOrganisations) {
        known.organisations.set(fold(body.name), body.name);
      } else {
        problems.push({ kind: 'unknown-organisation', value: toShown(body.name), column: 'organisation' });
      }
    }
  }
  return problems;
}

/** What the schema minds, in the words that reports have; the value is the place in the entry. */
function toProblem(issue: z.core.$ZodIssue, row: number): RowProblem {
  const value = issue.path.join('.');
  if (issue.code === 'invalid_value') {
    return { kind: 'unknown-choice', value, choices: issue.values.map(String), row };
  }
  const isNumber = issue.code === 'invalid_type' && /^(?:number|int)/.test(issue.expected);
  return isNumber || issue.code === 'too_small'
    ? { kind: 'bad-number', value, row }
    : { kind: 'not-a-text', row };
}
