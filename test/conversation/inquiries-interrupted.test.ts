import { afterEach, expect, it } from 'vitest';
import { StoreUnavailableError } from '../../src/ports/document-store.ts';
import type { DocumentStore } from '../../src/ports/document-store.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { delivered, finished } from '../support/announcements.ts';
import { buttonNamed, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { FakeClock } from '../support/fake-clock.ts';
import {
  answered,
  asked,
  followed,
  posted,
  previewed,
  question,
  startAsking,
  threadOf,
} from '../support/inquiries.ts';
import { asBerta } from '../support/user-groups.ts';

let bot: TestBot;

afterEach(async () => {
  await bot.stop();
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
  bot = await startAsking({}, { clock, store });
  return trouble;
}

it('an inquiry that was sent is posted, whatever fails between the two', async () => {
  const trouble = await startUnsteady();
  const preview = await previewed(bot);
  trouble.isAway = true;

  const sent = await bot.press(buttonNamed(preview, 'Senden'), 'personal', {}, asBerta);
  const again = await bot.press(buttonNamed(preview, 'Senden'), 'personal', {}, asBerta);
  const before = await bot.storedDocuments('broadcasts');
  trouble.isAway = false;
  const posts = await posted(bot, question);

  expect(wordsOf(sent)).toMatch(/^Gesendet\./);
  expect(wordsOf(again)).toMatch(/^Diese Anfrage war schon gesendet\./);
  expect(before).toEqual([]);
  expect(posts).toHaveLength(1);
});

it('an answer that was accepted reaches the asker and the channel, whatever fails between the writes', async () => {
  const trouble = await startUnsteady();
  const { id } = await asked(bot);
  trouble.isAway = true;

  const note = await answered(bot, id);
  const stored = await threadOf(bot, id);
  trouble.isAway = false;
  const told = await delivered(
    bot,
    'Antwort auf Ihre Frage: Hemer: Wir machen das · im Einsatz: Seit 2024 mit zwei Drohnen.',
    1,
  );
  const card = await followed(bot, 'Seit 2024');

  expect(note).toContain('Danke.');
  expect(stored.inquiry.untold).toEqual([{ number: 1, version: 1 }]);
  expect(told).toHaveLength(1);
  expect(wordsOf(cardOf(told[0]))).toContain('Seit 2024');
  expect(wordsOf(card)).toContain('Hemer: Wir machen das');
  await expect.poll(async () => (await threadOf(bot, id)).inquiry).toMatchObject({ untold: [], shown: 2 });
});

it('a question that was closed before it could be posted is not posted any more', async () => {
  const trouble = await startUnsteady();
  const preview = await previewed(bot);
  trouble.isAway = true;
  const sent = await bot.press(buttonNamed(preview, 'Senden'), 'personal', {}, asBerta);
  await bot.press(buttonNamed(sent, 'Danke, erledigt'), 'personal', {}, asBerta);
  trouble.isAway = false;

  await finished(bot);

  expect(JSON.stringify(bot.connector.messages)).not.toContain(question);
});
