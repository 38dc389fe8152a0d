import type { UseCase } from '../domain/use-case.ts';
import type { Submission } from '../domain/submission.ts';
import { isOpen } from '../domain/submission.ts';
import type { DescribedSubmission } from '../features/review/describe-submission.ts';
import { reviewTexts } from '../texts/review-texts.ts';
import { act } from './actions.ts';
import type { Surface } from './actions.ts';
import { buttonRows, card, heading, literal, section, smallText, text } from './card.ts';
import type { Button, Card, Element } from './card.ts';
import { changedFieldLines, typedFieldLines } from './review-fields.ts';
import { adopterName } from './use-case-parts.ts';

const { buttons } = reviewTexts;

export interface ReviewCardOptions {
  /** What just happened. */
  readonly outcome?: string;
  /** The bot posts it by itself: it leads to the list. */
  readonly posted?: boolean;
  /** At most 5 KB: the content is behind a button. */
  readonly short?: boolean;
}

/** Bytes of a card, with room for what surrounds the content. */
const mostBytes = 22_000;
/** Characters of each text, until the card is small enough. */
const textLengths = [6000, 2500, 1200, 600, 300, 120];

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
  for (const longest of textLengths) {
    const lines = contentLines(described, longest);
    const isShortened = longest < (textLengths[0] ?? 0);
    const note = isShortened ? [smallText(reviewTexts.shortened)] : [];
    const drawn = draw(described, surface, options, [...lines, ...note]);
    if (Buffer.byteLength(JSON.stringify(drawn)) <= mostBytes) {
      return drawn;
    }
  }
  return draw(described, surface, { ...options, short: true }, []);
}

function draw(
  described: DescribedSubmission,
  surface: Surface,
  { outcome, posted = false, short = false }: ReviewCardOptions,
  content: readonly Element[],
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
        ...(short ? [showButton(submission, surface)] : decideButtons(described, surface)),
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

function contentLines(
  { submission, about, communes }: DescribedSubmission,
  longest: number,
): readonly Element[] {
  switch (about.kind) {
    case 'new':
    case 'archived':
    case 'gone':
      return typedFieldLines(submission, communes, longest);
    case 'change':
      return about.fields.length === 0
        ? [text(reviewTexts.nothingChanged)]
        : changedFieldLines(about.fields, communes, longest);
  }
}

function similarLines(
  similar: readonly UseCase[],
  communes: DescribedSubmission['communes'],
): readonly Element[] {
  const mostNames = 4;
  return [
    text(reviewTexts.similar, { weight: 'Bolder' }),
    ...similar.map(({ title, adopters }) => {
      const names = adopters
        .map((adopter) => adopterName(adopter, communes))
        .filter((name) => name !== undefined);
      const who = names.slice(0, mostNames).join(', ');
      return literal(
        [{ text: title }, { text: who === '' ? '' : `  ${who}`, isSubtle: true, size: 'Small' }],
        {
          spacing: 'Small',
        },
      );
    }),
  ];
}

/** They name what the organiser has seen: nothing else is decided. */
function decideButtons({ submission, about }: DescribedSubmission, surface: Surface): readonly Button[] {
  const { id, version } = submission;
  const data = { submissionId: id, version };
  const publish = act(surface, buttons.publish, 'review.publish', data, { style: 'positive' });
  return [
    ...(about.kind === 'archived' || about.kind === 'gone' ? [] : [publish]),
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
