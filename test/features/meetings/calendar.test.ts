import { beforeEach, describe, expect, it } from 'vitest';
import { meetingId, topicRequestId } from '../../../src/domain/ids.ts';
import { dayMs } from '../../../src/domain/instant.ts';
import { renewFeed, showFeed } from '../../../src/features/meetings/calendar-feed.ts';
import type { ShowFeedResult } from '../../../src/features/meetings/calendar-feed.ts';
import { offerCalendar } from '../../../src/features/meetings/offer-calendar.ts';
import { openCalendarEntry } from '../../../src/features/meetings/open-calendar-entry.ts';
import { openCalendarFeed } from '../../../src/features/meetings/open-calendar-feed.ts';
import { archiveUserGroup } from '../../../src/features/user-groups/archive-user-group.ts';
import { g1, guest, member, nobody, organiser, unknown } from '../user-groups/scene.ts';
import { addMeeting, aCalendarScene } from './calendar-scene.ts';
import type { CalendarScene } from './calendar-scene.ts';

const m1 = meetingId('m1');
let scene: CalendarScene;

beforeEach(async () => {
  scene = await aCalendarScene();
});

describe('the calendar entry of a meeting', () => {
  it('opens for whoever has its key', async () => {
    const entry = await openCalendarEntry(scene, { id: 'm1', key: 'key-1' });

    expect(entry?.meeting.title).toBe('Telefonie heute');
  });

  it.each([
    ['the key of another meeting', { id: 'm1', key: 'key-2' }],
    ['a part of the key', { id: 'm1', key: 'key-' }],
    ['an empty key', { id: 'm1', key: '' }],
    ['an unknown meeting', { id: 'm9', key: 'key-1' }],
    ['a draft', { id: 'm3', key: 'key-3' }],
  ])('does not open with %s', async (_, request) => {
    expect(await openCalendarEntry(scene, request)).toBeUndefined();
  });

  it('names the topics of the agenda, a merged one by where its votes count, and each once', async () => {
    const topics = ['t2', 't1', 't9'].map(topicRequestId);
    await addMeeting(scene, { id: meetingId('m4'), topics, calendarKey: 'key-4' });

    const entry = await openCalendarEntry(scene, { id: 'm4', key: 'key-4' });

    expect(entry?.agenda).toEqual(['KI im Bauamt']);
  });

  it('says when people were last told something, however often others registered since', async () => {
    const createdAt = scene.clock.now();
    const news = [{ number: 1, at: createdAt + 5000, kind: 'changed', before: {}, after: {} }] as const;
    await addMeeting(scene, { id: meetingId('m4'), createdAt, news, calendarKey: 'key-4', version: 70 });

    expect((await openCalendarEntry(scene, { id: 'm1', key: 'key-1' }))?.changedAt).toBe(createdAt);
    expect((await openCalendarEntry(scene, { id: 'm4', key: 'key-4' }))?.changedAt).toBe(createdAt + 5000);
  });

  it.each([member, guest, organiser])('is offered to everybody with an account', async (asker) => {
    const result = await offerCalendar(scene, { asker, meetingId: m1 });

    expect(result).toMatchObject({
      kind: 'offered',
      userGroup: { id: g1 },
      path: '/files/meetings/m1.ics?key=key-1',
    });
  });

  it('is not offered to somebody without one, and not of a draft', async () => {
    const anonymous = await offerCalendar(scene, { asker: nobody, meetingId: m1 });
    const draft = await offerCalendar(scene, { asker: organiser, meetingId: meetingId('m3') });

    expect(anonymous).toEqual({ kind: 'denied', because: 'anonymous' });
    expect(draft).toEqual({ kind: 'gone' });
  });
});

describe('the calendar to subscribe to', () => {
  it('has the same address for everybody, with a key of its own', async () => {
    const one = await showFeed(scene, { asker: member, userGroupId: g1 });
    const other = await showFeed(scene, { asker: guest, userGroupId: g1 });
    const all = await showFeed(scene, { asker: member });

    expect(pathOf(one)).toMatch(/^\/files\/user-groups\/g1\.ics\?key=./);
    expect(pathOf(other)).toBe(pathOf(one));
    expect(keyOf(all)).not.toBe(keyOf(one));
    expect(pathOf(all)).toMatch(/^\/files\/user-groups\/community\.ics\?key=./);
  });

  it('is not shown to somebody without an account, nor that of an unknown group', async () => {
    expect(await showFeed(scene, { asker: nobody })).toEqual({ kind: 'denied', because: 'anonymous' });
    expect(await showFeed(scene, { asker: member, userGroupId: unknown })).toEqual({ kind: 'gone-group' });
    expect(await scene.calendarFeeds.find(unknown)).toBeUndefined();
  });

  it('holds the meetings of its group, and that of everybody all but drafts', async () => {
    const ofGroup = await open(await showFeed(scene, { asker: member, userGroupId: g1 }), 'g1');
    const ofAll = await open(await showFeed(scene, { asker: member }), 'community');

    expect(ofGroup).toEqual(['m1']);
    expect(ofAll?.toSorted()).toEqual(['m1', 'm2']);
  });

  it('keeps what fell out, and what was less than 180 days ago', async () => {
    const now = scene.clock.now();
    const cancelled = { kind: 'cancelled', at: now } as const;
    await addMeeting(scene, { id: meetingId('c'), state: cancelled });
    await addMeeting(scene, {
      id: meetingId('recent'),
      startsAt: now - 181 * dayMs,
      endsAt: now - 179 * dayMs,
    });
    await addMeeting(scene, { id: meetingId('old'), startsAt: now - 182 * dayMs, endsAt: now - 180 * dayMs });

    const ids = await open(await showFeed(scene, { asker: member }), 'community');

    expect(ids?.toSorted()).toEqual(['c', 'm1', 'm2', 'recent']);
  });

  it('opens with its own key alone', async () => {
    const key = keyOf(await showFeed(scene, { asker: member, userGroupId: g1 }));

    for (const request of [
      { name: 'community', key },
      { name: 'g2', key },
      { name: 'g1', key: '' },
      { name: 'g1', key: `${key}0` },
    ]) {
      expect(await openCalendarFeed(scene, request)).toBeUndefined();
    }
  });

  it('has another address after it was renewed; the old one opens nothing', async () => {
    const old = await showFeed(scene, { asker: member, userGroupId: g1 });

    const renewed = await renewFeed(scene, { asker: organiser, userGroupId: g1 });

    expect(renewed.kind).toBe('renewed');
    expect(await open(old, 'g1')).toBeUndefined();
    expect(await open(renewed, 'g1')).toEqual(['m1']);
    expect(pathOf(await showFeed(scene, { asker: member, userGroupId: g1 }))).toBe(pathOf(renewed));
  });

  it.each([
    [member, 'not-organiser'],
    [guest, 'guest'],
    [nobody, 'anonymous'],
  ] as const)('is renewed by organisers alone', async (asker, because) => {
    const key = await scene.calendarFeeds.keyOf(g1, 'old');

    expect(await renewFeed(scene, { asker, userGroupId: g1 })).toEqual({ kind: 'denied', because });
    expect(await scene.calendarFeeds.find(g1)).toBe(key);
    expect(scene.warnings.map(({ event }) => event)).toContain('meeting.denied');
  });

  it("is renewed by a group's own organisers too, but not that of everybody", async () => {
    const own = { ...organiser, role: 'member' } as const;

    expect(await showFeed(scene, { asker: own, userGroupId: g1 })).toMatchObject({ organises: true });
    expect(await renewFeed(scene, { asker: own, userGroupId: g1 })).toMatchObject({ kind: 'renewed' });
    expect(await showFeed(scene, { asker: own })).toMatchObject({ organises: false });
    expect(await renewFeed(scene, { asker: own })).toEqual({ kind: 'denied', because: 'not-organiser' });
  });

  it('stays open when its group is archived, though nobody is shown it any more', async () => {
    const shown = await showFeed(scene, { asker: member, userGroupId: g1 });
    await archiveUserGroup(scene, { asker: organiser, userGroupId: g1 });

    expect(await open(shown, 'g1')).toEqual(['m1']);
    expect(await showFeed(scene, { asker: member, userGroupId: g1 })).toEqual({ kind: 'gone-group' });
  });

  async function open(shown: ShowFeedResult, name: string): Promise<readonly string[] | undefined> {
    const feed = await openCalendarFeed(scene, { name, key: keyOf(shown) });
    return feed?.entries.map(({ meeting }) => meeting.id);
  }
});

function pathOf(result: ShowFeedResult): string {
  return 'path' in result ? result.path : '';
}

function keyOf(result: ShowFeedResult): string {
  return pathOf(result).replace(/^.*key=/, '');
}
