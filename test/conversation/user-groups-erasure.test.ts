import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { anna, TestBot, wordsOf } from '../support/conversation.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { created, pressed, said } from '../support/user-groups.ts';

it('leaves nothing of an organiser and member in the bytes of the store, and the group as it was', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'erasure-'));
  const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
  const store = createSqliteStore({ path: join(folder, 'store.sqlite'), clock });
  const bot = await TestBot.start({ ORGANISERS: anna.aadObjectId }, { clock, store });
  const isStored = () =>
    readdirSync(folder).some((file) => readFileSync(join(folder, file)).includes(anna.aadObjectId));

  await created(bot);
  const before = isStored();
  await bot.press(pressed('myData.erase'));
  const after = isStored();
  const list = await said(bot, 'User Groups', 'group', { from: { id: '29:somebody', name: 'Somebody' } });
  await bot.stop();
  await store.close();
  rmSync(folder, { recursive: true });

  expect([before, after]).toEqual([true, false]);
  expect(wordsOf(list)).toContain('Telefonie');
});
