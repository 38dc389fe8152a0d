import type { DraftId, MemberId, UseCaseId } from './ids.ts';
import { dayMs } from './instant.ts';
import type { Instant } from './instant.ts';
import { beginningOf, toPlainText } from './typed-words.ts';
import type { TypedUseCase } from './use-case-form.ts';
import { summaryLimit, titleLimit } from './use-case.ts';

/** What is being written: a use case that is not there yet, or a change of one. */
export type DraftOrigin =
  | { readonly kind: 'new' }
  | {
      readonly kind: 'change';
      readonly useCaseId: UseCaseId;
      /** How the record stood in the form when that was opened: what differs from it is what the person changed. */
      readonly base: TypedUseCase;
    };

/** "Eintragen" was pressed at that moment; whoever finds it so completes it. */
interface Registering {
  readonly kind: 'registering';
  readonly at: Instant;
}

export type DraftState =
  /** The form was opened, and nothing of it was sent yet. */
  | { readonly kind: 'opened' }
  | { readonly kind: 'saved' }
  | Registering
  /** What was typed is no longer here. Known for a while, so that a second press gets the answer of the first. */
  | { readonly kind: 'registered'; readonly useCaseId: UseCaseId }
  | { readonly kind: 'submitted' };

/** What somebody has typed into the form of a use case. Its own author's alone. */
export interface Draft {
  readonly id: DraftId;
  readonly memberId: MemberId;
  readonly origin: DraftOrigin;
  readonly typed: TypedUseCase;
  /** When it was opened, or changed for the last time. */
  readonly savedAt: Instant;
  readonly state: DraftState;
}

/** As many a person may have; whoever wants another one goes on with one of them, or discards it. */
export const mostDrafts = 20;

const lifeMs = 90 * dayMs;

/** When a draft is forgotten. */
export function expiryOf({ savedAt }: Draft): Instant {
  return savedAt + lifeMs;
}

/** Whether its author may go on with it: something is in it, and it is not registered. */
export function isUnfinished({ state }: Draft): boolean {
  return state.kind === 'saved' || state.kind === 'registering';
}

/** Whether nothing can be changed in it any more. */
export function isDecided({ state }: Draft): boolean {
  return state.kind !== 'opened' && state.kind !== 'saved';
}

/** With what the person has typed now. What is registered stays as it is. */
export function save(draft: Draft, typed: TypedUseCase, now: Instant): Draft {
  return isDecided(draft) ? draft : { ...draft, typed, savedAt: now, state: { kind: 'saved' } };
}

/** Its author has seen what others wrote into these fields of the use case meanwhile. */
export function acknowledge(draft: Draft, seen: TypedUseCase): Draft {
  const { origin } = draft;
  return origin.kind === 'new' || Object.keys(seen).length === 0
    ? draft
    : { ...draft, origin: { ...origin, base: { ...origin.base, ...seen } } };
}

/** From now on it is published under this moment, however often it is tried. */
export function beginRegistering(draft: Draft, now: Instant): Draft & { readonly state: Registering } {
  const state = draft.state.kind === 'registering' ? draft.state : { kind: 'registering' as const, at: now };
  return { ...draft, savedAt: now, state };
}

/** It cannot be published as it is: its author goes on with it. */
export function reopen(draft: Draft): Draft {
  return draft.state.kind === 'registering' ? { ...draft, state: { kind: 'saved' } } : draft;
}

/** Nothing of what was typed is kept: it is in the use case, or in what was handed in. */
export function finish(
  draft: Draft,
  state: Extract<DraftState, { kind: 'registered' | 'submitted' }>,
  now: Instant,
): Draft {
  const { origin } = draft;
  return {
    ...draft,
    origin: origin.kind === 'change' ? { ...origin, base: {} } : origin,
    typed: {},
    savedAt: now,
    state,
  };
}

/** A message as the beginning of a use case: its first sentence as the title, and all of it below when the summary cannot hold it. */
export function fromText(text: string): TypedUseCase {
  const plain = toPlainText(text.toWellFormed());
  if (plain === '') {
    return {};
  }
  const line = plain.replaceAll(/\s*\n\s*/g, ' ');
  const first = /^.+?(?:[.!?](?=\s|$)|$)/m.exec(plain)?.[0] ?? line;
  return {
    title: cutWords(first.replace(/[.!?:,;\s]+$/, ''), titleLimit),
    summary: cutWords(line, summaryLimit),
    ...(line.length > summaryLimit && { description: plain }),
  };
}

/** Between two words where that is possible, with "…". */
function cutWords(text: string, atMost: number): string {
  if (text.length <= atMost) {
    return text;
  }
  const kept = beginningOf(text, atMost - 1);
  const end = kept.lastIndexOf(' ');
  return `${(end > atMost / 2 ? kept.slice(0, end) : kept).trimEnd()}\u2026`;
}
