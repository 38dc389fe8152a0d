import { hostOf } from '../domain/announcement-content.ts';
import type { Commune } from '../domain/commune.ts';
import type { CommuneId } from '../domain/ids.ts';
import type { TopicComment, TopicState } from '../domain/topic-request.ts';
import type { ShownOffer, ShownTopic } from '../features/topics/topic-results.ts';
import { formatNumber } from '../texts/format.ts';
import { topicDetailsTexts as texts } from '../texts/topic-details-texts.ts';
import { topicTexts } from '../texts/topic-texts.ts';
import { act, look } from './actions.ts';
import type { Surface } from './actions.ts';
import { buttonRows, literal, openUrl, section, smallText, text } from './card.ts';
import type { Element } from './card.ts';
import { shortenText } from './shorten-text.ts';
import { toFromPayload } from './topic-actions.ts';
import type { TopicList } from './topic-actions.ts';
import { descriptionLines } from './user-group-card.ts';

type Communes = ReadonlyMap<CommuneId, Commune>;

/** Whether the person who opened it reads it alone, so that it may show what they have to do with it. */
export function isPersonal({ shared, inDialog }: Surface): boolean {
  return !shared || inDialog === true;
}

/** A request as the buttons on it carry it. */
export function topicPayload({ request }: ShownTopic, from: TopicList | undefined) {
  return { topicRequestId: request.id, ...toFromPayload(from) };
}

/** The title, how it stands, and whose it is. */
export function topicHead(
  { request, userGroup, waits, into }: ShownTopic,
  hasOutcome: boolean,
): readonly Element[] {
  const group = userGroup?.name ?? topicTexts.wholeCommunity;
  const state = request.state.kind === 'merged' ? texts.merged(into?.title) : topicTexts.stateLine(request);
  return [
    literal([{ text: request.title, weight: 'Bolder', ...(!hasOutcome && { size: 'Medium' }) }]),
    literal([{ text: state }], { spacing: 'Small' }),
    ...(waits ? [text(topicTexts.waits, { spacing: 'None' })] : []),
    quiet([group, ...request.tags].join(' · ')),
  ];
}

function quiet(words: string): Element {
  return literal([{ text: words, isSubtle: true, size: 'Small' }], { spacing: 'Small' });
}

/** Why it was decided so, what came of it, the meeting that has it on its agenda, and where a merged one leads. */
export function stateElements(
  { request: { state }, into }: ShownTopic,
  surface: Surface,
  from: TopicList | undefined,
): readonly Element[] {
  switch (state.kind) {
    case 'open':
      return [];
    case 'planned': {
      const { meetingId } = state.plan;
      return meetingId === undefined
        ? []
        : buttonRows([look(surface, texts.openMeeting, 'meeting.show', { meetingId })]);
    }
    case 'treated':
      return [section(resultElements(state))];
    case 'declined':
      return [section(paragraph(texts.reason, state.reason))];
    case 'merged': {
      const reason = state.reason === undefined ? [] : paragraph(texts.reason, state.reason);
      const there =
        into === undefined
          ? []
          : [
              smallText(texts.votesThere),
              ...buttonRows([
                look(surface, texts.openMerged, 'topic.show', {
                  topicRequestId: into.id,
                  ...toFromPayload(from),
                }),
              ]),
            ];
      return reason.length + there.length === 0 ? [] : [section([...reason, ...there])];
    }
  }
}

/** What came of a treated one. */
export function resultElements({ result }: TopicState & { readonly kind: 'treated' }): readonly Element[] {
  const { text: words, link } = result;
  return [
    ...paragraph(texts.result, words),
    ...(link === undefined ? [] : buttonRows([openUrl(texts.openResult(hostOf(link)), link)])),
  ];
}

/** What people wrote, with a heading of ours. */
export function paragraph(title: string, words: string): readonly Element[] {
  return [text(title, { weight: 'Bolder' }), ...descriptionLines(words)];
}

/** Large, with a small word below. */
export function countColumns(counts: readonly { readonly count: number; readonly word: string }[]): Element {
  const columns = counts.map(({ count, word }) => ({
    type: 'Column',
    width: 'stretch',
    items: [
      text(formatNumber(count), { size: 'ExtraLarge', weight: 'Bolder' }),
      smallText(word, { spacing: 'None' }),
    ],
  }));
  return section([{ type: 'ColumnSet', columns }]);
}

/** "Kann dazu berichten: Menden, Hemer", and what each of them says about it; at most so many, each at most so long. */
export function offerElements(
  { offers, communes }: Pick<ShownTopic, 'offers' | 'communes'>,
  { most, excerpt }: { readonly most: number; readonly excerpt: number },
): readonly Element[] {
  if (offers.length === 0) {
    return [];
  }
  const names = offers.flatMap((offer) => communeOf(offer, communes) ?? []);
  const nameless = offers.length - names.length;
  const said = offers.filter((offer) => offer.text !== undefined);
  const hidden = said.length - most;
  return [
    section([
      literal([{ text: texts.mayReport([...new Set(names)], nameless), weight: 'Bolder' }]),
      ...said
        .slice(0, most)
        .map((offer) => offerLine(offer, offers.length > 1 ? communes : undefined, excerpt)),
      ...(hidden > 0 ? [smallText(texts.moreOffers(hidden))] : []),
    ]),
  ];
}

/** Without `communes` where there is only one, who is named above it. */
function offerLine(offer: ShownOffer, communes: Communes | undefined, excerpt: number): Element {
  const words = shortenText((offer.text ?? '').replaceAll(/\n+/g, ' '), excerpt);
  const who = communes === undefined ? undefined : (communeOf(offer, communes) ?? texts.somebody);
  const before = who === undefined ? [] : [{ text: `${who}: `, weight: 'Bolder' }];
  return literal([...before, { text: words }], { spacing: 'Small' });
}

/** Where comments stand; `page`: of the list of all, where organisers can remove those of others. */
interface CommentContext {
  readonly shown: ShownTopic;
  readonly surface: Surface;
  readonly from: TopicList | undefined;
  readonly page?: number;
}

/** One comment, and "Entfernen" for those who may. */
export function commentElements(
  comment: TopicComment,
  { shown, surface, from, page }: CommentContext,
): readonly Element[] {
  const { viewer, communes } = shown;
  const isOwn = viewer.memberId === comment.by;
  const mayRemove = isPersonal(surface) && (isOwn || (page !== undefined && viewer.organises));
  const { number, at, text: words } = comment;
  const data = { ...topicPayload(shown, from), comment: number, ...(page !== undefined && { page }) };
  const tooltip = texts.removeCommentSpoken(shortenText(words, 40));
  const [first, ...rest] = descriptionLines(words);
  return [
    literal([{ text: texts.commentBy(communeOf(comment, communes), at), weight: 'Bolder', size: 'Small' }], {
      spacing: 'Medium',
    }),
    ...(first === undefined ? [] : [{ ...first, spacing: 'None' }, ...rest]),
    ...(mayRemove
      ? buttonRows([act(surface, texts.removeComment, 'topic.removeComment', data, { tooltip })])
      : []),
  ];
}

function communeOf(
  { communeId }: { readonly communeId?: CommuneId },
  communes: Communes,
): string | undefined {
  return communeId === undefined ? undefined : communes.get(communeId)?.name;
}
