import { literalNoteCard, noteCard } from '../cards/note-card.ts';
import { reviewCard } from '../cards/review-card.ts';
import { ownSubmissionCard } from '../cards/review-own-card.ts';
import type { BroadcastSubject } from '../domain/broadcast.ts';
import { objectIdOf, tenantOf } from '../domain/ids.ts';
import type { MemberId } from '../domain/ids.ts';
import type { Asker } from '../domain/member.ts';
import type { Submission } from '../domain/submission.ts';
import { describeSubmission } from '../features/review/describe-submission.ts';
import { hasReviewers } from '../features/review/submit-use-case.ts';
import { reviewTexts } from '../texts/review-texts.ts';
import type { ChatDeps } from './chat-deps.ts';
import type { ComposedMessage, ComposeRequest } from './compose-message.ts';

/** "Zur Freigabe" to an organiser, or what became of it to its author: as it is at this moment. */
export async function composeReview(
  deps: ChatDeps,
  { kind, submissionId, round }: BroadcastSubject & { kind: 'review' | 'review-outcome' },
  { recipient, short = false }: ComposeRequest,
): Promise<ComposedMessage | undefined> {
  if (recipient.kind !== 'member') {
    return undefined;
  }
  const submission = (await deps.submissions.find(submissionId))?.value;
  if (submission === undefined) {
    // Posted before: its author took their data away.
    return { card: noteCard(reviewTexts.gonePosted), summary: reviewTexts.gonePosted };
  }
  if (submission.round > round) {
    const sentence = reviewTexts.newRound(submission.content.title);
    return { card: literalNoteCard(sentence), summary: sentence };
  }
  return kind === 'review'
    ? composeForOrganiser(deps, submission, recipient.memberId, short)
    : composeForAuthor(deps, submission, recipient.memberId);
}

async function composeForOrganiser(
  deps: ChatDeps,
  submission: Submission,
  memberId: MemberId,
  short: boolean,
): Promise<ComposedMessage | undefined> {
  if (!deps.rules.organisers.has(objectIdOf(memberId))) {
    return undefined;
  }
  const asker: Asker = { memberId, tenantId: tenantOf(memberId), guest: false, role: 'organiser' };
  const described = await describeSubmission(deps, asker, submission);
  const surface = { shared: false, dialogs: deps.dialogs };
  return {
    card: reviewCard(described, surface, { posted: true, short }),
    summary: reviewTexts.summary(submission.content.title),
  };
}

function composeForAuthor(
  deps: ChatDeps,
  submission: Submission,
  memberId: MemberId,
): ComposedMessage | undefined {
  if (submission.by !== memberId) {
    return undefined;
  }
  const surface = { shared: false, dialogs: deps.dialogs };
  return {
    card: ownSubmissionCard(submission, surface, { hasReviewers: hasReviewers(deps) }),
    summary: reviewTexts.own.summary[submission.state.kind](submission.content.title),
  };
}
