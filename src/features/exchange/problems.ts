import type { ColumnKey } from './columns.ts';
import type { FileProblem } from './table.ts';

/** What is wrong with one cell or row; people's words stand in `value`, cleaned and shortened. */
export type Problem =
  | { readonly kind: 'missing' | 'needs-source' | 'garbled' | 'not-a-text' | 'formula-error' }
  | { readonly kind: 'too-long'; readonly length: number; readonly limit: number }
  | { readonly kind: 'too-many'; readonly count: number; readonly limit: number }
  | { readonly kind: 'unknown-choice'; readonly value: string; readonly choices: readonly string[] }
  | {
      readonly kind: 'bad-date' | 'bad-number' | 'bad-url' | 'bad-contact' | 'bad-language';
      readonly value: string;
    }
  | { readonly kind: 'unknown-commune'; readonly value: string; readonly nearest?: string }
  | { readonly kind: 'ambiguous-commune'; readonly value: string; readonly communes: readonly string[] }
  | { readonly kind: 'unknown-organisation'; readonly value: string }
  | { readonly kind: 'ragged'; readonly expected: number; readonly found: number }
  | { readonly kind: 'same-external-id'; readonly value: string; readonly firstRow: number }
  | { readonly kind: 'same-use-case'; readonly firstRow: number }
  | { readonly kind: 'two-records'; readonly value: string };

export type RowProblem = Problem & { readonly row: number; readonly column?: ColumnKey };

/** Why an import as a whole is refused before its rows are looked at. */
export type ImportRefusal =
  | FileProblem
  | { readonly kind: 'missing-columns' | 'doubled-columns'; readonly columns: readonly ColumnKey[] };
