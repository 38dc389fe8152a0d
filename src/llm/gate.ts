import type { ModelFailureReason } from '../ports/language-model.ts';

/** How a call ended: well, for a reason, or because nobody wanted it any more. */
export type CallEnd = 'well' | 'unwanted' | ModelFailureReason;

/** A call that was let through. */
export interface Pass {
  /** What is left of its time. */
  readonly deadlineMs: number;
  /** Must be called once it has ended. */
  leave(end: CallEnd): void;
}

/** Decides whether a model is asked now. */
export interface Gate {
  /** Undefined: it is not asked. */
  enter(request: { readonly deadlineMs: number; readonly signal?: AbortSignal }): Promise<Pass | undefined>;
}
