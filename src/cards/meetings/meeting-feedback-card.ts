import { ratings } from '../../domain/meetings/meeting-feedback.ts';
import type { FeedbackSummary, Rating } from '../../domain/meetings/meeting-feedback.ts';
import type { ShownFeedback } from '../../features/meetings/show-feedback.ts';
import { formatNumber } from '../../texts/format.ts';
import { meetingFeedbackTexts } from '../../texts/meetings/meeting-feedback-texts.ts';
import { meetingTexts } from '../../texts/meetings/meeting-texts.ts';
import { act } from '../actions.ts';
import type { Surface } from '../actions.ts';
import { card, heading, literal, section, smallText, text } from '../card.ts';
import type { Card, Element } from '../card.ts';
import { drawToFit } from '../fit-card.ts';
import type { MeetingList } from './meeting-actions.ts';
import { meetingPayload } from './meeting-parts.ts';

const { shown: words, form } = meetingFeedbackTexts;

/** How many sentences stand on the card; fewer where they are long. */
const sizes: readonly [number, ...number[]] = [150, 100, 70, 50, 35, 25];

/** What people said about a meeting, for its organisers. */
export function meetingFeedbackCard(feedback: ShownFeedback, surface: Surface, from?: MeetingList): Card {
  return drawToFit(sizes, (most) => draw(feedback, surface, from, most));
}

function draw(
  { shown, summary }: ShownFeedback,
  surface: Surface,
  from: MeetingList | undefined,
  most: number,
): Card {
  const { title } = shown.meeting;
  return card({
    fallbackText: words.summary(title),
    body: [
      heading(summary.kind === 'few' ? words.few(summary.count) : words.average(summary.average)),
      literal([{ text: title, weight: 'Bolder' }]),
      ...(summary.kind === 'few' ? [text(words.why)] : summaryElements(summary, most)),
    ],
    actions: [act(surface, meetingTexts.back, 'meeting.organise', meetingPayload(shown, from))],
  });
}

function summaryElements(
  { count, ratings: counts, sentences }: FeedbackSummary & { readonly kind: 'shown' },
  most: number,
): readonly Element[] {
  const rows = ratings.map((rating, index) => ratingRow(rating, counts[index] ?? 0)).toReversed();
  return [smallText(words.count(count), { spacing: 'None' }), section(rows), ...said(sentences, most)];
}

function ratingRow(rating: Rating, count: number): Element {
  const number = text(formatNumber(count), { weight: 'Bolder', horizontalAlignment: 'Right' });
  const columns = [
    { type: 'Column', width: 'stretch', items: [text(form.ratings[rating])] },
    { type: 'Column', width: 'auto', items: [number] },
  ];
  return { type: 'ColumnSet', spacing: 'Small', columns };
}

function said(sentences: readonly string[], most: number): readonly Element[] {
  if (sentences.length === 0) {
    return [];
  }
  const more = sentences.length - most;
  return [
    section([
      text(words.sentences, { weight: 'Bolder' }),
      ...sentences
        .slice(0, most)
        .map((sentence) => literal([{ text: words.quoted(sentence) }], { spacing: 'Small' })),
      ...(more > 0 ? [smallText(words.more(more))] : []),
    ]),
  ];
}
