import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { anna, tenant, TestBot, wordsOf } from '../support/conversation.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { reportOf, sent } from '../support/sent-announcement.ts';
import { asBerta, berta, pressed } from '../support/user-groups.ts';

it('leaves nothing of a recipient who pressed "Gelesen" in the bytes of the store, and the sums as they were', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'erasure-'));
  const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
  const store = createSqliteStore({ path: join(folder, 'store.sqlite'), clock });
  const bot = await TestBot.start({ ORGANISERS: anna.aadObjectId }, { clock, store });
  const canaries = [berta.aadObjectId, asBerta.conversation.id];
  const areStored = () =>
    canaries.map((canary) =>
      readdirSync(folder).some((file) => readFileSync(join(folder, file)).includes(canary)),
    );

  bot.connector.members.set(berta.id, { ...berta, tenantId: tenant, userRole: 'user' });
  await bot.say('Hallo', 'personal', asBerta);
  const { id } = await sent(bot);
  await bot.press(pressed('announcement.acknowledge', { announcementId: id }), 'personal', {}, asBerta);
  const before = areStored();
  await bot.press(pressed('myData.erase'), 'personal', {}, asBerta);
  const after = areStored();
  const report = await reportOf(bot, id);
  await bot.stop();
  await store.close();
  rmSync(folder, { recursive: true });

  expect(before).toEqual([true, true]);
  expect(after).toEqual([false, false]);
  expect(wordsOf(report)).toMatch(/^Abgeschlossen: alle 2 zugestellt\./);
});
