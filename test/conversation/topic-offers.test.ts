import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { topicRequestId } from '../../src/domain/ids.ts';
import type { TopicRequest, TopicState } from '../../src/domain/topic-request.ts';
import { menden } from '../support/builders.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { bertaId } from '../support/followed.ts';
import { bertaInChannel } from '../support/inquiries.ts';
import { offersOf, startInviting } from '../support/topic-contributions.ts';
import { proposed } from '../support/topics.ts';
import { valueOf } from '../support/user-group-cards.ts';
import { asBerta, dialog, pressed } from '../support/user-groups.ts';

let bot: TestBot;
let topic: TopicRequest;

beforeEach(async () => {
  ({ bot, topic } = await startInviting());
});

afterEach(async () => {
  await bot.stop();
});

const bertaPresses = async (verb: string, data: Readonly<Record<string, unknown>> = {}) =>
  valueOf(await bot.press(pressed(verb, { topicRequestId: topic.id, ...data }), 'personal', {}, asBerta));

async function decided(state: TopicState): Promise<void> {
  await bot.app.deps.topicRequests.change(topic.id, {}, ({ request }) => ({
    request: { ...request, state },
  }));
}

describe('"Ich kann dazu berichten"', () => {
  it('asks what about, and says beforehand that the commune is named', async () => {
    const details = await bertaPresses('topic.show');

    const form = valueOf(
      await bot.press(buttonNamed(details, 'Ich kann dazu berichten'), 'personal', {}, asBerta),
    );
    const done = valueOf(
      await bot.press(buttonNamed(form, 'Anbieten'), 'personal', { text: 'Seit 2024.' }, asBerta),
    );

    expect(wordsOf(form)).toMatch(/Alle sehen Ihre Kommune \(„Menden[^“]*“\) und was Sie hier schreiben/);
    expect(wordsOf(done)).toMatch(/^Danke\. Ihr Angebot steht beim Thema/);
    expect(wordsOf(done)).toMatch(/Menden[^]*Seit 2024\./);
    expect(await offersOf(bot, topic)).toEqual([
      { memberId: bertaId, communeId: menden, text: 'Seit 2024.', at: bot.clock.now() },
    ]);
    expect(await bot.app.deps.topicRequests.followersOf(topic.id)).toContain(bertaId);
  });

  it('is there once, changes with what is said, and goes with "Doch nicht berichten"', async () => {
    await bertaPresses('topic.report', { text: 'Seit 2024.' });

    const again = await bertaPresses('topic.report', { text: ' Seit 2024. ' });
    const form = await bertaPresses('topic.offerReport');
    const changed = await bertaPresses('topic.report', { text: 'Seit 2023.' });
    const offers = await offersOf(bot, topic);
    const stopped = valueOf(
      await bot.press(buttonNamed(form, 'Doch nicht berichten'), 'personal', {}, asBerta),
    );
    const stoppedAgain = await bertaPresses('topic.stopReporting');

    expect(wordsOf(again)).toMatch(/^Ihr Angebot stand schon so beim Thema\./);
    expect(wordsOf(form)).toContain('Seit 2024.');
    expect(wordsOf(changed)).toMatch(/^Geändert\./);
    expect(offers).toMatchObject([{ text: 'Seit 2023.' }]);
    expect(wordsOf(stopped)).toMatch(/^Zurückgenommen\./);
    expect(wordsOf(stoppedAgain)).toMatch(/^Beim Thema steht kein Angebot von Ihnen\./);
    expect(await offersOf(bot, topic)).toEqual([]);
    expect(await bot.app.deps.topicRequests.followersOf(topic.id)).not.toContain(bertaId);
  });

  it('keeps what is too long in the form, and saves nothing of it', async () => {
    const form = await bertaPresses('topic.report', { text: 'x'.repeat(301) });

    expect(wordsOf(form)).toContain('Das sind 301 Zeichen, höchstens 300 sind möglich.');
    expect(JSON.stringify(form)).toContain('x'.repeat(301));
    expect(await offersOf(bot, topic)).toEqual([]);
  });

  it.each([
    [{ kind: 'treated', result: { text: 'Berichtet.' } }, 'Dieses Thema ist schon behandelt.'],
    [{ kind: 'declined', reason: 'Nein.' }, 'Dieses Thema ist abgelehnt.'],
    [{ kind: 'merged', into: topicRequestId('t2') }, 'mit „Luftbilder“ zusammengeführt'],
  ] as const)('is refused with a sentence when the topic is decided: %j', async (state, sentence) => {
    await proposed(bot, { id: topicRequestId('t2'), title: 'Luftbilder' });
    await decided(state);

    const form = await bertaPresses('topic.offerReport');
    const saved = await bertaPresses('topic.report', { text: 'Seit 2024.' });

    expect(JSON.stringify(form)).toContain(sentence);
    expect(JSON.stringify(saved)).toContain(sentence);
    expect(await offersOf(bot, topic)).toEqual([]);
  });

  it('says of a topic that is gone that it is', async () => {
    const gone = { topicRequestId: topicRequestId('gone') };

    const answers = [
      await bertaPresses('topic.offerReport', gone),
      await bertaPresses('topic.report', gone),
      await bertaPresses('topic.stopReporting', gone),
    ];

    for (const answer of answers) {
      expect(JSON.stringify(answer)).toContain('Dieses Thema gibt es nicht mehr.');
    }
  });

  it('is for members: a guest is told so', async () => {
    const guest = { id: '29:gast', name: 'Gast', aadObjectId: 'dddddddd-0000-4000-8000-000000000004' };
    bot.connector.members.set(guest.id, { ...guest, userRole: 'guest' });
    const report = pressed('topic.report', { topicRequestId: topic.id, text: 'Seit 2024.' });

    const answer = await bot.press(report, 'personal', {}, { from: guest });

    expect(JSON.stringify(answer)).toContain('Das ist Mitgliedern vorbehalten.');
    expect(await offersOf(bot, topic)).toEqual([]);
  });
});

describe('in a channel', () => {
  it('the form knows nothing of who opened it, and the answer is a sentence for them', async () => {
    await bertaPresses('topic.report', { text: 'Seit 2024.' });
    const before = bot.connector.messages.length;
    const one = { topicRequestId: topic.id };

    await bot.press(pressed('topic.offerReport', one), 'channel', {}, bertaInChannel);
    await bot.connector.until(() => bot.connector.messages.length > before);
    const form = JSON.stringify(bot.connector.messages.slice(before));
    const note = await bot.press(
      pressed('topic.report', { ...one, text: 'Seit 2023.' }),
      'channel',
      {},
      bertaInChannel,
    );

    expect(form).toContain('Alle sehen Ihre Kommune');
    expect(form).not.toMatch(/Seit 2024|Menden|Doch nicht/);
    expect(valueOf(note)).toMatch(/^Geändert\./);
  });

  it('a dialog is for the presser alone, and takes the whole way', async () => {
    const one = { topicRequestId: topic.id };

    const opened = await dialog(
      bot,
      'task/fetch',
      { verb: 'topic.offerReport', ...one },
      'channel',
      bertaInChannel,
    );
    const report = { verb: 'topic.report', ...one, text: 'Seit 2024.' };
    const sent = await dialog(bot, 'task/submit', report, 'channel', bertaInChannel);

    expect(JSON.stringify(opened.answer)).toContain('Menden');
    expect(buttonsOf(opened.answer).map(({ type }) => type)).toEqual(['Action.Submit']);
    expect(JSON.stringify(sent.answer)).toContain('Ihr Angebot steht beim Thema');
    expect(await offersOf(bot, topic)).toHaveLength(1);
  });
});
