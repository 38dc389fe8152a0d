import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meetingId } from '../../src/domain/ids.ts';
import { dayMs, hourMs } from '../../src/domain/instant.ts';
import { asCarla, bertasGroup } from '../support/announcements.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { startAsking } from '../support/inquiries.ts';
import { inputOf, published, storedMeeting, storedMeetings, typedIn } from '../support/meeting-planning.ts';
import { publishedMeeting } from '../support/meetings.ts';
import { valueOf } from '../support/user-group-cards.ts';
import { asBerta, pressed } from '../support/user-groups.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await startAsking();
  await bot.say('Hallo');
});

afterEach(async () => {
  await bot.stop();
});

type Data = Readonly<Record<string, unknown>>;

const from = { view: 'next', page: 2 };
const press = async (verb: string, data: Data = {}, more: Data = {}) =>
  valueOf(await bot.press(pressed(verb, data), 'personal', {}, more));
const pressOn = async (card: unknown, title: string, inputs: Data = {}) =>
  valueOf(await bot.press(buttonNamed(card, title), 'personal', inputs));
const firstLine = (card: unknown) => wordsOf(card).split('\n')[0];

describe('a published meeting', () => {
  it('is changed in the form it was planned in; for whom it is stays', async () => {
    const { id } = await published(bot, { capacity: '20' });
    const form = await press('meeting.offerChange', { meetingId: id, from });

    const done = await pressOn(form, 'Speichern', { ...typedIn(form), startTime: '11.00', capacity: '30' });

    expect(form).toMatchObject({ fallbackText: 'Treffen ändern' });
    expect(typedIn(form)).not.toHaveProperty('people');
    expect(typedIn(form)).not.toHaveProperty('userGroup');
    expect(wordsOf(form)).toContain('Eingeladen bleibt, wer eingeladen ist');
    expect(buttonNamed(form, 'Abbrechen')).toMatchObject({ verb: 'meeting.organise', data: { from } });
    expect(firstLine(done)).toMatch(/^Gespeichert\. Alle, die kommen oder warten, bekommen eine Nachricht/);
    expect(buttonNamed(done, 'Zurück')).toMatchObject({ verb: 'meeting.list', data: from });
    expect(await storedMeeting(bot, id)).toMatchObject({
      startsAt: Date.UTC(2026, 11, 3, 10),
      capacity: 30,
      edition: 2,
      calendarSequence: 1,
      undone: [],
      news: [{ kind: 'changed', before: { startsAt: Date.UTC(2026, 11, 3, 9) } }],
      invited: { people: 'everybody' },
    });
  });

  it('tells nobody what concerns nobody, and does nothing where nothing is new', async () => {
    const { id } = await published(bot);
    const form = await press('meeting.offerChange', { meetingId: id });
    const quiet = await pressOn(form, 'Speichern', { ...typedIn(form), description: 'Es gibt Kuchen.' });
    const again = await press('meeting.offerChange', { meetingId: id });

    const unchanged = await pressOn(again, 'Speichern', typedIn(again));

    expect(firstLine(quiet)).toBe('Gespeichert. Die Karten zeigen es gleich.');
    expect(firstLine(unchanged)).toBe('Genau so stand das Treffen schon da.');
    expect(await storedMeeting(bot, id)).toMatchObject({ edition: 2, news: [] });
  });

  it('is not overwritten by whoever has not seen what changed', async () => {
    const { id } = await published(bot);
    const here = await press('meeting.offerChange', { meetingId: id });
    const there = await press('meeting.offerChange', { meetingId: id });
    await pressOn(there, 'Speichern', { ...typedIn(there), address: 'Rathaus Olpe' });

    const outdated = await pressOn(here, 'Speichern', { ...typedIn(here), title: 'KI am Telefon' });
    const kept = await storedMeeting(bot, id);
    await pressOn(outdated, 'Speichern', typedIn(outdated));

    expect(wordsOf(outdated)).toContain('Wo vor Ort? (Adresse) Rathaus Olpe');
    expect(typedIn(outdated)).toMatchObject({ title: 'KI am Telefon', address: 'Rathaus Musterstadt' });
    expect(kept).toMatchObject({ title: 'KI-Telefonservice im Alltag', place: { address: 'Rathaus Olpe' } });
    expect(await storedMeeting(bot, id)).toMatchObject({ title: 'KI am Telefon', edition: 3 });
  });

  it('is changed while it is going on, and not when it is over or falls out', async () => {
    const now = bot.clock.now();
    await publishedMeeting(bot, { id: meetingId('on'), startsAt: now - hourMs, endsAt: now + hourMs });
    await publishedMeeting(bot, { id: meetingId('over'), startsAt: now - dayMs, endsAt: now - hourMs });
    const out = { id: meetingId('out'), state: { kind: 'cancelled', at: now } as const };
    await publishedMeeting(bot, out, { quietly: true });
    const form = await press('meeting.offerChange', { meetingId: 'on' });

    const done = await pressOn(form, 'Speichern', { ...typedIn(form), address: 'Raum 3' });
    const over = await press('meeting.offerChange', { meetingId: 'over' });
    const late = await press('meeting.change', { ...typedIn(form), meetingId: 'over', edition: 1 });
    const cancelled = await press('meeting.offerChange', { meetingId: 'out' });

    expect(firstLine(done)).toMatch(/^Gespeichert\./);
    expect(firstLine(over)).toBe('Dieses Treffen ist vorbei.');
    expect(firstLine(late)).toBe('Dieses Treffen ist vorbei.');
    expect(wordsOf(cancelled)).toContain('Dieses Treffen fällt aus.');
    expect(await storedMeeting(bot, 'over')).toMatchObject({ edition: 1 });
  });

  it('is neither changed nor cancelled by members, nor by organisers of other groups', async () => {
    await bertasGroup(bot);
    const { id } = await published(bot);
    const typed = { ...typedIn(await press('meeting.offerChange', { meetingId: id })), title: 'Forged' };
    const presses = [
      'offerChange',
      'change',
      'askToCancel',
      'cancel',
      'endSeries',
      'publish',
      'discard',
    ].flatMap((verb) => [asBerta, asCarla].map((who) => [verb, who] as const));

    const answers = await Promise.all(
      presses.map(([verb, who]) => press(`meeting.${verb}`, { ...typed, meetingId: id, edition: 1 }, who)),
    );

    expect(new Set(answers)).toEqual(
      new Set([expect.stringContaining('Das kann nur das Organisationsteam.')]),
    );
    expect(await storedMeeting(bot, id)).toMatchObject({ edition: 1, state: { kind: 'published' } });
  });
});

describe('a meeting that cannot take place', () => {
  it('is cancelled after a question, with the reason, once', async () => {
    const { id } = await published(bot);
    const question = await press('meeting.askToCancel', { meetingId: id, from });
    const cancel = buttonNamed(question, 'Fällt aus');

    const done = valueOf(await bot.press(cancel, 'personal', { reason: 'Die Referentin ist erkrankt.' }));
    const again = valueOf(await bot.press(cancel, 'personal', { reason: 'Anders.' }));
    const asked = await press('meeting.askToCancel', { meetingId: id });

    expect(firstLine(question)).toBe('Soll das Treffen ausfallen?');
    expect(buttonsOf(question).map(({ title }) => title)).toEqual(['Fällt aus', 'Zurück']);
    expect(firstLine(done)).toBe('Das Treffen fällt aus. Alle, die kommen wollten, bekommen eine Nachricht.');
    expect(firstLine(again)).toBe('Dieses Treffen war schon abgesetzt und fällt aus.');
    expect(firstLine(asked)).toBe('Dieses Treffen war schon abgesetzt und fällt aus.');
    const meeting = await storedMeeting(bot, id);
    expect(meeting).toMatchObject({
      state: { kind: 'cancelled', reason: 'Die Referentin ist erkrankt.' },
      news: [{ kind: 'cancelled' }],
      undone: [],
    });
    expect(meeting).not.toHaveProperty('dueAt');
  });

  it('is not cancelled with a reason that is too long, which stays in the form', async () => {
    const { id } = await published(bot);
    const question = await press('meeting.askToCancel', { meetingId: id });

    const refused = await pressOn(question, 'Fällt aus', { reason: 'Wörter '.repeat(100) });

    expect(wordsOf(refused)).toContain('Das sind 699 Zeichen, höchstens 500 sind möglich.');
    expect(String(inputOf(refused, 'reason')['value'])).toMatch(/^Wörter Wörter /);
    expect((await storedMeeting(bot, id)).state.kind).toBe('published');
  });

  it('is no draft and none that is over', async () => {
    const now = bot.clock.now();
    await publishedMeeting(bot, { id: meetingId('over'), startsAt: now - dayMs, endsAt: now - hourMs });
    const draft = { id: meetingId('draft'), state: { kind: 'draft' } as const };
    await publishedMeeting(bot, draft, { quietly: true });

    expect(firstLine(await press('meeting.cancel', { meetingId: 'over' }))).toBe(
      'Dieses Treffen ist vorbei.',
    );
    expect(await press('meeting.cancel', { meetingId: 'draft' })).toContain('noch ein Entwurf');
    expect((await storedMeeting(bot, 'draft')).state.kind).toBe('draft');
  });
});

describe('a series', () => {
  /** Everything that is due is done, as often as the job runs. */
  const until = async (count: number) => {
    await expect.poll(async () => (await storedMeetings(bot)).length, { timeout: 20_000 }).toBe(count);
  };

  it('goes on by itself when a meeting is over, is announced, and ends when it is ended', async () => {
    const first = await published(bot, { repetition: 'weekly', respondBy: '2026-12-01' });

    bot.clock.advance(first.endsAt - bot.clock.now());
    await until(2);
    const next = await storedMeeting(bot, `${first.id}-2`);
    const ended = await press('meeting.endSeries', { meetingId: first.id });
    const again = await press('meeting.endSeries', { meetingId: first.id });
    bot.clock.advance(8 * dayMs);
    await expect.poll(async () => (await storedMeeting(bot, next.id)).dueAt).toBeUndefined();

    expect(next).toMatchObject({
      startsAt: Date.UTC(2026, 11, 10, 9),
      respondBy: '2026-12-08',
      seriesId: first.id,
      seriesNumber: 2,
      state: { kind: 'published' },
    });
    expect(firstLine(ended)).toBe('Die Serie ist beendet. Nach diesem Treffen entsteht kein weiteres.');
    expect(firstLine(again)).toBe('Diese Serie war schon beendet.');
    expect(await storedMeetings(bot)).toHaveLength(2);
    const broadcasts = (await bot.storedDocuments('broadcasts')).map(({ id }) => id);
    expect(broadcasts).toContain(`meeting.${next.id}.people`);
  });

  it('goes on after one that fell out, and says so', async () => {
    const first = await published(bot, { repetition: 'monthly-by-weekday', people: 'nobody' });
    const question = await press('meeting.askToCancel', { meetingId: first.id });

    const done = await pressOn(question, 'Fällt aus');
    bot.clock.advance(first.endsAt - bot.clock.now());
    await until(2);

    expect(wordsOf(question)).toContain('Nur dieses Treffen fällt aus, das nächste der Serie findet statt.');
    expect(firstLine(done)).toContain('Das nächste der Serie findet statt.');
    expect(await storedMeeting(bot, `${first.id}-2`)).toMatchObject({
      startsAt: Date.UTC(2027, 0, 7, 9),
      state: { kind: 'published' },
      news: [],
    });
  });

  it('is none where a meeting is not repeated', async () => {
    const { id } = await published(bot);

    expect(firstLine(await press('meeting.endSeries', { meetingId: id }))).toBe(
      'Dieses Treffen wird nicht wiederholt.',
    );
  });
});
