import { describe, expect, it } from 'vitest';
import { meetingId } from '../../../src/domain/ids.ts';
import { dayMs } from '../../../src/domain/instant.ts';
import { keepMeetingDraftDays, keepRsvpDays } from '../../../src/domain/meetings/meeting.ts';
import { Meetings } from '../../../src/store/meetings/meetings.ts';
import { memberOf } from '../../support/topics.ts';
import { anna } from '../../support/conversation.ts';
import { aMeeting } from '../../support/meetings.ts';
import { accept, anRsvp, change, id, meeting, memberNumber, onStore } from './meeting-scene.ts';

const members = Array.from({ length: 30 }, (_, index) => memberNumber(index));

describe.each(['memory', 'sqlite'] as const)('meetings (%s)', (kind) => {
  it('lose no answer of 30 members at once through three store objects', () =>
    onStore(kind, async (meetings, store) => {
      const instances = [meetings, new Meetings(store), new Meetings(store)];

      await Promise.all(members.map((member, index) => accept(instances[index % 3] ?? meetings, member)));

      const known = await meetings.find(id);
      const rsvps = await Array.fromAsync(meetings.rsvps(id));
      expect([known?.seats.taken, known?.answered, known?.version]).toEqual([30, 30, 31]);
      expect(rsvps.map(({ number }) => number).toSorted((one, other) => one - other)).toEqual(
        Array.from({ length: 30 }, (_, index) => index + 1),
      );
    }));

  it('know the first of the waiting list in their order, and how many are before somebody', () =>
    onStore(kind, async (meetings) => {
      await accept(meetings, memberNumber(0));
      for (const member of members.slice(1, 13)) {
        await accept(meetings, member, { waits: true });
      }
      let waiting: readonly string[] = [];

      await meetings.change(id, { waiting: () => 3 }, 0, (known) => {
        waiting = known.waiting.map(({ memberId }) => memberId);
        return undefined;
      });

      expect(waiting).toEqual(['t.1', 't.2', 't.3']);
      expect(await meetings.waitingBefore(id, 13)).toBe(11);
      expect(await meetings.waitingBefore(id, 2)).toBe(0);
    }));

  it('write several answers with the meeting or none of them', () =>
    onStore(kind, async (meetings) => {
      await accept(meetings, memberNumber(1), { waits: true });
      let round = 0;

      await meetings.change(
        id,
        { member: memberNumber(2), waiting: () => 1 },
        0,
        ({ meeting: known, waiting }) => {
          round += 1;
          return {
            meeting: { ...known, answered: known.answered + 1 },
            rsvps: [
              anRsvp(memberNumber(2), { answer: 'declined' }),
              ...waiting.map(({ memberId }) => anRsvp(memberId, { number: 2 })),
            ],
          };
        },
      );

      const rsvps = await Array.fromAsync(meetings.rsvps(id));
      expect(round).toBe(1);
      expect(rsvps.map(({ memberId }) => memberId).toSorted()).toEqual(['t.1', 't.2']);
      expect(rsvps.filter(({ waitingNumber }) => waitingNumber !== undefined)).toEqual([]);
      expect(await meetings.waitingBefore(id, 100)).toBe(0);
    }));

  it('are found by when they end, drafts by who plans them alone', () =>
    onStore(kind, async (meetings) => {
      const now = meeting.endsAt;
      const by = memberOf(anna);
      const later = aMeeting({ id: meetingId('later'), startsAt: now + dayMs, endsAt: now + dayMs + 1 });
      const soon = aMeeting({ id: meetingId('soon'), startsAt: now + 1, endsAt: now + 2 });
      const draft = aMeeting({ id: meetingId('draft'), state: { kind: 'draft' }, by });
      for (const one of [later, soon, draft]) {
        await meetings.add(one, 0);
      }

      expect((await meetings.notOver(now)).map((one) => one.id)).toEqual(['soon', 'later']);
      expect((await meetings.over(now, 10)).map((one) => one.id)).toEqual([id]);
      expect((await meetings.draftsOf(by)).map((one) => one.id)).toEqual(['draft']);
      expect((await meetings.ofAuthor(by)).map((one) => one.id)).toEqual(['draft']);
      expect(await meetings.removeDraft(draft.id)).toBe('removed');
      expect(await meetings.removeDraft(soon.id)).toBe('absent');
    }));

  it('are found by what is to be done about them', () =>
    onStore(kind, async (meetings) => {
      await change(meetings, { undone: [{ kind: 'show' }], isShownLate: true, remindAt: 5, dueAt: 7 });
      await meetings.change(id, {}, 0, ({ meeting: known }) => ({
        meeting: known,
        rsvps: [anRsvp(memberNumber(1), { isShownLate: true })],
      }));

      expect((await meetings.undone()).map((one) => one.id)).toEqual([id]);
      expect((await meetings.shownLate()).map((one) => one.id)).toEqual([id]);
      expect((await meetings.rsvpsShownLate()).map(({ memberId }) => memberId)).toEqual(['t.1']);
      expect([(await meetings.remindBy(4)).length, (await meetings.remindBy(5)).length]).toEqual([0, 1]);
      expect([(await meetings.dueBy(6)).length, (await meetings.dueBy(7)).length]).toEqual([0, 1]);
    }));

  it('keep drafts and answers for their time, and the meeting without them', () =>
    onStore(kind, async (meetings, _store, clock) => {
      const by = memberOf(anna);
      await meetings.add(aMeeting({ id: meetingId('draft'), state: { kind: 'draft' }, by }), 0);
      await accept(meetings, memberNumber(1));

      clock.advance(keepMeetingDraftDays * dayMs + 1);
      expect(await meetings.draftsOf(by)).toEqual([]);
      clock.advance(meeting.endsAt + keepRsvpDays * dayMs - 1 - clock.now());
      expect(await meetings.rsvpsOf(memberNumber(1))).toHaveLength(1);
      clock.advance(2);
      expect(await meetings.rsvpsOf(memberNumber(1))).toEqual([]);
      expect((await meetings.find(id))?.seats.taken).toBe(1);
    }));
});
