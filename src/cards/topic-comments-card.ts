import { takesComments } from '../domain/topic-comment.ts';
import type { ShownTopic } from '../features/topics/topic-results.ts';
import { topicDetailsTexts as texts } from '../texts/topic-details-texts.ts';
import { topicTexts } from '../texts/topic-texts.ts';
import { look } from './actions.ts';
import type { Surface } from './actions.ts';
import { buttonRows, card, heading, literal, section, smallText, text } from './card.ts';
import type { Button, Card } from './card.ts';
import type { TopicList } from './topic-actions.ts';
import { commentElements, isPersonal, topicPayload } from './topic-parts.ts';

const rowsOnAPage = 5;

interface Place {
  readonly surface: Surface;
  readonly from?: TopicList;
  /** What just happened. */
  readonly outcome?: string;
}

/** "Alle Kommentare", the latest first. A page behind the last one is the last one. */
export function topicCommentsCard(
  shown: ShownTopic,
  wanted: number,
  { surface, from, outcome }: Place,
): Card {
  const { comments, request, viewer } = shown;
  const pages = Math.max(1, Math.ceil(comments.length / rowsOnAPage));
  const page = Math.min(wanted, pages);
  const rows = comments.toReversed().slice((page - 1) * rowsOnAPage, page * rowsOnAPage);
  const data = topicPayload(shown, from);
  const turn = (title: string, to: number): Button =>
    look(surface, title, 'topic.listComments', { ...data, page: to });
  const mayComment = takesComments(request) && (viewer.takesPart || !isPersonal(surface));
  return card({
    fallbackText: [outcome, `${texts.list.heading(comments.length)}: ${request.title}`].join(' ').trim(),
    body: [
      ...(outcome === undefined ? [] : [text(outcome, { weight: 'Bolder' })]),
      heading(texts.list.heading(comments.length)),
      literal([{ text: request.title }], { spacing: 'Small' }),
      ...rows.map((comment) => section(commentElements(comment, { shown, surface, from, page }))),
      ...(pages > 1 ? [smallText(topicTexts.page(page, pages), { separator: true })] : []),
      ...buttonRows([
        ...(page > 1 ? [turn(topicTexts.previous, page - 1)] : []),
        ...(page < pages ? [turn(topicTexts.next, page + 1)] : []),
      ]),
      ...buttonRows(mayComment ? [look(surface, texts.comment, 'topic.offerComment', data)] : []),
    ],
    actions: isPersonal(surface) ? [look(surface, topicTexts.back, 'topic.show', data)] : [],
  });
}
