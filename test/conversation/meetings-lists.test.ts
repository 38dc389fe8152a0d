import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import type { Rsvp } from '../../src/domain/meetings/rsvp.ts';
import { startCommunity } from '../support/announcements.ts';
import { hemer, menden } from '../support/builders.ts';
import { anna, buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { meetingIn, meetingsOn, saidTo } from '../support/meeting-lists.ts';
import { asBerta, berta, pressed, said } from '../support/user-groups.ts';

let bot: TestBot;

/** Anna organises; Berta is a member. */
beforeEach(async () => {
  bot = await startCommunity();
});

afterEach(async () => {
  await bot.stop();
});

const meeting = (id: string, title: string, days: number, fields: Partial<Meeting> = {}) =>
  meetingIn(bot, days, { ...fields, id, title });
const answered = (id: string, fields: Partial<Rsvp>, who = berta) => saidTo(bot, id, fields, who);
const list = (
  data: Readonly<Record<string, unknown>> = {},
  who: Readonly<Record<string, unknown>> = asBerta,
) => bot.press(pressed('meeting.list', { view: 'next', page: 1, ...data }), 'personal', {}, who);
const press = (card: unknown, title: string, inputs: Readonly<Record<string, string>> = {}) =>
  bot.press(buttonNamed(card, title), 'personal', inputs, asBerta);
const titlesOn = (card: unknown) => buttonsOf(card).map(({ title }) => title);

describe('"Termine"', () => {
  it('says when the next meeting is, and lists them with what somebody said', async () => {
    await meeting('m1', 'Drohnen', 9, { capacity: 12, place: { link: 'https://teams.example.org/x' } });
    await meeting('m2', 'Telefonie', 3, {
      place: { address: 'Rathaus', link: 'https://teams.example.org/x' },
    });
    await answered('m2', { answer: 'accepted' });

    const card = await said(bot, 'Termine', 'personal', asBerta);

    expect(meetingsOn(card)).toEqual(['Telefonie', 'Drohnen']);
    const words = wordsOf(card);
    expect(words).toMatch(
      /^Das nächste Treffen ist am Mittwoch, 25\. November 2026\.\nZwei Termine, der nächste/,
    );
    expect(words).toContain(
      'NOV\n25\nMi\nTelefonie\n10:00 bis 12:00 Uhr · Ganze Community\nVor Ort und online\nSie sind dabei\n›',
    );
    expect(words).toContain('Online · 12 freie Plätze\nSie haben noch nicht geantwortet\n›');
  });

  it.each([
    [{ answer: 'tentative' }, 'Sie kommen vielleicht'],
    [{ answer: 'declined' }, 'Sie haben abgesagt'],
    [{ answer: 'accepted', waitingNumber: 4 }, 'Platz 1 auf der Warteliste'],
    [{ answer: 'accepted', checkedInAt: 1 }, 'Sie sind da'],
  ] as const)('says of %j: %s', async (fields, sentence) => {
    await meeting('m1', 'Drohnen', 9);
    await answered('m1', fields);

    expect(wordsOf(await list()).split('\n')).toContain(sentence);
  });

  it('asks nobody for an answer who cannot give one any more', async () => {
    await meeting('m1', 'Drohnen', 9, { respondBy: '2026-11-21' });

    expect(wordsOf(await list())).not.toContain('Sie haben noch nicht geantwortet');
  });

  it('says that one is on, and what falls out', async () => {
    await meeting('m1', 'Gerade', 0);
    await meeting('m2', 'Ausgefallen', 1, { state: { kind: 'cancelled', at: 1 } });

    const words = wordsOf(await list());

    expect(words).toMatch(/^Gerade findet ein Treffen statt\.\n/);
    expect(words).toContain('Fällt aus: Ausgefallen');
  });

  it('says so when the only one falls out', async () => {
    await meeting('m1', 'Ausgefallen', 1, { capacity: 5, state: { kind: 'cancelled', at: 1 } });

    const words = wordsOf(await list());

    expect(words).toMatch(/^Das geplante Treffen fällt aus\.\n/);
    expect(words).not.toContain('freie');
  });

  it('has five on a page, leads to the next and back, and from the details to the same page', async () => {
    for (let index = 1; index <= 7; index += 1) {
      await meeting(`m${index}`, `Nummer ${index}`, index);
    }

    const first = await list();
    const second = await press(first, 'Weiter');
    const again = await press(second, 'Zurückblättern');
    const details = await press(second, 'Treffen „Nummer 6“ ansehen');

    expect(meetingsOn(first)).toEqual([1, 2, 3, 4, 5].map((index) => `Nummer ${index}`));
    expect(wordsOf(first)).toContain('Seite 1 von 2');
    expect(meetingsOn(second)).toEqual(['Nummer 6', 'Nummer 7']);
    expect(again).toEqual(first);
    expect(await press(details, 'Zurück')).toEqual(second);
    expect(await list({ page: 40 })).toEqual(second);
  });

  it('is empty at first, and says what to do', async () => {
    const forMembers = await list();
    const forOrganisers = await list({}, {});

    expect(wordsOf(forMembers)).toMatch(/^Noch ist kein Treffen geplant\.\n.*„Thema vorschlagen“/);
    expect(titlesOn(forMembers)).not.toContain('Treffen planen');
    expect(wordsOf(forOrganisers)).toMatch(/^Noch ist kein Treffen geplant\.\nMit „Treffen planen“/);
    expect(titlesOn(forOrganisers)).toContain('Treffen planen');
    expect(wordsOf(await press(forMembers, 'Meine Termine'))).toMatch(
      /^Sie haben zu keinem der nächsten Treffen zugesagt\./,
    );
    expect(wordsOf(await press(forMembers, 'Vergangene'))).toMatch(/^Noch hat kein Treffen stattgefunden\./);
  });

  it('shows what people typed as they typed it', async () => {
    await meeting('m1', '**Fett** [Link](https://example.org)', 1);

    const card = await list();

    expect(wordsOf(card)).toContain('**Fett** [Link](https://example.org)');
    expect(JSON.stringify(card)).not.toContain('"type":"TextBlock","text":"**Fett');
  });
});

it('"Meine Termine" are those that somebody said yes or perhaps to', async () => {
  await meeting('m1', 'Zugesagt', 4);
  await meeting('m2', 'Vielleicht', 3);
  await meeting('m3', 'Abgesagt', 2);
  await meeting('m4', 'Offen', 1);
  await meeting('m5', 'Vorbei', -2);
  await answered('m1', { answer: 'accepted' });
  await answered('m2', { answer: 'tentative' });
  await answered('m3', { answer: 'declined' });
  await answered('m4', { answer: 'accepted' }, anna);
  await answered('m5', { answer: 'accepted' });

  const mine = await said(bot, 'Meine Termine', 'personal', asBerta);

  expect(meetingsOn(mine)).toEqual(['Vielleicht', 'Zugesagt']);
  expect(wordsOf(mine)).toMatch(/^Ihr nächstes Treffen ist am Mittwoch, 25\. November 2026\./);
});

it('"Vergangene Treffen" say how many communes took part and what came of it, the last one first', async () => {
  const seats = { accepted: 3, taken: 3, takenByCommune: {}, tentative: 0, declined: 0, waiting: 0 };
  const results = { text: 'Zwei Kommunen\nhaben berichtet.', links: [], treated: [], at: 1, edition: 1 };
  await meeting('m1', 'Erstes', -30, {
    seats: { ...seats, takenByCommune: { [menden]: 2, [hemer]: 1 } },
  });
  await meeting('m2', 'Zweites', -2, { results });
  await meeting('m3', 'Ausgefallen', -3, { state: { kind: 'cancelled', at: 1 } });
  await meeting('m4', 'Kommt noch', 1);
  await answered('m1', { answer: 'accepted', checkedInAt: 1 });

  const past = await said(bot, 'Vergangene Treffen', 'personal', asBerta);

  expect(meetingsOn(past)).toEqual(['Zweites', 'Erstes']);
  const words = wordsOf(past);
  expect(words).toMatch(/^Zwei vergangene Treffen, das letzte zuerst\.\n/);
  expect(words).toContain('Ergebnisse: Zwei Kommunen haben berichtet.');
  expect(words).toContain('3 Zusagen aus 2 Kommunen\nSie waren da\n›');
});

describe('drafts', () => {
  it('are seen by whoever wrote them, and open as drafts', async () => {
    await meeting('m1', 'Annas Entwurf', 3, { state: { kind: 'draft' } });

    const all = await list({}, {});
    const own = await bot.press(buttonNamed(all, 'Entwürfe'));
    const others = await list({ view: 'drafts' });

    expect(meetingsOn(all)).toEqual([]);
    expect(meetingsOn(own)).toEqual(['Annas Entwurf']);
    expect(wordsOf(own)).toMatch(/^Ein Entwurf, den nur Sie sehen\./);
    expect(buttonNamed(own, 'Entwurf „Annas Entwurf“ ansehen')).toMatchObject({
      verb: 'meeting.showDraft',
      data: { meetingId: 'm1' },
    });
    expect(meetingsOn(others)).toEqual([]);
  });
});
