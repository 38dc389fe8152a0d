import { afterEach, describe, expect, it } from 'vitest';
import { anna, buttonNamed, tenant, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import {
  bertasId,
  changeOpened,
  entered,
  inputsOf,
  musterstadt,
  ownUseCase,
  publishAtOnce,
  registered,
  sent,
  startWithMember,
  submitted,
  typed,
} from '../support/registrations.ts';

let bot: TestBot;

afterEach(async () => {
  await bot.stop();
});

describe('a member who changes a use case', () => {
  it('sees what changes, and only that is changed, whatever somebody else changed meanwhile', async () => {
    bot = await startWithMember(publishAtOnce);
    const useCaseId = await ownUseCase(bot);
    const form = await changeOpened(bot, useCaseId);
    await bot.app.deps.useCases.change(useCaseId, (useCase) => ({
      useCase: { ...useCase, supplier: 'Imkerei Nord', summary: 'Andere Worte.' },
    }));

    bot.clock.advance(86_400_000);

    const check = await sent(bot, form, { title: 'Bienen zählen', advice: 'Im Frühling anfangen.' });
    const done = await submitted(bot, check);

    expect(inputsOf(form)).toMatchObject({ title: typed.title, summary: typed.summary, contact: 'keep' });
    expect(inputsOf(form)).not.toHaveProperty('stage');
    expect(wordsOf(check)).toContain(`Titel: ${typed.title} → Bienen zählen`);
    expect(wordsOf(check)).not.toContain('Kurzbeschreibung:');
    expect(wordsOf(done)).toMatch(/^Geändert\. So steht es jetzt da\.\nBienen zählen\nAndere Worte\./);
    expect(await entered(bot)).toMatchObject([
      {
        title: 'Bienen zählen',
        summary: 'Andere Worte.',
        supplier: 'Imkerei Nord',
        lessons: { advice: 'Im Frühling anfangen.' },
        contact: { memberId: bertasId },
        adopters: [{ stage: 'pilot' }],
        provenance: { version: 2, lastConfirmedAt: bot.clock.now() },
      },
    ]);
    const history = await bot.app.deps.useCases.historyOf(useCaseId);
    expect(history[0]).toMatchObject({
      version: 2,
      by: { memberId: bertasId },
      change: {
        kind: 'edited',
        fields: [
          { field: 'title', before: typed.title, after: 'Bienen zählen' },
          { field: 'advice', before: '' },
        ],
      },
    });
  });

  it('changes it once, however often they press', async () => {
    bot = await startWithMember(publishAtOnce);
    const useCaseId = await ownUseCase(bot);
    const check = await sent(bot, await changeOpened(bot, useCaseId), { title: 'Bienen zählen' });

    await Promise.all([1, 2, 3].map(() => submitted(bot, check)));
    const again = await submitted(bot, check);

    expect(await entered(bot)).toMatchObject([{ title: 'Bienen zählen', provenance: { version: 2 } }]);
    expect(wordsOf(again)).toMatch(/^Das ist schon eingetragen\./);
  });

  it('sees first what a colleague wrote into the same field meanwhile, and then replaces it or not', async () => {
    bot = await startWithMember(publishAtOnce);
    const useCaseId = await ownUseCase(bot);
    const check = await sent(bot, await changeOpened(bot, useCaseId), { title: 'Bienen zählen' });
    await bot.app.deps.useCases.change(useCaseId, (useCase) => ({
      useCase: { ...useCase, title: 'Titel der Kollegin' },
    }));

    const shown = await submitted(bot, check);
    const between = (await entered(bot))[0]?.title;
    await submitted(bot, shown);

    expect(wordsOf(check)).not.toContain('inzwischen');
    expect(wordsOf(shown)).toContain('Das hat inzwischen jemand anderes geändert: Titel.');
    expect(wordsOf(shown)).toContain('Titel: Titel der Kollegin → Bienen zählen');
    expect(between).toBe('Titel der Kollegin');
    expect((await entered(bot))[0]?.title).toBe('Bienen zählen');
  });

  it('is told when nothing is changed', async () => {
    bot = await startWithMember(publishAtOnce);
    const useCaseId = await ownUseCase(bot);

    const form = await sent(bot, await changeOpened(bot, useCaseId));

    expect(wordsOf(form)).toContain('Es ist nichts geändert.');
  });

  it('is refused when it is not theirs to change, and that changes nothing (fault 40)', async () => {
    bot = await startWithMember(publishAtOnce);

    const answer = await changeOpened(bot, 'example-parking');

    expect(answer).toMatchObject({
      value: expect.stringContaining('Ändern können einen Anwendungsfall, wer ihn eingetragen hat'),
    });
    expect(await bot.storedDocuments('use-case-drafts')).toEqual([]);
  });

  it('is told when it was archived or removed meanwhile', async () => {
    bot = await startWithMember(publishAtOnce);
    const useCaseId = await ownUseCase(bot);
    const check = await sent(bot, await changeOpened(bot, useCaseId), { title: 'Bienen zählen' });
    await bot.app.deps.useCases.change(useCaseId, (useCase) => ({
      useCase: { ...useCase, archived: { at: 5 } },
    }));

    const answer = await submitted(bot, check);
    const opened = await changeOpened(bot, useCaseId);
    const gone = await changeOpened(bot, 'nie-da');

    for (const one of [answer, opened]) {
      expect(one).toMatchObject({ value: expect.stringContaining('Dieser Anwendungsfall ist archiviert.') });
    }
    expect(gone).toMatchObject({
      value: expect.stringContaining('Diesen Anwendungsfall gibt es nicht mehr.'),
    });
    expect((await entered(bot))[0]?.title).toBe(typed.title);
  });

  it('hands the change in while organisers look at it first', async () => {
    bot = await startWithMember();
    await bot.say('Hallo');
    const made = await registered(bot, { ...typed, body: musterstadt }, {});
    const useCaseId = String(buttonNamed(made, 'Angaben ändern').data?.['useCaseId']);

    const check = await sent(bot, await changeOpened(bot, useCaseId), { title: 'Bienen zählen' });
    const done = await submitted(bot, check);

    expect(wordsOf(done)).toMatch(/^Eingereicht\. Das Organisationsteam sieht Ihre Änderung durch\./);
    expect(await bot.storedDocuments('submissions')).toMatchObject([
      { body: { changed: ['title'], origin: { kind: 'change', useCaseId } } },
    ]);
    expect(await entered(bot)).toMatchObject([
      { title: typed.title, provenance: { createdBy: `${tenant}.${anna.aadObjectId}` } },
    ]);
  });
});
