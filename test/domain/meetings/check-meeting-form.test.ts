import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayMs, hourMs } from '../../../src/domain/instant.ts';
import { fromLocalTime } from '../../../src/domain/local-time.ts';
import { emptyMeetingForm, toMeetingFormFields } from '../../../src/domain/meetings/meeting-form.ts';
import type { TypedMeeting } from '../../../src/domain/meetings/meeting-form.ts';
import { meetingReminders, repetitions } from '../../../src/domain/meetings/meeting.ts';
import { aMeeting } from '../../support/meetings.ts';
import { check, context, now, problemsOf, roads, telephony, typed, valueOf } from './meeting-form-scene.ts';

describe('a form that is filled in', () => {
  it('is a meeting with nothing but what every meeting needs', () => {
    expect(valueOf({})).toEqual({
      title: 'KI-Telefonservice',
      userGroupId: telephony,
      startsAt: Date.UTC(2026, 11, 3, 9),
      endsAt: Date.UTC(2026, 11, 3, 11, 30),
      place: { address: 'Rathaus Musterstadt' },
      mostGuests: 0,
      questions: [],
      topics: [],
      reminders: [],
      invited: { people: 'group', channels: [] },
    });
  });

  it('is a meeting with everything', () => {
    const all = {
      userGroup: 'none',
      endDate: '5.12.2026',
      link: 'www.example.org/treffen',
      capacity: '1.000',
      seatsPerCommune: '2',
      mostGuests: '9',
      respondBy: '27.11.26',
      description: 'Bitte\nmitbringen: Kuchen.',
      question1: '',
      question2: 'Was bringen Sie mit?',
      question3: ' Was bringen  Sie mit?',
      topics: 't2,t1,t2',
      repetition: 'quarterly',
      reminders: 'respond-by,week',
      people: 'everybody',
      channels: 'roads,all',
    };

    expect(valueOf(all)).toMatchObject({
      endsAt: Date.UTC(2026, 11, 5, 11, 30),
      place: { address: 'Rathaus Musterstadt', link: 'https://www.example.org/treffen' },
      capacity: 1000,
      reserved: { perCommune: 2, communes: 59 },
      mostGuests: 9,
      respondBy: '2026-11-27',
      description: 'Bitte\nmitbringen: Kuchen.',
      questions: ['Was bringen Sie mit?'],
      topics: ['t2', 't1'],
      repetition: 'quarterly',
      reminders: ['week', 'respond-by'],
      invited: { people: 'everybody', channels: ['19:all', '19:roads'] },
    });
    expect(valueOf(all)).not.toHaveProperty('userGroupId');
  });

  it('means everybody by the members of the whole community', () => {
    expect(valueOf({ userGroup: 'none', people: 'group' }).invited.people).toBe('everybody');
  });

  it('needs no group to be chosen where there is only one', () => {
    const own = { everybody: false, userGroups: [roads], channels: [] };

    expect(valueOf({ userGroup: '' }, own).userGroupId).toBe(roads);
    expect(problemsOf({ userGroup: '' })).toEqual([{ kind: 'group-missing' }]);
  });

  it('comes back the same when it is opened again', () => {
    const time = fc.integer({ min: 0, max: 24 * 4 - 1 }).map((quarter) => quarter * 15);
    const someTyped = fc.record({
      day: fc.integer({ min: 1, max: 700 }),
      start: time,
      lasts: fc.integer({ min: 1, max: 13 * 24 }),
      capacity: fc.option(fc.integer({ min: 200, max: 5000 }), { nil: undefined }),
      reserves: fc.boolean(),
      guests: fc.integer({ min: 0, max: 9 }),
      reminders: fc.uniqueArray(fc.constantFrom(...meetingReminders.slice(0, 2))),
      repetition: fc.option(fc.constantFrom(...repetitions), { nil: '' }),
      people: fc.constantFrom('group', 'everybody', 'nobody'),
      channels: fc.uniqueArray(fc.constantFrom('all', 'telephony')),
      questions: fc.uniqueArray(fc.constantFrom('Warum?', 'Wozu?', 'Wie?'), { maxLength: 3 }),
      link: fc.constantFrom('', 'https://www.example.org/a'),
    });
    fc.assert(
      fc.property(someTyped, (one) => {
        const startsAt = Math.floor(now / dayMs) * dayMs + one.day * dayMs + one.start * 60_000;
        const meeting = aMeeting({ startsAt, endsAt: startsAt + one.lasts * hourMs, mostGuests: one.guests });
        const shown = toMeetingFormFields(meeting, context.channels);
        // The second one of an hour that the clocks show twice cannot be typed.
        const local = fromLocalTime(shown.date, shown.startTime);
        const ends = fromLocalTime(shown.endDate || shown.date, shown.endTime);
        fc.pre(local.kind === 'instant' && local.instant === startsAt);
        fc.pre(ends.kind === 'instant' && ends.instant === meeting.endsAt);
        const fields: TypedMeeting = {
          ...shown,
          userGroup: 'telephony',
          capacity: one.capacity === undefined ? '' : String(one.capacity),
          seatsPerCommune: one.reserves && one.capacity !== undefined ? '1' : '',
          reminders: one.reminders.join(','),
          repetition: one.repetition,
          people: one.people,
          channels: one.channels.join(','),
          link: one.link,
          question1: one.questions[0] ?? '',
          question2: one.questions[1] ?? '',
          question3: one.questions[2] ?? '',
        };
        fc.pre(one.capacity === undefined || one.capacity >= 59);

        const first = valueOf(fields);

        expect(first).toMatchObject({ startsAt, endsAt: meeting.endsAt });
        expect(valueOf(toMeetingFormFields(first, context.channels))).toEqual(first);
      }),
    );
  });
});

describe('what is wrong in a form (faults 32, 33, 35)', () => {
  const long = (count: number) => 'x'.repeat(count);
  const eightTopics = Array.from({ length: 8 }, (_, index) => `t${index}`).join(',');

  it.each<[string, TypedMeeting, string]>([
    ['no title', { title: '' }, 'title-missing'],
    ['a title of signs', { title: '…!?' }, 'title-missing'],
    ['a long title', { title: long(101) }, 'title-too-long'],
    ['an unknown group', { userGroup: 'gone' }, 'group-gone'],
    ['no day', { date: '' }, 'date-missing'],
    ['31.02.', { date: '31.02.2027' }, 'date-invalid'],
    ['a day in words', { date: 'morgen halb drei' }, 'date-invalid'],
    ['no beginning', { startTime: '' }, 'start-missing'],
    ['25:00', { startTime: '25:00' }, 'start-invalid'],
    ['a time in words', { startTime: 'morgen halb drei' }, 'start-invalid'],
    ['the hour that is left out', { date: '2027-03-28', startTime: '02:30' }, 'start-skipped'],
    ['an end in that hour', { date: '2027-03-28', startTime: '01:00', endTime: '2.30' }, 'end-skipped'],
    ['a beginning that is over', { date: '2026-11-22', startTime: '23:00', endTime: '23:59' }, 'start-past'],
    ['yesterday', { date: '21.11.2026' }, 'start-past'],
    ['in three years', { date: '2029-11-22' }, 'start-too-far'],
    ['no end', { endTime: '' }, 'end-missing'],
    ['no time as the end', { endTime: '12:60' }, 'end-invalid'],
    ['an end before the beginning', { endTime: '09:59' }, 'end-before-start'],
    ['an end at the beginning', { endTime: '10:00' }, 'end-before-start'],
    ['a last day before the first', { endDate: '2.12.2026' }, 'end-before-start'],
    ['no day as the last', { endDate: 'Freitag' }, 'end-date-invalid'],
    ['fifteen days', { endDate: '2026-12-18' }, 'lasts-too-long'],
    ['a minute too long', { endDate: '2026-12-17', endTime: '10:01' }, 'lasts-too-long'],
    ['no place', { address: '' }, 'place-missing'],
    ['a place of signs', { address: '-' }, 'place-missing'],
    ['a long address', { address: long(201) }, 'address-too-long'],
    ['a link without a host', { link: 'treffen' }, 'link-invalid'],
    ['a link that runs', { link: 'javascript:alert(1)' }, 'link-invalid'],
    ['a link into one’s own network', { link: 'http://localhost/treffen' }, 'link-invalid'],
    ['a link that is no web address', { link: 'ftp://example.org' }, 'link-invalid'],
    ['a long link', { link: `https://example.org/${long(500)}` }, 'link-too-long'],
    ['nobody chosen', { people: '' }, 'people-missing'],
    ['an unknown channel', { channels: 'telephony,gone' }, 'channels-gone'],
    ['a channel of another group', { channels: 'roads' }, 'channels-other-group'],
    ['no seats', { capacity: '0' }, 'capacity-invalid'],
    ['fewer than none', { capacity: '-1' }, 'capacity-invalid'],
    ['half a seat', { capacity: '2.5' }, 'capacity-invalid'],
    ['half a seat, with a comma', { capacity: '2,5' }, 'capacity-invalid'],
    ['seats in words', { capacity: 'zwanzig' }, 'capacity-invalid'],
    ['too many seats', { capacity: '5001' }, 'capacity-invalid'],
    ['no reserved seats', { capacity: '80', seatsPerCommune: '0' }, 'reserved-invalid'],
    ['seats reserved of as many as come', { seatsPerCommune: '1' }, 'reserved-without-capacity'],
    ['more reserved than there are', { capacity: '117', seatsPerCommune: '2' }, 'reserved-too-many'],
    ['ten guests', { mostGuests: '10' }, 'guests-invalid'],
    ['guests in words', { mostGuests: 'zwei' }, 'guests-invalid'],
    ['no day to answer by', { respondBy: 'bald' }, 'respond-by-invalid'],
    ['answers by yesterday', { respondBy: '21.11.2026' }, 'respond-by-past'],
    ['answers after the beginning', { respondBy: '4.12.2026' }, 'respond-by-late'],
    ['a long description', { description: long(2001) }, 'description-too-long'],
    ['a long second question', { question2: long(151) }, 'question2-too-long'],
    ['an unknown topic', { topics: 't1,gone' }, 'topics-gone'],
    ['nine topics', { topics: `${eightTopics},t8` }, 'topics-too-many'],
    ['a reminder of no day', { reminders: 'week,respond-by' }, 'reminder-without-day'],
  ])('%s is named, alone', (_, fields, problem) => {
    expect(problemsOf(fields).map(({ kind }) => kind)).toEqual([problem]);
  });

  it.each<[string, TypedMeeting]>([
    ['the longest title', { title: long(100) }],
    ['a meeting in two minutes', { date: '2026-11-22', startTime: '23:32', endTime: '23:59' }],
    ['two nights', { endDate: '5.12.2026' }],
    ['fourteen days', { endDate: '2026-12-17', endTime: '10:00' }],
    ['two years ahead', { date: '2028-11-22' }],
    ['online alone', { address: '', link: 'http://example.org' }],
    ['one seat', { capacity: '1' }],
    ['the most seats', { capacity: '5.000' }],
    ['exactly as many reserved as there are', { capacity: '118', seatsPerCommune: '2' }],
    ['answers until today', { respondBy: '2026-11-22' }],
    ['answers until it begins', { respondBy: '2026-12-03' }],
    ['eight topics', { topics: eightTopics }],
    ['a channel of the community', { channels: 'all,telephony' }],
    ['an hour that comes twice', { date: '2027-10-31', startTime: '02:30' }],
  ])('%s is not', (_, fields) => {
    expect(problemsOf(fields)).toEqual([]);
  });

  it('is said all at once, in the order of the form', () => {
    const kinds = problemsOf({ title: '', date: '', capacity: 'zwanzig', people: '' }).map(
      ({ kind }) => kind,
    );

    expect(kinds).toEqual(['title-missing', 'date-missing', 'people-missing', 'capacity-invalid']);
  });

  it('tells how many it is about', () => {
    expect(problemsOf({ title: long(101) })).toEqual([{ kind: 'title-too-long', number: 101 }]);
    expect(problemsOf({ capacity: '10', seatsPerCommune: '1' })).toEqual([
      { kind: 'reserved-too-many', number: 59 },
    ]);
  });

  it('leaves the form as it was typed, dates and times as clients show them', () => {
    const wrong = {
      ...typed,
      title: '',
      date: '3.12.26',
      startTime: '14 Uhr',
      endTime: 'halb drei',
      capacity: 'zwanzig',
      link: 'treffen',
      topics: 't1',
      channels: 'telephony',
      reminders: 'day',
    };

    expect(check(wrong).fields).toEqual({
      ...emptyMeetingForm,
      ...wrong,
      date: '2026-12-03',
      startTime: '14:00',
    });
  });

  it('is cut to what a card can hold, without what hides or turns it', () => {
    const { fields } = check({ title: `KI\u202E${'Wort '.repeat(4000)}`, description: 'Wort '.repeat(4000) });

    expect(fields.title).toMatch(/^KIWort Wort/);
    expect(fields.title.length).toBeLessThanOrEqual(600);
    expect(fields.description.length).toBeLessThanOrEqual(3500);
  });
});
