import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userGroupId } from '../../src/domain/ids.ts';
import { dayMs, hourMs, minuteMs } from '../../src/domain/instant.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import type { QuietHours } from '../../src/domain/quiet-hours.ts';
import { announceMeeting } from '../../src/features/meetings/announce-meeting.ts';
import { showPhases } from '../../src/features/meetings/show-counts.ts';
import { bertasGroup, carlasChat, finished } from '../support/announcements.ts';
import { buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { bertaId, postedTo } from '../support/followed.ts';
import { posted, startAsking } from '../support/inquiries.ts';
import { cancelled, changed, channelOf, updatedIn } from '../support/meeting-announced.ts';
import { anRsvp } from '../support/meeting-details-cards.ts';
import { publishedMeeting } from '../support/meetings.ts';
import { deliveryStates } from '../support/topic-news.ts';
import { bertasChat } from '../support/user-groups.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await startAsking();
});

afterEach(async () => {
  await bot.stop();
});

const summary = 'Einladung: KI-Telefonservice, So., 6.12.2026, 10:00 Uhr';
const titlesOf = (card: unknown) => buttonsOf(card).map(({ title }) => title);

/** What a member got of it in their own chat. */
function invitationsOf(chat: { readonly id: string }): readonly unknown[] {
  return postedTo(bot, chat)
    .filter((activity) => activity.summary?.startsWith('Einladung: ') === true)
    .map(cardOf);
}

async function announced(fields: Partial<Meeting> = {}): Promise<Meeting> {
  const channels = [await channelOf(bot)];
  const meeting = await publishedMeeting(bot, { invited: { people: 'everybody', channels }, ...fields });
  await finished(bot);
  return meeting;
}

/** Berta said yes and has a seat. */
async function bertaComes({ id }: Meeting): Promise<void> {
  const rsvp = anRsvp({ meetingId: id, memberId: bertaId, answer: 'accepted' });
  await bot.app.deps.meetings.change(id, {}, bot.clock.now(), ({ meeting }) => ({
    meeting: { ...meeting, answered: 1, seats: { ...meeting.seats, accepted: 1, taken: 1 } },
    rsvps: [rsvp],
  }));
}

async function quietFor(quietHours: QuietHours): Promise<void> {
  const choice = { memberId: bertaId, frequencies: {}, quietHours };
  await bot.app.deps.subscriptions.change(bertaId, () => choice);
}

describe('a meeting that is published', () => {
  it('stands in the chosen channel once, and every member has a card of their own', async () => {
    await announced();

    const inChannel = await posted(bot, 'Einladung');
    expect(inChannel).toHaveLength(1);
    expect(inChannel[0]?.summary).toBe(summary);
    expect(titlesOf(inChannel[0]?.card)).toEqual([
      'Zusagen',
      'Vielleicht',
      'Absagen',
      'In Kalender',
      'Ansehen',
    ]);
    expect(wordsOf(inChannel[0]?.card)).not.toContain('Sind Sie dabei?');
    for (const chat of [bertasChat, carlasChat]) {
      const [own, ...more] = invitationsOf(chat);
      expect(wordsOf(own)).toMatch(/^Sind Sie dabei\?\n/);
      expect(more).toEqual([]);
    }
  });

  it('is announced once, however often that is begun', async () => {
    const meeting = await announced();

    await announceMeeting(bot.app.deps, meeting);
    await announceMeeting(bot.app.deps, meeting);
    await finished(bot);

    expect(await posted(bot, 'Einladung')).toHaveLength(1);
    expect(invitationsOf(bertasChat)).toHaveLength(1);
  });

  it('is told to nobody where nobody is invited', async () => {
    const meeting = await publishedMeeting(bot, { invited: { people: 'nobody', channels: [] } });

    expect(await bot.storedDocuments('broadcasts')).toEqual([]);
    expect(await bot.app.deps.meetings.find(meeting.id)).toMatchObject({ undone: [] });
  });

  it('is told to the members of its group alone', async () => {
    const group = userGroupId(await bertasGroup(bot));

    await announced({ userGroupId: group, invited: { people: 'group', channels: [] } });

    expect(wordsOf(invitationsOf(carlasChat)[0])).toContain('Telefonie');
    expect(invitationsOf(bertasChat)).toEqual([]);
  });

  it('is not told to those who want to hear of no meetings', async () => {
    const choice = { memberId: bertaId, frequencies: { meetings: 'never' as const } };
    await bot.app.deps.subscriptions.change(bertaId, () => choice);

    await announced();

    expect(invitationsOf(bertasChat)).toEqual([]);
    expect(invitationsOf(carlasChat)).toHaveLength(1);
  });
});

describe('a posted card', () => {
  it('shows what was changed, in the channel to everybody and to each member with what they said', async () => {
    const meeting = await announced();
    await bertaComes(meeting);

    await changed(bot, meeting, { title: 'KI am Telefon', place: { address: 'Rathaus Olpe' } });
    await finished(bot);

    const [inChannel] = updatedIn(bot, 'channels');
    expect(wordsOf(inChannel)).toContain('KI am Telefon');
    expect(wordsOf(inChannel)).toContain('Rathaus Olpe\n1\nZusage');
    expect(wordsOf(inChannel)).not.toContain('Sie sind dabei');
    const own = updatedIn(bot, 'chats').map(wordsOf).toSorted();
    expect(own.map((words) => words.split('\n')[0])).toEqual(['Sie sind dabei.', 'Sind Sie dabei?']);
    expect(own.every((words) => words.includes('KI am Telefon'))).toBe(true);
  });

  it('says that the meeting falls out, to whoever has one', async () => {
    const meeting = await announced();

    await cancelled(bot, meeting, 'Die Referentin ist krank.');
    await finished(bot);

    const all = [...updatedIn(bot, 'channels'), ...updatedIn(bot, 'chats')].filter((card) =>
      wordsOf(card).startsWith('Fällt aus\nGrund: Die Referentin ist krank.'),
    );
    expect(all).toHaveLength(3);
  });

  it('asks who is there as soon as it is time, and for nothing but feedback afterwards', async () => {
    const meeting = await announced();

    bot.clock.advance(14 * dayMs - hourMs);
    await showPhases(bot.app.deps);
    expect(updatedIn(bot, 'channels')).toEqual([]);
    bot.clock.advance(hourMs);
    await showPhases(bot.app.deps);
    await finished(bot);
    expect(titlesOf(updatedIn(bot, 'channels')[0])[0]).toBe('Ich bin da');
    bot.clock.advance(meeting.endsAt - meeting.startsAt);
    await showPhases(bot.app.deps);
    await finished(bot);
    bot.clock.advance(minuteMs);
    await showPhases(bot.app.deps);
    await finished(bot);

    expect(updatedIn(bot, 'channels')).toHaveLength(2);
    expect(titlesOf(updatedIn(bot, 'channels')[1])[0]).toBe('Rückmeldung geben');
  });
});

describe('an invitation that waits', () => {
  it('is not sent any more when the meeting falls out meanwhile', async () => {
    await quietFor('18-8-weekend');
    const channels = [await channelOf(bot)];
    const meeting = await publishedMeeting(bot, { invited: { people: 'everybody', channels } });
    await expect.poll(() => deliveryStates(bot)).toContain('waiting');

    await cancelled(bot, meeting, 'Krank.');
    await finished(bot);
    bot.clock.advance(dayMs);
    await finished(bot);

    expect(await deliveryStates(bot)).toContain('cancelled');
    expect(postedTo(bot, bertasChat).filter(({ summary: words }) => words?.includes('KI-Telefon'))).toEqual(
      [],
    );
  });

  it('is not sent any more when the meeting has begun meanwhile', async () => {
    await quietFor('18-8-weekend');
    const startsAt = bot.clock.now() + 5 * hourMs;
    await publishedMeeting(bot, { startsAt, invited: { people: 'everybody', channels: [] } });
    await expect.poll(() => deliveryStates(bot)).toContain('waiting');

    bot.clock.advance(dayMs);
    await finished(bot);

    expect(invitationsOf(bertasChat)).toEqual([]);
    expect(invitationsOf(carlasChat)).toHaveLength(1);
  });

  it('shows what is true when it goes out', async () => {
    await quietFor('18-8-weekend');
    const meeting = await publishedMeeting(bot, { invited: { people: 'everybody', channels: [] } });
    await expect.poll(() => deliveryStates(bot)).toContain('waiting');
    await changed(bot, meeting, { title: 'KI am Telefon' });

    bot.clock.advance(dayMs);
    await finished(bot);

    expect(wordsOf(invitationsOf(bertasChat)[0])).toContain('KI am Telefon');
  });
});
