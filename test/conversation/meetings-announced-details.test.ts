import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meetingId, userGroupId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import { asCarla, bertasGroup } from '../support/announcements.ts';
import { buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { bertaId, carlaId } from '../support/followed.ts';
import { bertaInChannel, startAsking } from '../support/inquiries.ts';
import { anRsvp } from '../support/meeting-details-cards.ts';
import { publishedMeeting } from '../support/meetings.ts';
import { valueOf } from '../support/user-group-cards.ts';
import { asBerta, dialog, pressed } from '../support/user-groups.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await startAsking();
});

afterEach(async () => {
  await bot.stop();
});

const titlesOf = (card: unknown) => buttonsOf(card).map(({ title }) => title);

/** Berta said yes to it and has a seat. */
async function bertaComes(fields: Partial<Meeting> = {}): Promise<Meeting> {
  const meeting = await publishedMeeting(bot, fields, { quietly: true });
  await bot.app.deps.meetings.change(meeting.id, {}, bot.clock.now(), ({ meeting: known }) => ({
    meeting: { ...known, answered: 1, seats: { ...known.seats, accepted: 1, taken: 1 } },
    rsvps: [anRsvp({ meetingId: known.id, memberId: bertaId, answer: 'accepted' })],
  }));
  return meeting;
}

function show(id: string, more: Readonly<Record<string, unknown>>, verb = 'meeting.show') {
  return bot.press(pressed(verb, { meetingId: id }), 'personal', {}, more);
}

describe('the details of a meeting', () => {
  it('open in the own chat in the place of the card, for each with what they said', async () => {
    const { id } = await bertaComes();

    const bertas = valueOf(await show(id, asBerta));
    const carlas = valueOf(await show(id, asCarla));

    expect(wordsOf(bertas)).toMatch(/^Sie sind dabei\.\n/);
    expect(wordsOf(carlas)).toMatch(/^Sind Sie dabei\?\n/);
    expect(titlesOf(bertas)).not.toContain('Organisieren');
  });

  it('say which place on the waiting list is theirs', async () => {
    const { id } = await publishedMeeting(bot, { capacity: 1 }, { quietly: true });
    const waiting = { meetingId: id, answer: 'accepted' } as const;
    await bot.app.deps.meetings.change(id, {}, bot.clock.now(), ({ meeting }) => ({
      meeting: { ...meeting, seats: { ...meeting.seats, waiting: 2 } },
      rsvps: [
        anRsvp({ ...waiting, memberId: bertaId, waitingNumber: 1 }),
        anRsvp({ ...waiting, memberId: carlaId, waitingNumber: 5 }),
      ],
    }));

    expect(wordsOf(valueOf(await show(id, asCarla)))).toMatch(/^Sie stehen auf Platz 2 der Warteliste\.\n/);
  });

  it('open in a channel in a dialog, with what the presser said', async () => {
    const { id } = await bertaComes();

    const { answer, sent } = await dialog(
      bot,
      'task/fetch',
      { verb: 'meeting.show', meetingId: id },
      'channel',
      bertaInChannel,
    );

    expect(JSON.stringify(answer)).toContain('Sie sind dabei.');
    expect(sent()).toEqual([]);
  });

  it('say nothing of the presser where everybody reads along', async () => {
    const { id } = await bertaComes({ place: { address: 'Rathaus', link: 'https://meet.example.org/1' } });
    const before = bot.connector.messages.length;

    await bot.press(pressed('meeting.show', { meetingId: id }), 'channel', {}, bertaInChannel);
    await bot.connector.until(() => bot.connector.messages.length > before);

    const card = cardOf(bot.connector.messages.at(-1));
    expect(wordsOf(card)).toContain('KI-Telefonservice');
    expect(wordsOf(card)).not.toContain('dabei');
    expect(JSON.stringify(card)).not.toContain('meet.example.org');
    expect(titlesOf(card).slice(0, 3)).toEqual(['Zusagen', 'Vielleicht', 'Absagen']);
  });

  it('come as a message of their own from what the bot sent by itself', async () => {
    const { id } = await bertaComes();
    const before = bot.connector.messages.length;

    const answer = await show(id, asBerta, 'meeting.showNews');

    await bot.connector.until(() => bot.connector.messages.length > before);
    expect(valueOf(answer)).not.toHaveProperty('body');
    expect(wordsOf(cardOf(bot.connector.messages[before]))).toMatch(/^Sie sind dabei\./);
  });

  it.each(['meeting.show', 'meeting.showNews', 'meeting.organise'])(
    'say with %s that there is none any more, also of a draft of somebody else',
    async (verb) => {
      const draft = { id: meetingId('draft'), state: { kind: 'draft' } as const };
      await publishedMeeting(bot, draft, { by: carlaId, quietly: true });

      for (const id of ['gone', 'draft']) {
        const answer = await bot.press(pressed(verb, { meetingId: id }));
        const said = [JSON.stringify(answer), ...bot.connector.messages.map(({ text }) => text ?? '')];
        expect(said.join('\n')).toContain('Dieses Treffen gibt es nicht mehr.');
      }
    },
  );

  it('lead to the own draft', async () => {
    await publishedMeeting(
      bot,
      { id: meetingId('draft'), state: { kind: 'draft' } },
      { by: carlaId, quietly: true },
    );

    const card = valueOf(await show('draft', asCarla));

    expect(wordsOf(card)).toMatch(/^Dieses Treffen ist noch ein Entwurf\.\n/);
    expect(titlesOf(card)).toEqual(['Entwurf ansehen']);
  });

  it('do not show the own draft where everybody reads along', async () => {
    const draft = { id: meetingId('draft'), state: { kind: 'draft' } as const };
    await publishedMeeting(bot, draft, { by: carlaId, quietly: true });

    const inChannel = { from: asCarla.from };
    const answer = await bot.press(pressed('meeting.show', { meetingId: 'draft' }), 'channel', {}, inChannel);

    expect(JSON.stringify(answer)).toContain('Dieses Treffen gibt es nicht mehr.');
  });
});

describe('what organisers can do', () => {
  it('opens from the details and leads back there', async () => {
    const { id } = await bertaComes();
    const details = valueOf(await bot.press(pressed('meeting.show', { meetingId: id })));

    const card = valueOf(await bot.press(buttonNamed(details, 'Organisieren')));

    expect(wordsOf(card)).toMatch(/^Was soll mit diesem Treffen geschehen\?\n/);
    expect(titlesOf(card)).toContain('Ausfallen lassen');
    expect(wordsOf(valueOf(await bot.press(buttonNamed(card, 'Zurück'))))).toMatch(/^Sind Sie dabei\?\n/);
  });

  it('is for organisers alone', async () => {
    const { id } = await bertaComes();

    const answer = await show(id, asBerta, 'meeting.organise');

    expect(JSON.stringify(answer)).toContain('Das kann nur das Organisationsteam.');
  });

  it('is for the own organisers of its group, too', async () => {
    const group = userGroupId(await bertasGroup(bot));
    const { id } = await bertaComes({ userGroupId: group });

    expect(wordsOf(valueOf(await show(id, asBerta, 'meeting.organise')))).toContain('Was soll mit');
    expect(JSON.stringify(await show(id, asCarla, 'meeting.organise'))).toContain('Organisationsteam');
  });

  it('is not shown where everybody reads along', async () => {
    const { id } = await bertaComes();

    const answer = await bot.press(pressed('meeting.organise', { meetingId: id }), 'channel');

    expect(JSON.stringify(answer)).toContain('nur im Einzelchat');
  });
});
