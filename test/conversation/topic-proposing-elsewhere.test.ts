import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useCaseId } from '../../src/domain/ids.ts';
import { neudorf, musterstadt, beispielhausen, voicebot, worksFor } from '../support/adoption.ts';
import { asCarla, delivered } from '../support/announcements.ts';
import { buttonNamed, buttonsOf, cardOf, tenant, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { captureValue, openAction, registerValue, submitAction } from '../support/message-action.ts';
import { groupsOn, startProposing, storedTopics } from '../support/topic-proposing.ts';
import { memberOf, proposed } from '../support/topics.ts';
import { asBerta, berta, created, dialog, pressed, said } from '../support/user-groups.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await startProposing();
});

afterEach(async () => {
  await bot.stop();
});

const title = 'KI im Bauamt';
const inChannel = { from: berta };
const titlesOf = (card: unknown) => buttonsOf(card).map((button) => button.title);

describe('a topic proposed in a channel', () => {
  it('begins with a button that carries what was typed, and goes on in a dialog', async () => {
    const offer = await said(bot, 'Thema: KI im Bauamt', 'channel', inChannel);
    const open = buttonNamed(offer, 'Formular öffnen');
    const before = bot.connector.messages.length;

    const form = await dialog(bot, 'task/fetch', { verb: open.verb, ...open.data }, 'channel', inChannel);
    const submit = { ...buttonNamed(form.answer, 'Vorschlagen').data, title, userGroup: 'none' };
    const details = await dialog(bot, 'task/submit', submit, 'channel', inChannel);

    expect(wordsOf(offer)).toContain(`Ihr Thema: ${title}`);
    expect(JSON.stringify(form.answer)).toContain(`"value":"${title}"`);
    expect(JSON.stringify(form.answer)).toContain('Dann steht „Menden (Sauerland)“ beim Thema.');
    expect(JSON.stringify(details.answer)).toContain('Vorgeschlagen. Ihre Stimme ist dabei');
    expect(await storedTopics(bot)).toMatchObject([{ title, by: memberOf(berta), votes: 1 }]);
    expect(bot.connector.messages.slice(before)).toEqual([]);
  });

  it('shows what is like it in the dialog, too', async () => {
    await proposed(bot, { title, question: 'Wer prüft Bauanträge mit KI?' });
    const form = await dialog(bot, 'task/fetch', { verb: 'topic.offerForm' }, 'channel', inChannel);
    const submit = { ...buttonNamed(form.answer, 'Vorschlagen').data, title, userGroup: 'none' };

    const check = await dialog(bot, 'task/submit', submit, 'channel', inChannel);
    const anyway = buttonNamed(check.answer, 'Trotzdem vorschlagen');
    await dialog(bot, 'task/submit', { ...anyway.data }, 'channel', inChannel);

    expect(titlesOf(check.answer)).toEqual(['Dafür stimmen', 'Ansehen', 'Ändern', 'Trotzdem vorschlagen']);
    expect(buttonsOf(check.answer).map(({ type }) => type)).toEqual(Array(4).fill('Action.Submit'));
    expect(buttonNamed(check.answer, 'Ansehen').data?.['verb']).toBe('topic.show');
    expect(await storedTopics(bot)).toHaveLength(2);
  });

  it('puts nothing of whoever asks on a form that all see, where a client has no dialogs', async () => {
    const group = await created(bot, { name: 'Bauen' });
    await bot.press(pressed('userGroup.join', { userGroupId: group }), 'personal', {}, asBerta);
    const before = bot.connector.messages.length;

    await bot.press(pressed('topic.offerForm'), 'channel', {}, inChannel);
    await bot.connector.until(() => bot.connector.messages.length > before);
    const form = cardOf(bot.connector.messages[before]);
    const answer = await bot.press(
      buttonNamed(form, 'Vorschlagen'),
      'channel',
      { title, userGroup: 'none' },
      inChannel,
    );

    expect(groupsOn(form)).toEqual({ chosen: 'none', names: ['Ganze Community', 'User Group Bauen'] });
    expect(JSON.stringify(form)).not.toContain('Menden');
    expect(JSON.stringify(answer)).toContain('Vorgeschlagen. Ihre Stimme ist dabei');
    expect(JSON.stringify(answer)).not.toContain('AdaptiveCard');
  });
});

describe('"Als Thema vorschlagen" on a message', () => {
  const capture = (content: unknown) => ({ ...captureValue(content), commandId: 'captureTopic' });

  it('begins the form with its first sentence and all of its words, and posts nothing', async () => {
    const before = bot.connector.messages.length;
    const dialogOf = await openAction(
      bot,
      capture('<div>Wir pr&uuml;fen Bauantr&auml;ge mit <b>KI</b>. Wer macht das auch?</div>'),
      'channel',
      inChannel,
    );

    const { card, title: heading } = dialogOf;
    expect(heading).toBe('Thema vorschlagen');
    expect(JSON.stringify(card)).toContain('"value":"Wir prüfen Bauanträge mit KI"');
    expect(JSON.stringify(card)).toContain('"value":"Wir prüfen Bauanträge mit KI. Wer macht das auch?"');
    expect(bot.connector.messages.slice(before)).toEqual([]);
    expect(await storedTopics(bot)).toEqual([]);
  });

  it('is sent off in its dialog', async () => {
    const { card } = await openAction(bot, capture(`<p>${title}</p>`), 'group', inChannel);
    const { data } = buttonNamed(card, 'Vorschlagen');

    const done = await submitAction(bot, { ...data, title, userGroup: 'none' }, 'group', inChannel);

    expect(wordsOf(done.card)).toMatch(/^Vorgeschlagen\./);
    expect(await storedTopics(bot)).toMatchObject([{ title, by: memberOf(berta) }]);
  });

  it.each([
    ['only a picture', '<img src="https://evil.example/x.png" alt="x">'],
    ['nothing', ''],
  ])('begins with an empty form on a message of %s', async (_what, content) => {
    const { card } = await openAction(bot, capture(content));

    expect(titlesOf(card)).toEqual(['Vorschlagen']);
    expect(JSON.stringify(card)).not.toMatch(/"id":"(?:title|question)"[^}]*"value"/);
  });

  it('cuts a long message visibly, to what the fields may have', async () => {
    const { card } = await openAction(bot, capture(`<p>${'Wort '.repeat(2000)}</p>`));
    const values = [...JSON.stringify(card).matchAll(/"id":"(?:title|question)"[^}]*"value":"([^"]*)"/g)];

    expect(values.map(([, value = '']) => [value.at(-1), value.length <= 600])).toEqual([
      ['…', true],
      ['…', true],
    ]);
  });

  it('is below the compose box, too, with an empty form', async () => {
    const { title: heading, card } = await openAction(bot, { ...registerValue, commandId: 'proposeTopic' });

    expect(heading).toBe('Thema vorschlagen');
    expect(titlesOf(card)).toEqual(['Vorschlagen']);
  });
});

it('"Thema vorschlagen" below an answer that found nothing begins with what was sought', async () => {
  const nothing = await said(bot, 'Wer macht schon quantencomputer?', 'personal', asBerta);

  const form = await bot.press(buttonNamed(nothing, 'Thema vorschlagen'), 'personal', {}, asBerta);

  expect(JSON.stringify(form)).toContain('"value":"Quantencomputer"');
});

describe('what many communes would like to buy together', () => {
  const dora = { id: '29:dora', name: 'Dora', aadObjectId: 'dddddddd-0000-4000-8000-00000000000d' };
  const asDora = {
    from: dora,
    conversation: { id: 'a:personal-dora', conversationType: 'personal', tenantId: tenant },
  };

  async function want(who: Readonly<Record<string, unknown>>, cooperations: string): Promise<void> {
    const form = await bot.press(pressed('interest.offer', voicebot), 'personal', {}, who);
    await bot.press(buttonNamed(form, 'Speichern'), 'personal', { cooperations, named: 'true' }, who);
  }

  async function message(cooperation: string): Promise<unknown> {
    await bot.say('Hallo');
    bot.connector.members.set(dora.id, { ...dora, tenantId: tenant, userRole: 'user' });
    await worksFor(bot, musterstadt, asBerta);
    await worksFor(bot, beispielhausen, asCarla);
    await worksFor(bot, neudorf, asDora);
    for (const who of [asBerta, asCarla, asDora]) {
      await want(who, cooperation);
    }
    const [sent] = await delivered(
      bot,
      'Interesse an Zusammenarbeit: Telefonassistent für das Bürgerbüro',
      1,
    );
    return cardOf(sent);
  }

  it('is drafted as a topic in one press from the message to the organisers', async () => {
    const card = await message('joint_procurement');

    const before = bot.connector.messages.length;

    const answer = await bot.press(buttonNamed(card, 'Als Thema vorschlagen'));
    await bot.connector.until(() => bot.connector.messages.length > before);
    const form = cardOf(bot.connector.messages[before]);

    expect(JSON.stringify(answer)).not.toContain('AdaptiveCard');
    expect(JSON.stringify(form)).toContain(
      '"value":"Gemeinsame Beschaffung: Telefonassistent für das Bürgerbüro"',
    );
    expect(JSON.stringify(form)).toContain(
      '"value":"Drei Kommunen möchten das gemeinsam beschaffen. Was wird gebraucht, und wer macht mit?"',
    );
    expect(await storedTopics(bot)).toEqual([]);
  });

  it('is no topic where communes only want to exchange', async () => {
    expect(titlesOf(await message('exchange'))).not.toContain('Als Thema vorschlagen');
  });

  it('says nothing of a use case that the asker may not see', async () => {
    await message('joint_procurement');
    await bot.app.deps.useCases.change(useCaseId(voicebot.useCaseId), (useCase) => ({
      useCase: { ...useCase, visibility: 'organisation' },
    }));
    const foreign = { useCaseId: voicebot.useCaseId, cooperation: 'joint_procurement' };
    const outsider = { id: '29:emil', name: 'Emil', aadObjectId: 'eeeeeeee-0000-4000-8000-00000000000e' };
    bot.connector.members.set(outsider.id, { ...outsider, tenantId: tenant, userRole: 'user' });
    const asOutsider = {
      from: outsider,
      conversation: { id: 'a:personal-emil', conversationType: 'personal', tenantId: tenant },
    };

    const form = await bot.press(pressed('topic.offerForm', foreign), 'personal', {}, asOutsider);

    expect(wordsOf(form)).toMatch(/^Thema vorschlagen/);
    expect(JSON.stringify(form)).not.toContain('Telefonassistent');
  });
});

describe('words for lists', () => {
  it('of a user group that nobody knows are answered with where to find them', async () => {
    const [answer] = await bot.say('Themen der User Group Unbekannt', 'personal', asBerta);

    expect(answer?.text).toMatch(/^Diese User Group kenne ich nicht\./);
  });
});
