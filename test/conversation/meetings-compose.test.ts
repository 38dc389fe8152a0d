import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meetingId, topicRequestId, userGroupId as toUserGroupId } from '../../src/domain/ids.ts';
import { dayMs } from '../../src/domain/instant.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import { startCommunity } from '../support/announcements.ts';
import { compose, openedValue, queryValue } from '../support/compose.ts';
import { buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { publishedMeeting } from '../support/meetings.ts';
import { proposed } from '../support/topics.ts';
import { berta, created, dialog } from '../support/user-groups.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await startCommunity();
});

afterEach(async () => {
  await bot.stop();
});

async function meeting(id: string, title: string, days: number, fields: Partial<Meeting> = {}) {
  const startsAt = bot.clock.now() + days * dayMs;
  return publishedMeeting(
    bot,
    { id: meetingId(id), title, startsAt, endsAt: startsAt + dayMs / 24, ...fields },
    { quietly: true },
  );
}

const titlesOf = ({ offers }: Awaited<ReturnType<typeof compose>>) => offers.map(({ title }) => title);

describe('meetings in the compose box', () => {
  it('are found by words of their titles, the next one first, before the use cases', async () => {
    const useCases = titlesOf(await compose(bot, 'Chatbot'));
    await meeting('m1', 'Chatbots vor Ort', 9);
    await meeting('m2', 'Chatbot-Sprechstunde', 3);
    await meeting('m3', 'Drohnen', 1);

    const both = await compose(bot, 'Chatbot');
    const one = await compose(bot, 'sprech chat');

    expect(useCases).toContain('Chatbot auf der Internetseite');
    expect(titlesOf(both)).toEqual(['Chatbot-Sprechstunde', 'Chatbots vor Ort', ...useCases]);
    expect(both.offers[0]?.line).toBe('Mi., 25.11.2026, 10:00 Uhr · Vor Ort · Ganze Community');
    expect(titlesOf(one)[0]).toBe('Chatbot-Sprechstunde');
  });

  it('are found by the name of their user group', async () => {
    const userGroupId = toUserGroupId(await created(bot, { name: 'Telefonie' }));
    await meeting('m1', 'Auftakt', 9, { userGroupId });
    await meeting('m2', 'Drohnen', 3);

    const typed = await compose(bot, 'Telefonie');
    const asked = await compose(bot, 'Termine der User Group Telefonie');

    expect(typed.offers[0]).toMatchObject({ title: 'Auftakt', line: expect.stringContaining('Telefonie') });
    expect(titlesOf(asked)).toEqual(['Auftakt']);
  });

  it.each(['Termine', 'Nächstes Treffen', 'treffen'])('are all there is for "%s"', async (words) => {
    await meeting('m1', 'Drohnen', 3);
    await meeting('m2', 'Telefonie', 1);

    expect(titlesOf(await compose(bot, words))).toEqual(['Telefonie', 'Drohnen']);
  });

  it('leave the use cases as they are where none has the words', async () => {
    const before = await compose(bot, 'Chatbot');
    await meeting('m1', 'Drohnen', 3);

    expect(await compose(bot, 'Chatbot')).toEqual(before);
  });

  it('are the next three when the box opens, and page by page nothing is shown twice', async () => {
    for (let index = 1; index <= 4; index += 1) {
      await meeting(`m${index}`, `Nummer ${index}`, index);
    }

    const first = await compose(bot, '', 'group', { value: openedValue });
    const second = await compose(bot, '', 'group', { value: queryValue('', 25) });

    const all = [...titlesOf(first), ...titlesOf(second)];
    expect(titlesOf(first).slice(0, 3)).toEqual(['Nummer 1', 'Nummer 2', 'Nummer 3']);
    expect(first.offers).toHaveLength(25);
    expect(new Set(all).size).toBe(bot.app.deps.catalogue.size + 3);
    expect(all).toHaveLength(bot.app.deps.catalogue.size + 3);
  });

  it.each([
    ['a draft', { state: { kind: 'draft' } }],
    ['one that falls out', { state: { kind: 'cancelled', at: 1 } }],
    ['one that is over', { startsAt: 1, endsAt: 2 }],
  ] as const)('are never %s, not even for whoever planned it', async (_, fields) => {
    await meeting('m1', 'Xylophon', 3, fields);

    expect(JSON.stringify(await compose(bot, 'Xylophon', 'personal'))).not.toContain('Xylophon');
  });
});

describe('the card that is put into a message', () => {
  it('says what, when and where, and nothing that grows old or belongs to one person', async () => {
    const { id } = await proposed(bot, { id: topicRequestId('t1'), title: 'Leichte Sprache' });
    await meeting('m1', 'Xylophon', 3, {
      topics: [id],
      capacity: 12,
      place: { address: 'Rathaus Musterstadt', link: 'https://teams.example.org/geheim' },
    });

    const [offer] = (await compose(bot, 'Xylophon')).offers;

    const words = wordsOf(offer?.card);
    expect(words).toContain(
      'Mittwoch, 25. November 2026, 10:00 bis 11:00 Uhr\nRathaus Musterstadt, und online',
    );
    expect(words).toContain('Leichte Sprache');
    expect(words).not.toMatch(/frei|Zusage/);
    expect(JSON.stringify(offer?.card)).not.toContain('geheim');
    expect(buttonsOf(offer?.card).map(({ title }) => title)).toEqual(['Ansehen']);
    expect(buttonNamed(offer?.card, 'Ansehen').data).toEqual({ meetingId: 'm1' });
  });

  it('opens the meeting for whoever presses', async () => {
    await meeting('m1', 'Xylophon', 3);
    const [offer] = (await compose(bot, 'Xylophon')).offers;
    const before = bot.connector.messages.length;

    await bot.press(buttonNamed(offer?.card, 'Ansehen'), 'group', {}, { from: berta });
    await bot.connector.until(() => bot.connector.messages.length > before);
    const { answer } = await dialog(bot, 'task/fetch', { verb: 'meeting.show', meetingId: 'm1' }, 'group', {
      from: berta,
    });

    expect(wordsOf(cardOf(bot.connector.messages[before]))).toContain('Xylophon');
    expect(JSON.stringify(answer)).toContain('Zusagen');
  });

  it('shows what people typed as they typed it', async () => {
    await meeting('m1', '**Xylophon** [x](https://x.example)', 3);

    const [offer] = (await compose(bot, 'Xylophon')).offers;

    expect(wordsOf(offer?.card)).toContain('**Xylophon** [x](https://x.example)');
    expect(JSON.stringify(offer?.card)).not.toMatch(/"TextBlock","text":"[^"]*\*\*Xylo/);
  });
});
