import { takesComments } from '../domain/topic-comment.ts';
import { takesOffers } from '../domain/topic-offer.ts';
import type { ShownTopic } from '../features/topics/topic-results.ts';
import { topicDetailsTexts as texts } from '../texts/topic-details-texts.ts';
import { topicTexts } from '../texts/topic-texts.ts';
import { act, look } from './actions.ts';
import type { Surface } from './actions.ts';
import { buttonRows, card, literal, section, smallText, text } from './card.ts';
import type { Button, Card, Element } from './card.ts';
import { fillButtonRows } from './fill-button-rows.ts';
import { drawToFit } from './fit-card.ts';
import type { TopicList } from './topic-actions.ts';
import {
  commentElements,
  countColumns,
  isPersonal,
  offerElements,
  paragraph,
  stateElements,
  topicHead,
  topicPayload,
} from './topic-parts.ts';

/** How much is told of what others say; less where the card would be too big. */
interface Amount {
  readonly comments: number;
  readonly offers: number;
  /** Characters of an offer. */
  readonly excerpt: number;
}

const amounts: readonly [Amount, ...Amount[]] = [
  { comments: 3, offers: 8, excerpt: 300 },
  { comments: 3, offers: 5, excerpt: 150 },
  { comments: 1, offers: 3, excerpt: 80 },
];

/** How somebody came to the details, and what just happened. */
export interface TopicContext {
  readonly surface: Surface;
  readonly from?: TopicList;
  readonly outcome?: string;
}

/** Everything about a request, with what the viewer may do; on a card that everybody sees nothing is said of who opened it. */
export function topicDetailsCard(shown: ShownTopic, context: TopicContext): Card {
  return drawToFit(amounts, (amount) => draw(shown, context, amount));
}

function draw(shown: ShownTopic, { surface, from, outcome }: TopicContext, amount: Amount): Card {
  const { request, comments } = shown;
  const isOwn = isPersonal(surface);
  const summary = texts.summary(request.title, topicTexts.votes(request.votes));
  const latest = comments.slice(-amount.comments).toReversed();
  const data = topicPayload(shown, from);
  const all = look(surface, texts.allComments(comments.length), 'topic.listComments', { ...data, page: 1 });
  return card({
    fallbackText: outcome === undefined ? summary : `${outcome} ${summary}`,
    body: [
      // A group or a request that is named in it is called what people typed.
      ...(outcome === undefined ? [] : [literal([{ text: outcome, weight: 'Bolder', size: 'Medium' }])]),
      ...topicHead(shown, outcome !== undefined),
      ...stateElements(shown, surface, from),
      ...(request.state.kind === 'merged' ? [] : [countColumns(counts(shown))]),
      ...(isOwn ? ownElements(shown, outcome !== undefined) : []),
      ...(request.question === undefined ? [] : [section(paragraph(texts.question, request.question))]),
      ...offerElements(shown, { most: amount.offers, excerpt: amount.excerpt }),
      ...(latest.length === 0
        ? []
        : [
            section([
              text(texts.latest, { weight: 'Bolder' }),
              ...latest.flatMap((comment) => commentElements(comment, { shown, surface, from })),
              ...(comments.length > latest.length ? buttonRows([all]) : []),
            ]),
          ]),
      ...buttonsBelow(isOwn ? ownButtons(shown, surface, data) : sharedButtons(shown, surface, data)),
    ],
    actions: isOwn ? waysOn(shown, surface, from) : [],
  });
}

function counts({ request }: ShownTopic) {
  const { votes, comments } = request;
  return [
    { count: votes, word: texts.votes(votes) },
    ...(comments === 0 ? [] : [{ count: comments, word: texts.comments(comments) }]),
  ];
}

/** Leads on from everything: organisers to what they can do, everybody to the list. */
function waysOn(shown: ShownTopic, surface: Surface, from: TopicList | undefined): readonly Button[] {
  const data = topicPayload(shown, from);
  return [
    ...(shown.viewer.organises ? [look(surface, texts.organise, 'topic.organise', data)] : []),
    from === undefined
      ? look(surface, topicTexts.topics, 'topic.list', { view: 'votes', page: 1 })
      : look(surface, topicTexts.back, 'topic.list', from),
  ];
}

/** What the viewer has to do with it; where it was just said what changed, the buttons tell the rest. */
function ownElements({ request, viewer }: ShownTopic, hasOutcome: boolean): readonly Element[] {
  const { isAuthor, voted, follows, offers, takesPart } = viewer;
  const { createdAt } = request;
  const own = [
    ...(voted ? [texts.youVoted] : []),
    ...(follows ? [texts.youFollow] : []),
    ...(offers ? [texts.youReport] : []),
  ];
  return [
    ...(own.length === 0 || hasOutcome ? [] : [text(own.join(' '), { spacing: 'Small' })]),
    ...(takesPart ? [] : [smallText(texts.membersOnly)]),
    smallText(isAuthor ? texts.proposedByYou(createdAt) : texts.proposed(createdAt), { spacing: 'Small' }),
  ];
}

type Payload = ReturnType<typeof topicPayload>;

function ownButtons({ request, viewer }: ShownTopic, surface: Surface, data: Payload): readonly Button[] {
  const { state } = request;
  const { takesPart, voted, follows, offers, mayEdit, mayRemove, isAuthor } = viewer;
  const isOpen = state.kind === 'open';
  return [
    ...(takesPart && !voted && isOpen
      ? [act(surface, topicTexts.vote, 'topic.vote', data, { style: 'positive' })]
      : []),
    ...(voted && state.kind !== 'merged'
      ? [act(surface, topicTexts.withdrawVote, 'topic.withdrawVote', data)]
      : []),
    ...(takesPart && takesComments(request)
      ? [look(surface, texts.comment, 'topic.offerComment', data)]
      : []),
    ...(takesPart && !follows ? [act(surface, topicTexts.follow, 'topic.follow', data)] : []),
    ...(follows ? [act(surface, topicTexts.unfollow, 'topic.unfollow', data)] : []),
    ...(takesPart && !offers && takesOffers(request)
      ? [look(surface, texts.report, 'topic.offerReport', data)]
      : []),
    ...(offers ? [act(surface, texts.stopReporting, 'topic.stopReporting', data)] : []),
    // For others who may, it stands among what organisers do; a merged one is changed where its votes count.
    ...(mayEdit && isAuthor && state.kind !== 'merged'
      ? [look(surface, texts.change, 'topic.offerChange', data)]
      : []),
    ...(mayRemove ? [look(surface, texts.remove, 'topic.askToRemove', data)] : []),
  ];
}

/** The same for everybody: whoever presses is told what it means for them. */
function sharedButtons({ request }: ShownTopic, surface: Surface, data: Payload): readonly Button[] {
  const { state } = request;
  return [
    ...(state.kind === 'open' ? [act(surface, topicTexts.vote, 'topic.vote', data)] : []),
    ...(state.kind === 'open' ? [act(surface, topicTexts.withdrawVote, 'topic.withdrawVote', data)] : []),
    ...(takesComments(request) ? [look(surface, texts.comment, 'topic.offerComment', data)] : []),
    act(surface, topicTexts.follow, 'topic.follow', data),
    ...(takesOffers(request) ? [look(surface, texts.report, 'topic.offerReport', data)] : []),
  ];
}

function buttonsBelow(buttons: readonly Button[]): readonly Element[] {
  return buttons.length === 0 ? [] : [section(fillButtonRows(buttons))];
}
