import type { Filter } from './filters.ts';

/** What somebody wants to know: the thing sought in their own words, without the filters they named. */
export interface Question {
  /** May be empty: then every record that fits the filters is an answer. */
  readonly sought: string;
  readonly filters: readonly Filter[];
}
