import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asCarla, delivered } from '../support/announcements.ts';
import { buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import {
  answered,
  asked,
  bertaInChannel,
  carlaInChannel,
  followed,
  ownList,
  question,
  startAsking,
  threadOf,
} from '../support/inquiries.ts';
import { asBerta, dialog, pressed } from '../support/user-groups.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await startAsking();
});

afterEach(async () => {
  await bot.stop();
});

const titlesOf = (card: unknown) => buttonsOf(card).map(({ title }) => title);

describe('answering', () => {
  it('shows on the card in the channel, and tells the asker in the 1:1 chat at once', async () => {
    const { id } = await asked(bot);

    const note = await answered(bot, id);
    const [told] = await delivered(
      bot,
      'Antwort auf Ihre Frage: Hemer: Wir machen das · im Einsatz: Seit 2024 mit zwei Drohnen.',
      1,
    );
    const card = await followed(bot, 'Seit 2024');

    expect(note).toContain('Danke. Ihre Antwort steht gleich bei der Frage');
    expect(wordsOf(cardOf(told))).toBe(
      [
        'Jemand hat auf Ihre Frage geantwortet.',
        `Ihre Frage: ${question}`,
        'Hemer: Wir machen das · im Einsatz',
        'Seit 2024 mit zwei Drohnen.',
      ].join('\n'),
    );
    const call = bot.connector.calls.find(({ activity }) => activity === told);
    expect(call?.conversationId).toBe('a:personal-berta');
    expect(wordsOf(card)).toBe(
      [
        'Frage aus Menden (Sauerland)',
        question,
        'Eine Antwort:',
        'Hemer: Wir machen das · im Einsatz',
        'Seit 2024 mit zwei Drohnen.',
      ].join('\n'),
    );
    expect(JSON.stringify(card)).not.toMatch(/Carla|cccccccc/);
  });

  it('offers the asker to be told of use cases as well, and leaves the answer where it stands', async () => {
    const { id } = await asked(bot);
    await answered(bot, id);
    const [told] = await delivered(
      bot,
      'Antwort auf Ihre Frage: Hemer: Wir machen das · im Einsatz: Seit 2024 mit zwei Drohnen.',
      1,
    );

    const keep = buttonNamed(cardOf(told), 'Benachrichtigen');
    const kept = await bot.press(keep, 'personal', {}, asBerta);
    const list = await bot.press(pressed('follow.list', { page: 1 }), 'personal', {}, asBerta);

    expect(keep.data).toMatchObject({ sought: 'Drohnen für Dächer', filters: [] });
    expect(JSON.stringify(kept)).toContain('Sobald jemand etwas dazu einträgt, schreibe ich Ihnen.');
    expect(JSON.stringify(kept)).not.toContain('AdaptiveCard');
    expect(wordsOf(list)).toContain('Drohnen für Dächer');
  });

  it.each([
    ['doing', 'Wir machen das', { stage: 'pilot', text: 'Ein Versuch' }, 'Hemer: Wir machen das · Pilot'],
    ['knows', 'Ich kenne jemanden', { text: 'Olpe hat das' }, 'Hemer: Ich kenne jemanden'],
    ['words', 'Antworten', { text: 'Gute Frage' }, 'Hemer: Antwort'],
  ])('"%s" is a dialog for the presser alone', async (kind, title, typed, line) => {
    const { id, card } = await asked(bot);
    const before = bot.connector.messages.length;

    const data = { verb: 'inquiry.offerAnswer', ...buttonNamed(card, title).data };
    const form = await dialog(bot, 'task/fetch', data, 'channel', carlaInChannel);
    const send = { ...buttonNamed(form.answer, 'Antwort senden').data, ...typed };
    const done = await dialog(bot, 'task/submit', send, 'channel', carlaInChannel);
    const update = await followed(bot, typed.text);

    expect(buttonNamed(card, title).data).toMatchObject({ inquiryId: id, kind });
    expect(JSON.stringify(form.answer)).toContain('Es steht „Hemer“ dabei, Ihr Name nicht.');
    expect(JSON.stringify(done.answer)).toContain('Danke. Ihre Antwort steht gleich bei der Frage');
    expect(titlesOf(done.answer)).toContain('Zurücknehmen');
    expect(wordsOf(update)).toContain(`${line}\n${typed.text}`);
    const others = bot.connector.messages.slice(before).filter(({ summary }) => summary === undefined);
    expect(others).toEqual([]);
  });

  it('opens the form as a message in the thread where a client has no dialogs, and it knows nothing of anybody', async () => {
    const { id, card } = await asked(bot);
    await answered(bot, id, { text: 'Carlas Antwort' });
    const before = bot.connector.messages.length;

    await bot.press(buttonNamed(card, 'Wir machen das'), 'channel', {}, carlaInChannel);
    const isForm = (message: unknown) => JSON.stringify(message).includes('Antwort senden');
    await bot.connector.until(() => bot.connector.messages.slice(before).some(isForm));
    const form = cardOf(bot.connector.messages.slice(before).find(isForm));

    expect(wordsOf(form)).not.toMatch(/Carlas Antwort|Hemer/);
    expect(titlesOf(form)).toEqual(['Antwort senden']);
  });

  it('keeps what was typed when something is missing', async () => {
    const { id } = await asked(bot);
    const text = 'x'.repeat(10_000);
    const submit = (fields: Readonly<Record<string, string>>) =>
      dialog(
        bot,
        'task/submit',
        { verb: 'inquiry.answer', inquiryId: id, kind: 'doing', ...fields },
        'channel',
        carlaInChannel,
      );

    const long = JSON.stringify((await submit({ text })).answer);
    const empty = JSON.stringify((await submit({ stage: 'pilot', text: '\u200b' })).answer);

    expect(long).toContain(`"value":"${text}"`);
    expect(long).toContain('Bitte wählen Sie, wie weit Sie sind');
    expect(long).toContain('Das sind 10.000 Zeichen, höchstens 1.000 sind möglich.');
    expect(empty).toContain('"value":"pilot"');
    expect(empty).toContain('Bitte schreiben Sie wenigstens einen Satz.');
    expect((await threadOf(bot, id)).answers).toEqual([]);
  });

  it('twice with the same words is once, and says so', async () => {
    const { id } = await asked(bot);

    const notes = await Promise.all([1, 2, 3].map(() => answered(bot, id)));
    const { inquiry, answers } = await threadOf(bot, id);

    const already = notes.filter((note) => String(note).startsWith('Ihre Antwort war schon eingetragen.'));
    expect(already).toHaveLength(2);
    expect([inquiry.answers, answers.length]).toEqual([1, 1]);
  });

  it('is changed and taken back by its author, and both posted cards follow', async () => {
    const { id } = await asked(bot);
    await answered(bot, id);
    await delivered(
      bot,
      'Antwort auf Ihre Frage: Hemer: Wir machen das · im Einsatz: Seit 2024 mit zwei Drohnen.',
      1,
    );
    const list = await ownList(bot, asCarla);

    const details = await bot.press(buttonNamed(list, `Details zu ${question}`), 'personal', {}, asCarla);
    const form = await bot.press(buttonNamed(details, 'Ändern'), 'personal', {}, asCarla);
    const changed = await bot.press(
      buttonNamed(form, 'Antwort senden'),
      'personal',
      { stage: 'retired', text: 'Nur bis 2025.' },
      asCarla,
    );
    await followed(bot, '"Geändert"');
    await followed(bot, 'Frage aus Menden');
    const taken = await bot.press(buttonNamed(changed, 'Zurücknehmen'), 'personal', {}, asCarla);
    const told = await followed(bot, 'wurde zurückgenommen');
    const open = await followed(bot, 'Noch keine Antwort.');

    expect(wordsOf(list)).toContain('von Ihnen beantwortet');
    expect(JSON.stringify(form)).toContain('"value":"Seit 2024 mit zwei Drohnen."');
    expect(wordsOf(changed)).toContain('Hemer: Wir machen das · eingestellt\nNur bis 2025.');
    expect(wordsOf(taken)).toContain('Zurückgenommen.');
    expect(wordsOf(told)).toBe('Diese Antwort auf Ihre Frage wurde zurückgenommen.');
    expect(wordsOf(open)).not.toContain('Nur bis 2025.');
    expect(await threadOf(bot, id)).toMatchObject({ inquiry: { state: { kind: 'open' } }, answers: [] });
  });

  it('is not for the asker, nor for guests', async () => {
    const { id } = await asked(bot);
    const guest = { id: '29:gast', name: 'Gast', aadObjectId: 'dddddddd-0000-4000-8000-000000000004' };
    bot.connector.members.set(guest.id, { ...guest, userRole: 'guest', userPrincipalName: 'gast#EXT#@x' });

    expect(await answered(bot, id, {}, bertaInChannel)).toContain('Das ist Ihre eigene Anfrage.');
    expect(await answered(bot, id, {}, { from: guest })).toContain('Das ist Mitgliedern vorbehalten.');
    expect((await threadOf(bot, id)).answers).toEqual([]);
  });

  it('by twenty people at once loses nothing', async () => {
    const { id } = await asked(bot);
    const people = Array.from({ length: 20 }, (_, index) => {
      const number = String(index).padStart(12, '0');
      const from = { id: `29:p${index}`, name: 'P', aadObjectId: `eeeeeeee-0000-4000-8000-${number}` };
      bot.connector.members.set(from.id, { ...from, userRole: 'user' });
      return { from };
    });

    const notes = await Promise.all(
      people.map((more, index) => answered(bot, id, { text: `Antwort ${index}` }, more)),
    );
    const told = () => {
      // At most seven messages a second go to one person.
      bot.clock.advance(1000);
      return bot.connector.messages.filter(({ summary }) => summary?.startsWith('Antwort auf Ihre Frage'));
    };
    await expect.poll(() => told().length, { timeout: 15_000 }).toBe(20);
    await followed(bot, 'von 20 Antworten');

    const { inquiry, answers } = await threadOf(bot, id);
    expect(notes.every((note) => String(note).startsWith('Danke.'))).toBe(true);
    expect(inquiry.answers).toBe(20);
    expect(answers.map(({ number }) => number)).toEqual(people.map((_, index) => index + 1));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(20);
  });
});
