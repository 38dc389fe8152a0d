import { expect } from 'vitest';
import type { ConversationId } from '../../src/domain/ids.ts';
import type { Meeting, MeetingFields } from '../../src/domain/meetings/meeting.ts';
import { cancelMeeting, changeMeeting, toFields } from '../../src/domain/meetings/meeting-states.ts';
import { carryOutMeeting } from '../../src/features/meetings/carry-out-meeting.ts';
import { anna, cardOf } from './conversation.ts';
import type { TestBot } from './conversation.ts';
import { memberOf } from './topics.ts';
import type { ConnectorCall } from './stand-in-connector.ts';

/** The channel of the whole community that a test has set up. */
export async function channelOf(bot: TestBot): Promise<ConversationId> {
  const [channel] = await bot.app.deps.userGroupChannels.ofCommunity();
  if (channel === undefined) {
    throw new Error('no channel is set up');
  }
  return channel.conversationId;
}

/** Anna changes a published meeting; posted cards follow. */
export async function changed(bot: TestBot, meeting: Meeting, fields: Partial<MeetingFields>): Promise<void> {
  const change = { by: memberOf(anna), now: bot.clock.now() };
  const after = await bot.app.deps.meetings.change(meeting.id, {}, change.now, ({ meeting: known }) => {
    const next = { ...toFields(known), ...fields };
    const outcome = changeMeeting(known, next, { ...change, edition: known.edition });
    return outcome.kind === 'changed' ? { meeting: outcome.meeting } : undefined;
  });
  expect(after).toBeDefined();
  await carryOutMeeting(bot.app.deps, meeting.id);
}

/** Anna lets it fall out; posted cards follow. */
export async function cancelled(bot: TestBot, meeting: Meeting, reason: string): Promise<void> {
  const change = { by: memberOf(anna), now: bot.clock.now(), reason };
  const after = await bot.app.deps.meetings.change(meeting.id, {}, change.now, ({ meeting: known }) => {
    const outcome = cancelMeeting(known, change);
    return outcome.kind === 'changed' ? { meeting: outcome.meeting } : undefined;
  });
  expect(after).toBeDefined();
  await carryOutMeeting(bot.app.deps, meeting.id);
}

/** Cards that were put in the place of posted ones, in channels or in own chats. */
export function updatedIn(bot: TestBot, where: 'channels' | 'chats'): readonly unknown[] {
  return bot.connector.updates
    .filter((call) => isInChannel(call) === (where === 'channels'))
    .map(({ activity }) => cardOf(activity));
}

function isInChannel({ conversationId }: ConnectorCall): boolean {
  return !conversationId.startsWith('a:');
}
