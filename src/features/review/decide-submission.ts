import type { Deps } from '../../deps.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { longestRemark } from '../../domain/remark.ts';
import { decide } from '../../domain/submission.ts';
import type { Decision, Submission } from '../../domain/submission.ts';
import { cleanWords } from '../../domain/typed-words.ts';
import { carryOut } from './carry-out-submission.ts';
import type { CarryOutDeps } from './carry-out-submission.ts';
import { checkReviewer } from './check-reviewer.ts';
import type { DeniedReview } from './check-reviewer.ts';
import { describeSubmission } from './describe-submission.ts';
import type { DescribedSubmission, DescribeDeps } from './describe-submission.ts';

export type TypedDecision =
  | { readonly kind: 'publish' }
  | { readonly kind: 'ask'; readonly remark: string }
  | { readonly kind: 'return'; readonly remark: string };

export type DecideResult =
  | { readonly kind: 'decided'; readonly described: DescribedSubmission }
  /** Somebody was faster, or its author changed it: the submission tells what happened. */
  | { readonly kind: 'outdated'; readonly described: DescribedSubmission }
  /** A question or a reason is needed. */
  | { readonly kind: 'remark-missing'; readonly submission: Submission }
  /** The use case that was to be changed is archived or gone; nothing was decided. */
  | { readonly kind: 'impossible'; readonly described: DescribedSubmission }
  | { readonly kind: 'unknown-submission' }
  | DeniedReview;

/** "Veröffentlichen", "Nachfragen" and "Zurückgeben": of several organisers the first one decides, and the others see what they did. */
export async function decideSubmission(
  deps: CarryOutDeps & DescribeDeps & Pick<Deps, 'logger'>,
  request: {
    readonly asker: Asker;
    readonly submissionId: SubmissionId;
    /** Of the submission that the organiser has seen. */
    readonly version: number;
    readonly decision: TypedDecision;
  },
): Promise<DecideResult> {
  const { asker, submissionId, version } = request;
  const permission = checkReviewer(deps, asker);
  if (permission.kind === 'denied') {
    return permission;
  }
  const by = permission.memberId;
  const decision = toDecision(request.decision);
  for (;;) {
    const stored = await deps.submissions.find(submissionId);
    if (stored === undefined) {
      return { kind: 'unknown-submission' };
    }
    if (decision === undefined) {
      return { kind: 'remark-missing', submission: stored.value };
    }
    const outcome = decide(stored.value, { decision, version, by, now: deps.clock.now() });
    if (outcome.kind === 'decided' && decision.kind === 'publish') {
      const described = await describeSubmission(deps, asker, stored.value);
      if (described.about.kind === 'archived' || described.about.kind === 'gone') {
        return { kind: 'impossible', described };
      }
    }
    if (
      outcome.kind === 'decided' &&
      (await deps.submissions.replace(outcome.submission, stored.etag)) === 'conflict'
    ) {
      continue;
    }
    return settle(deps, asker, submissionId, outcome.kind === 'outdated' ? 'outdated' : 'decided');
  }
}

/** Carries it out, also where a crash left that to others, and says how it is now. */
async function settle(
  deps: CarryOutDeps & DescribeDeps,
  asker: Asker,
  id: SubmissionId,
  kind: 'decided' | 'outdated',
): Promise<DecideResult> {
  const submission = await carryOut(deps, id);
  if (submission === undefined) {
    return { kind: 'unknown-submission' };
  }
  const described = await describeSubmission(deps, asker, submission);
  // Archived between the press and the publication.
  const isLost = described.about.kind === 'archived' || described.about.kind === 'gone';
  const isImpossible = kind === 'decided' && isLost && submission.state.kind === 'waiting';
  return { kind: isImpossible ? 'impossible' : kind, described };
}

function toDecision(typed: TypedDecision): Decision | undefined {
  switch (typed.kind) {
    case 'publish':
      return typed;
    case 'ask':
    case 'return': {
      const remark = cleanWords(typed.remark, { atMost: longestRemark, lines: true });
      if (remark === '') {
        return undefined;
      }
      return typed.kind === 'ask' ? { kind: 'ask', question: remark } : { kind: 'return', reason: remark };
    }
  }
}
