import type { Activity } from 'botbuilder';

import type { TeamsActivity } from './activity.ts';

/** The activity for the SDK, made only of fields that were checked. */
export function toSdkActivity(activity: TeamsActivity): Activity {
  const { from, recipient, conversation, tenantId } = activity;
  return {
    type: activity.type,
    ...(activity.givenId !== undefined && { id: activity.givenId }),
    channelId: activity.channelId,
    serviceUrl: activity.serviceUrl,
    from: {
      id: from.id,
      name: from.name ?? '',
      ...(from.aadObjectId !== undefined && { aadObjectId: from.aadObjectId }),
    },
    recipient: { id: recipient.id, name: recipient.name ?? '' },
    conversation: {
      id: conversation.id,
      name: '',
      isGroup: conversation.isGroup ?? false,
      conversationType: conversation.conversationType ?? 'personal',
      tenantId,
    },
    ...(activity.name !== undefined && { name: activity.name }),
    ...(activity.replyToId !== undefined && { replyToId: activity.replyToId }),
    ...(activity.action !== undefined && { action: activity.action }),
    text: '',
    localTimezone: '',
    callerId: '',
    label: '',
    valueType: '',
    listenFor: [],
  };
}
