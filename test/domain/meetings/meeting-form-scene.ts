import { conversationId, userGroupId } from '../../../src/domain/ids.ts';
import { checkMeetingForm } from '../../../src/domain/meetings/check-meeting-form.ts';
import type { MeetingFormContext, TypedMeeting } from '../../../src/domain/meetings/meeting-form.ts';
import type { MeetingFields } from '../../../src/domain/meetings/meeting.ts';

/** 23:30 in Berlin. */
export const now = Date.UTC(2026, 10, 22, 22, 30);
export const telephony = userGroupId('telephony');
export const roads = userGroupId('roads');

export const context: MeetingFormContext = {
  now,
  communes: 59,
  everybody: true,
  userGroups: [telephony, roads],
  channels: [
    { key: 'all', conversationId: conversationId('19:all') },
    { key: 'telephony', conversationId: conversationId('19:telephony'), userGroupId: telephony },
    { key: 'roads', conversationId: conversationId('19:roads'), userGroupId: roads },
  ],
  mayBeOnAgenda: (topic) => /^t\d+$/.test(topic),
};

export const typed: TypedMeeting = {
  title: 'KI-Telefonservice',
  userGroup: 'telephony',
  date: '2026-12-03',
  startTime: '10:00',
  endTime: '12:30',
  address: 'Rathaus Musterstadt',
  people: 'group',
};

export const check = (fields: TypedMeeting, more: Partial<MeetingFormContext> = {}) =>
  checkMeetingForm({ ...typed, ...fields }, { ...context, ...more });

export function problemsOf(fields: TypedMeeting, more: Partial<MeetingFormContext> = {}) {
  const checked = check(fields, more);
  return checked.kind === 'invalid' ? checked.problems : [];
}

export function valueOf(fields: TypedMeeting, more: Partial<MeetingFormContext> = {}): MeetingFields {
  const checked = check(fields, more);
  if (checked.kind === 'invalid') {
    throw new Error(JSON.stringify(checked.problems));
  }
  return checked.value;
}
