import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { useCaseId } from '../../src/domain/ids.ts';
import { dayMs, hourMs } from '../../src/domain/instant.ts';
import { adopterAt, aUseCase, menden } from '../support/builders.ts';
import { anna, buttonNamed, cardOf, tenant, TestBot, wordsOf } from '../support/conversation.ts';
import type { Place } from '../support/conversation.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { ModelServer } from '../support/model-server.ts';
import type { SentActivity } from '../support/stand-in-connector.ts';
import { createUnwritableStore } from '../support/unwritable-store.ts';
import { berta, pressed } from '../support/user-groups.ts';

const question = 'Wer macht schon Robbenzählung?';
const proven = 'In Menden (Sauerland) zählt eine Drohne die Robben [1].';
const thanks = 'Danke für Ihre Rückmeldung.';

let server: ModelServer;
let bot: TestBot;

beforeEach(async () => {
  server = await ModelServer.start();
  server.answer = () => ({ text: proven });
});

afterEach(async () => {
  await bot.stop();
  await server.close();
});

async function start(path: 'model' | 'plain' = 'plain', parts: Parameters<typeof TestBot.start>[1] = {}) {
  const model = { LLM_BASE_URL: server.baseUrl, LLM_MODEL: 'stand-in' };
  bot = await TestBot.start(path === 'model' ? model : {}, parts);
  await bot.app.deps.useCases.add(
    aUseCase({
      id: useCaseId('robben'),
      title: 'Robbenzählung aus der Luft',
      summary: 'Eine Drohne zählt die Robben.',
      adopters: [adopterAt(menden, 'in_use')],
    }),
  );
}

type More = Readonly<Record<string, unknown>>;
const hasCard = ({ attachments }: SentActivity) => attachments !== undefined && attachments.length > 0;

/** Asks, and waits until it is known what the answer showed; returns the answer and the id that Teams gave its message. */
async function asked(place: Place = 'personal', words = question, more: More = {}) {
  const known = await givenAnswers();
  const before = bot.connector.messages.length;
  bot.clock.advance(1000);
  await bot.say(words, place, more);
  await expect.poll(async () => (await givenAnswers()).length).toBeGreaterThan(known.length);
  const sent = bot.connector.messages.slice(before);
  const answer = sent.find(hasCard);
  const isStream = sent[0]?.['channelData'] !== undefined && sent[0].type === 'typing';
  const first = isStream ? before : bot.connector.messages.findIndex((one) => one === answer);
  return { answer, id: `sent-${first + 1}` };
}

const givenAnswers = () => bot.storedDocuments('given-answers');

async function feedback() {
  return (await bot.storedDocuments('answer-feedback')).map(({ body }) => body);
}

const Opened = z.object({ task: z.object({ type: z.string(), value: z.unknown() }) });

async function opened(reaction: unknown, replyToId: string | undefined, place: Place = 'personal') {
  const value = { data: { actionName: 'feedback', actionValue: { reaction } } };
  const response = await bot.post({ type: 'invoke', name: 'message/fetchTask', replyToId, value }, place);
  const { task } = Opened.parse(await response.json());
  return { status: response.status, ...task };
}

interface Rating {
  readonly reaction?: unknown;
  readonly feedback?: unknown;
  readonly replyToId?: string | undefined;
  readonly more?: More;
}

/** Sends off the form; returns the HTTP answer and what the bot said to it. */
async function rated(rating: Rating, place: Place = 'personal') {
  const { reaction = 'like', feedback: given = '{}', replyToId, more = {} } = rating;
  const before = bot.connector.messages.length;
  const value = { actionName: 'feedback', actionValue: { reaction, feedback: given } };
  const invoke = { type: 'invoke', name: 'message/submitAction', replyToId, value, ...more };
  const response = await bot.post(invoke, place);
  const said = () => bot.connector.messages.slice(before).map(({ text }) => text);
  return { status: response.status, body: await response.text(), said };
}

const byBerta = { from: berta };
const ofForm = (words: Readonly<Record<string, string>>) => JSON.stringify(words);

describe.each(['plain', 'model'] as const)('an answer that is rated (%s)', (path) => {
  it.each(['personal', 'group', 'channel'] as const)(
    'has thumbs in the %s, and is kept as it was shown',
    async (place) => {
      await start(path);
      const { answer, id } = await asked(place);

      const result = await rated(
        {
          reaction: 'dislike',
          feedback: ofForm({ reason: 'wrong', words: 'Das gilt nicht mehr.' }),
          replyToId: id,
        },
        place,
      );

      expect(answer?.['channelData']).toMatchObject({ feedbackLoop: { type: 'custom' } });
      expect(answer?.text).toBe(path === 'model' ? proven : undefined);
      expect(result).toMatchObject({ status: 200, body: '' });
      expect(await feedback()).toEqual([
        {
          schemaVersion: 1,
          sought: 'Robbenzählung',
          filters: [],
          useCaseIds: ['robben'],
          path,
          helpful: false,
          reason: 'wrong',
          words: 'Das gilt nicht mehr.',
          givenAt: bot.clock.now(),
        },
      ]);
      await expect.poll(result.said).toEqual(place === 'personal' ? [thanks] : []);
    },
  );
});

it.each(['group', 'channel'] as const)(
  'nobody in a %s reads what somebody says of an answer',
  async (place) => {
    await start();
    const { id } = await asked(place);

    const result = await rated({ feedback: 'Genau das.', replyToId: id }, place);
    await bot.say('Hilfe', place);
    await bot.connector.until(() => result.said().length > 0);

    expect(result.said()).toEqual([undefined]);
    expect(JSON.stringify(bot.connector.messages)).not.toMatch(/Danke für|Genau das/);
  },
);

it('an answer of which the model said nothing that was proven is rated as the plain one', async () => {
  await start('model');
  server.answer = () => ({ text: 'Brilon zählt 99 Robben [1].' });
  const { id, answer } = await asked();

  await rated({ replyToId: id });

  expect(answer?.['channelData']).toMatchObject({ feedbackLoop: { type: 'custom' } });
  expect(await feedback()).toMatchObject([{ path: 'plain', helpful: true }]);
});

it('an answer without a result has thumbs as well, and no other message has', async () => {
  await start();

  const { answer, id } = await asked('personal', 'Wer zählt Quantendelfine?');
  await rated({ reaction: 'dislike', feedback: ofForm({ reason: 'nothing-fits' }), replyToId: id });
  const [help] = await bot.say('Hilfe');

  expect(answer?.['channelData']).toEqual({ feedbackLoop: { type: 'custom' } });
  expect(await feedback()).toMatchObject([{ useCaseIds: [], reason: 'nothing-fits', helpful: false }]);
  expect(JSON.stringify(help)).not.toContain('feedbackLoop');
});

describe('the form', () => {
  it('asks after thumbs down for a reason and a sentence, and says what is kept', async () => {
    await start();
    const { id } = await asked();

    const down = await opened('dislike', id, 'personal');
    const up = await opened('like', id, 'personal');

    expect(down).toMatchObject({ status: 200, type: 'continue' });
    expect(down.value).toMatchObject({ title: 'Rückmeldung zur Antwort', height: 'medium' });
    expect(JSON.stringify(down.value)).toMatch(
      /Nichts davon passt.*Falsch oder veraltet.*Unverständlich.*Etwas anderes/,
    );
    expect(JSON.stringify(down.value)).toContain('werden 90 Tage ohne Ihren Namen gespeichert');
    expect(JSON.stringify(up.value)).not.toContain('ChoiceSet');
    expect(JSON.stringify(up.value)).toContain('In Ihren Worten');
    expect(await feedback()).toEqual([]);
  });

  it.each([undefined, 'love', 7])('does not open for the reaction %j', async (reaction) => {
    await start();
    const { id } = await asked();

    const result = await opened(reaction, id);

    expect(result).toMatchObject({ status: 200, type: 'message' });
    expect(String(result.value)).toMatch(/konnte ich nicht lesen/);
  });

  it('opens also when the reaction stands right in the value', async () => {
    await start();
    const { id } = await asked();
    const value = { actionName: 'feedback', actionValue: { reaction: 'like' } };

    const response = await bot.post({ type: 'invoke', name: 'message/fetchTask', replyToId: id, value });

    expect(await response.json()).toMatchObject({ task: { type: 'continue' } });
  });

  it('says of an answer that is older than a week that it can be related to nothing', async () => {
    await start();
    const { id } = await asked();
    bot.clock.advance(7 * dayMs);

    const form = await opened('like', id);
    const result = await rated({ replyToId: id });

    expect(form).toMatchObject({ type: 'message', value: expect.stringMatching(/7 Tage lang/) });
    expect(result).toMatchObject({ status: 200, body: '' });
    await expect.poll(result.said).toEqual([form.value]);
    expect(await feedback()).toEqual([]);
  });
});

describe('what was said', () => {
  it.each<readonly [string, unknown, Readonly<Record<string, unknown>>]>([
    ['the fields of our form', ofForm({ reason: '', words: 'Gut.' }), { words: 'Gut.' }],
    ['the form of Teams', '{"feedbackText":"Gut."}', { words: 'Gut.' }],
    ['an object', { feedbackText: 'Gut.' }, { words: 'Gut.' }],
    ['the bare words', 'Gut.', { words: 'Gut.' }],
    ['words that look like JSON', '42', { words: '42' }],
    ['nothing', '', {}],
    ['no field at all', undefined, {}],
    ['control and turning characters', 'Gu\u0000t\u202E.', { words: 'Gut.' }],
    ['too much', 'ö'.repeat(700), { words: `${'ö'.repeat(499)}…` }],
  ])('is taken as %s', async (_, given, expected) => {
    await start();
    const { id } = await asked();

    await rated({ feedback: given, replyToId: id });

    const [kept, ...others] = await feedback();
    const { words, reason } = kept ?? {};
    expect(others).toEqual([]);
    expect({ words, reason }).toEqual({ words: undefined, reason: undefined, ...expected });
  });

  it.each<readonly [string, unknown]>([
    ['no value', undefined],
    ['another action', { actionName: 'other', actionValue: { reaction: 'like', feedback: '{}' } }],
    ['no reaction', { actionName: 'feedback', actionValue: { feedback: '{}' } }],
    ['an unknown reaction', { actionName: 'feedback', actionValue: { reaction: 'love', feedback: '{}' } }],
    ['a list', { actionName: 'feedback', actionValue: { reaction: 'like', feedback: '[1]' } }],
    [
      'an unknown reason',
      { actionName: 'feedback', actionValue: { reaction: 'dislike', feedback: '{"reason":"x"}' } },
    ],
    ['a number', { actionName: 'feedback', actionValue: { reaction: 'like', feedback: 5 } }],
    [
      'far too much',
      { actionName: 'feedback', actionValue: { reaction: 'like', feedback: 'x'.repeat(50_000) } },
    ],
  ])('changes nothing when it is broken: %s', async (_, value) => {
    await start();
    const { id } = await asked();

    const result = await rated({ replyToId: id, more: { value } });

    expect(result).toMatchObject({ status: 200, body: '' });
    expect(await feedback()).toEqual([]);
    await expect.poll(result.said).toEqual([expect.stringMatching(/konnte ich nicht lesen/)]);
  });

  it('counts once however often it comes, and the last word of a person counts', async () => {
    await start();
    const { id } = await asked();
    const same = { id: 'delivered-twice' };

    await Promise.all([rated({ replyToId: id, more: same }), rated({ replyToId: id, more: same })]);
    await rated({ replyToId: id });
    const after = await feedback();
    bot.clock.advance(hourMs);
    const changed = await rated({ reaction: 'dislike', feedback: 'Doch nicht.', replyToId: id });

    expect(after).toHaveLength(1);
    expect(await feedback()).toMatchObject([
      { helpful: false, words: 'Doch nicht.', givenAt: bot.clock.now() },
    ]);
    await expect.poll(changed.said).toEqual(['Danke. Ihre neue Rückmeldung gilt anstelle der vorigen.']);
  });

  it('counts for each person who rates the same answer in a channel', async () => {
    await start();
    bot.connector.members.set(berta.id, { ...berta, tenantId: tenant, userRole: 'user' });
    const { id } = await asked('channel');

    await rated({ replyToId: id }, 'channel');
    await rated({ reaction: 'dislike', replyToId: id, more: byBerta }, 'channel');

    expect(new Set((await feedback()).map(({ helpful }) => helpful))).toEqual(new Set([false, true]));
    expect(JSON.stringify(await bot.storedDocuments('answer-feedback'))).not.toMatch(/aaaaaaaa|29:|Anna/);
  });

  it('belongs to the last answer that this person got here when Teams does not say to which, or one we do not know', async () => {
    await start();
    bot.connector.members.set(berta.id, { ...berta, tenantId: tenant, userRole: 'user' });
    await asked('group');
    const elsewhere = await asked('personal', 'Wer zählt Quantendelfine?');
    await asked('group', 'Wer hat einen Chatbot?', byBerta);

    await rated({ feedback: 'ohne' }, 'group');
    const ownLast = await feedback();
    await rated({ feedback: 'fremd', replyToId: elsewhere.id }, 'group');
    const other = { ...anna, id: '29:c', aadObjectId: 'cccccccc-0000-4000-8000-000000000009' };
    const none = await rated({ more: { from: other } }, 'group');

    expect(ownLast).toMatchObject([{ sought: 'Robbenzählung', words: 'ohne' }]);
    expect(await feedback()).toMatchObject([{ sought: 'Robbenzählung', words: 'fremd' }]);
    expect(none).toMatchObject({ status: 200, body: '' });
  });

  it('is kept without the words of a question that may name people', async () => {
    await start();
    const { id } = await asked('personal', 'Wer kennt den Antrag von Frau Müller?');

    await rated({ replyToId: id });

    expect(await feedback()).toMatchObject([{ sought: '' }]);
    expect(JSON.stringify(await feedback())).not.toContain('Müller');
  });

  it('is taken from guests, and from nobody without an account or of a foreign organisation', async () => {
    await start();
    const guest = { ...anna, id: '29:guest', aadObjectId: 'bbbbbbbb-0000-4000-8000-000000000009' };
    const roster = { ...guest, objectId: guest.aadObjectId, tenantId: tenant, userRole: 'guest' };
    bot.connector.members.set(guest.id, roster);
    const { id } = await asked('group');
    const { aadObjectId: _, ...nobody } = anna;

    await rated({ replyToId: id, more: { from: nobody } }, 'group');
    const ofNobody = await feedback();
    await rated({ replyToId: id, more: { from: guest } }, 'group');

    expect(ofNobody).toEqual([]);
    expect(await feedback()).toHaveLength(1);
  });

  it('is not taken from a tenant that is not allowed', async () => {
    bot = await TestBot.start({ ALLOWED_TENANTS: '22222222-0000-4000-8000-000000000000' });

    const form = await opened('like', 'sent-1');
    const result = await rated({ replyToId: 'sent-1' });

    expect(form).toMatchObject({ type: 'message', value: expect.stringContaining('nicht freigeschaltet') });
    expect(result.status).toBe(200);
    expect(await feedback()).toEqual([]);
    expect(await givenAnswers()).toEqual([]);
  });

  it('stays as long as questions are kept', async () => {
    await start();
    const { id } = await asked();
    await rated({ replyToId: id });

    bot.clock.advance(90 * dayMs - 1);
    const before = await feedback();
    bot.clock.advance(1);

    expect(before).toHaveLength(1);
    expect(await feedback()).toEqual([]);
  });
});

it('a person sees what is kept of the answers they got, and erases it with the rating', async () => {
  await start('model');
  const { id } = await asked();
  await asked('channel');
  await rated({
    reaction: 'dislike',
    feedback: ofForm({ reason: 'unclear', words: 'Wie bitte?' }),
    replyToId: id,
  });

  const json = wordsOf(await bot.press(pressed('myData.showJson')));
  const card = wordsOf(cardOf((await bot.say('Meine Daten'))[0]));
  const [question1] = await bot.say('Meine Daten löschen');
  await bot.press(buttonNamed(cardOf(question1), 'Ja, löschen'));

  expect(json).toContain('"given-answers": [');
  expect(json).toContain('Wie bitte?');
  expect(card).toMatch(/Antworten an Sie, mit Ihrer Rückmeldung/);
  expect(card).toMatch(/Ihre Rückmeldung: nicht hilfreich/);
  expect(card).toMatch(/Grund: Unverständlich/);
  expect(await givenAnswers()).toEqual([]);
  expect(await feedback()).toEqual([]);
});

describe('while nothing can be written', () => {
  it('the answer comes, and a rating is refused in words, or by Teams where others read along', async () => {
    const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
    const broken = createUnwritableStore(clock);
    await start('plain', { clock, store: broken.store });
    const { id } = await asked('group');
    const own = await asked();
    broken.break({ reason: 'full', write: 0 });

    const again = await bot.say(question);
    const inPerson = await rated({ replyToId: own.id });
    await expect.poll(inPerson.said).toHaveLength(1);
    const inGroup = await rated({ replyToId: id }, 'group');
    broken.mend();

    expect(again.some(hasCard)).toBe(true);
    expect(inPerson.status).toBe(200);
    expect(inPerson.said()).toEqual(['Ich kann gerade nichts speichern. Bitte in einigen Minuten erneut.']);
    expect(inGroup).toMatchObject({ status: 503, body: '' });
    expect(inGroup.said()).toEqual([]);
    expect(await feedback()).toEqual([]);
  });
});
