import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { topicRequestId } from '../../src/domain/ids.ts';
import { finished } from '../support/announcements.ts';
import { buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { postedTo } from '../support/followed.ts';
import { startAsking } from '../support/inquiries.ts';
import { cancelled, changed, channelOf, updatedIn } from '../support/meeting-announced.ts';
import { publishedMeeting } from '../support/meetings.ts';
import { votesFor } from '../support/topic-news.ts';
import { proposed } from '../support/topics.ts';
import { valueOf } from '../support/user-group-cards.ts';
import { asBerta, berta, bertasChat, pressed } from '../support/user-groups.ts';

const id = topicRequestId('phones');
const title = 'Was kann ein KI-Telefonservice heute?';

let bot: TestBot;

beforeEach(async () => {
  bot = await startAsking();
  await proposed(bot, { id, title });
  await votesFor(bot, id, berta);
});

afterEach(async () => {
  await bot.stop();
});

async function published() {
  const channels = [await channelOf(bot)];
  const invited = { people: 'nobody' as const, channels };
  const meeting = await publishedMeeting(bot, { title: 'KI am Telefon', topics: [id], invited });
  await finished(bot);
  return meeting;
}

const showTopic = async () =>
  valueOf(await bot.press(pressed('topic.show', { topicRequestId: id }), 'personal', {}, asBerta));
const titlesOf = (card: unknown) => buttonsOf(card).map((button) => button.title);

describe('a topic on the agenda', () => {
  it('leads to the meeting, and the meeting names it with its votes', async () => {
    const { id: meetingId } = await published();

    const topic = await showTopic();
    const meeting = valueOf(await bot.press(buttonNamed(topic, 'Treffen ansehen'), 'personal', {}, asBerta));

    expect(wordsOf(topic)).toContain('Geplant für Sonntag, 6. Dezember 2026 · Treffen „KI am Telefon“');
    expect(wordsOf(meeting)).toMatch(/^Sind Sie dabei\?\n/);
    expect(wordsOf(meeting)).toContain(`Themen\n${title}  ·  2 Stimmen`);
    expect(buttonNamed(meeting, 'Zusagen').data).toMatchObject({ meetingId });
  });

  it('is told to its followers once', async () => {
    await published();

    const told = postedTo(bot, bertasChat).filter(({ summary }) => summary?.startsWith(title) === true);

    expect(told.map(({ summary }) => summary)).toEqual([
      `${title}: geplant für Sonntag, 6. Dezember 2026 · Treffen „KI am Telefon“`,
    ]);
    expect(wordsOf(cardOf(told[0]))).toContain('Sonntag, 6. Dezember 2026 · Treffen „KI am Telefon“');
  });

  it('is open again, and not on the card any more, when it is taken off', async () => {
    const meeting = await published();

    await changed(bot, meeting, { topics: [] });
    await finished(bot);

    expect(wordsOf(await showTopic())).toContain('Offen');
    expect(titlesOf(await showTopic())).not.toContain('Treffen ansehen');
    expect(wordsOf(updatedIn(bot, 'channels').at(-1))).not.toContain('Themen');
  });

  it('is open again when the meeting falls out', async () => {
    const meeting = await published();

    await cancelled(bot, meeting, 'Krank.');

    expect(wordsOf(await showTopic())).toContain('Offen');
  });

  it('opens for organisers with the reference that stands in its plan', async () => {
    await published();

    const form = await bot.press(pressed('topic.offerPlan', { topicRequestId: id }));

    expect(JSON.stringify(form)).toContain('"value":"KI am Telefon"');
  });
});
