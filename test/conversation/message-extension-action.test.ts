import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actionTexts } from '../../src/texts/action-texts.ts';
import { buttonsOf, wordsOf } from '../support/conversation.ts';
import { anna, TestBot, tenant } from '../support/conversation.ts';
import { captureValue, openAction, registerValue, submitAction } from '../support/message-action.ts';
import type { Dialog } from '../support/message-action.ts';
import { berta, form, startWithOrganiser } from '../support/user-groups.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await startWithOrganiser();
});

afterEach(async () => {
  await bot.stop();
});

const { aadObjectId: _, ...nobody } = anna;
const guest = { id: '29:gast', name: 'Gast', aadObjectId: 'dddddddd-0000-4000-8000-000000000004' };

/** What matters of an opened dialog. */
function toForm({ text, title, card }: Dialog) {
  const buttons = buttonsOf(card).filter(({ type }) => type !== 'Action.ToggleVisibility');
  const verbs = buttons.map(({ data }) => String(data?.['verb']).replace(/\..*$/, ''));
  return {
    text,
    title,
    hasFields: JSON.stringify(card ?? {}).includes('"Input.Text"'),
    buttons: [...new Set(buttons.map(({ type }) => type))],
    topics: [...new Set(verbs)],
  };
}

/** The form for a use case, every button of which is sent off in its dialog. */
const theForm = {
  text: undefined,
  title: 'Anwendungsfall eintragen',
  hasFields: true,
  buttons: ['Action.Submit'],
  topics: ['registration'],
};

/** Nothing was posted in any chat, and no chat is kept as a place of the bot. */
async function expectNoTrace(): Promise<void> {
  expect(bot.connector.messages).toEqual([]);
  expect(await bot.storedDocuments('references')).toEqual([]);
}

describe('"Anwendungsfall eintragen" below the compose box', () => {
  it.each(['personal', 'group', 'channel'] as const)(
    'opens the form, and posts nothing in the chat (%s)',
    async (place) => {
      expect(toForm(await openAction(bot, registerValue, place))).toEqual(theForm);
      expect(
        toForm(await openAction(bot, { ...registerValue, commandContext: 'commandBox' }, place)),
      ).toEqual(theForm);

      await expectNoTrace();
    },
  );

  it('opens where the client does not name the command', async () => {
    expect(
      toForm(await openAction(bot, { commandContext: 'compose', context: { theme: 'default' } })),
    ).toEqual(theForm);
  });

  it('opens for members in a chat that the bot is not in, once they have written to it', async () => {
    await bot.say('Hallo');
    bot.connector.members.delete(anna.id);

    expect(toForm(await openAction(bot, registerValue))).toEqual(theForm);
  });
});

describe('"Als Anwendungsfall erfassen" on a message', () => {
  const opened = async (content: unknown, contentType?: string) =>
    openAction(bot, captureValue(content, contentType), 'channel');

  it('begins the form with its words', async () => {
    const dialog = await opened(
      '<div><at id="0">Emil Erle</at> Wir lesen Z&auml;hler mit <b>KI</b> ab.</div><p>Seit Mai &ndash; im Pilot.</p>',
    );

    expect(toForm(dialog)).toEqual(theForm);
    expect(JSON.stringify(dialog.card)).toContain('Wir lesen Zähler mit KI ab.');
    expect(JSON.stringify(dialog.card)).toContain('Seit Mai – im Pilot.');
    await expectNoTrace();
  });

  it.each([
    ['only a picture', '<img src="https://evil.example/x.png" alt="x">'],
    ['nothing', ''],
    ['no words at all', undefined],
  ])('begins with an empty form on a message of %s', async (_what, content) => {
    expect(toForm(await opened(content))).toEqual(theForm);
  });

  it.each([
    ['scripts', '<script>alert(1)</script><style>*{}</style>Zählerstand'],
    ['pictures', '<img src=x onerror="fetch(`https://evil.example`)">Zählerstand<img alt="> <b>" src=x>'],
    ['a thousand levels', `${'<div><span>'.repeat(1000)}Zählerstand${'</span></div>'.repeat(1000)}`],
    ['no end', `Zählerstand ${'<p>ab <b>cd</b></p>'.repeat(8_000)}`],
    ['half letters and marks that turn words around', 'Zähler\ud800stand &#x202e; \u202e&#0;'],
    ['markdown', 'Zählerstand [x](https://evil.example) ![x](https://evil.example/x.png)'],
  ])('takes only words of a message with %s', async (_what, content) => {
    const dialog = await opened(content);
    const json = JSON.stringify(dialog.card);

    expect(toForm(dialog)).toEqual(theForm);
    expect(json).toContain('Zählerstand');
    expect(json).not.toMatch(/<(?:script|style|img|div|span|p|b)\b|\\u0000|\u202e/);
    expect(json.isWellFormed()).toBe(true);
    expect(Buffer.byteLength(json)).toBeLessThan(60_000);
  });

  it('refuses a message of 1 MB, and goes on', async () => {
    const value = captureValue('x'.repeat(1_000_000));
    const response = await bot.post({ type: 'invoke', name: 'composeExtension/fetchTask', value });

    expect(response.status).toBe(413);
    expect(toForm(await opened('Zählerstand'))).toEqual(theForm);
  });
});

describe('who may open it', () => {
  const first = (more: Readonly<Record<string, unknown>>) => openAction(bot, registerValue, 'group', more);

  it('is no guest', async () => {
    bot.connector.members.set(guest.id, { ...guest, tenantId: tenant, userRole: 'guest' });

    expect(await first({ from: guest })).toEqual({
      text: 'Das ist Mitgliedern vorbehalten. Als Gast können Sie Fragen stellen.',
    });
  });

  it('is nobody without an account', async () => {
    expect(await first({ from: nobody })).toEqual({
      text: 'Dafür müssen Sie angemeldet sein. Fragen können Sie trotzdem.',
    });
  });

  it('is told what to do when Teams says nothing about somebody', async () => {
    bot.connector.members.delete(berta.id);

    expect(await first({ from: berta })).toEqual({ text: actionTexts.notMetYet });
  });

  it('is nobody of a tenant that is not allowed, of whom nothing is kept (fault 43)', async () => {
    await bot.stop();
    bot = await TestBot.start({ ALLOWED_TENANTS: '22222222-0000-4000-8000-000000000000' });
    const sentence = { text: 'Ihre Organisation ist nicht freigeschaltet.' };

    expect(await first({})).toEqual(sentence);
    expect(await submitAction(bot, { verb: 'registration.offerForm' })).toEqual(sentence);
    expect(await bot.storedDocuments('members', 'claims', 'references')).toEqual([]);
  });
});

describe('an opening that nobody meant (fault 39)', () => {
  const notUnderstood =
    'Diesen Befehl kenne ich nicht. Schreiben Sie mir im Einzelchat „Anwendungsfall eintragen“, oder fragen Sie mich dort.';
  const nested: unknown = JSON.parse(`${'{"a":'.repeat(30)}1${'}'.repeat(30)}`);

  it.each([
    ['no value', undefined],
    ['a value that is a text', 'registerUseCase'],
    ['a command of another app', { ...registerValue, commandId: 'createMeeting' }],
    ['a search of ours', { ...registerValue, commandId: 'useCases' }],
    ['a command that is an object', { ...registerValue, commandId: { $ne: '' } }],
    ['a command without end', { ...registerValue, commandId: 'x'.repeat(80_000) }],
  ])('with %s is answered in one sentence', async (_what, value) => {
    expect(await openAction(bot, value)).toEqual({ text: notUnderstood });
  });

  it.each([
    ['a text', 'x'],
    ['a list', [1]],
    ['a body of the wrong kind', { body: 5 }],
    ['words of the wrong kind', { body: { contentType: 'html', content: nested } }],
  ])('on a message that is %s opens the empty form', async (_what, messagePayload) => {
    expect(toForm(await openAction(bot, { ...captureValue(''), messagePayload }))).toEqual(theForm);
  });
});

describe('what is pressed in the dialog', () => {
  const submitOf = ({ card }: Dialog, title: string) =>
    buttonsOf(card).find((button) => button.title === title)?.data;

  it('comes back with what is wrong, and the second time it is done', async () => {
    const empty = await submitAction(bot, { verb: 'userGroup.offerForm', kind: 'user-group' });
    const refused = await submitAction(bot, { ...submitOf(empty, 'Anlegen'), ...form, name: '' });
    const done = await submitAction(bot, { ...submitOf(refused, 'Anlegen'), ...form });

    expect(JSON.stringify(refused.card)).toContain('Wer Anrufe mit KI annimmt.');
    expect(wordsOf(refused.card)).toContain('Bitte geben Sie');
    expect(done).toEqual({ text: '„Telefonie“: Angelegt. Mitglieder können jetzt beitreten.' });
    expect(await bot.storedDocuments('user-groups')).not.toEqual([]);
    // What is posted besides in the bot's own chats is not posted here.
    expect(bot.connector.messages).toEqual([]);
  });

  it('is done once, however often it is delivered', async () => {
    const id = randomUUID();
    const data = { verb: 'userGroup.create', ...form };

    const answers = await Promise.all([1, 2, 3].map(() => submitAction(bot, data, 'group', { id })));

    expect(answers[0]?.text).toContain('Angelegt');
    expect(answers).toEqual([answers[0], answers[0], answers[0]]);
  });

  it('closes the dialog when its answer would be a message', async () => {
    expect(await submitAction(bot, { verb: 'question.ask', text: 'Chatbot' })).toEqual({});
    expect(bot.connector.messages).toEqual([]);
  });

  it.each([
    ['nothing', undefined],
    ['what no card of ours carries', { verb: 'registration.steal' }],
    ['another person', { verb: 'useCase.show', useCaseId: { $ne: '' }, memberId: 'x' }],
  ])('and carries %s is answered in one sentence', async (_what, data) => {
    expect((await submitAction(bot, data)).text).toMatch(/^Diese Karte ist veraltet\./);
  });

  it('shows nothing that belongs into the 1:1 chat, not even where Teams calls the chat personal', async () => {
    const answer = await submitAction(bot, { verb: 'myData.show' }, 'personal');

    expect(answer.text).toMatch(/^Das zeige ich nur im Einzelchat/);
  });
});

it('an opened dialog is the same for every delivery of one opening', async () => {
  const id = randomUUID();

  const answers = await Promise.all([1, 2, 3].map(() => openAction(bot, registerValue, 'group', { id })));

  expect(toForm(answers[0] ?? {})).toEqual(theForm);
  expect(answers).toEqual([answers[0], answers[0], answers[0]]);
});
