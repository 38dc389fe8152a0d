import { afterEach, describe, expect, it } from 'vitest';
import { pressAgain } from '../support/changing-press.ts';
import { changingPresses, effects, settledEffects } from '../support/changing-presses.ts';
import type { TestBot } from '../support/conversation.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { startAsking } from '../support/inquiries.ts';
import { createUnwritableStore } from '../support/unwritable-store.ts';

const bots: TestBot[] = [];

afterEach(async () => {
  await Promise.all(bots.splice(0).map((bot) => bot.stop()));
});

async function start() {
  const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
  const disk = createUnwritableStore(clock);
  const bot = await startAsking({}, { clock, store: disk.store });
  bots.push(bot);
  return { bot, disk };
}

const reasons = ['full', 'busy', 'read-only'] as const;
/** Below the card, where what was typed into it stays, or on the form that comes back with it. */
const refusal = 'Ich kann gerade nichts speichern. Bitte in einigen Minuten erneut.';

describe('a store that cannot be written (fault 28)', () => {
  it.each(Object.entries(changingPresses))(
    '%s says so and does nothing, and once it can be, does it once however far it came before',
    async (name, prepare) => {
      const undisturbed = (await start()).bot;
      await pressAgain(undisturbed, await prepare(undisturbed));
      const { bot, disk } = await start();
      const press = await prepare(bot);
      const untouched = await settledEffects(bot);
      const reason = reasons[name.length % reasons.length] ?? 'full';

      disk.break({ reason, write: 1 });
      const refused = await pressAgain(bot, press);
      const still = await effects(bot);
      disk.mend();
      disk.break({ reason, write: 2 });
      await pressAgain(bot, press);
      disk.mend();
      disk.break({ reason, write: 1, isWritten: true });
      await pressAgain(bot, press);
      disk.mend();
      await pressAgain(bot, press);

      expect(JSON.stringify(refused)).toContain(refusal);
      expect(still).toEqual(untouched);
      expect(await settledEffects(bot)).toEqual(await settledEffects(undisturbed));
    },
  );
});
