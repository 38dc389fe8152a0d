import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { anna, buttonNamed, cardOf, TestBot, wordsOf } from '../support/conversation.ts';
import { FakeClock } from '../support/fake-clock.ts';

it('leaves nothing of a person in the bytes of the store after "Meine Daten löschen"', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'erasure-'));
  const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
  const store = createSqliteStore({ path: join(folder, 'store.sqlite'), clock });
  const bot = await TestBot.start({}, { clock, store });
  const isStored = (canary: string) =>
    readdirSync(folder).some((file) => readFileSync(join(folder, file)).includes(canary));

  await bot.post({ type: 'installationUpdate', action: 'add' });
  const [, choice] = await bot.say('Wer nutzt Chatbots?');
  await bot.press(buttonNamed(cardOf(choice), 'Speichern'), 'personal', { commune: '99001001' });
  const before = [isStored(anna.aadObjectId), isStored('a:personal-anna'), isStored(bot.connector.url)];
  const [question] = await bot.say('Meine Daten löschen');
  const erased = await bot.press(buttonNamed(cardOf(question), 'Ja, löschen'));
  const canaries = [anna.aadObjectId, 'a:personal-anna', bot.connector.url, 'Anna'];
  const after = canaries.map(isStored);
  await bot.post({ type: 'installationUpdate', action: 'remove' });
  const afterRemoval = canaries.map(isStored);
  await bot.stop();
  await store.close();
  rmSync(folder, { recursive: true });

  expect(wordsOf(erased)).toBe('Alles gelöscht. Über Sie ist nichts mehr gespeichert.');
  expect(before).toEqual([true, true, true]);
  expect(after).toEqual([false, false, false, false]);
  expect(afterRemoval).toEqual([false, false, false, false]);
});
