import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { pressAgain } from '../support/changing-press.ts';
import { changingPresses, settledEffects } from '../support/changing-presses.ts';
import { wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { startAsking } from '../support/inquiries.ts';

let bot: TestBot;

afterEach(async () => {
  await bot.stop();
});

describe('every press that changes something (P4, faults 16, 17)', () => {
  it.each(Object.entries(changingPresses))('%s acts once', async (_, prepare) => {
    bot = await startAsking();
    const press = await prepare(bot);
    const untouched = await settledEffects(bot);
    const id = randomUUID();

    const answers = await Promise.all(Array.from({ length: 10 }, () => pressAgain(bot, press, { id })));
    const once = await settledEffects(bot);
    bot.clock.advance(1000);
    const later = [await pressAgain(bot, press), await pressAgain(bot, press)];
    const after = await settledEffects(bot);

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(once).not.toEqual(untouched);
    expect(after).toEqual(once);
    expect(wordsOf(later[1])).toBe(wordsOf(later[0]));
  });
});
