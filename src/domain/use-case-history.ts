import type { CommuneId, MemberId, UseCaseId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Stage } from './stage.ts';
import { toShort } from './typed-words.ts';
import type { AdopterBody } from './use-case.ts';

/** A field of the form with what stood in it before and what stands there now, as the form shows it; shortened. */
export interface ChangedField {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** What happened to a use case, as "Verlauf" tells it. */
export type UseCaseChange =
  | { readonly kind: 'published' }
  | { readonly kind: 'edited'; readonly fields: readonly ChangedField[] }
  | { readonly kind: 'adopted'; readonly body: AdopterBody; readonly stage: Stage }
  | {
      readonly kind: 'adoption-changed';
      readonly body: AdopterBody;
      readonly from: Stage;
      readonly to: Stage;
    }
  | { readonly kind: 'adoption-withdrawn'; readonly body: AdopterBody }
  /** Somebody who must know said that it is still true. */
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'archived'; readonly reason?: string }
  | { readonly kind: 'restored' };

/** Who changed something: the commune is theirs at that moment, and is what others are shown. */
export interface ChangedBy {
  readonly memberId?: MemberId;
  readonly communeId?: CommuneId;
  readonly organiser: boolean;
}

/** One version of a use case: who, when, and what changed. */
export interface HistoryEntry {
  readonly useCaseId: UseCaseId;
  /** The version that came of it; see `Provenance`. */
  readonly version: number;
  readonly at: Instant;
  readonly by: ChangedBy;
  readonly change: UseCaseChange;
}

const longestText = 500;

/** Texts of a field as the history keeps them. */
export function toChangedField(field: string, before: string, after: string): ChangedField {
  return { field, before: toShort(before, longestText), after: toShort(after, longestText) };
}
