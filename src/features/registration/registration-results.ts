import type { Draft } from '../../domain/draft.ts';
import type { DraftId, MemberId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import type { RosterEntry } from '../members/identify-asker.ts';

export interface DeniedRegistration {
  readonly kind: 'denied';
  readonly because: 'anonymous' | 'guest' | 'not-responsible';
}

/** Somebody else's, expired, discarded, or never there: nobody is told which. */
export interface UnknownDraft {
  readonly kind: 'unknown-draft';
}

/** The use case that was to be changed: nobody finds it, or it is archived. */
export interface NothingToChange {
  readonly kind: 'gone' | 'archived';
}

/** A draft that is registered, or on its way: nothing in it can be changed. */
export interface DecidedDraft {
  readonly kind: 'decided';
}

export interface DraftRequest {
  readonly asker: Asker;
  readonly draftId: DraftId;
  /** Asked only when the person wants to be the contact. */
  readonly roster: () => Promise<RosterEntry | undefined>;
}

/** A draft with its author, who asks. */
export interface OwnDraft {
  readonly draft: Draft;
  readonly memberId: MemberId;
}

/** Somebody else has changed a field of this change since its author looked: nothing is published before they have seen that. */
export interface OvertakenDraft {
  readonly kind: 'overtaken';
}
