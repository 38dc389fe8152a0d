import type { CommuneId, MemberId, SubmissionId, UseCaseId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { TypedUseCase, UseCaseContent, UseCaseField } from './use-case-form.ts';
import type { Adopter } from './use-case.ts';

/** A use case that is not there yet, or a change of one that is. */
export type SubmissionOrigin =
  | { readonly kind: 'new' }
  | { readonly kind: 'change'; readonly useCaseId: UseCaseId };

/** An organiser's own step, with the organiser; absent after their data was erased. */
interface Step {
  readonly at: Instant;
  readonly by?: MemberId;
}

/** Where it is on its way. `publishing`: decided, and being carried out; whoever finds it so completes it. */
export type SubmissionState =
  | { readonly kind: 'waiting' }
  | (Step & { readonly kind: 'asked'; readonly question: string })
  | (Step & { readonly kind: 'returned'; readonly reason: string })
  | (Step & { readonly kind: 'publishing' })
  /** `version`: of the use case that came of it. */
  | (Step & { readonly kind: 'published'; readonly useCaseId: UseCaseId; readonly version: number })
  | { readonly kind: 'withdrawn'; readonly at: Instant };

/** What somebody hands in for organisers to look at. */
export interface HandedIn {
  readonly id: SubmissionId;
  readonly origin: SubmissionOrigin;
  readonly content: UseCaseContent;
  /** The first one; of a new use case alone. */
  readonly adopter?: Adopter;
  /** Of a change: the fields that it is about; everything else stays as it is then. */
  readonly changed: readonly UseCaseField[];
  /** What stood in the form, so that its author can go on with it. */
  readonly typed: TypedUseCase;
  readonly by: MemberId;
  /** The author's, at that moment: what organisers are told instead of a name. */
  readonly communeId?: CommuneId;
  /** Whether the author was an organiser then; absent: no. */
  readonly organiser?: true;
  readonly submittedAt: Instant;
}

/** A use case, or a change of one, on its way to publication. */
export interface Submission extends HandedIn {
  /** How often it was handed in. */
  readonly round: number;
  /** Rises with every step: whoever decides names the one that they have seen. */
  readonly version: number;
  readonly state: SubmissionState;
  /** Those who must know of the last step were not told yet. */
  readonly untold: boolean;
}

export type HandInOutcome =
  | { readonly kind: 'submitted'; readonly submission: Submission }
  | { readonly kind: 'exists' };

/** Handed in for the first time, or again after a question or a reason. Twice the same is once; what is published stays so. */
export function handIn(known: Submission | undefined, given: HandedIn): HandInOutcome {
  const handedIn = withoutOthers(given);
  if (known === undefined) {
    const submission = {
      ...handedIn,
      round: 1,
      version: 1,
      state: { kind: 'waiting' },
      untold: true,
    } as const;
    return { kind: 'submitted', submission };
  }
  const { round, state } = known;
  const isForeign = known.by !== handedIn.by;
  const isDone = state.kind === 'publishing' || state.kind === 'published';
  if (isForeign || isDone || (state.kind === 'waiting' && isSame(known, handedIn))) {
    return { kind: 'exists' };
  }
  const submission = step({ ...known, ...handedIn, round: round + 1 }, { kind: 'waiting' });
  return { kind: 'submitted', submission };
}

/** What an organiser makes of it. */
export type Decision =
  | { readonly kind: 'publish' }
  | { readonly kind: 'ask'; readonly question: string }
  | { readonly kind: 'return'; readonly reason: string };

export type DecideOutcome =
  | { readonly kind: 'decided'; readonly submission: Submission }
  /** By the same organiser, with the same press. */
  | { readonly kind: 'already' }
  /** Something happened to it since the organiser looked; its state tells what. */
  | { readonly kind: 'outdated' };

/** Publishes, asks back or returns what the organiser has seen, and nothing else. */
export function decide(
  submission: Submission,
  {
    decision,
    version,
    by,
    now,
  }: {
    readonly decision: Decision;
    readonly version: number;
    readonly by: MemberId;
    readonly now: Instant;
  },
): DecideOutcome {
  if (submission.version === version && isOpen(submission)) {
    return { kind: 'decided', submission: step(submission, toState(decision, { by, at: now })) };
  }
  return submission.version === version + 1 && isBy(submission.state, decision, by)
    ? { kind: 'already' }
    : { kind: 'outdated' };
}

export type WithdrawOutcome =
  | { readonly kind: 'withdrawn'; readonly submission: Submission }
  | { readonly kind: 'already' }
  /** It is published. */
  | { readonly kind: 'too-late' };

/** Its author does not want it any more. */
export function withdraw(submission: Submission, now: Instant): WithdrawOutcome {
  switch (submission.state.kind) {
    case 'waiting':
    case 'asked':
    case 'returned':
      return { kind: 'withdrawn', submission: step(submission, { kind: 'withdrawn', at: now }) };
    case 'withdrawn':
      return { kind: 'already' };
    case 'publishing':
    case 'published':
      return { kind: 'too-late' };
  }
}

/** Its use case is in the store. */
export function toPublished(submission: Submission, useCaseId: UseCaseId, version: number): Submission {
  const { state } = submission;
  return state.kind === 'publishing'
    ? { ...submission, state: { ...state, kind: 'published', useCaseId, version } }
    : submission;
}

/** The use case was archived or removed while it was being published: organisers decide again. */
export function toNotPublished(submission: Submission): Submission {
  return step(submission, { kind: 'waiting' });
}

/** Organisers have it to look at; while its author owes an answer, too. */
export function isOpen({ state }: Pick<Submission, 'state'>): boolean {
  return state.kind === 'waiting' || state.kind === 'asked';
}

/** Its author may go on with it, also when they took it back: what they typed is theirs. */
export function isRevisable({ state }: Pick<Submission, 'state'>): boolean {
  return state.kind === 'asked' || state.kind === 'returned' || state.kind === 'withdrawn';
}

function step(submission: Submission, state: SubmissionState): Submission {
  return { ...submission, version: submission.version + 1, state, untold: true };
}

function toState(decision: Decision, taken: Step): SubmissionState {
  switch (decision.kind) {
    case 'publish':
      return { kind: 'publishing', ...taken };
    case 'ask':
      return { kind: 'asked', question: decision.question, ...taken };
    case 'return':
      return { kind: 'returned', reason: decision.reason, ...taken };
  }
}

function isBy(state: SubmissionState, decision: Decision, by: MemberId): boolean {
  switch (decision.kind) {
    case 'publish':
      return (state.kind === 'publishing' || state.kind === 'published') && state.by === by;
    case 'ask':
      return state.kind === 'asked' && state.by === by && state.question === decision.question;
    case 'return':
      return state.kind === 'returned' && state.by === by && state.reason === decision.reason;
  }
}

/** The person whom somebody leaves as the contact is not kept a second time, where nobody would look for them. */
function withoutOthers(handedIn: HandedIn): HandedIn {
  const { origin, changed, content } = handedIn;
  if (origin.kind === 'new' || changed.includes('contact') || changed.includes('mailbox')) {
    return handedIn;
  }
  const { contact: _, ...rest } = content;
  return { ...handedIn, content: rest };
}

/** By what was typed: everything else follows from it. */
function isSame(one: HandedIn, other: HandedIn): boolean {
  return typedKey(one) === typedKey(other);
}

function typedKey({ typed }: HandedIn): string {
  const fields = Object.entries(typed).filter(([, value]) => value !== '');
  return JSON.stringify(fields.toSorted(([field], [next]) => (field < next ? -1 : 1)));
}
