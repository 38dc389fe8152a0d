import { isRevisable } from '../domain/submission.ts';
import type { Submission } from '../domain/submission.ts';
import { reviewTexts } from '../texts/review-texts.ts';
import { act, look } from './actions.ts';
import type { Surface } from './actions.ts';
import { buttonRows, card, heading, literal, text } from './card.ts';
import type { Button, Card, Element } from './card.ts';

const { own, buttons } = reviewTexts;

export interface OwnCardOptions {
  /** What just happened. */
  readonly outcome?: string;
  /** Whether anybody could publish it. */
  readonly hasReviewers: boolean;
}

/** What its author sees of a submission: where it is on its way, and what they can do. */
export function ownSubmissionCard(
  submission: Submission,
  surface: Surface,
  { outcome, hasReviewers }: OwnCardOptions,
): Card {
  const { content, state, origin } = submission;
  const sentence = outcome ?? own.heading[state.kind][origin.kind];
  return card({
    fallbackText: `${sentence} ${content.title}`,
    body: [
      heading(sentence),
      literal([{ text: content.title, weight: 'Bolder' }]),
      ...remarkLines(submission),
      ...moreLines(submission, hasReviewers),
      ...buttonRows([
        ...ownButtons(submission, surface),
        look(surface, buttons.own, 'review.listOwn', { page: 1 }),
      ]),
    ],
  });
}

function remarkLines({ state }: Submission): readonly Element[] {
  switch (state.kind) {
    case 'asked':
      return [literal([{ text: reviewTexts.question, isSubtle: true }, { text: state.question }])];
    case 'returned':
      return [literal([{ text: reviewTexts.reason, isSubtle: true }, { text: state.reason }])];
    case 'waiting':
    case 'publishing':
    case 'published':
    case 'withdrawn':
      return [];
  }
}

function moreLines({ state }: Submission, hasReviewers: boolean): readonly Element[] {
  switch (state.kind) {
    case 'waiting':
      return [text(hasReviewers ? own.waitingMore : own.nobody)];
    case 'asked':
      return [text(own.askedMore)];
    case 'returned':
      return [text(own.returnedMore)];
    case 'published':
      return [text(own.publishedMore)];
    case 'publishing':
    case 'withdrawn':
      return [];
  }
}

function ownButtons(submission: Submission, surface: Surface): readonly Button[] {
  const { id, state } = submission;
  const data = { submissionId: id };
  if (state.kind === 'published') {
    return [act(surface, buttons.view, 'useCase.show', { useCaseId: state.useCaseId })];
  }
  const revise = act(surface, buttons.revise, 'review.reopen', data, { style: 'positive' });
  const withdraw = act(surface, buttons.withdraw, 'review.withdraw', data);
  const isOver = state.kind === 'publishing' || state.kind === 'withdrawn';
  return [...(isRevisable(submission) ? [revise] : []), ...(isOver ? [] : [withdraw])];
}
