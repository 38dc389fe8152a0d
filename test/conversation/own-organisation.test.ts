import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useCaseId } from '../../src/domain/ids.ts';
import { adopterAt, aUseCase, menden } from '../support/builders.ts';
import { cardOf, TestBot, wordsOf } from '../support/conversation.ts';
import { anOperatorFolder } from '../support/operator-folder.ts';

const secret = aUseCase({
  id: useCaseId('secret'),
  title: 'Drohnenflug geheim',
  themes: ['Klinikverkauf'],
  visibility: 'organisation',
  adopters: [adopterAt(menden, 'pilot')],
});
let bot: TestBot;

/** Everybody here is from Menden, the commune whose own record this is. */
beforeEach(async () => {
  bot = await TestBot.start({ OPERATOR_DATA: anOperatorFolder('example.org;05962040') });
  await bot.app.deps.useCases.add(secret);
});

afterEach(async () => {
  await bot.stop();
});

describe('a record for its own organisation', () => {
  it('is shown to its people where nobody reads along', async () => {
    const [answer] = await bot.say('Drohnenflug');

    expect(wordsOf(cardOf(answer))).toContain('Drohnenflug geheim');
  });

  it.each(['channel', 'group'] as const)('is neither shown nor named in a %s', async (place) => {
    const answers = await bot.say('Drohnenflug', place);
    const themed = await bot.say('Thema klinikverkauf', place);

    expect(JSON.stringify([answers, themed])).not.toMatch(/geheim|Klinikverkauf/);
  });

  it('stays closed to a pressed button in a channel, and opens in the own chat', async () => {
    const show = { type: 'Action.Execute', title: 'x', verb: 'useCase.show', data: { useCaseId: 'secret' } };

    await bot.say('Hallo', 'channel');
    const inChannel = await bot.press(show, 'channel');

    expect(JSON.stringify(inChannel)).toContain('nur für die Kommunen sichtbar');
    expect(JSON.stringify(await bot.press(show))).toContain('Drohnenflug geheim');
  });

  it('is not found by a filter that it alone fits, by people of elsewhere', async () => {
    await bot.stop();
    bot = await TestBot.start({ OPERATOR_DATA: anOperatorFolder('example.org;05962024') });
    await bot.app.deps.useCases.add(secret);
    await bot.app.deps.useCases.add(
      aUseCase({ id: useCaseId('open'), title: 'Drohnenflug', adopters: [adopterAt(menden, 'in_use')] }),
    );

    const [answer] = await bot.say('Drohnenflug, nur Pilot');
    const [themed] = await bot.say('Thema klinikverkauf');

    expect(JSON.stringify(answer)).not.toContain('geheim');
    expect(JSON.stringify(themed)).not.toContain('Klinikverkauf');
  });
});
