import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meetingId, topicRequestId } from '../../src/domain/ids.ts';
import { dayMs } from '../../src/domain/instant.ts';
import type { MeetingFields } from '../../src/domain/meetings/meeting.ts';
import { cancelMeeting, changeMeeting, toFields } from '../../src/domain/meetings/meeting-states.ts';
import { asCarla, startCommunity } from '../support/announcements.ts';
import { anna, buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import type { Place, TestBot } from '../support/conversation.ts';
import { readWithIcalJs, readWithNodeIcal } from '../support/meeting-calendar-parsers.ts';
import { publishedMeeting } from '../support/meetings.ts';
import { memberOf, proposed } from '../support/topics.ts';
import { asBerta, dialog, pressed } from '../support/user-groups.ts';

let bot: TestBot;

const id = meetingId('0f8fad5b-d9cb-469f-a165-70867728950e');
const about = { meetingId: id };
const link = 'https://teams.example.org/join?a=1';
const uid = `${id}@ki-community-bot`;

/** Anna organises; Berta and Carla are members. */
beforeEach(async () => {
  bot = await startCommunity();
  await proposed(bot, { id: topicRequestId('t1'), title: 'KI im Bauamt' });
  const topics = [topicRequestId('t1')];
  const place = { address: 'Rathaus, Saal 1', link };
  await publishedMeeting(bot, { id, place, topics }, { quietly: true });
});

afterEach(async () => {
  await bot.stop();
});

type Who = Readonly<Record<string, unknown>>;

const press = (verb: string, who: Who = asBerta, data: Who = about, place: Place = 'personal') =>
  bot.press(pressed(verb, data), place, {}, who);

/** The address below the bot's own that a button opens. */
function pathOf(card: unknown, title = 'Datei laden'): string {
  const { pathname, search } = new URL(buttonNamed(card, title).url ?? '');
  return `${pathname}${search}`;
}

async function fileOf(path: string): Promise<string> {
  const response = await bot.get(path);
  expect(response.status).toBe(200);
  return response.text();
}

/** What both programs read; they read the same. */
function readBoth(file: string) {
  const { entries } = readWithIcalJs(file);
  expect(readWithNodeIcal(file)).toEqual(entries);
  return entries;
}

async function change(fields: Partial<MeetingFields>): Promise<void> {
  const now = bot.clock.now();
  await bot.app.deps.meetings.change(id, {}, now, ({ meeting }) => {
    const { edition } = meeting;
    const outcome = changeMeeting(
      meeting,
      { ...toFields(meeting), ...fields },
      { by: memberOf(anna), now, edition },
    );
    return outcome.kind === 'changed' ? { meeting: outcome.meeting } : undefined;
  });
}

async function cancel(reason: string): Promise<void> {
  const now = bot.clock.now();
  await bot.app.deps.meetings.change(id, {}, now, ({ meeting }) => {
    const outcome = cancelMeeting(meeting, { by: memberOf(anna), now, reason });
    return outcome.kind === 'changed' ? { meeting: outcome.meeting } : undefined;
  });
}

describe('"In Kalender"', () => {
  it('leads from a meeting to a file that every calendar reads, and back', async () => {
    const card = await press('meeting.offerCalendar', asBerta, { ...about, from: { view: 'next', page: 1 } });

    expect(wordsOf(card)).toMatch(/^So kommt das Treffen in Ihren Kalender\.\nKI-Telefonservice\n/);
    expect(buttonNamed(card, 'Zurück')).toMatchObject({
      verb: 'meeting.show',
      data: { ...about, from: { view: 'next', page: 1 } },
    });
    const start = bot.clock.now() + 14 * dayMs;
    expect(readBoth(await fileOf(pathOf(card)))).toMatchObject([
      {
        uid,
        summary: 'KI-Telefonservice',
        location: 'Rathaus, Saal 1, und online',
        description: expect.stringContaining('Themen:\n– KI im Bauamt'),
        url: link,
        start: new Date(start).toISOString(),
        end: new Date(start + 2 * 60 * 60 * 1000).toISOString(),
        sequence: 0,
        status: 'CONFIRMED',
        method: 'PUBLISH',
      },
    ]);
  });

  it('is offered on the meeting', async () => {
    const card = await press('meeting.show');

    expect(buttonNamed(card, 'In Kalender')).toMatchObject({ verb: 'meeting.offerCalendar', data: about });
  });

  it('gives the same file, byte for byte, however many register and ask for it later', async () => {
    const path = pathOf(await press('meeting.offerCalendar'));
    const before = await fileOf(path);

    bot.clock.advance(dayMs);
    await press('meeting.respond', asBerta, { ...about, answer: 'accepted' });
    await press('meeting.respond', asCarla, { ...about, answer: 'tentative' });

    expect((await bot.app.deps.meetings.find(id))?.seats).toMatchObject({ accepted: 1, tentative: 1 });
    expect(pathOf(await press('meeting.offerCalendar', asCarla))).toBe(path);
    expect(await fileOf(path)).toBe(before);
  });

  it('gives the same entry with a higher number when the meeting changes, under the same address', async () => {
    const path = pathOf(await press('meeting.offerCalendar'));
    const [before] = readBoth(await fileOf(path));
    bot.clock.advance(dayMs);
    const startsAt = bot.clock.now() + 20 * dayMs;

    await change({ startsAt, endsAt: startsAt + 60_000, title: 'KI am Telefon' });

    const [after] = readBoth(await fileOf(path));
    expect(after).toMatchObject({
      uid,
      sequence: 1,
      method: 'PUBLISH',
      summary: 'KI am Telefon',
      start: new Date(startsAt).toISOString(),
      stamp: new Date(bot.clock.now()).toISOString(),
    });
    expect(before).toMatchObject({ uid, sequence: 0 });
  });

  it('takes the entry out again when the meeting falls out', async () => {
    const path = pathOf(await press('meeting.offerCalendar'));

    await cancel('Der Saal ist gesperrt.');

    const card = await press('meeting.offerCalendar');
    expect(wordsOf(card)).toMatch(/^Dieses Treffen fällt aus\./);
    expect(buttonsOf(card).map(({ title }) => title)).not.toContain('In Outlook öffnen');
    expect(pathOf(card)).toBe(path);
    expect(readBoth(await fileOf(path))).toMatchObject([
      { uid, sequence: 1, status: 'CANCELLED', method: 'CANCEL', alarms: [] },
    ]);
    expect(await fileOf(path)).not.toContain('teams.example.org');
  });

  it('opens as a dialog from a channel, and puts no address where others read along', async () => {
    const { answer, sent } = await dialog(
      bot,
      'task/fetch',
      { verb: 'meeting.offerCalendar', ...about },
      'channel',
      { from: asBerta.from },
    );
    const before = bot.connector.messages.length;
    const shared = await press('meeting.offerCalendar', { from: asBerta.from }, about, 'channel');

    expect(readBoth(await fileOf(pathOf(answer)))).toMatchObject([{ uid }]);
    expect(sent()).toEqual([]);
    expect(JSON.stringify(shared)).toContain('Den Kalender zeige ich Ihnen im Einzelchat');
    expect(JSON.stringify([shared, bot.connector.messages.slice(before)])).not.toContain('key=');
  });

  it('says so when the meeting is gone, and when somebody has no account', async () => {
    const gone = await press('meeting.offerCalendar', asBerta, { meetingId: 'unknown' });
    const { aadObjectId: _, ...anonymous } = asBerta.from;
    const denied = await press('meeting.offerCalendar', { ...asBerta, from: anonymous });

    expect(JSON.stringify(gone)).toContain('Dieses Treffen gibt es nicht mehr.');
    expect(JSON.stringify(denied)).toContain('Dafür müssen Sie angemeldet sein.');
  });

  it('has the link for everybody who fetches it, which the form says', async () => {
    const card = await press('meeting.offerCalendar', asCarla);
    const form = await press('meeting.offerChange', {});

    expect((await fileOf(pathOf(card))).replaceAll(/\r\n /g, '')).toContain(link);
    expect(wordsOf(form)).toContain('im Kalendereintrag steht er immer');
  });
});
