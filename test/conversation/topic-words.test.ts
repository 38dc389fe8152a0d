import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttonNamed, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { groupsOn, startProposing, storedTopics } from '../support/topic-proposing.ts';
import { proposed } from '../support/topics.ts';
import { asBerta, berta, created, pressed, said } from '../support/user-groups.ts';

let bot: TestBot;
let group: string;

beforeEach(async () => {
  bot = await startProposing();
  group = await created(bot);
});

afterEach(async () => {
  await bot.stop();
});

describe('a topic for a user group that is named', () => {
  it('is confirmed with that group chosen', async () => {
    const words = 'Themenwunsch für die User Group telefonie: Anrufe bei Nacht';

    const card = await said(bot, words, 'personal', asBerta);
    await bot.press(buttonNamed(card, 'Vorschlagen'), 'personal', { userGroup: group }, asBerta);

    expect(wordsOf(card)).toContain('Anrufe bei Nacht');
    expect(groupsOn(card).chosen).toBe(group);
    expect(await storedTopics(bot)).toMatchObject([{ title: 'Anrufe bei Nacht', userGroupId: group }]);
  });

  it('opens the form with it, and behind the button in a channel as well', async () => {
    const words = 'Thema vorschlagen für die Gruppe Telefonie';

    const form = await said(bot, words, 'personal', asBerta);
    const shared = await said(bot, words, 'channel', { from: berta });

    expect(groupsOn(form).chosen).toBe(group);
    expect(buttonNamed(shared, 'Formular öffnen').data).toMatchObject({ userGroupId: group });
  });

  it('is for all to choose where that group is unknown: what was typed is not lost', async () => {
    const card = await said(bot, 'Thema für die Gruppe Kuchen: Anrufe bei Nacht', 'personal', asBerta);
    const [nothing] = await bot.say('Thema vorschlagen für die Gruppe Kuchen', 'personal', asBerta);

    expect(wordsOf(card)).toContain('Anrufe bei Nacht');
    expect(groupsOn(card).chosen).toBe('none');
    expect(nothing?.text).toContain('Diese User Group kenne ich nicht.');
  });
});

it.each(['channel', 'group'] as const)('is understood behind a mention, too (%s)', async (place) => {
  await proposed(bot, { title: 'Anrufe bei Nacht' });
  const mention = { type: 'mention', text: '<at>KI-Community</at>', mentioned: { id: '28:bot', name: 'KI' } };
  const mentioning = (words: string) =>
    bot.say(`<at>KI-Community</at> ${words}`, place, { from: berta, entities: [mention] });

  const [list] = await mentioning('Worüber wird abgestimmt?');
  const [proposal] = await mentioning('Können wir mal über Drohnen sprechen?');
  const [own] = await mentioning('meine Stimmen');

  expect(wordsOf(cardOf(list))).toContain('Anrufe bei Nacht');
  expect(wordsOf(cardOf(proposal))).toContain('Ihr Thema: Drohnen');
  expect(own?.text).toContain('nur im Einzelchat');
});

it('a vote is taken back from the list of the own ones', async () => {
  const { id } = await proposed(bot, { title: 'Anrufe bei Nacht' });
  await bot.press(pressed('topic.vote', { topicRequestId: id }), 'personal', {}, asBerta);

  const list = await said(bot, 'Stimme zurückziehen', 'personal', asBerta);

  expect(wordsOf(list)).toContain('Anrufe bei Nacht');
});
