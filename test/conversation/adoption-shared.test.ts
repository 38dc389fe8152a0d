import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  adopterIn,
  beispielhausen,
  musterstadt,
  neudorf,
  person,
  storedUseCase,
  voicebot,
  worksFor,
} from '../support/adoption.ts';
import { buttonNamed, buttonsOf, cardOf, tenant, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { asBerta, berta, dialog, pressed, startWithOrganiser } from '../support/user-groups.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await startWithOrganiser();
});

afterEach(async () => {
  await bot.stop();
});

const filled = { stage: 'pilot', since: 'März 2026', contact: 'none', note: 'Nur abends.' };

describe.each(['group', 'channel'] as const)('"Wir machen das auch" in a shared place (%s)', (place) => {
  it('is a dialog for the presser alone, from the form over a mistake to the details', async () => {
    await worksFor(bot, beispielhausen, asBerta);

    const opened = await dialog(bot, 'task/fetch', { verb: 'adoption.offer', ...voicebot }, place, {
      from: berta,
    });
    const save = buttonNamed(opened.answer, 'Speichern');
    const refused = await dialog(
      bot,
      'task/submit',
      { ...save.data, ...filled, stage: 'rejected', note: '' },
      place,
      {
        from: berta,
      },
    );
    const done = await dialog(bot, 'task/submit', { ...save.data, ...filled }, place, { from: berta });

    expect(save).toMatchObject({
      type: 'Action.Submit',
      data: { verb: 'adoption.save', commune: beispielhausen },
    });
    expect(buttonsOf(opened.answer).map(({ title }) => title)).toEqual(['Speichern']);
    expect(JSON.stringify(refused.answer)).toContain('Bitte nennen Sie den Grund');
    expect(JSON.stringify(refused.answer)).toContain('"value":"März 2026"');
    expect(JSON.stringify(done.answer)).toContain('Eingetragen.');
    expect(JSON.stringify(done.answer)).toContain('Beispielhausen (Beispiel), seit März 2026');
    expect([opened, refused, done].flatMap(({ sent }) => sent())).toEqual([]);
    expect(await adopterIn(bot, beispielhausen)).toMatchObject([{ stage: 'pilot' }]);
  });

  it('asks for the commune in the dialog as well', async () => {
    await bot.say('Hallo', 'personal', asBerta);

    const asked = await dialog(bot, 'task/fetch', { verb: 'adoption.offer', ...voicebot }, place, {
      from: berta,
    });
    const next = buttonNamed(asked.answer, 'Weiter');
    const form = await dialog(bot, 'task/submit', { ...next.data, commune: neudorf }, place, { from: berta });

    expect(JSON.stringify(asked.answer)).toContain('Für welche Kommune arbeiten Sie?');
    expect(JSON.stringify(form.answer)).toContain('Neudorf am Muster (Beispiel)');
    expect(form.sent()).toEqual([]);
  });

  it('withdraws in the dialog as well', async () => {
    await worksFor(bot, musterstadt, asBerta);

    const opened = await dialog(bot, 'task/fetch', { verb: 'adoption.offer', ...voicebot }, place, {
      from: berta,
    });
    const ask = buttonNamed(opened.answer, 'Eintrag zurückziehen').data ?? {};
    const question = await dialog(bot, 'task/submit', ask, place, { from: berta });
    const yes = buttonNamed(question.answer, 'Ja, zurückziehen').data ?? {};
    const done = await dialog(bot, 'task/submit', yes, place, { from: berta });

    expect(JSON.stringify(done.answer)).toContain('Der Eintrag ist zurückgezogen.');
    expect(await adopterIn(bot, musterstadt)).toEqual([]);
  });

  it('shows nobody else what a person could fill in, where no dialog opens', async () => {
    await worksFor(bot, musterstadt, asBerta);
    const before = await storedUseCase(bot);
    const sentBefore = bot.connector.messages.length;

    const answers = [
      await bot.press(pressed('adoption.offer', voicebot), place, {}, { from: berta }),
      await bot.press(
        pressed('adoption.save', { ...voicebot, commune: musterstadt, ...filled }),
        place,
        {},
        { from: berta },
      ),
    ];

    const personalOnly = { value: expect.stringContaining('Das zeige ich nur im Einzelchat') };
    expect(answers).toMatchObject([personalOnly, personalOnly]);
    expect(bot.connector.messages.slice(sentBefore)).toEqual([]);
    expect(await storedUseCase(bot)).toEqual(before);
  });

  it('does not say on the shared card whether the commune of whoever asked is there', async () => {
    await worksFor(bot, musterstadt, asBerta);
    const before = bot.connector.messages.length;

    await bot.press(pressed('useCase.show', voicebot), place, {}, { from: berta });
    await bot.connector.until(() => bot.connector.messages.length > before);
    const card = cardOf(bot.connector.messages[before]);

    expect(buttonsOf(card).map(({ title }) => title)).toContain('Wir machen das auch');
    expect(wordsOf(card)).not.toContain('Unseren Stand ändern');
  });
});

it('gives 32 members of 32 communes who press at once 32 entries and 32 versions', async () => {
  const communes = [...bot.app.deps.operator.current().communes.keys()].slice(0, 32);
  const people = communes.map((commune, index) => Object.assign({ commune }, person(index)));
  const before = await storedUseCase(bot, 'example-chatbot');
  for (const { commune, from, conversation } of people) {
    bot.connector.members.set(from.id, { ...from, tenantId: tenant, userRole: 'user' });
    await worksFor(bot, commune, { from, conversation });
  }
  const about = { useCaseId: before.id };

  const answers = await Promise.all(
    people.map(({ commune, from, conversation }) =>
      bot.press(
        pressed('adoption.save', { ...about, commune, ...filled, note: from.name }),
        'personal',
        {},
        {
          from,
          conversation,
        },
      ),
    ),
  );

  const { adopters, provenance } = await storedUseCase(bot, before.id);
  const history = await bot.app.deps.useCases.historyOf(before.id);
  const entered = adopters.flatMap(({ body, note }) => ('communeId' in body ? [[body.communeId, note]] : []));
  expect(answers.map((answer) => wordsOf(answer).split('\n')[0])).toEqual(people.map(() => 'Eingetragen.'));
  expect(entered).toEqual(expect.arrayContaining(people.map(({ commune, from }) => [commune, from.name])));
  expect(adopters).toHaveLength(before.adopters.length + 32);
  expect(history.map(({ version }) => version)).toEqual(Array.from({ length: 32 }, (_, index) => 33 - index));
  expect(provenance.version).toBe(33);
});
