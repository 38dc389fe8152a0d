import { afterEach, describe, expect, it } from 'vitest';
import { submissionId, useCaseId } from '../../src/domain/ids.ts';
import { carlasChat, finished } from '../support/announcements.ts';
import { buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { handedIn, proposal, replacedIn, startWaiting, stateOfSubmission } from '../support/reviews.ts';
import { contentOf } from '../support/submissions.ts';
import { asBerta, bertasChat, pressed } from '../support/user-groups.ts';

let bot: TestBot;

afterEach(async () => {
  await bot.stop();
});

/** Berta hands in, and both organisers have the card. */
async function waiting() {
  const scene = await startWaiting();
  ({ bot } = scene);
  return scene;
}

const stateOf = () => stateOfSubmission(bot);

describe('the list of what waits', () => {
  it('is for organisers, the oldest first, and leads to each', async () => {
    await waiting();
    bot.clock.advance(1000);
    await handedIn(bot, { id: submissionId('s2'), content: contentOf({ ...proposal, title: 'Zweites' }) });

    await finished(bot);
    const [list] = await bot.say('Freigaben');
    const one = await bot.press(buttonNamed(cardOf(list), 'Drohnen zählen Kegelrobben ansehen'));

    expect(wordsOf(cardOf(list))).toMatch(
      /^Zwei Einreichungen warten auf die Freigabe\nDrohnen zählen Kegelrobben\nNeuer Anwendungsfall · wartet · .*\n›\nZweites\n/,
    );
    expect(buttonsOf(one).map(({ title }) => title)).toEqual([
      'Veröffentlichen',
      'Nachfragen',
      'Zurückgeben',
      'Alle Freigaben',
    ]);
  });

  it.each(['channel', 'group'] as const)('is not shown in a %s', async (place) => {
    await waiting();

    const answers = await bot.say('Freigaben', place);

    expect(JSON.stringify(answers)).not.toContain('Kegelrobben');
    expect(answers[0]?.text).toContain('Einzelchat');
  });

  it('is refused to members in a sentence, and their own are theirs to withdraw', async () => {
    const { annas } = await waiting();
    const [refused] = await bot.say('Zur Freigabe', 'personal', asBerta);
    const [list] = await bot.say('Meine Einreichungen', 'personal', asBerta);
    const own = await bot.press(
      buttonNamed(cardOf(list), 'Drohnen zählen Kegelrobben ansehen'),
      'personal',
      {},
      asBerta,
    );

    const withdrawn = await bot.press(buttonNamed(own, 'Zurückziehen'), 'personal', {}, asBerta);
    const late = await bot.press(buttonNamed(annas, 'Veröffentlichen'));
    await bot.connector.until(() => replacedIn(bot, carlasChat.id).length > 0);

    expect(refused?.text).toMatch(/^Freigeben kann nur das Organisationsteam\./);
    expect(wordsOf(own)).toMatch(/^Ihr Anwendungsfall wartet auf die Freigabe\.\n/);
    expect(wordsOf(withdrawn)).toMatch(/^Zurückgezogen\./);
    expect(wordsOf(late)).toMatch(/^Das wurde inzwischen von der Person zurückgezogen/);
    expect(wordsOf(replacedIn(bot, carlasChat.id)[0])).toMatch(
      /^Zurückgezogen\. Hier ist nichts mehr zu tun\./,
    );
    expect(await bot.app.deps.useCases.find(useCaseId('s1'))).toBeUndefined();
  });
});

describe('forged presses (fault 40)', () => {
  it.each([
    ['review.publish', {}],
    ['review.ask', { remark: 'Und?' }],
    ['review.return', { remark: 'Nein.' }],
    ['review.offerQuestion', {}],
  ])('%s by the author decides nothing', async (verb, more) => {
    await waiting();

    const answer = await bot.press(
      pressed(verb, { submissionId: 's1', version: 1, role: 'organiser', ...more }),
      'personal',
      {},
      asBerta,
    );

    expect(answer).toMatchObject({
      value: expect.stringContaining('Freigeben kann nur das Organisationsteam.'),
    });
    expect(await stateOf()).toEqual({ kind: 'waiting' });
  });

  it('nobody but the author withdraws or goes on with it, and others are not told that it is there', async () => {
    await waiting();
    const foreign = { submissionId: 's1' };
    const stranger = {
      from: { id: '29:dora', name: 'Dora', aadObjectId: 'dddddddd-0000-4000-8000-000000000004' },
      conversation: { ...bertasChat, id: 'a:personal-dora' },
    };
    bot.connector.members.set('29:dora', {
      ...stranger.from,
      tenantId: bertasChat.tenantId,
      userRole: 'user',
    });

    const answers = await Promise.all([
      bot.press(pressed('review.withdraw', foreign)),
      bot.press(pressed('review.reopen', foreign)),
      bot.press(pressed('review.show', foreign), 'personal', {}, stranger),
      bot.press(pressed('review.show', { submissionId: 'none' }), 'personal', {}, stranger),
    ]);

    expect(answers.map((answer) => JSON.stringify(answer))).toEqual(
      answers.map(() => expect.stringContaining('Diese Einreichung gibt es nicht mehr.')),
    );
    expect(await stateOf()).toEqual({ kind: 'waiting' });
  });
});
