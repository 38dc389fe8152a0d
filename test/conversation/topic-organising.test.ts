import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { topicRequestId, userGroupId } from '../../src/domain/ids.ts';
import { dayMs } from '../../src/domain/instant.ts';
import { asCarla, bertasGroup, carla, startCommunity } from '../support/announcements.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import type { Place, TestBot } from '../support/conversation.ts';
import { votesFor } from '../support/topic-news.ts';
import { memberOf, proposed } from '../support/topics.ts';
import { valueOf } from '../support/user-group-cards.ts';
import { asBerta, berta, dialog, pressed } from '../support/user-groups.ts';

let bot: TestBot;

const id = topicRequestId('t1');
const about = { topicRequestId: id };
const from = { view: 'planned', page: 2 };
const titlesOf = (card: unknown) => buttonsOf(card).map(({ title }) => title);
const told = 'Alle, die das Thema verfolgen, bekommen eine Nachricht.';

/** Anna organises; Berta proposed it, and Carla voted for it. */
beforeEach(async () => {
  bot = await startCommunity();
  await bot.say('Hallo');
  await proposed(bot, { id, title: 'KI im Bauamt' }, memberOf(berta));
  await votesFor(bot, id, carla);
});

afterEach(async () => {
  await bot.stop();
});

type Data = Readonly<Record<string, unknown>>;

const asAnna: Data = {};
const press = (verb: string, data: Data = {}, who: Data = asAnna, place: Place = 'personal') =>
  bot.press(pressed(verb, { ...about, ...data }), place, {}, who);
const stored = async () => bot.app.deps.topicRequests.find(id);

/** What was sent by itself with these words in it, as soon as there are so many. */
async function news(words: string, count: number) {
  const found = () => bot.connector.messages.filter((one) => JSON.stringify(one).includes(words));
  await bot.connector.until(() => found().length >= count);
  return found();
}

describe('organisers', () => {
  it('find every way that the state of a topic leaves open behind one button', async () => {
    const details = await press('topic.show', { from });
    const open = await bot.press(buttonNamed(details, 'Organisieren'));
    const planned = await press('topic.plan', { reference: 'Treffen in Olpe', from });
    const again = await bot.press(buttonNamed(planned, 'Organisieren'));
    await press('topic.treat', { text: 'Gut.' });
    const treated = await press('topic.organise');
    await press('topic.restore');
    await press('topic.decline', { reason: 'Zu speziell' });
    const declined = await press('topic.organise');

    expect(wordsOf(open)).toMatch(/^Was soll mit diesem Thema geschehen\?\nKI im Bauamt\nOffen\n/);
    expect(titlesOf(open)).toEqual([
      'Planen',
      'Ablehnen',
      'Als behandelt eintragen',
      'Zusammenführen',
      'Thema ändern',
      'Treffen planen',
      'Mögliche Beiträge',
      'Zurück',
    ]);
    expect(titlesOf(again)).toEqual([
      'Planung ändern',
      'Ablehnen',
      'Als behandelt eintragen',
      'Zusammenführen',
      'Thema ändern',
      'Wieder öffnen',
      'Mögliche Beiträge',
      'Zurück',
    ]);
    expect(titlesOf(treated)).toEqual(expect.arrayContaining(['Ergebnis ändern', 'Wieder öffnen']));
    expect(titlesOf(treated)).not.toContain('Ablehnen');
    expect(titlesOf(treated)).not.toContain('Mögliche Beiträge');
    expect(titlesOf(declined)).toEqual(['Wieder öffnen', 'Thema ändern', 'Zurück']);
    expect(buttonNamed(open, 'Zurück')).toMatchObject({ verb: 'topic.show', data: { ...about, from } });
  });

  it('plan a topic for a day or an occasion, and its followers are told once', async () => {
    const form = await press('topic.offerPlan', { from });
    const missing = await bot.press(buttonNamed(form, 'Planen'));
    const past = await bot.press(buttonNamed(missing, 'Planen'), 'personal', {
      date: '21.11.2026',
      reference: 'Treffen in Olpe',
    });

    const send = buttonNamed(past, 'Planen');
    const done = await bot.press(send, 'personal', { date: '3.12.2026', reference: 'Treffen in Olpe' });
    const again = await bot.press(send, 'personal', { date: '2026-12-03', reference: 'Treffen in Olpe' });
    await news('KI im Bauamt', 2);

    expect(wordsOf(missing)).toContain('Bitte geben Sie einen Tag an');
    expect(wordsOf(past)).toContain('Dieser Tag ist schon vorbei.');
    expect(JSON.stringify(past)).toContain('"value":"Treffen in Olpe"');
    expect(wordsOf(done)).toMatch(
      /^Als geplant eingetragen\. .*\nKI im Bauamt\nGeplant für Donnerstag, 3\. Dezember 2026 · Treffen in Olpe\n/,
    );
    expect(buttonNamed(done, 'Zurück')).toMatchObject({ verb: 'topic.list', data: from });
    expect(wordsOf(again)).toMatch(/^Genau so war das Thema schon geplant\.\n/);
    expect((await stored())?.history).toHaveLength(1);
    expect(await bot.storedDocuments('broadcasts')).toHaveLength(1);
  });

  it('say what came of it, with a link, and find both in the form when they open it again', async () => {
    const form = await press('topic.offerTreat');
    const refused = await bot.press(buttonNamed(form, 'Eintragen'), 'personal', {
      text: 'x'.repeat(1001),
      link: 'protokoll',
    });

    const done = await bot.press(buttonNamed(refused, 'Eintragen'), 'personal', {
      text: 'Zwei Kommunen berichten.\nMehr im Mai.',
      link: 'https://example.org/protokoll',
    });
    const again = await press('topic.offerTreat');

    expect(wordsOf(refused)).toContain('Das sind 1.001 Zeichen, höchstens 1.000 sind möglich.');
    expect(wordsOf(refused)).toContain('Das ist keine Internetadresse.');
    expect(wordsOf(done)).toMatch(new RegExp(`^Als behandelt eingetragen\\. ${told}\\n`));
    expect(wordsOf(done)).toContain('Zwei Kommunen berichten.');
    expect(JSON.stringify(again)).toContain('Zwei Kommunen berichten.\\nMehr im Mai.');
    expect(JSON.stringify(again)).toContain('"value":"https://example.org/protokoll"');
  });

  it('decline a topic with a reason, not without one, and open it again', async () => {
    const form = await press('topic.offerDecline');
    const missing = await bot.press(buttonNamed(form, 'Ablehnen'), 'personal', { reason: ' …' });
    const declined = await bot.press(buttonNamed(missing, 'Ablehnen'), 'personal', {
      reason: 'Das gehört in die User Group Recht.',
    });
    const restored = await press('topic.restore');
    const again = await press('topic.restore');

    expect(wordsOf(missing)).toContain('Bitte begründen Sie es in einem Satz');
    expect(wordsOf(declined)).toMatch(/^Abgelehnt\. /);
    expect(wordsOf(declined)).toContain('Das gehört in die User Group Recht.');
    expect(wordsOf(restored)).toMatch(/^Wieder offen\. .*\nKI im Bauamt\nOffen\n/);
    expect(wordsOf(again)).toMatch(/^Das Thema ist schon offen\.\n/);
    expect(await stored()).toMatchObject({ state: { kind: 'open' }, votes: 2 });
  });

  it('who decide at one moment both see what holds then', async () => {
    const form = await press('topic.offerPlan');
    await press('topic.decline', { reason: 'Zu speziell' });

    const late = await bot.press(buttonNamed(form, 'Planen'), 'personal', {
      date: '2026-12-03',
    });
    const badly = await bot.press(buttonNamed(form, 'Planen'));
    const offered = await press('topic.offerMerge');

    for (const card of [late, badly, offered]) {
      expect(wordsOf(card)).toMatch(/^Dieses Thema ist inzwischen abgelehnt\. .*\nKI im Bauamt\nAbgelehnt\n/);
    }
    expect((await stored())?.history).toHaveLength(1);
  });

  it('are told of a topic that is gone', async () => {
    const gone = { topicRequestId: 'unknown' };

    for (const verb of ['organise', 'offerPlan', 'plan', 'treat', 'decline', 'merge', 'restore']) {
      expect(valueOf(await press(`topic.${verb}`, gone))).toMatch(/^Dieses Thema gibt es nicht mehr\./);
    }
  });
});

describe('what only organisers do', () => {
  const decisions = [
    ['organise', {}],
    ['offerPlan', {}],
    ['plan', { reference: 'Olpe' }],
    ['offerTreat', {}],
    ['treat', { text: 'Gut.' }],
    ['offerDecline', {}],
    ['decline', { reason: 'Nein' }],
    ['offerMerge', {}],
    ['merge', { into: 't2' }],
    ['restore', {}],
  ] as const;

  it.each(decisions)('topic.%s is refused to everybody else, and changes nothing', async (verb, data) => {
    const before = await stored();

    const answer = await press(`topic.${verb}`, data, asCarla);

    expect(valueOf(answer)).toMatch(/^Das kann nur das Organisationsteam\./);
    expect(await stored()).toEqual(before);
  });

  it('those do as well who organise the user group that a topic belongs to, and no other one', async () => {
    const group = userGroupId(await bertasGroup(bot));
    const other = topicRequestId('t2');
    await proposed(bot, { id: other, title: 'Anrufe annehmen', userGroupId: group }, memberOf(carla));

    const own = await press('topic.plan', { topicRequestId: other, reference: 'Olpe' }, asBerta);
    const form = await press('topic.offerMerge', { topicRequestId: other }, asBerta);
    const merged = await press('topic.merge', { topicRequestId: other, into: id }, asBerta);
    const foreign = await press('topic.plan', { reference: 'Olpe' }, asBerta);

    expect(wordsOf(own)).toMatch(/^Als geplant eingetragen\./);
    expect(wordsOf(form)).toMatch(/^Es gibt kein anderes offenes oder geplantes Thema/);
    expect(wordsOf(merged)).toContain('Mit diesem Thema lässt es sich nicht mehr zusammenführen.');
    expect(valueOf(foreign)).toMatch(/^Das kann nur das Organisationsteam\./);
  });
});

describe('in a channel', () => {
  it('organisers work in a dialog of their own', async () => {
    const open = { verb: 'topic.organise', ...about };
    const { answer } = await dialog(bot, 'task/fetch', open, 'channel');
    const plan = await dialog(bot, 'task/submit', buttonNamed(answer, 'Planen').data ?? {}, 'channel');
    const send = { ...buttonNamed(plan.answer, 'Planen').data, date: '2026-12-03' };

    const done = await dialog(bot, 'task/submit', send, 'channel');

    expect(wordsOf(done.answer)).not.toContain('Das zeige ich nur im Einzelchat');
    expect(JSON.stringify(done.answer)).toContain('Als geplant eingetragen.');
    expect((await stored())?.state).toEqual({ kind: 'planned', plan: { date: '2026-12-03' } });
  });

  it('nobody sees a form, and what happened is a sentence', async () => {
    const form = await press('topic.offerPlan', {}, asAnna, 'channel');
    const invalid = await press('topic.plan', {}, asAnna, 'channel');
    const planned = await press('topic.plan', { reference: 'Olpe' }, asAnna, 'channel');

    expect(valueOf(form)).toContain('Das zeige ich nur im Einzelchat');
    expect(valueOf(invalid)).toMatch(/^So lässt sich das nicht eintragen\./);
    expect(valueOf(planned)).toBe(`Als geplant eingetragen. ${told}`);
  });
});

it('a day that was planned may pass, and the plan stays until somebody says what came of it', async () => {
  await press('topic.plan', { date: '2026-12-03' });
  bot.clock.advance(30 * dayMs);

  const form = await press('topic.offerPlan');
  const refused = await bot.press(buttonNamed(form, 'Planen'), 'personal', {
    date: '2026-12-03',
  });

  expect(JSON.stringify(form)).toContain('"value":"2026-12-03"');
  expect(wordsOf(refused)).toContain('Dieser Tag ist schon vorbei.');
});
