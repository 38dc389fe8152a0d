import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { submissionId } from '../../src/domain/ids.ts';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { anna, buttonNamed, tenant } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { inputsOf, openedForm, sent, startWithMember, submitted, typed } from '../support/registrations.ts';
import { asBerta, berta, pressed } from '../support/user-groups.ts';

const canary = { name: 'Kanaria Vogelsang', email: 'kanaria.vogelsang@example.org' };
const words = { ...typed, title: 'Zwitscherzählung im Kurpark', contact: 'self' };
const title = words.title;
const person = [canary.name, canary.email, berta.aadObjectId];

let bot: TestBot;
let close: () => Promise<void> = async () => undefined;

afterEach(async () => {
  await bot.stop();
  await close();
});

/** A bot whose store is a file, and which of these stand anywhere in its bytes. */
async function startOnFile() {
  const folder = mkdtempSync(join(tmpdir(), 'registration-'));
  const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
  const store = createSqliteStore({ path: join(folder, 'store.sqlite'), clock });
  bot = await startWithMember({}, { clock, store });
  bot.connector.members.set(berta.id, { ...berta, ...canary, tenantId: tenant, userRole: 'user' });
  await bot.say('Hallo');
  close = async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  };
  return (canaries: readonly string[]) => {
    const files = readdirSync(folder).map((file) => readFileSync(join(folder, file)));
    return canaries.filter((word) => files.some((bytes) => bytes.includes(word)));
  };
}

async function erased(more: Readonly<Record<string, unknown>> = asBerta) {
  const question = await bot.press(pressed('myData.askToErase'), 'personal', {}, more);
  await bot.press(buttonNamed(question, 'Ja, löschen'), 'personal', {}, more);
}

/** Berta hands in; everything that follows is about that one. */
async function handedIn() {
  const form = await openedForm(bot);
  const check = await sent(bot, form, words);
  await submitted(bot, check);
  const { draftId } = buttonNamed(check, 'Eintragen').data ?? {};
  return { id: submissionId(String(draftId)), form };
}

function decided(verb: string, id: string, version: number) {
  const remark = { remark: 'Wer zählt?' };
  return bot.press(pressed(verb, { submissionId: id, version, ...(verb !== 'review.publish' && remark) }));
}

it.each(['opened', 'saved', 'waiting', 'asked', 'returned', 'revised', 'withdrawn'])(
  'leaves nothing of a person and of what they typed in the bytes of the store: %s',
  async (state) => {
    const stored = await startOnFile();
    if (state === 'opened' || state === 'saved') {
      const form = await openedForm(bot);
      await (state === 'saved' ? sent(bot, form, words) : undefined);
    } else {
      const { id } = await handedIn();
      if (state === 'asked' || state === 'returned' || state === 'revised') {
        await decided(state === 'returned' ? 'review.return' : 'review.ask', id, 1);
      }
      if (state === 'revised') {
        await bot.press(pressed('review.reopen', { submissionId: id }), 'personal', {}, asBerta);
      }
      if (state === 'withdrawn') {
        await bot.press(pressed('review.withdraw', { submissionId: id }), 'personal', {}, asBerta);
      }
    }
    const before = stored([title, berta.aadObjectId]);

    await erased();

    expect(before).toContain(berta.aadObjectId);
    expect(stored([title, ...person])).toEqual([]);
  },
);

it('leaves the published use case as the community’s, without its author', async () => {
  const stored = await startOnFile();
  const { id } = await handedIn();
  await decided('review.publish', id, 1);
  const before = stored(person);

  await erased();

  expect(before).toEqual(person);
  expect(stored([title, ...person])).toEqual([title]);
});

it('leaves nothing of the organiser who decided', async () => {
  const stored = await startOnFile();
  const { id } = await handedIn();
  await decided('review.publish', id, 1);

  await erased({});

  expect(stored([anna.aadObjectId])).toEqual([]);
});

it('saves nothing of a form that was still open', async () => {
  const stored = await startOnFile();
  const form = await openedForm(bot);
  await erased();

  await sent(bot, form, { ...inputsOf(form), ...words });

  expect(stored([title])).toEqual([]);
});
