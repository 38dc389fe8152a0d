import { hostOf } from '../domain/announcement-content.ts';
import type { TopicDeadline } from '../features/topics/describe-topic-deadline.ts';
import type { TopicNews } from '../features/topics/describe-topic-news.ts';
import { topicNewsTexts } from '../texts/topic-news-texts.ts';
import { topicTexts } from '../texts/topic-texts.ts';
import { press } from './actions.ts';
import { buttonRows, card, heading, literal, openUrl, pressableRow, smallText } from './card.ts';
import type { Button, Card, Element } from './card.ts';
import { shortenText } from './shorten-text.ts';
import { descriptionLines } from './user-group-card.ts';

/** What the bot says by itself about topics. */
export type TopicNewsItem = TopicNews | TopicDeadline;

/** Characters of a reason or a result where there is little room. */
const excerpt = 200;
const deadlineTexts = topicNewsTexts.deadline;

interface Room {
  readonly short?: boolean;
}

/** One of them as a message of its own. */
export function topicNewsCard(item: TopicNewsItem, room: Room = {}): Card {
  const body =
    item.kind === 'topic-news'
      ? [heading(newsTitle(item)), ...newsLines(item, room), ...buttonRows(newsButtons(item))]
      : [
          literal([{ text: deadlineTitle(item), weight: 'Bolder', size: 'Medium' }]),
          ...deadlineLines(item),
          ...buttonRows(deadlineButtons(item)),
        ];
  return card({ fallbackText: topicNewsSummary(item), body });
}

/** What a notification shows of it. */
export function topicNewsSummary(item: TopicNewsItem): string {
  return item.kind === 'topic-news'
    ? topicNewsTexts.summary(item.request.title, item.change)
    : deadlineTitle(item);
}

/** The same as a part of the day's collection: whatever is pressed there leaves that as it is. */
export function topicNewsSection(item: TopicNewsItem, room: Room): readonly Element[] {
  return item.kind === 'topic-news'
    ? [smallText(newsTitle(item)), ...newsLines(item, room), ...buttonRows(newsButtons(item))]
    : [
        literal([{ text: deadlineTitle(item), weight: 'Bolder' }]),
        ...(room.short === true ? [] : deadlineLines(item)),
        ...buttonRows(deadlineButtons(item)),
      ];
}

function newsTitle({ role, change }: TopicNews): string {
  return topicNewsTexts.heading(role, change);
}

function newsLines(news: TopicNews, room: Room): readonly Element[] {
  const { request, change, source, role, meanwhile } = news;
  const later =
    meanwhile === undefined
      ? []
      : [said(topicNewsTexts.meanwhile(change.state.kind, meanwhile.state, meanwhile.into?.title))];
  const cameWith =
    role === 'counted' && source !== undefined ? [quiet(topicNewsTexts.cameWith(source.title))] : [];
  return [
    literal([{ text: request.title, weight: 'Bolder' }], { spacing: 'Small' }),
    ...changeLines(news, room),
    ...later,
    ...cameWith,
  ];
}

/** What belongs to the change itself. */
function changeLines({ change, into, voted, meanwhile }: TopicNews, room: Room): readonly Element[] {
  const { state } = change;
  switch (state.kind) {
    case 'planned':
      return [said(topicNewsTexts.plan(state.plan))];
    case 'treated': {
      const { text, link } = state.result;
      const host = link === undefined ? [] : [quiet(topicNewsTexts.link(hostOf(link)))];
      return [...descriptionLines(cut(text, room)), ...host];
    }
    case 'declined':
      return [reasonLine(state.reason, room)];
    case 'merged': {
      const then = voted ? topicNewsTexts.countsThere : topicNewsTexts.followsThere;
      return [
        said(topicNewsTexts.mergedInto(into?.title)),
        ...(state.reason === undefined ? [] : [reasonLine(state.reason, room)]),
        ...(meanwhile === undefined && into !== undefined ? [smallText(then)] : []),
      ];
    }
    case 'open':
      return meanwhile === undefined
        ? [smallText(voted ? topicNewsTexts.countsAgain : topicNewsTexts.voteAgain)]
        : [];
  }
}

function reasonLine(reason: string, room: Room): Element {
  return literal(
    [{ text: topicNewsTexts.reason, isSubtle: true }, { text: cut(reason, room).replaceAll('\n', ' ') }],
    { spacing: 'Small' },
  );
}

function said(words: string): Element {
  return literal([{ text: words }], { spacing: 'Small' });
}

function quiet(words: string): Element {
  return literal([{ text: words, isSubtle: true, size: 'Small' }], { spacing: 'Small' });
}

function cut(words: string, { short = false }: Room): string {
  return short ? shortenText(words, excerpt) : words;
}

/** The message stays as it is, whichever is pressed. */
function newsButtons(news: TopicNews): readonly Button[] {
  const { request, change, into, meanwhile } = news;
  const { state } = change;
  const link = state.kind === 'treated' ? state.result.link : undefined;
  // What becomes of a merged one is told of the other, so that is what is to be ended.
  const followed = state.kind === 'merged' && meanwhile === undefined && into !== undefined ? into : request;
  return [
    press(topicNewsTexts.details, 'topic.showNews', { topicRequestId: request.id }),
    ...(link === undefined ? [] : [openUrl(topicNewsTexts.openLink, link, hostOf(link))]),
    press(
      topicNewsTexts.unfollow,
      'topic.unfollow',
      { topicRequestId: followed.id, message: true },
      { tooltip: topicNewsTexts.unfollowSpoken(followed.title) },
    ),
  ];
}

function deadlineTitle({ until, userGroup }: TopicDeadline): string {
  return deadlineTexts.heading(until, userGroup.name);
}

function deadlineLines({ open, first }: TopicDeadline): readonly Element[] {
  const rest = open - first.length;
  return [
    smallText(deadlineTexts.open(open, first.length), { spacing: 'Small' }),
    ...first.map(({ id, title, votes }) =>
      pressableRow(
        [
          literal([{ text: title, weight: 'Bolder' }]),
          smallText(topicTexts.votes(votes), { spacing: 'None' }),
        ],
        press(deadlineTexts.detailsOf(title), 'topic.showNews', { topicRequestId: id }),
      ),
    ),
    ...(rest > 0 ? [smallText(deadlineTexts.more(rest), { spacing: 'Small' })] : []),
  ];
}

/** The message stays as it is, whichever is pressed: it may hold other things as well. */
function deadlineButtons({ userGroup: { id: userGroupId } }: TopicDeadline): readonly Button[] {
  return [
    press(deadlineTexts.list, 'topic.list', { view: 'votes', userGroupId, page: 1, message: true }),
    press(deadlineTexts.propose, 'topic.offerForm', { userGroupId, message: true }),
  ];
}
