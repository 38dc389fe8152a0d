import { describe, expect, it } from 'vitest';
import { meetingCard, sharedMeetingCard } from '../../../src/cards/meetings/meeting-card.ts';
import { minuteMs } from '../../../src/domain/instant.ts';
import { meetingId, topicRequestId } from '../../../src/domain/ids.ts';
import type { Meeting } from '../../../src/domain/meetings/meeting.ts';
import { breachesOf } from '../../support/card-breaches.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../../support/conversation.ts';
import {
  aMeetingViewer,
  anRsvp,
  aShownMeeting,
  cardsNow,
  endsAt,
  longMeeting,
  seatsOf,
  startsAt,
} from '../../support/meeting-details-cards.ts';
import { aTopicRequest } from '../../support/topics.ts';

const personal = { shared: false, dialogs: true };
const channel = { shared: true, dialogs: true };

const titlesOf = (card: unknown) => buttonsOf(card).map(({ title }) => title);
const linesOf = (card: unknown) => wordsOf(card).split('\n');
const positiveOf = (card: unknown) => (JSON.stringify(card).match(/"style":"positive"/g) ?? []).length;

function shared(fields: Partial<Meeting> = {}, now = cardsNow) {
  return sharedMeetingCard(aShownMeeting(fields, { now }), channel);
}

describe('the card in a channel', () => {
  it('says date, group, title, time, place, topics and counts, and until when to answer', () => {
    const card = shared();

    expect(wordsOf(card)).toBe(
      [
        'DEZ',
        '3',
        'Do',
        'User Group KI',
        'KI-Telefonservice und Antragsprüfung',
        'Donnerstag, 3. Dezember 2026, 10:00 bis 12:30 Uhr',
        'Sonnenblumenallee 3, Hemer, und online',
        'Themen',
        'Was kann ein KI-Telefonservice heute?  ·  14 Stimmen',
        'Anträge schneller prüfen  ·  9 Stimmen',
        '46',
        'Zusagen aus 31 Kommunen',
        '26',
        'freie Plätze von 72',
        '8',
        'vielleicht',
        'Bitte antworten Sie bis Freitag, 27. November.',
      ].join('\n'),
    );
    expect(titlesOf(card)).toEqual(['Zusagen', 'Vielleicht', 'Absagen', 'In Kalender', 'Ansehen']);
    expect(positiveOf(card)).toBe(1);
    expect(card.fallbackText).toBe(
      'Treffen (User Group KI): KI-Telefonservice und Antragsprüfung. Donnerstag, 3. Dezember 2026, 10:00 bis 12:30 Uhr. Sonnenblumenallee 3, Hemer, und online.',
    );
  });

  it('carries nothing of whoever looks, not even the link', () => {
    const rsvp = anRsvp({ answer: 'accepted', guests: 2, name: 'Berta' });
    const viewer = { ...aMeetingViewer, organises: true, rsvp };

    const card = sharedMeetingCard(aShownMeeting({}, { viewer }), channel);

    expect(card).toEqual(shared());
    expect(JSON.stringify(card)).not.toContain('teams.example.org');
  });

  it.each([
    [{ accepted: 1, taken: 1 }, 1, ['1', 'Zusage aus einer Kommune', '71', 'freie Plätze von 72']],
    [{ accepted: 70, taken: 71 }, 0, ['70', 'Zusagen, mit einem Gast', '1', 'freier Platz von 72']],
    [
      { accepted: 60, taken: 72, waiting: 3 },
      9,
      [
        '60',
        'Zusagen aus 9 Kommunen, mit zwölf Gästen',
        '0',
        'freie Plätze von 72',
        '3',
        'auf der Warteliste',
      ],
    ],
  ])('counts %j', (counts, communes, lines) => {
    const card = shared({ seats: seatsOf(communes, counts) });

    expect(linesOf(card).slice(10, -1)).toEqual(lines);
  });

  it('says nothing of free seats where there are as many as come, nor of topics where there are none', () => {
    const { capacity: _, ...meeting } = aShownMeeting().meeting;

    const card = sharedMeetingCard({ ...aShownMeeting(), meeting, topics: [] }, channel);

    expect(wordsOf(card)).not.toMatch(/Plätze|Themen/);
  });

  it('names a topic without votes alone, and one vote in the singular', () => {
    const topics = [
      aTopicRequest({ title: 'KI im Bauamt', votes: 0 }),
      aTopicRequest({ title: 'KI im Rat', votes: 1 }),
    ];

    const lines = linesOf(sharedMeetingCard(aShownMeeting({}, { topics }), channel));

    expect(lines).toContain('KI im Bauamt');
    expect(lines).toContain('KI im Rat  ·  1 Stimme');
  });

  it('keeps seats until it begins where there is no last day for answers', () => {
    const { respondBy: _, ...meeting } = aShownMeeting({ reserved: { perCommune: 1, communes: 59 } }).meeting;

    expect(wordsOf(sharedMeetingCard({ ...aShownMeeting(), meeting }, channel))).toContain(
      'Bis zum Beginn ist ein Platz für jede der 59 Kommunen reserviert.',
    );
  });

  it('says that seats are kept for each commune as long as answers are taken', () => {
    const reserved = { perCommune: 2, communes: 59 };
    const sentence =
      'Bis zum letzten Tag für Antworten sind zwei Plätze für jede der 59 Kommunen reserviert.';

    expect(linesOf(shared({ reserved }))).toContain(sentence);
    expect(linesOf(shared({ reserved }, Date.UTC(2026, 10, 28, 9)))).not.toContain(sentence);
  });

  it('says first that it falls out and why, and asks for nothing any more', () => {
    const card = shared({ state: { kind: 'cancelled', at: cardsNow, reason: 'Krank.\nBis bald.' } });

    expect(linesOf(card).slice(0, 2)).toEqual(['Fällt aus', 'Grund: Krank. Bis bald.']);
    expect(wordsOf(card)).not.toMatch(/Zusagen|Themen|antworten/);
    expect(titlesOf(card)).toEqual(['Ansehen']);
    expect(card.fallbackText).toMatch(/^Fällt aus: Treffen/);
  });

  it('says when answers were possible as soon as they are not', () => {
    // 27 November ends at midnight in Berlin, an hour before UTC does.
    const last = Date.UTC(2026, 10, 27, 22, 59);

    expect(titlesOf(shared({}, last))).toContain('Zusagen');
    expect(titlesOf(shared({}, last + minuteMs))).toEqual(['In Kalender', 'Ansehen']);
    expect(linesOf(shared({}, last + minuteMs)).at(-1)).toBe(
      'Antworten waren bis Freitag, 27. November möglich.',
    );
  });

  it('asks who is there from half an hour before on, and takes answers until it begins where that is so', () => {
    const { respondBy: _, ...meeting } = aShownMeeting().meeting;
    const before = startsAt - 30 * minuteMs;
    const at = (now: number) => sharedMeetingCard({ ...aShownMeeting(), meeting, now }, channel);

    expect(titlesOf(at(before - 1))[0]).toBe('Zusagen');
    expect(titlesOf(at(before)).slice(0, 4)).toEqual(['Ich bin da', 'Zusagen', 'Vielleicht', 'Absagen']);
    expect(positiveOf(at(before))).toBe(1);
    expect(titlesOf(at(startsAt))).toEqual(['Ich bin da', 'In Kalender', 'Ansehen']);
  });

  it('asks for feedback when it is over, and shows what came of it', () => {
    const results = { text: 'Wir machen weiter.\nIm März.', links: [], treated: [], at: endsAt, edition: 1 };

    const card = shared({ results }, endsAt);

    expect(linesOf(card).slice(-2)).toEqual(['Ergebnisse', 'Wir machen weiter. Im März.']);
    expect(titlesOf(card)).toEqual(['Rückmeldung geben', 'Ansehen', 'Ergebnisse']);
  });

  it('opens details and calendar as dialogs, and answers without one', () => {
    const card = shared();

    expect(buttonNamed(card, 'Ansehen')).toMatchObject({
      type: 'Action.Submit',
      data: { msteams: { type: 'task/fetch' }, verb: 'meeting.show', meetingId: 'm1' },
    });
    expect(buttonNamed(card, 'Zusagen')).toMatchObject({
      type: 'Action.Execute',
      verb: 'meeting.respond',
      data: { meetingId: 'm1', answer: 'accepted' },
    });
  });
});

describe('however much was typed', () => {
  const long = longMeeting();

  it('a card is at most 25 KB, and at most 5 KB where it was refused as too big', () => {
    const bytes = (card: unknown) => Buffer.byteLength(JSON.stringify(card));

    expect(breachesOf({ ...meetingCard(long, personal) })).toEqual([]);
    expect(breachesOf({ ...sharedMeetingCard(long, channel) })).toEqual([]);
    expect(bytes(meetingCard(long, personal, { short: true }))).toBeLessThan(5 * 1024);
    expect(bytes(sharedMeetingCard(long, channel, { short: true }))).toBeLessThan(5 * 1024);
  });

  it('what people wrote in letters of four bytes is shortened until it fits', () => {
    const title = '\u{1F600}'.repeat(50);
    const shown = aShownMeeting(
      { title, description: `${'\u{1F600}'.repeat(50)}\n`.repeat(19), place: { address: title } },
      { topics: Array.from({ length: 8 }, (_, n) => aTopicRequest({ id: topicRequestId(`t${n}`), title })) },
    );

    expect(breachesOf({ ...meetingCard(shown, personal) })).toEqual([]);
  });

  it('words are no markdown anywhere', () => {
    const words = '[hier](https://evil.example) **fett** <at>Anna</at>';
    const shown = aShownMeeting({
      id: meetingId('m1'),
      title: words,
      description: words,
      place: { address: words },
      state: { kind: 'cancelled', at: 0, reason: words },
    });

    for (const card of [meetingCard(shown, personal), sharedMeetingCard(shown, channel)]) {
      expect(JSON.stringify(card)).not.toMatch(/"TextBlock","text":"[^"]*evil/);
    }
  });
});
