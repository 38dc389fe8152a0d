import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meetingId, userGroupId } from '../../src/domain/ids.ts';
import type { UserGroupId } from '../../src/domain/ids.ts';
import { asCarla, startCommunity } from '../support/announcements.ts';
import { cardsIn } from '../support/card-breaches.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { readWithIcalJs, readWithNodeIcal } from '../support/meeting-calendar-parsers.ts';
import { publishedMeeting } from '../support/meetings.ts';
import { asBerta, created, dialog, pressed } from '../support/user-groups.ts';

let bot: TestBot;
let group: UserGroupId;

/** Anna organises and made the group "Telefonie"; it has one meeting, the community another. */
beforeEach(async () => {
  bot = await startCommunity();
  group = userGroupId(await created(bot));
  await publishedMeeting(
    bot,
    { id: meetingId('m1'), title: 'Anrufe', userGroupId: group },
    { quietly: true },
  );
  await publishedMeeting(bot, { id: meetingId('m2'), title: 'KI-Tag' }, { quietly: true });
});

afterEach(async () => {
  await bot.stop();
});

type Who = Readonly<Record<string, unknown>>;

const press = (verb: string, who: Who, data: Who = {}) => bot.press(pressed(verb, data), 'personal', {}, who);

/** The address that the card shows, below the bot's own. */
function pathOf(card: unknown): string {
  const line = wordsOf(cardsIn(card))
    .split('\n')
    .find((words) => /^https?:/.test(words));
  const { pathname, search } = new URL(line ?? '');
  return `${pathname}${search}`;
}

async function titlesIn(path: string): Promise<readonly string[]> {
  const file = await (await bot.get(path)).text();
  const { entries } = readWithIcalJs(file);
  expect(readWithNodeIcal(file)).toEqual(entries);
  return entries.map(({ summary }) => summary).toSorted();
}

describe('"Kalender abonnieren"', () => {
  it("leads from a group's meeting to the calendar of the group, which has its meetings alone", async () => {
    const offered = await press('meeting.offerCalendar', asBerta, { meetingId: 'm1' });

    const card = await bot.press(buttonNamed(offered, 'Kalender abonnieren'), 'personal', {}, asBerta);

    expect(wordsOf(card)).toMatch(/^Dieser Kalender hält sich selbst aktuell\.\nTelefonie\n/);
    expect(await titlesIn(pathOf(card))).toEqual(['Anrufe']);
  });

  it("leads from the community's to the calendar of everybody, with every meeting", async () => {
    const offered = await press('meeting.offerCalendar', asBerta, { meetingId: 'm2' });

    const card = await bot.press(buttonNamed(offered, 'Kalender abonnieren'), 'personal', {}, asBerta);

    expect(await titlesIn(pathOf(card))).toEqual(['Anrufe', 'KI-Tag']);
  });

  it('shows new meetings under the same address, which is the same for everybody', async () => {
    const path = pathOf(await press('meeting.showFeed', asBerta, { userGroupId: group }));

    await publishedMeeting(bot, { title: 'Anrufe, Teil 2', userGroupId: group }, { quietly: true });

    expect(await titlesIn(path)).toEqual(['Anrufe', 'Anrufe, Teil 2']);
    expect(pathOf(await press('meeting.showFeed', asCarla, { userGroupId: group }))).toBe(path);
  });

  it('gets a new address from an organiser, and the old one opens nothing any more', async () => {
    const shown = await press('meeting.showFeed', {}, { userGroupId: group });
    const path = pathOf(shown);

    const renewed = await bot.press(buttonNamed(shown, 'Neue Adresse vergeben'));

    expect(wordsOf(renewed)).toMatch(/^Der Kalender hat jetzt eine neue Adresse\./);
    expect((await bot.get(path)).status).toBe(404);
    expect(await titlesIn(pathOf(renewed))).toEqual(['Anrufe']);
  });

  it('keeps its address when somebody else tries that', async () => {
    const shown = await press('meeting.showFeed', asBerta, { userGroupId: group });

    const refused = await press('meeting.renewFeed', asBerta, { userGroupId: group });

    expect(buttonsOf(shown).map(({ verb }) => verb)).not.toContain('meeting.renewFeed');
    expect(JSON.stringify(refused)).toContain('Das kann nur das Organisationsteam.');
    expect((await bot.get(pathOf(shown))).status).toBe(200);
  });

  it('opens as a dialog from a channel, and is renewed there too', async () => {
    const data = { verb: 'meeting.showFeed', userGroupId: group };
    const { answer } = await dialog(bot, 'task/fetch', data, 'channel');
    const renew = buttonNamed(answer, 'Neue Adresse vergeben').data ?? {};

    const { answer: renewed, sent } = await dialog(bot, 'task/submit', renew, 'channel');

    expect(pathOf(renewed)).not.toBe(pathOf(answer));
    expect(await titlesIn(pathOf(renewed))).toEqual(['Anrufe']);
    expect(sent()).toEqual([]);
  });

  it('says so where everybody reads along, and changes nothing', async () => {
    const path = pathOf(await press('meeting.showFeed', {}));

    const shown = await bot.press(pressed('meeting.showFeed'), 'channel');
    const renewed = await bot.press(pressed('meeting.renewFeed'), 'channel');

    for (const answer of [shown, renewed]) {
      expect(JSON.stringify(answer)).toContain('Den Kalender zeige ich Ihnen im Einzelchat');
    }
    expect((await bot.get(path)).status).toBe(200);
  });

  it('of a group that is gone says so', async () => {
    const gone = await press('meeting.showFeed', asBerta, { userGroupId: 'unknown' });

    expect(JSON.stringify(gone)).toContain('Diese Gruppe gibt es nicht mehr.');
  });
});
