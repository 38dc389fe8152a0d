import { describe, expect, it } from 'vitest';
import { meetingCard } from '../../../src/cards/meetings/meeting-card.ts';
import type { Meeting } from '../../../src/domain/meetings/meeting.ts';
import type { Rsvp } from '../../../src/domain/meetings/rsvp.ts';
import type { MeetingViewer } from '../../../src/features/meetings/meeting-results.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../../support/conversation.ts';
import {
  aMeetingViewer,
  anRsvp,
  aShownMeeting,
  cardsNow,
  endsAt,
  startsAt,
} from '../../support/meeting-details-cards.ts';

const personal = { shared: false, dialogs: true };
const channel = { shared: true, dialogs: true };

const titlesOf = (card: unknown) => buttonsOf(card).map(({ title }) => title);
const linesOf = (card: unknown) => wordsOf(card).split('\n');

function own(viewer: Partial<MeetingViewer>, fields: Partial<Meeting> = {}, now = cardsNow) {
  return meetingCard(aShownMeeting(fields, { viewer: { ...aMeetingViewer, ...viewer }, now }), personal);
}

describe('the own card of a member', () => {
  it.each<readonly [Partial<MeetingViewer>, string, readonly string[]]>([
    [{}, 'Sind Sie dabei?', ['Zusagen', 'Vielleicht', 'Absagen']],
    [{ rsvp: anRsvp({ answer: 'accepted' }) }, 'Sie sind dabei.', ['Vielleicht', 'Absagen']],
    [
      { rsvp: anRsvp({ answer: 'accepted', guests: 1 }) },
      'Sie sind dabei, mit einem Gast.',
      ['Vielleicht', 'Absagen'],
    ],
    [
      { rsvp: anRsvp({ answer: 'accepted', waitingNumber: 9, guests: 2 }), waitingPlace: 3 },
      'Sie stehen mit zwei Gästen auf Platz 3 der Warteliste.',
      ['Vielleicht', 'Absagen'],
    ],
    [{ rsvp: anRsvp({ answer: 'tentative' }) }, 'Sie kommen vielleicht.', ['Zusagen', 'Absagen']],
    [{ rsvp: anRsvp({ answer: 'declined' }) }, 'Sie haben abgesagt.', ['Zusagen', 'Vielleicht']],
  ])('says of %j: %s', (viewer, sentence, titles) => {
    const card = own(viewer);

    expect(linesOf(card)[0]).toBe(sentence);
    expect(card.fallbackText.startsWith(sentence)).toBe(true);
    expect(titlesOf(card).filter((title) => /sagen|Vielleicht/.test(title))).toEqual(titles);
    expect(titlesOf(card)).toContain('In Kalender');
  });

  it('has what just happened in its first line instead', () => {
    const card = meetingCard(aShownMeeting(), personal, { outcome: 'Ihre Absage ist eingetragen.' });

    expect(linesOf(card)[0]).toBe('Ihre Absage ist eingetragen.');
    expect(wordsOf(card)).not.toContain('Sind Sie dabei?');
  });

  it('says why it falls out below what just happened, too', () => {
    const state = { kind: 'cancelled', at: 0, reason: 'Die Referentin ist erkrankt.' } as const;
    const card = meetingCard(aShownMeeting({ state }), personal, { outcome: 'Dieses Treffen fällt aus.' });

    expect(linesOf(card).slice(0, 2)).toEqual([
      'Dieses Treffen fällt aus.',
      'Grund: Die Referentin ist erkrankt.',
    ]);
    expect(wordsOf(own({}, { state })).match(/Grund:/g)).toHaveLength(1);
  });

  it.each<readonly [Partial<Rsvp> | undefined, boolean]>([
    [undefined, false],
    [{ answer: 'declined' }, false],
    [{ answer: 'accepted', waitingNumber: 2 }, false],
    [{ answer: 'tentative' }, true],
    [{ answer: 'accepted' }, true],
  ])('shows the link to those who come or may: %j', (fields, isShown) => {
    const card = own(fields === undefined ? {} : { rsvp: anRsvp(fields), waitingPlace: 1 });

    expect(titlesOf(card).includes('Online teilnehmen')).toBe(isShown);
    expect(JSON.stringify(card).includes('teams.example.org')).toBe(isShown);
  });

  it('names the host that the link leads to', () => {
    const card = own({ rsvp: anRsvp({ answer: 'accepted' }) });

    expect(linesOf(card)).toContain('Online über teams.example.org');
    expect(buttonNamed(card, 'Online teilnehmen').url).toBe('https://teams.example.org/treffen/1');
  });

  it.each<readonly [Partial<Meeting>, Rsvp['answer'], boolean]>([
    [{}, 'accepted', false],
    [{ mostGuests: 1 }, 'accepted', true],
    [{ questions: ['Was möchten Sie wissen?'] }, 'tentative', true],
    [{ mostGuests: 1 }, 'declined', false],
    [{ mostGuests: 1 }, undefined, false],
  ])('asks for more where there is more to say: %j, %s', (fields, answer, isAsked) => {
    const card = own(answer === undefined ? {} : { rsvp: anRsvp({ answer }) }, fields);

    expect(titlesOf(card).includes('Angaben ergänzen')).toBe(isAsked);
  });

  it('lets who comes decline after the last day for answers, until it begins, and nobody do anything else', () => {
    const late = Date.UTC(2026, 10, 28, 9);
    const accepted = { rsvp: anRsvp({ answer: 'accepted' }), mayAnswer: false };
    const answersOf = (card: unknown) => titlesOf(card).filter((title) => /sagen|Vielleicht/.test(title));

    expect(answersOf(own(accepted, {}, late))).toEqual(['Absagen']);
    expect(answersOf(own(accepted, {}, startsAt))).toEqual([]);
    expect(answersOf(own({ rsvp: anRsvp({ answer: 'declined' }), mayAnswer: false }, {}, late))).toEqual([]);
    expect(answersOf(own({ mayAnswer: false }, {}, late))).toEqual([]);
    expect(linesOf(own({ mayAnswer: false }, {}, late))[0]).toBe(
      'Für dieses Treffen sind keine Antworten mehr möglich.',
    );
  });

  it('asks once whether somebody is there', () => {
    const accepted = anRsvp({ answer: 'accepted' });
    const here = { ...accepted, checkedInAt: startsAt };

    expect(titlesOf(own({ rsvp: accepted, mayAnswer: false }, {}, startsAt))[0]).toBe('Ich bin da');
    expect(titlesOf(own({ mayAnswer: false }, {}, startsAt))[0]).toBe('Ich bin da');
    const after = own({ rsvp: here, mayAnswer: false }, {}, startsAt);
    expect(titlesOf(after)).not.toContain('Ich bin da');
    expect(linesOf(after)[0]).toBe('Sie sind da.');
  });

  it.each<readonly [Partial<Rsvp> | undefined, boolean]>([
    [{ answer: 'accepted' }, true],
    [{ checkedInAt: startsAt }, true],
    [{ answer: 'accepted', feedbackGiven: true }, false],
    [{ answer: 'declined' }, false],
    [undefined, false],
  ])('asks those who were there afterwards how it was, once: %j', (fields, isAsked) => {
    const viewer = { mayAnswer: false, ...(fields !== undefined && { rsvp: anRsvp(fields) }) };

    expect(titlesOf(own(viewer, {}, endsAt)).includes('Rückmeldung geben')).toBe(isAsked);
  });

  it('leads to the World Café where there is one', () => {
    const shown = aShownMeeting({}, { viewer: { ...aMeetingViewer, rsvp: anRsvp({ answer: 'accepted' }) } });

    expect(titlesOf(meetingCard({ ...shown, cafe: { isSeated: true } }, personal))).toEqual(
      expect.arrayContaining(['Meine Tische', 'Themen wählen']),
    );
    expect(titlesOf(meetingCard(shown, personal))).not.toContain('Meine Tische');
  });

  it('says that it falls out and leaves nothing to answer', () => {
    const state = { kind: 'cancelled', at: cardsNow } as const;

    const card = own({ rsvp: anRsvp({ answer: 'accepted' }), mayAnswer: false }, { state });

    expect(linesOf(card)[0]).toBe('Fällt aus');
    expect(titlesOf(card)).toEqual([]);
  });

  it('tells people without an account why they cannot answer', () => {
    const card = meetingCard(aShownMeeting({}, { viewer: { mayAnswer: false, organises: false } }), personal);

    expect(linesOf(card)[0]).toBe('Zusagen können alle, die mit ihrem eigenen Konto angemeldet sind.');
    expect(titlesOf(card)).toEqual(['In Kalender']);
  });

  it('leads back to the list with everything that it was opened from, and organisers on', () => {
    const from = { view: 'mine', page: 3 } as const;
    const shown = aShownMeeting({}, { viewer: { ...aMeetingViewer, organises: true } });

    const card = meetingCard(shown, personal, { from });

    expect(buttonNamed(card, 'Zurück')).toMatchObject({ verb: 'meeting.list', data: from });
    for (const title of ['Zusagen', 'In Kalender', 'Organisieren']) {
      expect(buttonNamed(card, title).data).toMatchObject({ meetingId: 'm1', from });
    }
    expect(titlesOf(meetingCard(shown, personal))).not.toContain('Zurück');
    expect(titlesOf(own({}))).not.toContain('Organisieren');
  });

  it('is submitted where it stands in a dialog', () => {
    const card = meetingCard(aShownMeeting(), { ...channel, inDialog: true });

    expect(buttonNamed(card, 'Zusagen')).toMatchObject({
      type: 'Action.Submit',
      data: { verb: 'meeting.respond', answer: 'accepted' },
    });
  });
});
