import { describe, expect, it } from 'vitest';
import { digestCard, digestTitle } from '../../../src/cards/digest-card.ts';
import {
  meetingCancelledCard,
  meetingChangedCard,
  meetingChangedSummary,
} from '../../../src/cards/meetings/meeting-news-card.ts';
import {
  meetingReminderCard,
  meetingReminderSummary,
} from '../../../src/cards/meetings/meeting-reminder-card.ts';
import { dayMs, hourMs } from '../../../src/domain/instant.ts';
import { buttonsOf, wordsOf } from '../../support/conversation.ts';
import { acceptedMeeting, aChange, longChange, longComing } from '../../support/meeting-news-cards.ts';
import { aMeetingViewer, anRsvp, aShownMeeting, startsAt } from '../../support/meeting-details-cards.ts';

const personal = { shared: false, dialogs: true };
const titlesOf = (card: unknown) => buttonsOf(card).map(({ title }) => title);
const { before, after } = aChange();

describe('the news of a change', () => {
  it('sets old and new below each other, one after the other as they are read', () => {
    const lines = wordsOf(meetingChangedCard(acceptedMeeting(), aChange(), personal)).split('\n');

    expect(lines.slice(0, 10)).toEqual([
      'Das Treffen „KI-Telefonservice und Antragsprüfung“ wurde verlegt.',
      'Zeit',
      'Bisher: Donnerstag, 26. November 2026, 10:00 bis 12:30 Uhr',
      'Neu: Donnerstag, 3. Dezember 2026, 10:00 bis 12:30 Uhr',
      'Ort',
      'Bisher: Kreishaus Olpe',
      'Neu: Sonnenblumenallee 3, Hemer',
      'Antwort bis',
      'Bisher: Freitag, 20. November 2026',
      'Neu: Freitag, 27. November 2026',
    ]);
  });

  it('says of a day for answers that there is none', () => {
    const { respondBy: _, ...without } = after;
    const card = meetingChangedCard(
      acceptedMeeting(),
      aChange({ fields: ['respondBy'], after: without }),
      personal,
    );

    expect(wordsOf(card)).toContain(
      'wurde verlegt.\nAntwort bis\nBisher: Freitag, 20. November 2026\nNeu: bis zum Beginn\n',
    );
  });

  it('keeps what people typed as it is', () => {
    const title = '**Fett** [Klick](https://evil.example)';
    const card = meetingChangedCard(
      acceptedMeeting({ title }),
      aChange({ fields: ['title'], before: { ...before, title: '_alt_' }, after: { ...after, title } }),
      personal,
    );
    const textBlocks = JSON.stringify(card).match(/"type":"TextBlock","text":"[^"]*"/g) ?? [];

    expect(textBlocks.filter((words) => words.includes('Klick') || words.includes('_alt_'))).toEqual([]);
  });

  it('names in the notification what the meeting is called and when it is now', () => {
    const { place } = before;

    expect(meetingChangedSummary(acceptedMeeting(), aChange())).toBe(
      'Verlegt: KI-Telefonservice und Antragsprüfung, Do., 3.12.2026, 10:00 Uhr',
    );
    expect(meetingChangedSummary(acceptedMeeting(), aChange({ before: { ...after, place } }))).toMatch(
      /^Verlegt/,
    );
    expect(meetingChangedSummary(acceptedMeeting(), aChange({ before: after }))).toMatch(/^Geändert/);
  });

  it('offers what can still be said to somebody who waits, and nothing else', () => {
    const rsvp = anRsvp({ answer: 'accepted', waitingNumber: 3 });
    const viewer = { ...aMeetingViewer, rsvp, waitingPlace: 1 };

    const card = meetingChangedCard(aShownMeeting({}, { viewer }), aChange(), personal);

    expect(titlesOf(card)).toEqual(['Vielleicht', 'Absagen', 'In Kalender', 'Ansehen']);
    expect(JSON.stringify(card)).not.toContain('teams.example.org');
  });
});

describe('the news that a meeting falls out', () => {
  it('is one sentence, and the reason where there is one', () => {
    const state = { kind: 'cancelled', at: 0, reason: 'Krank.\n\nLeider.' } as const;
    const sentence =
      'Das Treffen „KI-Telefonservice und Antragsprüfung“ am Donnerstag, 3. Dezember 2026 fällt aus.';

    const withReason = wordsOf(meetingCancelledCard(acceptedMeeting({ state }), personal));
    const without = wordsOf(
      meetingCancelledCard(acceptedMeeting({ state: { kind: 'cancelled', at: 0 } }), personal),
    );

    expect(withReason).toBe(`${sentence}\nGrund: Krank. Leider.`);
    expect(without).toBe(sentence);
  });
});

describe('a reminder', () => {
  it.each([
    [7 * dayMs, 'In einer Woche, am Donnerstag, 3. Dezember, um 10:00 Uhr beginnt dieses Treffen.'],
    [3 * dayMs, 'In drei Tagen, am Donnerstag, 3. Dezember, um 10:00 Uhr beginnt dieses Treffen.'],
    [dayMs, 'Morgen um 10:00 Uhr beginnt dieses Treffen.'],
    [11 * hourMs, 'Morgen um 10:00 Uhr beginnt dieses Treffen.'],
    [2 * hourMs, 'Heute um 10:00 Uhr beginnt dieses Treffen.'],
  ])('%i ms before says when it begins, by the days of the calendar', (beforeMs, sentence) => {
    const shown = acceptedMeeting({}, { now: startsAt - beforeMs });

    expect(wordsOf(meetingReminderCard(shown, 'day', personal)).split('\n')[0]).toBe(sentence);
  });

  it.each([
    ['2026-11-22', 'heute'],
    ['2026-11-23', 'morgen, Montag, 23. November'],
    ['2026-11-27', 'Freitag, 27. November'],
  ])('to answer until %s says %s', (respondBy, words) => {
    const shown = aShownMeeting({ respondBy });

    expect(wordsOf(meetingReminderCard(shown, 'respond-by', personal)).split('\n')[0]).toBe(
      `Sind Sie dabei? Bitte antworten Sie bis ${words}.`,
    );
    expect(meetingReminderSummary(shown, 'respond-by')).toBe(
      `Bitte antworten Sie bis ${words}: KI-Telefonservice und Antragsprüfung`,
    );
  });

  it('says what was answered, and opens the meeting online for whoever comes', () => {
    const card = meetingReminderCard(acceptedMeeting(), 'day', personal);

    expect(wordsOf(card).split('\n')[1]).toBe('Sie sind dabei, mit einem Gast.');
    expect(titlesOf(card)).toContain('Online teilnehmen');
  });

  it('leaves out the agenda when it was too big', () => {
    const words = wordsOf(meetingReminderCard(acceptedMeeting(), 'day', personal, { short: true }));

    expect(words).not.toContain('Anträge schneller prüfen');
    expect(words).toContain('KI-Telefonservice und Antragsprüfung');
  });
});

describe('what can be pressed', () => {
  it.each([
    ['who has not answered', {}, ['Zusagen', 'Vielleicht', 'Absagen']],
    ['who may come', { rsvp: anRsvp({ answer: 'tentative' }) }, ['Zusagen', 'Absagen']],
    ['who declined', { rsvp: anRsvp({ answer: 'declined' }) }, ['Zusagen', 'Vielleicht']],
    ['who comes, too late', { rsvp: anRsvp({ answer: 'accepted' }), mayAnswer: false }, ['Absagen']],
    ['who declined, too late', { rsvp: anRsvp({ answer: 'declined' }), mayAnswer: false }, []],
  ])('by somebody %s is what they have not said yet', (_name, viewer, titles) => {
    const shown = aShownMeeting(
      { place: { address: 'Hemer' } },
      { viewer: { ...aMeetingViewer, ...viewer } },
    );

    const card = meetingReminderCard(shown, 'day', personal);

    expect(titlesOf(card)).toEqual([...titles, 'In Kalender', 'Ansehen']);
  });

  it('is not that somebody does not come any more after it has begun', () => {
    const viewer = { ...aMeetingViewer, rsvp: anRsvp({ answer: 'accepted' }), mayAnswer: false };
    const shown = aShownMeeting({ place: { address: 'Hemer' } }, { viewer, now: startsAt });

    expect(titlesOf(meetingChangedCard(shown, aChange(), personal))).toEqual(['In Kalender', 'Ansehen']);
  });
});

describe('the shortest card', () => {
  it.each([
    ['news', meetingChangedCard(longComing(), longChange(), personal, { short: true })],
    ['a reminder', meetingReminderCard(longComing(), 'day', personal, { short: true })],
  ])('of %s has 5 KB at most, however much was typed', (_name, card) => {
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(5000);
  });
});

describe('meetings in the daily collection', () => {
  const results = { text: 'Wort '.repeat(200), links: [], treated: [], at: 0, edition: 1 };
  const of = { reminder: 'day', shown: acceptedMeeting({ results }, { now: startsAt - dayMs }) } as const;

  it('are named each for what it is', () => {
    const kinds = ['meeting', 'meeting-reminder', 'meeting-results', 'meeting-feedback'] as const;

    expect(kinds.map((kind) => digestTitle({ ...of, kind }))).toEqual([
      'Einladung: KI-Telefonservice und Antragsprüfung, Do., 3.12.2026, 10:00 Uhr',
      'Morgen um 10:00 Uhr: KI-Telefonservice und Antragsprüfung',
      'Ergebnisse: KI-Telefonservice und Antragsprüfung',
      'Wie war es? KI-Telefonservice und Antragsprüfung',
    ]);
  });

  it('shorten the results, and say until when somebody is asked to answer', () => {
    const words = wordsOf(digestCard([{ ...of, kind: 'meeting-results' }]));
    const invitation = wordsOf(digestCard([{ kind: 'meeting', shown: aShownMeeting() }]));

    expect(words).toMatch(/Wort …$/);
    expect(words.length).toBeLessThan(600);
    expect(invitation).toMatch(/Bitte antworten Sie bis Freitag, 27\. November\.$/);
  });

  it('have one button each, which opens it as a message of its own', () => {
    const card = digestCard([
      { ...of, kind: 'meeting' },
      { ...of, kind: 'meeting-feedback' },
    ]);

    expect(buttonsOf(card).map(({ verb }) => verb)).toEqual(['meeting.showNews', 'meeting.showNews']);
  });
});
