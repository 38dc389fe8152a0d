import { afterEach, describe, expect, it } from 'vitest';
import { topicRequestId } from '../../src/domain/ids.ts';
import { dayMs } from '../../src/domain/instant.ts';
import type { TopicRequest } from '../../src/domain/topic-request.ts';
import { askInvitedAgain } from '../../src/features/topics/ask-invited-again.ts';
import { asCarla, delivered, finished } from '../support/announcements.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { invited, offersOf, question, says, startInviting } from '../support/topic-contributions.ts';
import { proposed } from '../support/topics.ts';
import { valueOf } from '../support/user-group-cards.ts';
import { asBerta, berta, pressed } from '../support/user-groups.ts';

let bot: TestBot;
let topic: TopicRequest;

afterEach(async () => {
  await bot.stop();
});

async function start(): Promise<void> {
  ({ bot, topic } = await startInviting());
}

const about = () => ({ topicRequestId: topic.id });
const questions = async () => (await delivered(bot, question, 1)).length;
const titles = (card: unknown) => buttonsOf(card).map(({ title }) => title);
const shown = async (id: string, more: Readonly<Record<string, unknown>> = {}) =>
  valueOf(await bot.press(pressed('topic.show', { topicRequestId: id }), 'personal', {}, more));

/** So much later, the job has its turn twice, and everything is sent. */
async function after(days: number): Promise<void> {
  bot.clock.advance(days * dayMs);
  await askInvitedAgain(bot.app.deps);
  await askInvitedAgain(bot.app.deps);
  await finished(bot);
}

describe('whoever said "Später" about a topic that was decided meanwhile', () => {
  it('is asked again when it is restored, once', async () => {
    await start();
    const { card } = await invited(bot, topic);
    await says(bot, card, 'Später');
    await bot.press(pressed('topic.decline', about()), 'personal', { reason: 'Passt nicht.' });
    await after(20);
    const whileDeclined = await questions();

    await bot.press(pressed('topic.restore', about()));
    await after(14);
    await after(30);

    expect(whileDeclined).toBe(1);
    expect(await questions()).toBe(2);
  });
});

describe('an offer to report on a topic that was merged', () => {
  const other = topicRequestId('other');

  async function merged(): Promise<void> {
    await start();
    await bot.press(pressed('topic.report', { ...about(), text: 'Seit 2024.' }), 'personal', {}, asBerta);
    await proposed(bot, { id: other, title: 'Drohnen prüfen Dächer und Brücken' });
    await bot.press(pressed('topic.merge', about()), 'personal', { into: other });
  }

  it('stands where it was merged into, and there nobody asks them again', async () => {
    await merged();

    const list = valueOf(await bot.press(pressed('topic.listContributions', { topicRequestId: other })));

    expect(wordsOf(await shown(other, asCarla))).toContain('Menden (Sauerland)');
    expect(wordsOf(list)).toContain('Drohnen prüfen Dächer');
    expect(titles(list)).not.toContain('Anfragen');
  });

  it('stands there once, in their newer words, also through several merges', async () => {
    await merged();
    const words = { topicRequestId: other, text: 'Seit 2025 auch Brücken.' };
    await bot.press(pressed('topic.report', words), 'personal', {}, asBerta);
    const last = await proposed(bot, { id: topicRequestId('last'), title: 'Luftbilder' });
    const there = wordsOf(await shown(other));
    await bot.press(pressed('topic.merge', { topicRequestId: other }), 'personal', { into: last.id });

    expect(there.match(/Menden \(Sauerland\)/g)).toHaveLength(1);
    expect(there).toContain('Seit 2025 auch Brücken.');
    expect(wordsOf(await shown(last.id)).match(/Menden \(Sauerland\)/g)).toHaveLength(1);
  });

  it('goes back with it, and goes when it is taken back', async () => {
    await merged();
    await bot.press(pressed('topic.restore', about()));
    const restored = [wordsOf(await shown(topic.id)), wordsOf(await shown(other))];
    await bot.press(pressed('topic.merge', about()), 'personal', { into: other });
    await bot.press(pressed('topic.stopReporting', about()), 'personal', {}, asBerta);

    expect(restored.map((card) => card.includes('Menden'))).toEqual([true, false]);
    expect(wordsOf(await shown(other))).not.toContain('Menden');
  });
});

it('whoever became a guest since takes back the own offer all the same', async () => {
  await start();
  const offer = () => offersOf(bot, topic);
  await bot.press(pressed('topic.report', about()), 'personal', {}, asBerta);
  const before = await offer();
  bot.connector.members.set(berta.id, { ...berta, userRole: 'guest', userPrincipalName: 'b#EXT#@x' });
  bot.clock.advance(dayMs);

  const details = await shown(topic.id, asBerta);
  await bot.press(buttonNamed(details, 'Doch nicht berichten'), 'personal', {}, asBerta);

  expect(before).toHaveLength(1);
  expect(await offer()).toEqual([]);
});
