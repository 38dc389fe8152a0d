import { afterEach, describe, expect, it } from 'vitest';
import { meetingId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import { cancelMeeting } from '../../src/domain/meetings/meeting-states.ts';
import { asCarla, carlasChat } from '../support/announcements.ts';
import { buttonNamed, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { annaId, bertaId, carlaId } from '../support/followed.ts';
import { bertaInChannel } from '../support/inquiries.ts';
import { answers, countsOf, firstLine, startAnswering } from '../support/meeting-answering.ts';
import { asBerta, bertasChat, pressed } from '../support/user-groups.ts';

let bot: TestBot;

async function start(fields: Partial<Meeting> = {}, quietly = true): Promise<void> {
  bot = await startAnswering(fields, { quietly });
}

afterEach(async () => {
  await bot.stop();
});

/** Everything that the bot sent by itself into a chat with this in its summary. */
function sentTo(chat: string, words: string) {
  return bot.connector.calls.filter(
    ({ method, conversationId, activity }) =>
      method === 'POST' && conversationId === chat && activity.summary?.includes(words) === true,
  );
}

const promotions = (chat = carlasChat.id) => sentTo(chat, 'Sie sind nachgerückt');

/** Jobs have looked several times. */
async function settle(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, 500);
  });
}

describe('a seat that gets free', () => {
  it('goes to the first who waits, who is told once, in their own chat', async () => {
    await start({ capacity: 1 });
    await answers(bot, 'accepted');
    await answers(bot, 'accepted', asCarla);

    await answers(bot, 'declined');
    await bot.connector.until(() => promotions().length > 0);
    await settle();

    const [told] = promotions();
    expect(promotions()).toHaveLength(1);
    expect(wordsOf(cardOf(told?.activity))).toMatch(
      /^Sie sind nachgerückt\.\nEin Platz ist frei geworden, und Sie haben ihn\.\n/,
    );
    expect(await countsOf(bot)).toEqual({ accepted: 1, taken: 1, tentative: 0, declined: 1, waiting: 0 });
    // The news is enough: no second card about the same.
    expect(sentTo(carlasChat.id, 'KI-Telefonservice')).toHaveLength(1);
  });

  it('goes on to the next one with "Doch nicht"', async () => {
    await start({ capacity: 1 });
    await bot.say('Hallo');
    await answers(bot, 'accepted');
    await answers(bot, 'accepted', asCarla);
    await answers(bot, 'accepted', {});
    await answers(bot, 'declined');
    await bot.connector.until(() => promotions().length > 0);
    const notAnyMore = buttonNamed(cardOf(promotions()[0]?.activity), 'Doch nicht');

    const card = await bot.press(notAnyMore, 'personal', {}, asCarla);
    await bot.connector.until(() => promotions('a:personal-anna').length > 0);

    expect(await firstLine(Object(card).value)).toBe('Ihre Absage ist eingetragen.');
    const { meetings } = bot.app.deps;
    expect(await meetings.findRsvp(meetingId('m1'), carlaId)).toMatchObject({ answer: 'declined' });
    expect(await meetings.findRsvp(meetingId('m1'), annaId)).not.toHaveProperty('waitingNumber');
  });

  it('opens the meeting with "Ansehen", and the news stays', async () => {
    await start({ capacity: 1 });
    await answers(bot, 'accepted');
    await answers(bot, 'accepted', asCarla);
    await answers(bot, 'declined');
    await bot.connector.until(() => promotions().length > 0);
    const before = bot.connector.messages.length;

    const show = buttonNamed(cardOf(promotions()[0]?.activity), 'Ansehen');
    await bot.press(show, 'personal', {}, asCarla);
    await bot.connector.until(() => bot.connector.messages.length > before);

    expect(wordsOf(cardOf(bot.connector.messages.slice(before).at(-1)))).toMatch(/^Sie sind dabei\./);
  });

  it('goes to nobody when the meeting falls out', async () => {
    await start({ capacity: 1 });
    await answers(bot, 'accepted');
    await answers(bot, 'accepted', asCarla);
    const { meetings } = bot.app.deps;
    await meetings.change(meetingId('m1'), {}, 0, ({ meeting }) => {
      const outcome = cancelMeeting(meeting, { by: annaId, now: bot.clock.now() });
      return outcome.kind === 'changed' ? outcome : undefined;
    });

    await answers(bot, 'declined');
    await settle();

    expect(promotions()).toEqual([]);
    expect((await countsOf(bot)).waiting).toBe(1);
  });

  it('goes on when somebody deletes their data (fault 55)', async () => {
    await start({ capacity: 1 });
    await answers(bot, 'accepted');
    await answers(bot, 'accepted', asCarla);

    await bot.press(pressed('myData.erase'), 'personal', {}, asBerta);
    await bot.connector.until(() => promotions().length > 0);

    const documents = await bot.storedDocuments('meetings');
    expect(JSON.stringify(documents)).not.toContain(bertaId);
    expect(await countsOf(bot)).toEqual({ accepted: 1, taken: 1, tentative: 0, declined: 0, waiting: 0 });
  });
});

describe('an answer that was pressed in a channel', () => {
  it('is soon on the invitation in the own chat', async () => {
    await start({}, false);
    await bot.connector.until(() => sentTo(bertasChat.id, 'Einladung').length > 0);
    await settle();

    await answers(bot, 'accepted', bertaInChannel);
    await bot.connector.until(() => updatesTo(bertasChat.id).length > 0);

    expect(wordsOf(cardOf(updatesTo(bertasChat.id).at(-1)?.activity))).toMatch(/^Sie sind dabei\.\n/);
    await expect
      .poll(async () => (await bot.app.deps.meetings.findRsvp(meetingId('m1'), bertaId))?.isShownLate)
      .toBeUndefined();
  });

  it('comes as a card of their own to whoever got no invitation, once, and that one follows', async () => {
    await start();
    await answers(bot, 'accepted', bertaInChannel);
    await bot.connector.until(() => sentTo(bertasChat.id, 'Sie sind dabei').length > 0);
    await settle();

    await answers(bot, 'declined', bertaInChannel);
    await bot.connector.until(() => updatesTo(bertasChat.id).length > 0);

    expect(sentTo(bertasChat.id, 'KI-Telefonservice')).toHaveLength(1);
    expect(wordsOf(cardOf(updatesTo(bertasChat.id).at(-1)?.activity))).toMatch(/^Sie haben abgesagt\.\n/);
  });
});

function updatesTo(chat: string) {
  return bot.connector.updates.filter(({ conversationId }) => conversationId === chat);
}

describe('an answer that was pressed in the own chat', () => {
  it('on the invitation is on that card at once: nothing else comes', async () => {
    await start({}, false);
    await bot.connector.until(() => sentTo(bertasChat.id, 'Einladung').length > 0);
    await settle();
    const delivery = (await bot.app.deps.deliveries.ofMember(bertaId, 'delivered'))[0]?.value.state;
    const replyToId = delivery?.kind === 'delivered' ? delivery.activityId : undefined;

    await answers(bot, 'accepted', { ...asBerta, replyToId });

    expect(replyToId).toBeDefined();
    expect(await bot.app.deps.meetings.findRsvp(meetingId('m1'), bertaId)).not.toHaveProperty('isShownLate');
  });

  it('on another card is brought to the invitation', async () => {
    await start({}, false);
    await bot.connector.until(() => sentTo(bertasChat.id, 'Einladung').length > 0);
    await settle();

    await answers(bot, 'declined');
    await bot.connector.until(() => updatesTo(bertasChat.id).length > 0);

    expect(wordsOf(cardOf(updatesTo(bertasChat.id).at(-1)?.activity))).toMatch(/^Sie haben abgesagt\.\n/);
  });

  it('without any invitation needs no other card', async () => {
    await start();

    await answers(bot, 'accepted');
    await settle();

    expect(sentTo(bertasChat.id, 'KI-Telefonservice')).toEqual([]);
  });
});
