import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meetingId } from '../../src/domain/ids.ts';
import { dayMs } from '../../src/domain/instant.ts';
import { asCarla } from '../support/announcements.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { bertaId, carlaId } from '../support/followed.ts';
import { bertaInChannel } from '../support/inquiries.ts';
import { cancelled } from '../support/meeting-announced.ts';
import { hasSaidYes, m1, pressesCafe, settings, startCafe } from '../support/meeting-cafe.ts';
import { asBerta, dialog, pressed } from '../support/user-groups.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await startCafe();
});

afterEach(async () => {
  await bot.stop();
});

const press = (verb: string, data = {}, who = {}) => pressesCafe(bot, verb, data, who);
const firstLine = (card: unknown) => (typeof card === 'string' ? card : wordsOf(card).split('\n')[0]);
const titlesOf = (card: unknown) => buttonsOf(card).map(({ title }) => title);
const stored = () => bot.app.deps.worldCafes.find(meetingId('m1'));

describe('organisers set up a World Café', () => {
  it('in a form that begins with what most would take, and the topics of the agenda first', async () => {
    const form = await press('cafe.offer');

    expect(firstLine(form)).toBe('World Café einrichten');
    expect(JSON.stringify(form)).toContain('"value":"6"');
    expect(JSON.stringify(form)).toContain('"value":"ta,tb,tc"');
    expect(wordsOf(form)).toContain('Bisher hat niemand zugesagt.');
    expect(buttonNamed(form, 'Zurück')).toMatchObject({ verb: 'meeting.organise', data: m1 });
  });

  it('and see then how it is, and what comes next', async () => {
    const card = await press('cafe.set', settings);
    const again = await press('cafe.set', settings);
    const form = await press('cafe.offer');

    expect(wordsOf(card)).toMatch(
      /^Gespeichert\. Alle mit Zusage können jetzt Themen wählen\.\nKI-Telefonservice\nWorld Café: 3 Tische, 2 Runden zu je 25 Minuten\n/,
    );
    expect(titlesOf(card)).toEqual(['Tische verteilen', 'Einstellungen', 'Zurück']);
    expect(firstLine(again)).toBe('Genau so war es schon eingerichtet.');
    expect(JSON.stringify(form)).toContain('"value":"3"');
    expect(buttonNamed(form, 'Zum Plan')).toMatchObject({ verb: 'cafe.showPlan', data: m1 });
  });

  it('and get the form back with what they typed and a sentence at each field that cannot be so', async () => {
    await hasSaidYes(bot, bertaId, { guests: 4 });
    await hasSaidYes(bot, carlaId, { guests: 4 });

    const wrong = await press('cafe.set', {
      tables: '2',
      seatsPerTable: '2',
      rounds: '3',
      minutes: 'lang',
      topics: 'ta,tb,tc',
    });

    const lines = wordsOf(wrong).split('\n');
    const after = (label: string) => lines[lines.indexOf(label) + 1];
    expect(lines[0]).toBe('World Café einrichten');
    expect(after('Wie viele Plätze hat jeder Tisch?')).toBe(
      'Für 10 Personen fehlen 6 Plätze. Nehmen Sie mehr Tische oder 5 Plätze je Tisch.',
    );
    expect(after('Wie viele Runden?')).toBe(
      'Niemand soll zweimal beim selben Thema sitzen: Bei 2 Tischen sind höchstens 2 Runden möglich.',
    );
    expect(after('Wie viele Minuten dauert eine Runde?')).toBe(
      'Bitte geben Sie eine ganze Zahl von 5 bis 120 an, zum Beispiel 25.',
    );
    expect(wordsOf(wrong)).toContain(
      'Jeder Tisch hat ein eigenes Thema: Wählen Sie ein Thema ab, oder nehmen Sie mehr Tische.',
    );
    expect(JSON.stringify(wrong)).toContain('"value":"lang"');
    expect(await stored()).toBeUndefined();
  });

  it('while members, guests and strangers are told that they cannot', async () => {
    for (const verb of ['cafe.offer', 'cafe.set', 'cafe.assign', 'cafe.stopTimer']) {
      expect(await press(verb, settings, asBerta)).toContain('Das kann nur das Organisationsteam.');
    }
    expect(await press('cafe.tell', { plan: 1 }, asBerta)).toContain('Das kann nur das');
    expect(await press('cafe.startTimer', { round: 1 }, asBerta)).toContain('Das kann nur das');
    expect(await stored()).toBeUndefined();
  });

  it('not where others read along, and not when the meeting falls out or is over', async () => {
    const inChannel = await bot.press(pressed('cafe.offer', m1), 'channel');
    const wrong = await bot.press(pressed('cafe.set', { ...m1, tables: 'x' }), 'channel');
    const meeting = await bot.app.deps.meetings.find(meetingId('m1'));
    bot.clock.advance(15 * dayMs);
    const over = await press('cafe.set', settings);
    bot.clock.advance(-15 * dayMs);
    if (meeting !== undefined) {
      await cancelled(bot, meeting, 'Der Saal ist belegt.');
    }

    expect(JSON.stringify(inChannel)).not.toContain('AdaptiveCard');
    expect(JSON.stringify(wrong)).toContain('So lässt sich das nicht einrichten.');
    expect(over).toBe('Dieses Treffen ist vorbei.');
    expect(await press('cafe.set', settings)).toBe(
      'Dieses Treffen fällt aus, und damit auch das World Café.',
    );
    expect(await stored()).toBeUndefined();
  });
});

describe('somebody who has a seat', () => {
  beforeEach(async () => {
    await hasSaidYes(bot, bertaId);
    await press('cafe.set', settings);
  });

  it('chooses topics, the favourite first, and finds them in the form again', async () => {
    const form = await press('cafe.offerWishes', {}, asBerta);
    const saved = await bot.press(
      buttonNamed(form, 'Speichern'),
      'personal',
      { first: 'tb', second: 'none', third: 'ta' },
      asBerta,
    );
    const again = await press('cafe.offerWishes', {}, asBerta);

    expect(wordsOf(form)).toMatch(
      /^Bei welchen Themen möchten Sie sitzen\?\nKI-Telefonservice\nAm liebsten\n/,
    );
    expect(wordsOf(saved)).toContain(
      'Ihre Wünsche sind gespeichert: 1. Chatbots, 2. Robotic Process Automation.',
    );
    expect(JSON.stringify(again)).toMatch(/"id":"first"[^}]*\}.*"value":"tb"\}.*"value":"ta"\}/s);
    expect((await bot.app.deps.worldCafes.findWish(meetingId('m1'), bertaId))?.topics).toEqual(['tb', 'ta']);
  });

  it('gets the form back when a topic was named twice, or has no table any more', async () => {
    const twice = await press('cafe.wish', { first: 'ta', second: 'ta' }, asBerta);
    const strange = await press('cafe.wish', { first: 'tx' }, asBerta);

    expect(wordsOf(twice)).toContain('Bitte wählen Sie jedes Thema nur einmal.');
    expect(wordsOf(strange)).toContain('Eines dieser Themen steht nicht mehr zur Wahl.');
    expect(await bot.app.deps.worldCafes.wishes(meetingId('m1'))).toEqual([]);
  });

  it('takes wishes back by choosing none', async () => {
    await press('cafe.wish', { first: 'ta' }, asBerta);
    const none = await press('cafe.wish', { first: 'none' }, asBerta);

    expect(firstLine(none)).toBe('Sie haben keine Wünsche mehr.');
    expect(await bot.app.deps.worldCafes.wishes(meetingId('m1'))).toEqual([]);
  });

  it('chooses in a dialog where others read along, and nowhere else there', async () => {
    const opened = await dialog(
      bot,
      'task/fetch',
      { verb: 'cafe.offerWishes', ...m1 },
      'channel',
      bertaInChannel,
    );
    const sent = await dialog(
      bot,
      'task/submit',
      { verb: 'cafe.wish', ...m1, first: 'tc' },
      'channel',
      bertaInChannel,
    );
    const inPlace = await bot.press(pressed('cafe.offerWishes', m1), 'channel', {}, bertaInChannel);

    expect(wordsOf(opened.answer)).toBeDefined();
    expect(JSON.stringify(opened.answer)).toContain('Bei welchen Themen möchten Sie sitzen?');
    expect(JSON.stringify(sent.answer)).toContain('1. Bauanträge');
    expect(JSON.stringify(inPlace)).not.toContain('AdaptiveCard');
    expect((await bot.app.deps.worldCafes.findWish(meetingId('m1'), bertaId))?.topics).toEqual(['tc']);
  });

  it('is the only one who can: others are told why not', async () => {
    const without = await press('cafe.wish', { first: 'ta' }, asCarla);
    await hasSaidYes(bot, carlaId, { waitingNumber: 1 });
    const waiting = await press('cafe.wish', { first: 'ta' }, asCarla);
    const gone = await press('cafe.wish', { meetingId: 'm9', first: 'ta' }, asBerta);

    expect(without).toBe('Themen wählen können alle, die bei diesem Treffen einen Platz haben.');
    expect(waiting).toBe(without);
    expect(gone).toContain('Dieses Treffen gibt es nicht mehr.');
  });
});
