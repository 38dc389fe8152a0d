import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { minuteMs } from '../../src/domain/instant.ts';
import { asCarla } from '../support/announcements.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { finished } from '../support/announcements.ts';
import { postedTo } from '../support/followed.ts';
import { bertaInChannel, hemer, posted, startAsking } from '../support/inquiries.ts';
import { aMeetingOnThursday, checksIn, endsAt, isAt } from '../support/meeting-after.ts';
import { channelOf, updatedIn } from '../support/meeting-announced.ts';
import { answers, thursdayAtTen } from '../support/meeting-news.ts';
import { publishedMeeting } from '../support/meetings.ts';
import { memberOf } from '../support/topics.ts';
import { asBerta, berta, bertasChat, dialog, pressed } from '../support/user-groups.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await startAsking();
});

afterEach(async () => {
  await bot.stop();
});

const done = 'Schön, dass Sie da sind. Ihre Anwesenheit ist eingetragen.';
const already = 'Ihre Anwesenheit war schon eingetragen.';

const shownTo = (meetingId: string, who: Readonly<Record<string, unknown>>) =>
  bot.press(pressed('meeting.show', { meetingId }), 'personal', {}, who);
const titlesOn = (card: unknown) => buttonsOf(card).map(({ title }) => title);

describe('"Ich bin da"', () => {
  it('is offered half an hour before it begins, and said once', async () => {
    const meeting = await aMeetingOnThursday(bot);
    await answers(bot, meeting, asBerta, 'accepted');
    isAt(bot, thursdayAtTen - 31 * minuteMs);
    const early = await shownTo(meeting.id, asBerta);

    isAt(bot, thursdayAtTen - 30 * minuteMs);
    const card = await shownTo(meeting.id, asBerta);
    const first = await bot.press(buttonNamed(card, 'Ich bin da'), 'personal', {}, asBerta);
    const again = await bot.press(buttonNamed(card, 'Ich bin da'), 'personal', {}, asBerta);

    expect(titlesOn(early)).not.toContain('Ich bin da');
    expect(wordsOf(first)).toMatch(new RegExp(`^${done}\n`));
    expect(titlesOn(first)).not.toContain('Ich bin da');
    expect(wordsOf(again)).toMatch(new RegExp(`^${already}\n`));
    const rsvp = await bot.app.deps.meetings.findRsvp(meeting.id, memberOf(berta));
    expect(rsvp).toMatchObject({ answer: 'accepted', checkedInAt: thursdayAtTen - 30 * minuteMs });
  });

  it('too early says from when it works', async () => {
    const meeting = await aMeetingOnThursday(bot);

    const words = wordsOf(await checksIn(bot, meeting, asBerta));

    expect(words).toMatch(
      /^Das geht ab Donnerstag, 3\. Dezember 2026 um 09:30 Uhr, eine halbe Stunde vor Beginn\.\n/,
    );
    expect(await bot.app.deps.meetings.findRsvp(meeting.id, memberOf(berta))).toBeUndefined();
  });

  it('says that it is over, or falls out', async () => {
    const meeting = await aMeetingOnThursday(bot);
    const cancelled = await aMeetingOnThursday(bot, { state: { kind: 'cancelled', at: 0 } });
    isAt(bot, endsAt);

    expect(wordsOf(await checksIn(bot, meeting, asBerta))).toMatch(/^Dieses Treffen ist vorbei\. Anwesen/);
    expect(wordsOf(await checksIn(bot, cancelled, asBerta))).toMatch(/^Dieses Treffen fällt aus\.\n/);
  });

  it('is for those without an answer, too, and takes nobody a seat', async () => {
    const meeting = await aMeetingOnThursday(bot, { capacity: 1 });
    await answers(bot, meeting, asBerta, 'accepted');
    isAt(bot, thursdayAtTen);

    const words = wordsOf(await checksIn(bot, meeting, asCarla));

    expect(words).toContain(done);
    expect(words).toContain('freie Plätze von 1');
    const rsvp = await bot.app.deps.meetings.findRsvp(meeting.id, memberOf(asCarla.from));
    expect(rsvp).toMatchObject({ communeId: hemer, checkedInAt: thursdayAtTen });
    expect(rsvp).not.toHaveProperty('answer');
    const list = await bot.press(
      pressed('meeting.listParticipants', { meetingId: meeting.id, page: 1 }),
      'personal',
    );
    expect(wordsOf(list)).toContain('1 anwesend');
  });

  it('is for guests, and for nobody without an account', async () => {
    const meeting = await aMeetingOnThursday(bot);
    isAt(bot, thursdayAtTen);
    const guest = { id: '29:gast', name: 'Gast', aadObjectId: 'dddddddd-0000-4000-8000-000000000004' };
    bot.connector.members.set(guest.id, { ...guest, userRole: 'guest', userPrincipalName: 'gast#EXT#@x' });
    const asGuest = { from: guest, conversation: { ...bertasChat, id: 'a:personal-gast' } };
    const { aadObjectId: _, ...nameless } = berta;

    expect(wordsOf(await checksIn(bot, meeting, asGuest))).toContain(done);
    expect(JSON.stringify(await checksIn(bot, meeting, { ...asBerta, from: nameless }))).toContain(
      'Dafür müssen Sie angemeldet sein.',
    );
  });

  it('of a meeting that does not exist says so', async () => {
    const answer = await bot.press(pressed('meeting.checkIn', { meetingId: 'm9' }), 'personal', {}, asBerta);

    expect(JSON.stringify(answer)).toContain('Dieses Treffen gibt es nicht mehr.');
  });
});

describe('"Ich bin da" in a channel', () => {
  it('is answered to the presser alone, and shown on the card in their own chat', async () => {
    const channels = [await channelOf(bot)];
    const meeting = await publishedMeeting(bot, {
      startsAt: thursdayAtTen,
      endsAt,
      invited: { people: 'everybody', channels },
    });
    await finished(bot);
    await answers(bot, meeting, asBerta, 'accepted');
    await posted(bot, 'Einladung');
    isAt(bot, thursdayAtTen);
    const before = updatedIn(bot, 'chats').length;

    const answer = await bot.press(
      pressed('meeting.checkIn', { meetingId: meeting.id }),
      'channel',
      {},
      bertaInChannel,
    );

    expect(JSON.stringify(answer)).toContain(done);
    expect(JSON.stringify(answer)).not.toContain('AdaptiveCard');
    await bot.connector.until(() =>
      updatedIn(bot, 'chats')
        .slice(before)
        .some((card) => wordsOf(card).startsWith('Sie sind da.')),
    );
    expect(updatedIn(bot, 'channels').map(wordsOf).join('\n')).not.toContain('Sie sind da');
    expect(postedTo(bot, bertasChat).map(({ summary }) => summary)).not.toContain(done);
  });

  it('in a dialog shows the own card', async () => {
    const meeting = await aMeetingOnThursday(bot);
    isAt(bot, thursdayAtTen);
    const data = { verb: 'meeting.checkIn', meetingId: meeting.id };

    const { answer } = await dialog(bot, 'task/submit', data, 'channel', bertaInChannel);

    expect(JSON.stringify(answer)).toContain(done);
    expect(JSON.stringify(answer)).toContain('AdaptiveCard');
  });
});
