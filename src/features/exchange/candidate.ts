import type { PartialDate } from '../../domain/instant.ts';
import type { Stage } from '../../domain/stage.ts';
import type { AdopterBody, Category, Contact, Cost, Technology, Visibility } from '../../domain/use-case.ts';
import type { ColumnKey } from './columns.ts';
import type { WholeRecord } from './whole-record.ts';

/** The German names that a file may use instead of keys. */
export interface Labels {
  readonly stages: Readonly<Record<Stage, string>>;
  readonly technologies: Readonly<Record<Technology, string>>;
  readonly categories: Readonly<Record<Category, string>>;
  readonly visibilities: Readonly<Record<Visibility, string>>;
}

/** A row without a problem. What a file has no column for is absent here and stays as it is in the record. */
export interface Candidate {
  readonly row: number;
  readonly columns: ReadonlySet<ColumnKey>;
  readonly externalId: string | undefined;
  readonly title: string;
  readonly summary: string;
  readonly description: string | undefined;
  readonly bodies: readonly AdopterBody[];
  readonly stage: Stage | undefined;
  readonly since: PartialDate | undefined;
  readonly themes: readonly string[];
  readonly technologies: readonly Technology[];
  readonly tags: readonly string[];
  readonly product: string | undefined;
  readonly supplier: string | undefined;
  readonly contact: Contact | undefined;
  readonly links: readonly string[];
  readonly source: string | undefined;
  readonly costs: readonly Cost[];
  readonly lessons: string | undefined;
  readonly reportedAdopters: number | undefined;
  readonly note: string | undefined;
  readonly category: Category | undefined;
  readonly visibility: Visibility | undefined;
  readonly language: string | undefined;
  /** Further rows with the same external id, which add adopters at other stages. */
  readonly continued?: readonly Candidate[];
  /** Of a file with whole records: all that it says; the fields above are then taken from it. */
  readonly whole?: WholeRecord;
}

/** Everybody whom the rows of the use case name. */
export function bodiesOf({ bodies, continued = [] }: Candidate): readonly AdopterBody[] {
  return [...bodies, ...continued.flatMap((row) => row.bodies)];
}
