import { afterEach, beforeEach, expect, it } from 'vitest';
import { TestBot, anna, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import { reportOf, sent } from '../support/sent-announcement.ts';
import { pressed } from '../support/user-groups.ts';

/** Everything that is to happen later happens soon. */
const hurried = {
  uptime: () => performance.now(),
  after(ms: number, callback: () => void) {
    const timer = setTimeout(callback, Math.min(ms, 20)).unref();
    return () => clearTimeout(timer);
  },
};

let bot: TestBot;

beforeEach(async () => {
  bot = await TestBot.start({ ORGANISERS: anna.aadObjectId }, { timer: hurried });
});

afterEach(async () => {
  await bot.stop();
});

/** The cards that were put in the place of the one on which Anna pressed "Senden". */
function shown() {
  return bot.connector.calls
    .filter(({ method, activityId }) => method === 'PUT' && activityId === 'card-1')
    .map(({ activity }) => cardOf(activity));
}

it('the card on which an organiser pressed "Senden" shows by itself how it ended, and once more after a correction', async () => {
  const { id } = await sent(bot);
  bot.clock.advance(10_000);
  await expect.poll(() => shown().length, { timeout: 20_000 }).toBe(1);
  const correction = { announcementId: id, version: 1, title: 'Anders', text: 'Anders' };

  await bot.press(pressed('announcement.correct', correction));
  const isCorrected = () => wordsOf(shown().at(-1)).includes('Korrektur: 1 von 1 angezeigt.');
  await expect.poll(isCorrected, { timeout: 20_000 }).toBe(true);

  const [first] = shown();
  expect(wordsOf(first)).toMatch(/^Abgeschlossen: 1 von 1 zugestellt\.\nEinladung zum Treffen\n/);
  expect(buttonsOf(first).map(({ title }) => title)).toContain('Korrigieren');
  expect(wordsOf(shown().at(-1))).toBe(wordsOf(await reportOf(bot, id)));
});
