import { z } from 'zod';

import type {
  Conversation,
  Incoming,
  IncomingContent,
  PlaceChange,
  Sender,
  Service,
} from '../chat/incoming.ts';
import { conversationId, tenantId } from '../domain/ids.ts';
import type { TeamsActivity } from './activity.ts';
import { cleanText } from './clean-text.ts';
import { placeChangeOf } from './place-change.ts';
import { toAction } from './to-action.ts';
import { toComposeQuery } from './to-compose-query.ts';
import { toFeedback, toFeedbackForm } from './to-feedback.ts';

const Data = z.record(z.string(), z.unknown());
/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards */
const ExecuteValue = z.object({ action: z.object({ verb: z.string(), data: Data.nullish() }) });
const DialogValue = z.object({ data: Data });

/** How the person who did something can be answered. */
export type Channel =
  | 'message'
  | 'execute'
  | 'submit'
  | 'dialog-open'
  | 'dialog-submit'
  | 'feedback-open'
  | 'feedback-submit'
  | 'compose'
  | 'action-open'
  | 'action-submit';

/** Asked from a chat that the bot need not be in: what comes back is the answer, and nothing is ever posted there. */
export function isFromOutside(channel: Channel): channel is Extract<Channel, 'compose' | `action-${string}`> {
  return channel === 'compose' || channel === 'action-open' || channel === 'action-submit';
}

/** What comes after the answer is not posted: there would be nobody for a list or a form. */
export function isAnswerOnly(channel: Channel): boolean {
  return isFromOutside(channel) || channel === 'feedback-open';
}

/** How an activity can be answered; undefined for invokes we do not know. */
export function channelOf(activity: TeamsActivity): Channel | undefined {
  if (activity.type !== 'invoke') {
    return activity.type === 'message' && Data.safeParse(activity.value).success ? 'submit' : 'message';
  }
  switch (activity.name) {
    case 'adaptiveCard/action':
      return 'execute';
    case 'task/fetch':
      return 'dialog-open';
    case 'task/submit':
      return 'dialog-submit';
    case 'message/fetchTask':
      return 'feedback-open';
    case 'message/submitAction':
      return 'feedback-submit';
    case 'composeExtension/query':
      return 'compose';
    case 'composeExtension/fetchTask':
      return 'action-open';
    case 'composeExtension/submitAction':
      return 'action-submit';
    case undefined:
    default:
      return undefined;
  }
}

/** Translates a Teams activity into our own words. `isNews` is about an addition of the app, see `Installations`. */
export function toIncoming(
  activity: TeamsActivity,
  { channel, isNews }: { readonly channel: Channel; readonly isNews: boolean },
  roster: Sender['roster'],
): Incoming {
  const { from, id, timestamp, replyToId } = activity;
  const change = placeChangeOf(activity);
  const conversation = toConversation(activity, change);
  return {
    id,
    conversation: isFromOutside(channel) ? asForeign(conversation) : conversation,
    sender: {
      tenantId: tenantId(activity.tenantId),
      ...(from.aadObjectId !== undefined && { objectId: from.aadObjectId }),
      roster,
    },
    service: toService(activity),
    ...(timestamp !== undefined && { happenedAt: Date.parse(timestamp) }),
    ...(change !== undefined && { change }),
    ...(replyToId !== undefined && !isFromOutside(channel) && { messageId: replyToId }),
    content:
      change === undefined
        ? toContent(activity, channel)
        : { kind: change.sign === 'installed' && isNews ? 'installed' : 'noticed' },
  };
}

function toService({ serviceUrl, recipient, channelData }: TeamsActivity): Service {
  const teamId = channelData?.team?.id;
  return { serviceUrl, botId: recipient.id, ...(teamId !== undefined && { teamId }) };
}

/** A channel or group chat. */
export function isShared(activity: TeamsActivity): boolean {
  return toConversation(activity, undefined).kind !== 'personal';
}

function toConversation(
  { conversation, channelData }: TeamsActivity,
  change: PlaceChange | undefined,
): Conversation {
  const { conversationType, isGroup } = conversation;
  // What happens to one channel is told in the conversation of the team.
  const changed = change?.wholeTeam === false ? channelData?.channel?.id : undefined;
  const id = changed ?? conversation.id;
  switch (conversationType) {
    case 'channel':
      return { id: conversationId(id), kind: 'channel', channelId: conversationId(id.replace(/;.*$/, '')) };
    case 'groupChat':
      return { id: conversationId(id), kind: 'group' };
    case 'personal':
      return { id: conversationId(id), kind: 'personal' };
    case undefined:
    default:
      return { id: conversationId(id), kind: isGroup === true ? 'group' : 'personal' };
  }
}

/** A chat of two people is no 1:1 chat with the bot, though Teams calls both personal. */
function asForeign(conversation: Conversation): Conversation {
  return conversation.kind === 'personal' ? { ...conversation, kind: 'group' } : conversation;
}

function toContent(activity: TeamsActivity, channel: Channel): IncomingContent {
  switch (channel) {
    case 'message':
      return activity.type === 'message'
        ? { kind: 'message', text: cleanText(withoutOwnMention(activity)) }
        : { kind: 'noticed' };
    case 'submit':
      return { kind: 'press', payload: withoutTeamsKey(activity.value), answer: 'message' };
    case 'execute':
      return { kind: 'press', payload: executePayload(activity.value), answer: 'replace' };
    case 'dialog-open':
    case 'dialog-submit':
    case 'action-submit':
      return {
        kind: 'press',
        payload: withoutTeamsKey(DialogValue.safeParse(activity.value).data?.data),
        answer: 'dialog',
      };
    case 'feedback-open':
      return toFeedbackForm(activity.value);
    case 'feedback-submit':
      return toFeedback(activity.value);
    case 'compose':
      return { kind: 'compose-query', query: toComposeQuery(activity.value) };
    case 'action-open':
      return toAction(activity.value);
  }
}

function executePayload(value: unknown): unknown {
  const action = ExecuteValue.safeParse(value).data?.action;
  return action === undefined ? undefined : { ...action.data, verb: action.verb };
}

/** `msteams` tells Teams how to send the press; it is no part of what was pressed. */
function withoutTeamsKey(value: unknown): unknown {
  const data = Data.safeParse(value).data;
  if (data === undefined) {
    return undefined;
  }
  const { msteams: _, ...payload } = data;
  return payload;
}

function withoutOwnMention({ text = '', entities, recipient }: TeamsActivity): string {
  let rest = text;
  for (const entity of entities) {
    if (entity.mentioned.id === recipient.id) {
      rest = rest.replaceAll(entity.text, ' ');
    }
  }
  return rest;
}
