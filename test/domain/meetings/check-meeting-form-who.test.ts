import { describe, expect, it } from 'vitest';
import { conversationId } from '../../../src/domain/ids.ts';
import { hourMs } from '../../../src/domain/instant.ts';
import { toMeetingFormFields } from '../../../src/domain/meetings/meeting-form.ts';
import type { MeetingFormContext, TypedMeeting } from '../../../src/domain/meetings/meeting-form.ts';
import { aMeeting } from '../../support/meetings.ts';
import { check, context, now, problemsOf, roads, telephony } from './meeting-form-scene.ts';

describe('who organises a group and not the community', () => {
  const own: Partial<MeetingFormContext> = {
    everybody: false,
    userGroups: [telephony],
    channels: context.channels.filter(({ key }) => key === 'telephony'),
  };

  it.each<[string, TypedMeeting, string]>([
    ['invites not everybody', { people: 'everybody' }, 'people-own-group'],
    ['plans not for everybody', { userGroup: 'none' }, 'group-gone'],
    ['plans not for another group', { userGroup: 'roads' }, 'group-gone'],
    ['posts not to the community', { channels: 'all' }, 'channels-gone'],
  ])('%s', (_, fields, problem) => {
    expect(problemsOf(fields, own).map(({ kind }) => kind)).toEqual([problem]);
  });
});

describe('a published meeting', () => {
  const startsAt = now - hourMs;
  const begun = aMeeting({
    userGroupId: roads,
    startsAt,
    endsAt: now + 2 * hourMs,
    respondBy: '2026-11-20',
    capacity: 60,
    reserved: { perCommune: 1, communes: 58 },
    seats: { ...aMeeting().seats, taken: 12 },
    invited: { people: 'group', channels: [conversationId('19:gone')] },
  });
  const change = (fields: TypedMeeting) =>
    check({ ...toMeetingFormFields(begun, context.channels), ...fields }, { published: begun });
  const problems = (fields: TypedMeeting) => {
    const checked = change(fields);
    return checked.kind === 'invalid' ? checked.problems : [];
  };

  it('may have begun, and its last day for answers may be over', () => {
    expect(change({ address: 'Rathaus Olpe' })).toMatchObject({
      kind: 'valid',
      value: { startsAt, respondBy: '2026-11-20', place: { address: 'Rathaus Olpe' } },
    });
  });

  it('is not moved into the past', () => {
    expect(problems({ startTime: '22:00' })).toEqual([{ kind: 'start-past' }]);
    expect(problems({ endDate: '', endTime: '23:00' })).toEqual([{ kind: 'end-past' }]);
    expect(problems({ respondBy: '2026-11-19' })).toEqual([{ kind: 'respond-by-past' }]);
  });

  it('throws nobody out: no fewer seats than are taken', () => {
    expect(problems({ capacity: '11', seatsPerCommune: '' })).toEqual([
      { kind: 'capacity-taken', number: 12 },
    ]);
    expect(problems({ capacity: '12', seatsPerCommune: '' })).toEqual([]);
  });

  it('reserves seats for as many communes as there were when it was planned', () => {
    expect(change({})).toMatchObject({ value: { reserved: { perCommune: 1, communes: 58 } } });
    expect(problems({ capacity: '57' })).toEqual([{ kind: 'reserved-too-many', number: 58 }]);
  });

  it('stays whose it is and for whom, whatever is sent', () => {
    expect(change({ userGroup: 'telephony', people: 'everybody', channels: 'all' })).toMatchObject({
      kind: 'valid',
      value: { userGroupId: roads, invited: begun.invited },
    });
  });
});
