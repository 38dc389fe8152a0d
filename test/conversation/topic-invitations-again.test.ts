import { afterEach, describe, expect, it } from 'vitest';
import { dayMs } from '../../src/domain/instant.ts';
import type { TopicRequest } from '../../src/domain/topic-request.ts';
import { askInvitedAgain } from '../../src/features/topics/ask-invited-again.ts';
import { StoreUnavailableError } from '../../src/ports/document-store.ts';
import type { DocumentStore } from '../../src/ports/document-store.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { delivered, finished } from '../support/announcements.ts';
import { buttonNamed, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { FakeClock } from '../support/fake-clock.ts';
import {
  contributions,
  invitationsOf,
  invited,
  offersOf,
  question,
  questionTo,
  says,
  startInviting,
} from '../support/topic-contributions.ts';
import { valueOf } from '../support/user-group-cards.ts';
import { asBerta, pressed } from '../support/user-groups.ts';

let bot: TestBot;
let topic: TopicRequest;

afterEach(async () => {
  await bot.stop();
});

async function start(...parts: Parameters<typeof startInviting>): Promise<void> {
  ({ bot, topic } = await startInviting(...parts));
}

/** So much later, the job has its turn, and everything is sent. */
async function after(days: number): Promise<void> {
  bot.clock.advance(days * dayMs);
  await askInvitedAgain(bot.app.deps);
  await finished(bot);
}

const questions = async () => (await delivered(bot, question, 1)).length;

describe('"Später"', () => {
  it('asks again after 14 days, once, and then no more', async () => {
    await start();
    const { card } = await invited(bot, topic);
    const later = await says(bot, card, 'Später');
    await after(13);
    const before = await questions();
    await after(1);
    const second = cardOf(await questionTo(bot, 2));
    const list = await contributions(bot, topic);

    const laterAgain = await says(bot, second, 'Später');
    await after(100);

    expect(wordsOf(later)).toMatch(
      /^Sie melden sich später\. Ich frage Sie am 6\. Dezember 2026 noch einmal/,
    );
    expect(before).toBe(1);
    expect(wordsOf(second)).toContain('Ich frage zum zweiten und letzten Mal.');
    expect(wordsOf(list)).toContain('Noch einmal angefragt am 6. Dezember 2026');
    expect(wordsOf(laterAgain)).toMatch(/^Sie melden sich später\. Ich frage nicht noch einmal/);
    expect(await questions()).toBe(2);
  });

  it('is told to the organiser, and so is what is said the second time', async () => {
    await start();
    const { card } = await invited(bot, topic);
    await says(bot, card, 'Später');
    const [later] = await delivered(bot, 'Meldet sich später: Drohnen über Dächern', 1);
    await after(14);

    await says(bot, await questionTo(bot, 2).then(cardOf), 'Ja, gern');
    const told = await delivered(bot, 'Sagt zu: Drohnen über Dächern', 1);

    expect(wordsOf(cardOf(later))).toContain('In zwei Wochen frage ich noch einmal.');
    expect(told).toHaveLength(1);
    expect(await offersOf(bot, topic)).toHaveLength(1);
  });

  it('can become "Ja" before that, and then nobody is asked again', async () => {
    await start();
    const { card } = await invited(bot, topic);
    const later = await says(bot, card, 'Später');

    await says(bot, later, 'Ja, gern');
    await after(20);

    expect(await questions()).toBe(1);
    expect(await offersOf(bot, topic)).toHaveLength(1);
  });

  it('asks nobody again who offered it at that time, whatever becomes of the offer', async () => {
    await start();
    const { card } = await invited(bot, topic);
    await says(bot, card, 'Später');
    await bot.press(pressed('topic.report', { topicRequestId: topic.id }), 'personal', {}, asBerta);
    await after(14);
    await bot.press(pressed('topic.stopReporting', { topicRequestId: topic.id }), 'personal', {}, asBerta);
    await after(14);

    expect(await questions()).toBe(1);
    expect(await invitationsOf(bot, topic)).toMatchObject([{ answer: 'later', round: 1 }]);
    expect((await invitationsOf(bot, topic))[0]?.dueAt).toBeUndefined();
  });

  it('asks nobody again about a topic that is decided', async () => {
    await start();
    const { card } = await invited(bot, topic);
    await says(bot, card, 'Später');
    await bot.app.deps.topicRequests.change(topic.id, {}, ({ request }) => ({
      request: { ...request, state: { kind: 'declined', reason: 'Nein.' } },
    }));

    await after(14);

    expect(await questions()).toBe(1);
  });
});

/** Nothing can be written to broadcasts for as long as `isAway`: as if the program ended between two writes. */
async function startUnsteady() {
  const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
  const inner = createMemoryStore(clock);
  const trouble = { isAway: false };
  const store: DocumentStore = {
    ...inner,
    async transact(collection, partition, operations) {
      if (trouble.isAway && collection.name === 'broadcasts') {
        throw new StoreUnavailableError('busy', 'none');
      }
      return inner.transact(collection, partition, operations);
    },
  };
  await start({}, { clock, store });
  return trouble;
}

describe('whatever fails between noting and sending', () => {
  it('the question reaches whoever was invited, once', async () => {
    const trouble = await startUnsteady();
    const list = await contributions(bot, topic);
    trouble.isAway = true;

    const answer = valueOf(await bot.press(buttonNamed(list, 'Anfragen')));
    const before = await bot.storedDocuments('broadcasts');
    trouble.isAway = false;
    await questionTo(bot);
    await finished(bot);

    expect(wordsOf(answer)).toMatch(/^Die Anfrage ist unterwegs\./);
    expect(before).toEqual([]);
    expect(await questions()).toBe(1);
    await expect.poll(async () => (await invitationsOf(bot, topic))[0]?.dueAt).toBeUndefined();
  });

  it('the answer reaches the organiser, once', async () => {
    const trouble = await startUnsteady();
    const { card } = await invited(bot, topic);
    await finished(bot);
    trouble.isAway = true;

    const yes = await says(bot, card, 'Ja, gern');
    const noted = await invitationsOf(bot, topic);
    trouble.isAway = false;
    const told = await delivered(bot, 'Sagt zu: Drohnen über Dächern', 1);
    await finished(bot);

    expect(wordsOf(yes)).toMatch(/^Danke\./);
    expect(noted).toMatchObject([{ answer: 'yes', dueAt: bot.clock.now() }]);
    expect(told).toHaveLength(1);
    expect(await offersOf(bot, topic)).toHaveLength(1);
    await expect.poll(async () => (await invitationsOf(bot, topic))[0]?.dueAt).toBeUndefined();
  });

  it('what is noted as sent is not sent again by the job', async () => {
    await start();
    await invited(bot, topic);
    await finished(bot);

    await after(0);
    await after(30);

    expect(await questions()).toBe(1);
  });
});
