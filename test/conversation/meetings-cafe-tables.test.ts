import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composeMessage } from '../../src/chat/compose-message.ts';
import { communeId, meetingId } from '../../src/domain/ids.ts';
import { dayMs } from '../../src/domain/instant.ts';
import { tendCafes } from '../../src/features/meetings/world-cafe/tend-cafes.ts';
import { finished } from '../support/announcements.ts';
import { buttonNamed, buttonsOf, cardOf, tenant, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { bertaId, carlaId, postedTo } from '../support/followed.ts';
import { bertaInChannel, menden } from '../support/inquiries.ts';
import { guest } from '../support/meeting-answering.ts';
import { memberOf } from '../support/topics.ts';
import { hasSaidYes, m1, othersSaidYes, pressesCafe, settings, startCafe } from '../support/meeting-cafe.ts';
import { asBerta, bertasChat, pressed } from '../support/user-groups.ts';

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
const toBerta = () =>
  postedTo(bot, bertasChat).filter(({ summary }) => summary?.startsWith('Ihre Tische') === true);

/** What would be sent to Berta about a plan at this moment. */
const composed = (plan: number) =>
  composeMessage(bot.app.deps, {
    subject: { kind: 'cafe-plan', meetingId: meetingId('m1'), plan },
    recipient: { kind: 'member', memberId: bertaId },
  });

/** Berta with a wish, Carla with a guest, and two others; the tables hold six. */
async function planned(): Promise<unknown> {
  await hasSaidYes(bot, bertaId, { communeId: communeId(menden), name: 'Berta Beispiel' });
  await hasSaidYes(bot, carlaId, { guests: 1 });
  await othersSaidYes(bot, 2);
  await press('cafe.set', settings);
  await press('cafe.wish', { first: 'tb', second: 'tc' }, asBerta);
  return press('cafe.assign');
}

describe('the tables', () => {
  it('are given to everybody who has a seat, and shown to the organiser first', async () => {
    const card = await planned();

    const plan = (await stored())?.plan;
    expect(firstLine(card)).toContain('Die Tische sind verteilt.');
    expect(wordsOf(card)).toContain('Plan 1: 5 Personen an 3 Tischen');
    expect(wordsOf(card)).toContain('1 von 4 mit Zusage hat Themen gewählt.');
    expect(wordsOf(card)).toContain('1 von 1 sitzt einmal beim liebsten Thema.');
    expect(wordsOf(card)).toContain('Noch weiß niemand von diesem Plan.');
    expect(wordsOf(card)).toContain('Berta Beispiel');
    expect(wordsOf(card)).toMatch(/Mitglied \+1/);
    expect(plan?.seats.map(({ persons }) => persons).toSorted()).toEqual([1, 1, 1, 2]);
    expect(JSON.stringify(plan)).not.toContain('bbbbbbbb');
    expect(toBerta()).toEqual([]);
  });

  it('are told on a press to each person, once, and stand on their own card then', async () => {
    const card = await planned();
    const before = await press('cafe.showPlan', {}, asBerta);
    const told = await bot.press(buttonNamed(card, 'Tische mitteilen'));
    await bot.connector.until(() => toBerta().length === 1);
    const twice = await press('cafe.tell', { plan: 1 });
    await finished(bot);
    const own = await press('cafe.showPlan', {}, asBerta);

    const seat = (await stored())?.told?.seats.find(({ tables }) => tables.includes(2));
    const lines = wordsOf(cardOf(toBerta()[0])).split('\n');
    expect(before).toBe(
      'Für Sie stehen noch keine Tische fest. Sobald sie verteilt sind, schreibe ich Ihnen.',
    );
    expect(wordsOf(told)).toContain('Alle mit Zusage bekommen jetzt ihre Tische.');
    expect(titlesOf(told)).not.toContain('Tische mitteilen');
    expect(firstLine(twice)).toBe('Dieser Plan war schon mitgeteilt.');
    expect(seat).toBeDefined();
    expect(toBerta()).toHaveLength(1);
    expect(lines.slice(0, 2)).toEqual(['Ihre Tische beim World Café', 'KI-Telefonservice']);
    expect(lines.join('\n')).toMatch(/Runde 1: Tisch [123] – .+\nRunde 2: Tisch [123] – /);
    expect(lines.join('\n')).toContain('Tisch 2 – Chatbots');
    expect(wordsOf(own)).toContain(lines.find((line) => line.startsWith('Runde 1')));
    expect(buttonNamed(cardOf(toBerta()[0]), 'Treffen ansehen')).toMatchObject({ verb: 'meeting.showNews' });
  });

  it('are told once when telling was interrupted before that was noted', async () => {
    await planned();
    await press('cafe.tell', { plan: 1 });
    await bot.connector.until(() => toBerta().length === 1);
    await bot.app.deps.worldCafes.change(meetingId('m1'), bot.clock.now() + dayMs, (cafe) =>
      cafe === undefined ? undefined : { ...cafe, isTelling: true },
    );
    await tendCafes(bot.app.deps);
    await finished(bot);

    expect(await stored()).not.toHaveProperty('isTelling');
    expect(toBerta()).toHaveLength(1);
  });

  it('are reached from the own card of the meeting, as the topics are, and by organisers from theirs', async () => {
    await hasSaidYes(bot, bertaId);
    const none = await press('meeting.show', {}, asBerta);
    await press('cafe.set', settings);
    const toWish = await press('meeting.show', {}, asBerta);
    const form = await bot.press(buttonNamed(toWish, 'Themen wählen'), 'personal', {}, asBerta);
    await press('cafe.assign');
    await press('cafe.tell', { plan: 1 });
    const seated = await press('meeting.show', {}, asBerta);
    const tables = await bot.press(buttonNamed(seated, 'Meine Tische'), 'personal', {}, asBerta);
    const organisers = await press('meeting.organise');

    expect(titlesOf(none)).not.toContain('Themen wählen');
    expect(titlesOf(toWish)).not.toContain('Meine Tische');
    expect(wordsOf(form)).toContain('Bei welchen Themen möchten Sie sitzen?');
    expect(wordsOf(tables)).toContain('Ihre Tische beim World Café');
    expect(buttonNamed(organisers, 'World Café').verb).toBe('cafe.offer');
  });

  it('are given to guests of a tenant like to everybody else', async () => {
    const chat = { id: 'a:personal-gast', conversationType: 'personal', tenantId: tenant };
    const asGuest = { from: guest, conversation: chat };
    bot.connector.members.set(guest.id, { ...guest, userRole: 'guest' });
    await bot.say('Hallo', 'personal', asGuest);
    await hasSaidYes(bot, memberOf(guest));
    await press('cafe.set', settings);
    await press('cafe.wish', { first: 'tc' }, asGuest);
    await press('cafe.assign');
    await press('cafe.tell', { plan: 1 });
    const told = () =>
      postedTo(bot, chat).filter(({ summary }) => summary?.startsWith('Ihre Tische') === true);
    await bot.connector.until(() => told().length === 1);

    expect(wordsOf(cardOf(told()[0]))).toContain('Tisch 3 – Bauanträge');
  });

  it('are not told to those who have none, or who do not come any more', async () => {
    await planned();
    await hasSaidYes(bot, bertaId, { answer: 'declined' });
    await press('cafe.tell', { plan: 1 });
    await finished(bot);

    expect(toBerta()).toEqual([]);
    expect(await press('cafe.showPlan', {}, asBerta)).toBe(
      'Tische bekommen alle, die bei diesem Treffen einen Platz haben.',
    );
  });

  it('are promised to nobody who will not hear of them', async () => {
    const without = await press('cafe.showPlan', {}, asBerta);
    await othersSaidYes(bot, 4);
    await press('cafe.set', settings);
    await press('cafe.assign');
    await press('cafe.tell', { plan: 1 });
    await hasSaidYes(bot, bertaId);
    const late = await press('cafe.showPlan', {}, asBerta);
    bot.clock.advance(30 * dayMs);
    const over = await press('cafe.showPlan', {}, asBerta);

    expect(without).toBe('Für dieses Treffen ist kein World Café eingerichtet.');
    expect(late).toBe(
      'Als die Tische verteilt wurden, hatten Sie noch keinen Platz. Werden sie neu verteilt, schreibe ich Ihnen.',
    );
    expect(over).toBe('Dieses Treffen ist vorbei.');
  });

  it('can still be seen when it is over, without a way to wish for others', async () => {
    await planned();
    await press('cafe.tell', { plan: 1 });
    const before = await press('cafe.showPlan', {}, asBerta);
    bot.clock.advance(30 * dayMs);
    const after = await press('cafe.showPlan', {}, asBerta);

    expect(titlesOf(before)).toEqual(['Themen wählen', 'Zurück']);
    expect(wordsOf(after)).toBe(wordsOf(before));
    expect(titlesOf(after)).toEqual(['Zurück']);
  });

  it('are not shown of a meeting that falls out', async () => {
    await planned();
    await press('cafe.tell', { plan: 1 });
    await press('meeting.cancel');

    expect(await press('cafe.showPlan', {}, asBerta)).toBe(
      'Dieses Treffen fällt aus, und damit auch das World Café.',
    );
  });

  it('stay the same as long as nothing changes, and get another number otherwise', async () => {
    await planned();
    const same = await press('cafe.assign');
    await press('cafe.tell', { plan: 1 });
    await bot.connector.until(() => toBerta().length === 1);
    await othersSaidYes(bot, 3);
    const changed = await press('cafe.showPlan');
    const next = await press('cafe.assign');
    const outdated = await press('cafe.tell', { plan: 1 });
    const kept = await press('cafe.showPlan', {}, asBerta);
    await bot.press(buttonNamed(next, 'Tische mitteilen'));
    await bot.connector.until(() => toBerta().length === 2);

    expect(firstLine(same)).toBe('Es hat sich nichts geändert: Der Plan gilt weiter.');
    expect(wordsOf(changed)).toContain(
      'Seit diesem Plan ist eine Zusage dazugekommen. Verteilen Sie die Tische neu',
    );
    expect(wordsOf(next)).toContain('Plan 2: 6 Personen an 3 Tischen');
    expect(wordsOf(next)).toContain('Mitgeteilt ist noch Plan 1.');
    expect(firstLine(outdated)).toContain('Inzwischen gibt es einen neueren Plan.');
    expect(wordsOf(kept)).toContain('Runde 1: Tisch');
    expect((await stored())?.told?.number).toBe(2);
    expect(await composed(1)).toBeUndefined();
    expect((await composed(2))?.summary).toBe('Ihre Tische beim World Café: KI-Telefonservice');
  });

  it('are refused with the number of seats that are missing, or when nobody comes', async () => {
    await press('cafe.set', settings);
    const nobody = await press('cafe.assign');
    await othersSaidYes(bot, 7);
    const full = await press('cafe.assign');
    await hasSaidYes(bot, carlaId, { guests: 5 });

    expect(firstLine(nobody)).toContain('Bisher hat niemand zugesagt.');
    expect(firstLine(full)).toBe(
      'Es fehlt ein Platz. Nehmen Sie unter „Einstellungen“ mehr Tische oder mehr Plätze je Tisch.',
    );
    expect((await stored())?.plan).toBeUndefined();
    await press('cafe.set', { ...settings, seatsPerTable: '5' });
    expect(firstLine(await press('cafe.assign'))).toContain(
      'nicht nebeneinander für alle, die Gäste mitbringen',
    );
  });

  it('are shown as a sentence to the presser alone where others read along', async () => {
    await planned();
    await press('cafe.tell', { plan: 1 });
    await finished(bot);
    const before = bot.connector.calls.length;
    const note = await bot.press(pressed('cafe.showPlan', m1), 'channel', {}, bertaInChannel);
    const organiser = await bot.press(pressed('cafe.showPlan', m1), 'channel');

    expect(JSON.stringify(note)).toContain('Ihre Tische: Runde 1: Tisch');
    expect(JSON.stringify(note)).not.toContain('AdaptiveCard');
    expect(JSON.stringify(organiser)).toContain('Tische bekommen alle, die');
    expect(bot.connector.calls.slice(before)).toEqual([]);
  });

  it('come as a picture with its sizes in words, and as a table, behind links of their own', async () => {
    const card = await planned();
    const picture = /"type":"Image","url":"(?<url>[^"]+)","altText":"(?<altText>[^"]+)"/.exec(
      JSON.stringify(card),
    );
    const path = (url = '') => url.replace(/^https?:\/\/[^/]+/, '');
    const png = await bot.get(path(picture?.groups?.['url']));
    const csv = await bot.get(path(buttonNamed(card, 'Als CSV').url));
    const large = await bot.get(path(buttonNamed(card, 'Als Bild').url));

    expect(picture?.groups?.['altText']).toMatch(
      /^Tischplan: 5 Personen, 3 Tische, 2 Runden\. Runde 1: [0-2], [0-2], [0-2] Personen an Tisch 1 bis 3\. Runde 2: /,
    );
    expect([png.status, large.status, csv.status]).toEqual([200, 200, 200]);
    expect(png.headers.get('content-type')).toBe('image/png');
    expect(png.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(new Uint8Array(await png.arrayBuffer()).slice(1, 4)).toEqual(new TextEncoder().encode('PNG'));
    const rows = (await csv.text()).split('\r\n');
    expect(rows[0]).toBe('Runde;Tisch;Thema;Wer;Kommune;Personen');
    expect(rows).toHaveLength(1 + 2 * 4 + 1);
    expect(rows.join('\n')).toMatch(/^1;[123];[^;]+;Berta Beispiel;Menden \(Sauerland\);1$/m);
  });
});
