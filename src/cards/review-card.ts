import type { UseCase } from '../domain/use-case.ts';
import type { Submission } from '../domain/submission.ts';
import { isOpen } from '../domain/submission.ts';
import type { DescribedSubmission } from '../features/review/describe-submission.ts';
import { reviewTexts } from '../texts/review-texts.ts';
import { act } from './actions.ts';
import type { Surface } from './actions.ts';
import { buttonRows, card, heading, literal, section, smallText, text } from './card.ts';
import type { Button, Card, Element } from './card.ts';
import { reviewPages } from './review-pages.ts';
import { shortenText } from './shorten-text.ts';
import { adopterName } from './use-case-parts.ts';

const { buttons } = reviewTexts;

export interface ReviewCardOptions {
  /** What just happened. */
  readonly outcome?: string;
  /** The bot posts it by itself: it leads to the list. */
  readonly posted?: boolean;
  /** At most 5 KB: the content is behind a button. */
  readonly short?: boolean;
  /** Of a long submission. */
  readonly page?: number;
}

interface Position {
  readonly page: number;
  readonly pages: number;
}

/** What somebody handed in, as an organiser sees it: with all that is in it while it is to be decided, afterwards what was decided. */
export function reviewCard(
  described: DescribedSubmission,
  surface: Surface,
  options: ReviewCardOptions = {},
): Card {
  const { submission } = described;
  if (!isOpen(submission)) {
    return settledCard(submission, surface, options.outcome ?? reviewTexts.settled[submission.state.kind]);
  }
  if (options.short === true) {
    return draw(described, surface, options, []);
  }
  const pages = reviewPages(described);
  const page = Math.min(options.page ?? 1, pages.length);
  const note = pages.length > 1 ? [smallText(reviewTexts.page(page, pages.length))] : [];
  return draw(described, surface, options, [...(pages[page - 1] ?? []), ...note], {
    page,
    pages: pages.length,
  });
}

function draw(
  described: DescribedSubmission,
  surface: Surface,
  { outcome, posted = false, short = false }: ReviewCardOptions,
  content: readonly Element[],
  position: Position = { page: 1, pages: 1 },
): Card {
  const { submission, similar, communes } = described;
  const { origin, content: words, round } = submission;
  const first = outcome ?? reviewTexts.heading[origin.kind];
  const { communeId, submittedAt } = submission;
  const who =
    communeId === undefined ? reviewTexts.withoutCommune : (communes.get(communeId)?.name ?? communeId);
  return card({
    fallbackText: `${first} ${words.title}`,
    body: [
      heading(first),
      literal([{ text: words.title, weight: 'Bolder' }]),
      literal([{ text: reviewTexts.from(who, submittedAt), isSubtle: true, size: 'Small' }], {
        spacing: 'None',
      }),
      ...(round > 1 ? [smallText(reviewTexts.round(round), { spacing: 'None' })] : []),
      ...questionLines(submission),
      ...whyImpossible(described),
      ...(content.length > 0 ? [section(content)] : []),
      ...(similar.length > 0 ? [section(similarLines(similar, communes))] : []),
      ...buttonRows([
        ...(short ? [showButton(submission, surface)] : decideButtons(described, surface, position)),
        ...(posted ? [] : [act(surface, buttons.all, 'review.list', { page: 1 })]),
      ]),
    ],
  });
}

function questionLines({ state }: Submission): readonly Element[] {
  return state.kind === 'asked'
    ? [literal([{ text: reviewTexts.asked, isSubtle: true }, { text: state.question }])]
    : [];
}

function whyImpossible({ about }: DescribedSubmission): readonly Element[] {
  return about.kind === 'archived' || about.kind === 'gone' ? [text(reviewTexts[about.kind])] : [];
}

function similarLines(
  similar: readonly UseCase[],
  communes: DescribedSubmission['communes'],
): readonly Element[] {
  const mostNames = 4;
  /** Characters; an import may have more than the form allows. */
  const longestTitle = 100;
  return [
    text(reviewTexts.similar, { weight: 'Bolder' }),
    ...similar.map(({ title, adopters }) => {
      const names = adopters
        .map((adopter) => adopterName(adopter, communes))
        .filter((name) => name !== undefined);
      const who = names.slice(0, mostNames).join(', ');
      return literal(
        [
          { text: shortenText(title, longestTitle) },
          { text: who === '' ? '' : `  ${who}`, isSubtle: true, size: 'Small' },
        ],
        {
          spacing: 'Small',
        },
      );
    }),
  ];
}

/** They name what the organiser has seen: nothing else is decided, and it is published from the last page alone. */
function decideButtons(
  { submission, about }: DescribedSubmission,
  surface: Surface,
  { page, pages }: Position,
): readonly Button[] {
  const { id, version } = submission;
  const data = { submissionId: id, version };
  const publish = act(surface, buttons.publish, 'review.publish', data, { style: 'positive' });
  const turnTo = (title: string, to: number) => act(surface, title, 'review.show', { ...data, page: to });
  const isLast = page === pages;
  return [
    ...(page > 1 ? [turnTo(buttons.readBefore, page - 1)] : []),
    ...(isLast ? [] : [turnTo(buttons.readOn, page + 1)]),
    ...(about.kind === 'archived' || about.kind === 'gone' || !isLast ? [] : [publish]),
    act(surface, buttons.ask, 'review.offerQuestion', data),
    act(surface, buttons.giveBack, 'review.offerReturn', data),
  ];
}

function showButton({ id }: Submission, surface: Surface): Button {
  return act(surface, buttons.view, 'review.show', { submissionId: id });
}

/** Nothing is left to decide. */
function settledCard({ content, state }: Submission, surface: Surface, sentence: string): Card {
  const show =
    state.kind === 'published'
      ? [act(surface, buttons.view, 'useCase.show', { useCaseId: state.useCaseId })]
      : [];
  return card({
    fallbackText: `${sentence} ${content.title}`,
    body: [
      heading(sentence),
      literal([{ text: content.title, weight: 'Bolder' }]),
      ...(state.kind === 'returned'
        ? [literal([{ text: reviewTexts.reason, isSubtle: true }, { text: state.reason }])]
        : []),
    ],
    actions: [...show, act(surface, buttons.all, 'review.list', { page: 1 })],
  });
}
