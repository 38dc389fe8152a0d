import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  beispielhausen,
  memberOf,
  musterstadt,
  neudorf,
  probstadt,
  storedUseCase,
  voicebot,
  worksFor,
} from '../support/adoption.ts';
import { asCarla, carla, delivered, finished, startCommunity } from '../support/announcements.ts';
import { anna, buttonNamed, cardOf, tenant, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { asBerta, berta, dialog, pressed } from '../support/user-groups.ts';

let bot: TestBot;

const dora = { id: '29:dora', name: 'Dora', aadObjectId: 'dddddddd-0000-4000-8000-00000000000d' };
const asDora = {
  from: dora,
  conversation: { id: 'a:personal-dora', conversationType: 'personal', tenantId: tenant },
};

/** Anna organises; Berta, Carla and Dora work for a commune each. */
beforeEach(async () => {
  bot = await startCommunity();
  bot.connector.members.set(dora.id, { ...dora, tenantId: tenant, userRole: 'user' });
  await worksFor(bot, musterstadt, asBerta);
  await worksFor(bot, beispielhausen, asCarla);
  await worksFor(bot, neudorf, asDora);
});

afterEach(async () => {
  await bot.stop();
});

const summary = 'Interesse an Zusammenarbeit: Telefonassistent für das Bürgerbüro';

async function states(
  more: Readonly<Record<string, unknown>>,
  inputs: Readonly<Record<string, unknown>> = { cooperations: 'joint_procurement', named: 'true' },
) {
  const form = await bot.press(pressed('interest.offer', voicebot), 'personal', {}, more);
  return bot.press(buttonNamed(form, 'Speichern'), 'personal', inputs, more);
}

function messages() {
  return bot.connector.messages.filter((message) => message.summary === summary);
}

describe('"Zusammenarbeiten"', () => {
  it('is stated in a form below the details, and stands there with those that agree to be named', async () => {
    const details = await bot.press(pressed('useCase.show', voicebot), 'personal', {}, asBerta);
    const form = await bot.press(buttonNamed(details, 'Zusammenarbeiten'), 'personal', {}, asBerta);
    const done = await bot.press(
      buttonNamed(form, 'Speichern'),
      'personal',
      { cooperations: 'joint_procurement,exchange', named: 'true' },
      asBerta,
    );
    await states(asCarla);
    const last = await states(asDora, { cooperations: 'joint_procurement', named: 'false' });

    expect(wordsOf(form)).toContain('Für Musterstadt (Beispiel)');
    expect(wordsOf(form)).toContain('Das Organisationsteam sieht sie in jedem Fall');
    expect(wordsOf(done)).toMatch(/^Gespeichert\. Sobald genug Kommunen dasselbe möchten/);
    expect(wordsOf(done)).toContain(
      'Interesse an Zusammenarbeit\nAustausch: 1 Kommune (Musterstadt (Beispiel))\nGemeinsame Beschaffung: 1 Kommune (Musterstadt (Beispiel))',
    );
    expect(wordsOf(last)).toContain(
      'Gemeinsame Beschaffung: 3 Kommunen (Musterstadt (Beispiel), Beispielhausen (Beispiel) und 1 weitere)',
    );
  });

  it('is prefilled with what was said, changed, said twice, and ended by choosing nothing', async () => {
    await states(asBerta);
    const form = await bot.press(pressed('interest.offer', voicebot), 'personal', {}, asBerta);
    const changed = await states(asBerta, { cooperations: 'exchange,joint_procurement', named: 'false' });
    const again = await states(asBerta, { cooperations: 'joint_procurement,exchange', named: 'false' });
    const kept = (await storedUseCase(bot)).interests;
    const ended = await states(asBerta, { named: 'true' });
    const nothing = await states(asBerta, { cooperations: '' });

    expect(JSON.stringify(form)).toContain('"value":"joint_procurement"');
    expect(JSON.stringify(form)).toMatch(/"id":"named"[^}]*"value":"true"/);
    expect([changed, again, ended, nothing].map((card) => wordsOf(card).split('\n')[0])).toEqual([
      'Geändert.',
      'Das ist schon so gespeichert.',
      'Gespeichert: Ihre Kommune möchte hier nichts gemeinsam machen.',
      'Das ist schon so gespeichert.',
    ]);
    expect(kept).toMatchObject([
      {
        communeId: musterstadt,
        cooperations: ['exchange', 'joint_procurement'],
        named: false,
        by: memberOf(berta),
      },
    ]);
    expect((await storedUseCase(bot)).interests).toEqual([]);
  });

  it('is told to the organisers once, with a list to work from, when the third commune says so', async () => {
    await bot.say('Hallo');
    await states(asBerta);
    await states(asCarla, { cooperations: 'joint_procurement,exchange', named: 'false' });
    const before = messages().length;
    await states(asDora);
    const [message, ...others] = await delivered(bot, summary, 1);
    await finished(bot);

    const card = cardOf(message);
    expect(before).toBe(0);
    expect(others).toEqual([]);
    expect(wordsOf(card)).toMatch(
      /^Drei Kommunen möchten das gemeinsam beschaffen\.\nTelefonassistent für das Bürgerbüro\n/,
    );
    expect(wordsOf(card)).toContain(
      [
        'Musterstadt (Beispiel)',
        'hier: im Einsatz',
        'telefon.musterstadt@example.org',
        'Beispielhausen (Beispiel)',
        'selbst nicht eingetragen · möchte nicht genannt werden · auch: Austausch',
        'Eine Ansprechperson der Kommune ist nicht angegeben.',
        'Neudorf am Muster (Beispiel)',
      ].join('\n'),
    );
    const details = await bot.press(buttonNamed(card, 'Details'));
    expect(wordsOf(details)).toMatch(/^Telefonassistent für das Bürgerbüro\n/);
    expect((await storedUseCase(bot)).interestsReported).toEqual(['joint_procurement']);
  });

  it('is not told again when it falls below the number and rises again, but for another kind', async () => {
    await bot.say('Hallo');
    await states(asBerta);
    await states(asCarla);
    await states(asDora);
    await delivered(bot, summary, 1);
    await states(asDora, {});
    await states(asDora);
    await finished(bot);
    const once = messages().length;

    const both = { cooperations: 'joint_procurement,exchange', named: 'true' };
    await states(asBerta, both);
    await states(asCarla, both);
    await states(asDora, both);
    await delivered(bot, summary, 2);
    await finished(bot);

    expect(once).toBe(1);
    expect(messages().map((message) => wordsOf(cardOf(message)).split('\n')[0])).toEqual([
      'Drei Kommunen möchten das gemeinsam beschaffen.',
      'Drei Kommunen möchten sich dazu austauschen.',
    ]);
  });

  it('asks somebody without a commune for it first, and guests are told why not', async () => {
    await bot.say('Hallo');
    const gustav = { id: '29:gustav', name: 'Gustav', aadObjectId: 'eeeeeeee-0000-4000-8000-00000000000e' };
    bot.connector.members.set(gustav.id, { ...gustav, userRole: 'guest' });

    const asked = await bot.press(pressed('interest.offer', voicebot));
    const again = await bot.press(buttonNamed(asked, 'Weiter'));
    const form = await bot.press(buttonNamed(asked, 'Weiter'), 'personal', { commune: probstadt });
    const none = await bot.press(buttonNamed(asked, 'Weiter'), 'personal', { commune: 'none' });
    const guest = await bot.press(pressed('interest.offer', voicebot), 'personal', {}, { from: gustav });

    expect(wordsOf(asked)).toContain('Für welche Kommune arbeiten Sie?');
    expect(wordsOf(again)).toContain('Bitte wählen Sie eine Kommune.');
    expect(wordsOf(form)).toContain('Für Probstadt (Beispiel)');
    expect(none).toMatchObject({ value: expect.stringContaining('wer für eine Kommune der Liste arbeitet') });
    expect(guest).toMatchObject({ value: expect.stringContaining('Mitgliedern vorbehalten') });
  });

  it('cannot be stated for another commune, not even by an organiser', async () => {
    await worksFor(bot, probstadt);
    const forged = { ...voicebot, commune: neudorf, cooperations: 'exchange' };

    const answers = [
      await bot.press(pressed('interest.save', forged)),
      await bot.press(pressed('interest.save', forged), 'personal', {}, asBerta),
    ];

    const refused = { value: expect.stringContaining('Das können Sie nur für Ihre eigene Kommune angeben.') };
    expect(answers).toMatchObject([refused, refused]);
    expect((await storedUseCase(bot)).interests).toEqual([]);
  });

  it('ignores kinds of cooperation that there are none of', async () => {
    await states(asBerta, { cooperations: 'constructor,exchange,,x', named: 'yes' });

    expect((await storedUseCase(bot)).interests).toMatchObject([
      { cooperations: ['exchange'], named: false },
    ]);
  });
});

describe.each(['group', 'channel'] as const)('"Zusammenarbeiten" in a shared place (%s)', (place) => {
  it('is a dialog for the presser alone', async () => {
    const opened = await dialog(bot, 'task/fetch', { verb: 'interest.offer', ...voicebot }, place, {
      from: carla,
    });
    const save = buttonNamed(opened.answer, 'Speichern').data ?? {};
    const done = await dialog(
      bot,
      'task/submit',
      { ...save, cooperations: 'pilot_partner', named: 'true' },
      place,
      {
        from: carla,
      },
    );

    expect(JSON.stringify(opened.answer)).toContain('Beispielhausen (Beispiel)');
    expect(JSON.stringify(done.answer)).toContain('Pilotpartnerschaft: ');
    expect([...opened.sent(), ...done.sent()]).toEqual([]);
    expect((await storedUseCase(bot)).interests).toMatchObject([{ communeId: beispielhausen }]);
  });

  it('shows those that agree to be named on the card that everybody sees, and nobody else', async () => {
    await states(asBerta);
    await states(asCarla, { cooperations: 'joint_procurement', named: 'false' });
    const before = bot.connector.messages.length;

    await bot.press(pressed('useCase.show', voicebot), place, {}, { from: anna });
    await bot.connector.until(() => bot.connector.messages.length > before);

    const words = wordsOf(cardOf(bot.connector.messages[before]));
    expect(words).toContain('Gemeinsame Beschaffung: 2 Kommunen (Musterstadt (Beispiel) und 1 weitere)');
    expect(words).not.toContain('Beispielhausen');
  });

  it('is a sentence where no dialog opens', async () => {
    const answer = await bot.press(pressed('interest.offer', voicebot), place, {}, { from: carla });

    expect(answer).toMatchObject({ value: expect.stringContaining('Das zeige ich nur im Einzelchat') });
  });
});
