import { afterEach, describe, expect, it } from 'vitest';
import { buttonNamed, cardOf, tenant, wordsOf, TestBot } from '../support/conversation.ts';
import {
  bertasId,
  checked,
  draftIdOf,
  entered,
  found,
  inputsOf,
  musterstadt,
  openedForm,
  probstadt,
  publishAtOnce,
  registered,
  sent,
  startWithMember,
  submitted,
  typed,
} from '../support/registrations.ts';
import { asBerta, berta, bertasChat, dialog, pressed, said } from '../support/user-groups.ts';

let bot: TestBot;

afterEach(async () => {
  await bot.stop();
});

describe('a member who enters a use case', () => {
  it('does so in three interactions, and it is found by asking', async () => {
    bot = await startWithMember(publishAtOnce);

    const form = await openedForm(bot);
    const check = await sent(bot, form, typed);
    const done = await submitted(bot, check);

    expect(inputsOf(form)).toMatchObject({
      body: musterstadt,
      contact: 'self',
      category: 'other',
      language: 'de',
      visibility: 'community',
    });
    expect(wordsOf(check)).toMatch(/^Bitte prüfen Sie Ihren Eintrag\./);
    expect(wordsOf(check)).toContain('Mit „Eintragen“ ist es sofort zu finden.');
    expect(wordsOf(done)).toMatch(/^Eingetragen\. Ihr Anwendungsfall ist jetzt zu finden\.\nBienenzählung/);
    expect(await entered(bot)).toMatchObject([
      {
        title: typed.title,
        contact: { memberId: bertasId, name: 'Berta', email: 'berta@musterstadt.example.org' },
        adopters: [
          { body: { kind: 'commune', communeId: musterstadt }, stage: 'pilot', enteredBy: bertasId },
        ],
        provenance: { createdBy: bertasId, version: 1 },
      },
    ]);
    await found(bot, 'Wer zählt schon Bienen?', typed.title);
  });

  it('hands it in while organisers look at it first', async () => {
    bot = await startWithMember();

    const check = await checked(bot);
    const done = await submitted(bot, check);

    expect(wordsOf(check)).toContain('Vor der Veröffentlichung sieht es das Organisationsteam durch.');
    expect(wordsOf(done)).toBe(
      'Eingereicht. Das Organisationsteam sieht Ihren Anwendungsfall durch.\nIch schreibe Ihnen, sobald er veröffentlicht ist oder jemand eine Frage dazu hat.',
    );
    expect(await entered(bot)).toEqual([]);
    const [submission] = (await bot.storedDocuments('submissions')).map(({ body }) => body);
    expect(submission).toMatchObject({ by: bertasId, origin: { kind: 'new' }, state: { kind: 'waiting' } });
  });

  it('is not looked at when they organise', async () => {
    bot = await startWithMember();
    await bot.say('Hallo');

    const done = await registered(bot, { ...typed, body: musterstadt }, {});

    expect(wordsOf(done)).toMatch(/^Eingetragen\./);
    expect(await entered(bot)).toMatchObject([{ title: typed.title }]);
  });

  it('sees what looks the same before, each with the way to join in', async () => {
    bot = await startWithMember();
    const same = {
      title: 'Voicebot in der Telefonzentrale',
      summary: 'Ein Sprachassistent nimmt Anrufe an, gibt Auskunft oder verbindet weiter.',
      stage: 'in_use',
    };

    const check = await checked(bot, same);
    const adopt = buttonNamed(check, 'Wir machen das auch');
    const details = await bot.press(buttonNamed(check, 'Details'), 'personal', {}, asBerta);
    const back = await bot.press(buttonNamed(details, 'Zurück zu meinem Entwurf'), 'personal', {}, asBerta);
    const joining = await bot.press(adopt, 'personal', {}, asBerta);

    const words = wordsOf(check);
    expect(words.indexOf('Gibt es das schon?')).toBeLessThan(words.indexOf('So wird es aussehen'));
    expect(words).toContain('Telefonassistent für das Bürgerbüro');
    expect(adopt).toMatchObject({ verb: 'adoption.offer', data: { draftId: draftIdOf(check) } });
    expect(wordsOf(details)).toContain('Telefonassistent');
    expect(wordsOf(back)).toBe(words);
    expect(inputsOf(joining)['stage']).toBe('in_use');
  });

  it('sees nothing there when nobody has entered the like', async () => {
    bot = await startWithMember();

    expect(wordsOf(await checked(bot))).not.toContain('Gibt es das schon?');
  });

  it('starts from the answer that nobody does it', async () => {
    bot = await startWithMember();
    const nothing = await said(bot, 'Wer züchtet Kegelrobben?', 'personal', asBerta);

    const form = await bot.press(buttonNamed(nothing, 'Anwendungsfall eintragen'), 'personal', {}, asBerta);

    expect(wordsOf(form)).toMatch(/^Anwendungsfall eintragen\n/);
    expect(inputsOf(form)).toHaveProperty('title', '');
  });
});

describe('"Eintragen"', () => {
  it('pressed by two devices at once enters it once, and both get the same answer', async () => {
    bot = await startWithMember(publishAtOnce);
    const check = await checked(bot);

    const answers = await Promise.all([submitted(bot, check), submitted(bot, check), submitted(bot, check)]);

    for (const answer of answers) {
      expect(wordsOf(answer)).toMatch(
        /^(Eingetragen\. Ihr Anwendungsfall ist jetzt zu finden\.|Das ist schon eingetragen\.)\nBienenzählung/,
      );
    }
    expect(await entered(bot)).toHaveLength(1);
  });

  it('pressed again says that it is done', async () => {
    bot = await startWithMember(publishAtOnce);
    const form = await openedForm(bot);
    const check = await sent(bot, form, typed);
    await submitted(bot, check);

    const again = await submitted(bot, check);
    const oldForm = await sent(bot, form, { ...typed, title: 'Etwas anderes' });

    expect(wordsOf(again)).toMatch(/^Das ist schon eingetragen\.\nBienenzählung/);
    expect(wordsOf(oldForm)).toMatch(/^Das ist schon eingetragen\.\nBienenzählung/);
    expect(await entered(bot)).toHaveLength(1);
  });

  it('hands in once', async () => {
    bot = await startWithMember();
    const check = await checked(bot);

    await Promise.all([submitted(bot, check), submitted(bot, check)]);
    const again = await submitted(bot, check);

    expect(wordsOf(again)).toBe('Das ist schon eingereicht. Das Organisationsteam sieht es durch.');
    expect(await bot.storedDocuments('submissions')).toMatchObject([{ body: { round: 1 } }]);
  });

  it('checks again: a commune that is no longer the own one is refused', async () => {
    bot = await startWithMember(publishAtOnce);
    const check = await checked(bot);
    await bot.press(pressed('commune.choose', { commune: probstadt }), 'personal', {}, asBerta);

    const form = await submitted(bot, check);

    expect(wordsOf(form)).toContain('Sie können nur für Ihre eigene Kommune eintragen.');
    expect(await entered(bot)).toEqual([]);
  });
});

describe('whoever may not', () => {
  it('is told why and what to do: a guest', async () => {
    bot = await TestBot.start();
    bot.connector.members.set(berta.id, { ...berta, tenantId: tenant, userRole: 'guest' });

    const [answer] = await bot.say('Anwendungsfall eintragen', 'personal', asBerta);
    const forced = await bot.press(
      pressed('registration.check', { draftId: 'd', ...typed }),
      'personal',
      {},
      asBerta,
    );

    expect(answer?.text).toMatch(/^Anwendungsfälle eintragen können Mitglieder\./);
    expect(forced).toMatchObject({
      value: expect.stringContaining('Anwendungsfälle eintragen können Mitglieder.'),
    });
  });

  it('is told why and what to do: somebody without an account', async () => {
    bot = await TestBot.start();

    const [answer] = await bot.say('Anwendungsfall eintragen', 'personal', {
      from: { id: '29:nobody', name: 'Jemand' },
      conversation: { ...bertasChat, id: 'a:nobody' },
    });

    expect(answer?.text).toMatch(/^Zum Eintragen müssen Sie angemeldet sein\./);
  });
});

describe.each(['group', 'channel'] as const)('in a shared place (%s)', (place) => {
  const inPlace = { from: berta };

  it('the form is behind a button, opens as a dialog, and leads to the end there', async () => {
    bot = await startWithMember({ ...publishAtOnce });
    const [offer] = await bot.say('Anwendungsfall eintragen', place, inPlace);
    const open = buttonNamed(cardOf(offer), 'Formular öffnen');

    const opened = await dialog(bot, 'task/fetch', { verb: open.verb, ...open.data }, place, inPlace);
    const next = buttonNamed(opened.answer, 'Weiter').data ?? {};
    const refused = await dialog(
      bot,
      'task/submit',
      { ...next, ...inputsOf(opened.answer), ...typed, title: ' ' },
      place,
      inPlace,
    );
    const check = await dialog(
      bot,
      'task/submit',
      { ...next, ...inputsOf(refused.answer), ...typed },
      place,
      inPlace,
    );
    const submit = buttonNamed(check.answer, 'Eintragen').data ?? {};
    const done = await dialog(bot, 'task/submit', submit, place, inPlace);

    expect(opened.answer).toMatchObject({
      task: { type: 'continue', value: { title: 'Anwendungsfall eintragen' } },
    });
    expect(JSON.stringify(refused.answer)).toContain('Bitte geben Sie einen Titel an');
    expect(JSON.stringify(done.answer)).toContain('Eingetragen. Ihr Anwendungsfall ist jetzt zu finden.');
    expect(await entered(bot)).toMatchObject([{ title: typed.title }]);
    expect([opened, refused, check, done].flatMap(({ sent: more }) => more())).toEqual([]);
  });

  it('drafts are shown to nobody', async () => {
    bot = await startWithMember();
    await checked(bot);

    const [answer] = await bot.say('Meine Entwürfe', place, inPlace);

    expect(answer?.text).toContain('Das zeige ich nur im Einzelchat');
  });
});
