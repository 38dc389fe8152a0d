import { describe, expect, it } from 'vitest';
import { calendarFeedCard, meetingCalendarCard } from '../../../src/cards/meetings/meeting-calendar-card.ts';
import { aUserGroup } from '../../support/builders.ts';
import { breachesOf } from '../../support/card-breaches.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../../support/conversation.ts';
import { anOfferedCalendar, drawMeetingCalendarCards } from '../../support/meeting-calendar-cards.ts';

const place = { surface: { shared: false, dialogs: true }, home: 'https://bot.example.org' };
const from = { view: 'mine', page: 2 } as const;
const path = '/files/user-groups/g1.ics?key=k';

describe('the card of a meeting for calendars', () => {
  it('leads to the file, to Outlook, to the calendar of its group, and back', () => {
    const card = meetingCalendarCard(anOfferedCalendar(), place, from);

    expect(buttonNamed(card, 'Datei laden').url).toBe(
      'https://bot.example.org/files/meetings/0f8fad5b-d9cb-469f-a165-70867728950e.ics?key=3f2f0b1f-7a55-4f0e-8a43-0c7c7b1f3f64',
    );
    expect(buttonNamed(card, 'In Outlook öffnen').url).toContain('outlook.office.com');
    expect(buttonNamed(card, 'Kalender abonnieren')).toMatchObject({
      verb: 'meeting.showFeed',
      data: { userGroupId: 'g1' },
    });
    expect(buttonNamed(card, 'Zurück')).toMatchObject({
      verb: 'meeting.show',
      data: { meetingId: '0f8fad5b-d9cb-469f-a165-70867728950e', from },
    });
    expect(wordsOf(card)).toContain('Donnerstag, 3. Dezember 2026, 10:00 bis 12:30 Uhr');
  });

  it('warns of the link only where there is one', () => {
    const online = { link: 'https://teams.example.org/join' };

    expect(wordsOf(meetingCalendarCard(anOfferedCalendar({ place: online }), place, from))).toContain(
      'Geben Sie die Datei nicht weiter',
    );
    expect(wordsOf(meetingCalendarCard(anOfferedCalendar(), place, from))).not.toContain('Link');
  });

  it('takes a meeting that falls out of the calendar, and puts it into none', () => {
    const cancelled = anOfferedCalendar({ state: { kind: 'cancelled', at: 0 } });

    const card = meetingCalendarCard(cancelled, place, from);

    const titles = buttonsOf(card).map(({ title }) => title);
    expect(wordsOf(card)).toMatch(/^Dieses Treffen fällt aus\./);
    expect(titles).toEqual(['Datei laden', 'Kalender abonnieren', 'Zurück']);
  });

  it('shows what people typed literally', () => {
    const title = '[Klick](https://evil.example)';

    const card = meetingCalendarCard(anOfferedCalendar({ title }), place, from);

    expect(wordsOf(card)).toContain(title);
    expect(JSON.stringify(card.body.filter(({ type }) => type === 'TextBlock'))).not.toContain('Klick');
  });
});

describe('the card of a calendar to subscribe to', () => {
  it('shows its address for programs of every kind', () => {
    const card = calendarFeedCard({ kind: 'shown', path, organises: false }, place);

    const lines = wordsOf(card).split('\n');
    expect(lines).toContain('https://bot.example.org/files/user-groups/g1.ics?key=k');
    expect(lines).toContain('webcal://bot.example.org/files/user-groups/g1.ics?key=k');
    expect(wordsOf(card)).toContain('Geben Sie sie nicht weiter');
    expect(new URL(buttonNamed(card, 'In Outlook abonnieren').url ?? '').searchParams.get('url')).toBe(
      'https://bot.example.org/files/user-groups/g1.ics?key=k',
    );
  });

  it('lets organisers renew the address, after a second press', () => {
    const userGroup = aUserGroup();

    const forAll = calendarFeedCard({ kind: 'shown', userGroup, path, organises: false }, place);
    const card = calendarFeedCard({ kind: 'shown', userGroup, path, organises: true }, place);

    const hidden = card.body.find(({ isVisible }) => isVisible === false);
    expect(buttonsOf(forAll).map(({ verb }) => verb)).not.toContain('meeting.renewFeed');
    expect(buttonNamed(hidden, 'Neue Adresse vergeben')).toMatchObject({
      verb: 'meeting.renewFeed',
      data: { userGroupId: 'g1' },
    });
    expect(buttonNamed(card, 'Adresse erneuern').type).toBe('Action.ToggleVisibility');
  });

  it('says after that what follows, and offers it no second time', () => {
    const card = calendarFeedCard({ kind: 'renewed', path, organises: true }, place);

    expect(wordsOf(card)).toMatch(/^Der Kalender hat jetzt eine neue Adresse\./);
    expect(wordsOf(card)).toContain('Die alte öffnet nichts mehr.');
    expect(buttonsOf(card).map(({ verb }) => verb)).not.toContain('meeting.renewFeed');
  });
});

it.each(Object.entries(drawMeetingCalendarCards()))('the card "%s" breaks no rule', (_, card) => {
  expect(breachesOf({ ...Object(card) })).toEqual([]);
});
