import { meetingId, topicRequestId } from '../../../src/domain/ids.ts';
import { dayMs } from '../../../src/domain/instant.ts';
import type { Meeting } from '../../../src/domain/meetings/meeting.ts';
import { draftMeeting } from '../../../src/domain/meetings/meeting-states.ts';
import { useCaseFields } from '../../../src/features/ask/use-case-catalogue.ts';
import { TopicCatalogue } from '../../../src/features/topics/topic-catalogue.ts';
import { createSearchEngine } from '../../../src/search/create-search-engine.ts';
import { CalendarFeeds } from '../../../src/store/calendar-feeds.ts';
import { aMeeting, meetingFields } from '../../support/meetings.ts';
import { aTopicRequest } from '../../support/topics.ts';
import { aScene as aGroupScene, createGroup, g1 } from '../user-groups/scene.ts';

/** A scene with one user group, its meeting m1, the community's meeting m2 and the draft m3; t1 and t2 are topics, t2 was merged into t1. */
export async function aCalendarScene() {
  const groups = await aGroupScene();
  await createGroup(groups);
  const topicCatalogue = new TopicCatalogue(() => createSearchEngine({ fields: { ...useCaseFields } }), []);
  const t1 = topicRequestId('t1');
  topicCatalogue.put(aTopicRequest({ id: t1, title: 'KI im Bauamt' }));
  topicCatalogue.put(
    aTopicRequest({ id: topicRequestId('t2'), title: 'Baugesuche', state: { kind: 'merged', into: t1 } }),
  );
  const scene = { ...groups, calendarFeeds: new CalendarFeeds(groups.store), topicCatalogue };
  const now = scene.clock.now();
  await addMeeting(scene, {
    id: meetingId('m1'),
    title: 'Telefonie heute',
    userGroupId: g1,
    calendarKey: 'key-1',
  });
  await addMeeting(scene, { id: meetingId('m2'), title: 'KI-Tag', calendarKey: 'key-2' });
  const draft = draftMeeting(meetingId('m3'), meetingFields(now), { now, calendarKey: 'key-3' });
  await scene.meetings.add(draft, now);
  return scene;
}

export type CalendarScene = Awaited<ReturnType<typeof aCalendarScene>>;

export async function addMeeting(
  { clock, meetings }: Pick<CalendarScene, 'clock' | 'meetings'>,
  fields: Partial<Meeting>,
): Promise<void> {
  const startsAt = fields.startsAt ?? clock.now() + 14 * dayMs;
  await meetings.add(aMeeting({ startsAt, ...fields }, clock.now()), clock.now());
}
