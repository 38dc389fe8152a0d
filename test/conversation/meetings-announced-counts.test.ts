import { afterEach, beforeEach, expect, it } from 'vitest';
import { secondMs } from '../../src/domain/instant.ts';
import type { MeetingId } from '../../src/domain/ids.ts';
import { placesId } from '../../src/features/meetings/invitation-ids.ts';
import { showEveryMs } from '../../src/features/meetings/show-counts.ts';
import { finished } from '../support/announcements.ts';
import { buttonNamed, tenant, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { posted, startAsking } from '../support/inquiries.ts';
import { channelOf, updatedIn } from '../support/meeting-announced.ts';
import { publishedMeeting } from '../support/meetings.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await startAsking();
});

afterEach(async () => {
  await bot.stop();
});

function memberNumber(index: number) {
  const number = String(index).padStart(12, '0');
  return { id: `29:${index}`, name: `Mitglied ${index}`, aadObjectId: `99999999-0000-4000-8000-${number}` };
}

/** Of five, three come, one may come, and one does not. */
const titles = ['Zusagen', 'Vielleicht', 'Zusagen', 'Absagen', 'Zusagen'] as const;

/** Whether every change so far is shown, or its time has not come. */
async function isSettled(id: MeetingId): Promise<boolean> {
  const meeting = await bot.app.deps.meetings.find(id);
  const places = (await bot.app.deps.broadcasts.find(placesId(id)))?.value;
  const isWaiting = (meeting?.shownAt ?? -Infinity) > bot.clock.now() - showEveryMs;
  const isShown = updatedIn(bot, 'channels').length === (places?.revision ?? 0) - 1;
  return isShown && (meeting?.isShownLate !== true || isWaiting);
}

it('shows the right counts after 500 presses in ten seconds, with at most one update of the card in two', async () => {
  const channels = [await channelOf(bot)];
  const invited = { people: 'nobody' as const, channels };
  const { id } = await publishedMeeting(bot, { capacity: 200, invited });
  const [post] = await posted(bot, 'Einladung');
  await finished(bot);
  const updatedAt: number[] = [];
  bot.connector.script = ({ method }) => {
    if (method === 'PUT') {
      updatedAt.push(bot.clock.now());
    }
    return undefined;
  };
  const startedAt = bot.clock.now();

  for (let second = 0; second < 10; second += 1) {
    const presses = Array.from({ length: 50 }, async (_, index) => {
      const from = memberNumber(second * 50 + index);
      bot.connector.members.set(from.id, { ...from, tenantId: tenant, userRole: 'user' });
      await bot.press(buttonNamed(post?.card, titles[index % 5] ?? ''), 'channel', {}, { from });
    });
    await Promise.all(presses);
    await expect.poll(() => isSettled(id), { timeout: 20 * secondMs }).toBe(true);
    bot.clock.advance(secondMs);
  }
  bot.clock.advance(showEveryMs);
  await expect.poll(() => isSettled(id), { timeout: 20 * secondMs }).toBe(true);

  const last = updatedIn(bot, 'channels').at(-1);
  expect(wordsOf(last)).toContain(
    '200\nZusagen\n0\nfreie Plätze von 200\n100\nvielleicht\n100\nauf der Warteliste',
  );
  expect(updatedAt.length).toBeGreaterThan(4);
  expect(updatedAt.length).toBeLessThanOrEqual(1 + (bot.clock.now() - startedAt) / showEveryMs);
  for (const [index, at] of updatedAt.entries()) {
    expect(at - (updatedAt[index - 1] ?? -Infinity)).toBeGreaterThanOrEqual(showEveryMs);
  }
}, 90_000);
