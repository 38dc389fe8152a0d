import { beforeEach, describe, expect, it } from 'vitest';
import { meetingId } from '../../../src/domain/ids.ts';
import type { MemberId } from '../../../src/domain/ids.ts';
import type { Meeting } from '../../../src/domain/meetings/meeting.ts';
import { ownMeetingsSource, ownRsvpsSource } from '../../../src/features/meetings/own-meetings.ts';
import { respondToMeeting } from '../../../src/features/meetings/respond-to-meeting.ts';
import { saveAnswerDetails } from '../../../src/features/meetings/save-answer-details.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { menden } from '../../support/meeting-answers.ts';
import { memberNumber } from '../../store/meetings/meeting-scene.ts';
import { asker, plannedMeeting, readAnswers, startInstance } from './answer-scene.ts';
import type { Instance } from './answer-scene.ts';

let store: DocumentStore;
let instance: Instance;

const anna = memberNumber(1);
const berta = memberNumber(2);
const at = Date.UTC(2026, 10, 22, 9);

beforeEach(async () => {
  const clock = new FakeClock(at);
  store = createMemoryStore(clock);
  await store.open(allCollections);
  instance = startInstance(store, clock);
});

async function plan(name: string, fields: Partial<Meeting> = {}): Promise<void> {
  await instance.meetings.add(plannedMeeting(name, at, fields), at);
}

const accept = (name: string, member: MemberId) =>
  respondToMeeting(instance, {
    asker: asker(member, menden),
    meetingId: meetingId(name),
    answer: 'accepted',
  });

describe('what somebody answered', () => {
  it('is told with everything that is kept of it', async () => {
    await plan('m1', { mostGuests: 2, questions: ['Was?'], capacity: 2 });
    await accept('m1', berta);
    await accept('m1', anna);
    await saveAnswerDetails(instance, {
      asker: asker(anna, menden),
      meetingId: meetingId('m1'),
      typed: { guests: '0', name: 'Anna', answers: ['Kuchen'] },
    });
    await plan('m2', { capacity: 1 });
    await accept('m2', berta);
    await accept('m2', anna);

    const told = await ownRsvpsSource(instance).read(anna);

    expect(told.toSorted((one, other) => Number(one['waits'] ?? 0) - Number(other['waits'] ?? 0))).toEqual([
      {
        meeting: 'KI-Telefonservice',
        rsvpAnswer: 'rsvp-accepted',
        guests: 0,
        guestName: 'Anna',
        details: [{ question: 'Was?', text: 'Kuchen' }],
        communeId: menden,
        answeredAt: at,
      },
      {
        meeting: 'KI-Telefonservice',
        rsvpAnswer: 'rsvp-accepted',
        waits: true,
        guests: 0,
        details: [],
        communeId: menden,
        answeredAt: at,
      },
    ]);
  });

  it('is gone from every meeting when it is erased, over or not, and the counts follow', async () => {
    await plan('m1', { capacity: 1 });
    await accept('m1', anna);
    await accept('m1', berta);
    await plan('m2');
    await accept('m2', anna);
    instance.clock.advance(15 * 24 * 60 * 60 * 1000);

    expect(await ownRsvpsSource(instance).erase(anna)).toBe(2);

    expect(await instance.meetings.rsvpsOf(anna)).toEqual([]);
    const [first, second] = [
      await readAnswers(store, meetingId('m1')),
      await readAnswers(store, meetingId('m2')),
    ];
    // It is over: nobody moves up any more.
    expect(first.meeting.seats).toMatchObject({ accepted: 0, taken: 0, waiting: 1 });
    expect(second.meeting.seats).toMatchObject({ accepted: 0, taken: 0, takenByCommune: {} });
  });

  it('leaves no task that names them, also where they have answered nothing', async () => {
    await plan('m1', {
      undone: [
        { kind: 'tell', number: 1, except: anna },
        { kind: 'tell-promoted', memberId: anna, number: 1 },
        { kind: 'tell-promoted', memberId: berta, number: 2 },
      ],
    });

    await ownRsvpsSource(instance).erase(anna);

    expect((await instance.meetings.find(meetingId('m1')))?.undone).toEqual([
      { kind: 'tell', number: 1 },
      { kind: 'tell-promoted', memberId: berta, number: 2 },
    ]);
  });
});

describe('what somebody planned', () => {
  it('is told, drafts too', async () => {
    await plan('m1', {
      by: anna,
      description: 'Alle sind willkommen.',
      place: { link: 'https://a.example/' },
    });
    await plan('m2', { by: anna, state: { kind: 'draft' } });
    await plan('m3', { by: berta });

    const told = await ownMeetingsSource(instance).read(anna);

    expect(told).toMatchObject([
      {
        title: 'KI-Telefonservice',
        description: 'Alle sind willkommen.',
        link: 'https://a.example/',
        meetingState: 'meeting-published',
      },
      { meetingState: 'meeting-draft' },
    ]);
  });

  it('stays without them when it is erased, and drafts are gone', async () => {
    await plan('m1', { by: anna, undone: [{ kind: 'tell', number: 1, except: anna }] });
    await plan('m2', { by: anna, state: { kind: 'draft' } });
    await plan('m3', { by: berta });

    expect(await ownMeetingsSource(instance).erase(anna)).toBe(2);

    const { meetings } = instance;
    expect(await meetings.find(meetingId('m1'))).not.toHaveProperty('by');
    expect((await meetings.find(meetingId('m1')))?.undone).toEqual([{ kind: 'tell', number: 1 }]);
    expect(await meetings.find(meetingId('m2'))).toBeUndefined();
    expect(await meetings.find(meetingId('m3'))).toMatchObject({ by: berta });
    expect(await meetings.ofAuthor(anna)).toEqual([]);
  });
});
