import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { asCarla, carla, delivered, finished } from '../support/announcements.ts';
import { wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { FakeClock } from '../support/fake-clock.ts';
import {
  answered,
  asked,
  followed,
  previewed,
  question,
  startAsking,
  threadOf,
} from '../support/inquiries.ts';
import { asBerta, berta, pressed } from '../support/user-groups.ts';

let bot: TestBot;
let close: () => Promise<void> = async () => undefined;

afterEach(async () => {
  await bot.stop();
  await close();
});

/** A bot whose store is a file, and whether this stands anywhere in its bytes. */
async function startOnFile() {
  const folder = mkdtempSync(join(tmpdir(), 'inquiries-'));
  const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
  const store = createSqliteStore({ path: join(folder, 'store.sqlite'), clock });
  bot = await startAsking({}, { clock, store });
  close = async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  };
  return (canary: string) =>
    readdirSync(folder).some((file) => readFileSync(join(folder, file)).includes(canary));
}

const summary = 'Antwort auf Ihre Frage: Hemer: Wir machen das · im Einsatz: Seit 2024 mit zwei Drohnen.';

it('tells the own questions and answers', async () => {
  await startOnFile();
  const { id } = await asked(bot, { more: 'Für die Feuerwehr' });
  await answered(bot, id);

  const asker = await bot.press(pressed('myData.show'), 'personal', {}, asBerta);
  const answerer = await bot.press(pressed('myData.show'), 'personal', {}, asCarla);

  expect(wordsOf(asker)).toContain(
    `Anfragen an die Community\nFrage: ${question}\nMehr dazu: Für die Feuerwehr`,
  );
  expect(wordsOf(answerer)).toContain(`Antworten auf Anfragen\nAnfrage: ${question}`);
  expect(wordsOf(answerer)).toContain('Text: Seit 2024 mit zwei Drohnen.');
});

it("an erased asker leaves the question as the community's, without person, commune and further words", async () => {
  const isStored = await startOnFile();
  const { id } = await asked(bot, { more: 'Rufen Sie Canary an' });
  await answered(bot, id);
  await delivered(bot, summary, 1);
  await previewed(bot, { question: 'Canary als Entwurf' });
  await finished(bot);
  const before = [isStored(berta.aadObjectId), isStored('Canary')];

  await bot.press(pressed('myData.erase'), 'personal', {}, asBerta);
  const card = await followed(bot, 'Frage aus der Community');
  await finished(bot);
  const after = [isStored(berta.aadObjectId), isStored('Canary')];
  await answered(bot, id, { kind: 'words', text: 'Noch etwas' });
  await followed(bot, 'Noch etwas');

  expect(before).toEqual([true, true]);
  expect(wordsOf(card)).toContain(question);
  expect(wordsOf(card)).not.toMatch(/Menden|Canary/);
  expect(after).toEqual([false, false]);
  expect((await threadOf(bot, id)).answers).toHaveLength(2);
  const told = bot.connector.messages.filter((message) =>
    message.summary?.startsWith('Antwort auf Ihre Frage'),
  );
  expect(told).toHaveLength(1);
});

it("an erased answerer's words are gone, the count falls, and what was posted follows", async () => {
  const isStored = await startOnFile();
  const { id } = await asked(bot);
  await answered(bot, id, { text: 'Canary macht das' });
  await followed(bot, 'Canary macht das');
  await finished(bot);
  const before = [isStored(carla.aadObjectId), isStored('Canary')];

  await bot.press(pressed('myData.erase'), 'personal', {}, asCarla);
  const card = await followed(bot, 'Noch keine Antwort.');
  const told = await followed(bot, 'wurde zurückgenommen');
  const after = [isStored(carla.aadObjectId), isStored('Canary')];

  expect(before).toEqual([true, true]);
  expect(wordsOf(card)).not.toContain('Canary');
  expect(wordsOf(told)).toBe('Diese Antwort auf Ihre Frage wurde zurückgenommen.');
  expect(after).toEqual([false, false]);
  expect(await threadOf(bot, id)).toMatchObject({ inquiry: { state: { kind: 'open' } }, answers: [] });
});
