import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meetingId, storedMemberId, userGroupId as toUserGroupId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import type { Rsvp } from '../../src/domain/meetings/rsvp.ts';
import { bertasGroup, startCommunity } from '../support/announcements.ts';
import { hemer, menden } from '../support/builders.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { publishedMeeting } from '../support/meetings.ts';
import { asBerta, dialog, pressed } from '../support/user-groups.ts';

let bot: TestBot;

/** Anna organises; Berta is a member. */
beforeEach(async () => {
  bot = await startCommunity();
});

afterEach(async () => {
  await bot.stop();
});

const m1 = meetingId('m1');
const question = 'Bringen Sie ein Beispiel mit?';

async function meeting(rsvps: readonly Partial<Rsvp>[], fields: Partial<Meeting> = {}): Promise<void> {
  await publishedMeeting(
    bot,
    { id: m1, title: 'Telefonie', questions: [question], ...fields },
    { quietly: true },
  );
  await bot.app.deps.meetings.change(m1, {}, bot.clock.now(), (known) => ({
    meeting: known.meeting,
    rsvps: rsvps.map((rsvp, index) => ({
      meetingId: m1,
      memberId: storedMemberId(`t.member-${index}`),
      guests: 0,
      details: [],
      at: bot.clock.now(),
      number: index + 1,
      ...rsvp,
    })),
  }));
}

const participants = (page = 1, who: Readonly<Record<string, unknown>> = {}) =>
  bot.press(pressed('meeting.listParticipants', { meetingId: 'm1', page }), 'personal', {}, who);
const linksOn = (card: unknown) => buttonsOf(card).flatMap(({ url }) => url ?? []);
const pathOf = (url = '') => url.slice(new URL(url).origin.length);

const three: readonly Partial<Rsvp>[] = [
  { answer: 'accepted', waitingNumber: 9, communeId: hemer },
  { answer: 'accepted', communeId: menden, guests: 2, name: '**Anna**', checkedInAt: 1 },
  { answer: 'tentative', communeId: menden, details: [{ question, text: 'Ja, [eins](https://x.example)' }] },
  { answer: 'accepted', waitingNumber: 8, communeId: menden },
  { answer: 'declined', communeId: hemer },
];

describe('who takes part', () => {
  it('is counted by commune first', async () => {
    await meeting(three);

    const words = wordsOf(await participants());

    expect(words).toMatch(
      /^1 Zusage mit zwei Gästen aus einer Kommune, 1 vielleicht, 2 auf der Warteliste und 1 anwesend\.\nTelefonie\n/,
    );
    expect(words).toContain(
      [
        'Nach Kommunen',
        'Hemer',
        '1 auf der Warteliste',
        'Menden (Sauerland)',
        '1 Zusage mit zwei Gästen · 1 vielleicht · 1 auf der Warteliste · 1 anwesend',
      ].join('\n'),
    );
  });

  it('is listed then, the waiting list in its order, with what people answered as they typed it', async () => {
    await meeting(three);

    const card = await bot.press(buttonNamed(await participants(), 'Weiter'));

    expect(wordsOf(card)).toContain(
      [
        'Antworten',
        'Menden (Sauerland) · **Anna**',
        'Zusage mit zwei Gästen · anwesend',
        'Menden (Sauerland)',
        'Warteliste, Platz 1',
        'Hemer',
        'Warteliste, Platz 2',
        'Menden (Sauerland)',
        'Vielleicht',
        `${question} Ja, [eins](https://x.example)`,
        'Hemer',
        'Absage',
      ].join('\n'),
    );
    expect(JSON.stringify(card)).not.toMatch(/"TextBlock","text":"[^"]*(\*\*Anna|\[eins)/);
  });

  it('has 20 communes and eight answers on a page, and leads from the first page to the answers', async () => {
    const communes = [...bot.app.deps.operator.current().communes.keys()].slice(0, 45);
    await meeting(communes.map((communeId) => ({ answer: 'accepted', communeId })));

    const first = await participants();
    const answers = await bot.press(buttonNamed(first, 'Antworten ansehen'));
    const more = await bot.press(buttonNamed(answers, 'Weiter'));
    const back = await bot.press(buttonNamed(more, 'Nach Kommunen'));

    expect(wordsOf(first)).toContain('Seite 1 von 9');
    expect(wordsOf(answers)).toContain('Seite 4 von 9');
    expect(wordsOf(answers).match(/^Zusage$/gm)).toHaveLength(8);
    expect(wordsOf(more)).toContain('Seite 5 von 9');
    expect(back).toEqual(first);
    expect(wordsOf(await participants(900))).toContain('Seite 9 von 9');
  });

  it('says of answers that were forgotten that there were some', async () => {
    const seats = { accepted: 3, taken: 3, tentative: 0, declined: 1, waiting: 0, takenByCommune: {} };
    await meeting([], { seats });

    expect(wordsOf(await participants())).toMatch(
      /^Die Antworten wurden ein halbes Jahr nach dem Treffen gelöscht\./,
    );
  });

  it('says that nobody has answered, and then offers no file', async () => {
    await meeting([]);

    const card = await participants();

    expect(wordsOf(card)).toMatch(/^Noch hat niemand geantwortet\./);
    expect(buttonsOf(card).map(({ title }) => title)).toEqual(['Zurück']);
  });

  it('keeps where the meeting was opened from', async () => {
    await meeting(three);
    const from = { view: 'past', page: 2 };

    const card = await bot.press(pressed('meeting.listParticipants', { meetingId: 'm1', page: 1, from }));
    const files = await bot.press(buttonNamed(card, 'Als Datei'));

    expect(buttonNamed(card, 'Zurück')).toMatchObject({ verb: 'meeting.organise', data: { from } });
    expect(buttonNamed(files, 'Zurück')).toMatchObject({ verb: 'meeting.listParticipants', data: { from } });
  });
});

describe('the files', () => {
  it('open by links of the bot, the same lines in both', async () => {
    await meeting(three);

    const card = await bot.press(buttonNamed(await participants(), 'Als Datei'));
    const [xlsx, csv] = linksOn(card).map(pathOf);
    const [text, sheet] = [await bot.get(csv ?? ''), await bot.get(xlsx ?? '')];

    expect(wordsOf(card)).toContain('Die Links gelten einen Tag.');
    expect((await text.text()).split('\r\n')[1]).toMatch(/^Menden \(Sauerland\);\*\*Anna\*\*;Zusage;;2;ja;/);
    expect(
      Buffer.from(await sheet.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  it('have a new key each time, which is stored nowhere', async () => {
    await meeting(three);

    const [one] = linksOn(await bot.press(pressed('meeting.exportParticipants', { meetingId: 'm1' })));
    const [other] = linksOn(await bot.press(pressed('meeting.exportParticipants', { meetingId: 'm1' })));

    const key = new URL(one ?? '').searchParams.get('key') ?? '';
    expect(one).not.toBe(other);
    expect(key).toMatch(/^.{20,}$/);
    expect(JSON.stringify(await bot.storedDocuments('report-links'))).not.toContain(key);
  });

  it('are not found with another key, and not after a day', async () => {
    await meeting(three);
    const [url] = linksOn(await bot.press(pressed('meeting.exportParticipants', { meetingId: 'm1' })));
    const path = pathOf(url);

    const wrong = await bot.get(`${path}x`);
    bot.clock.advance(24 * 60 * 60 * 1000 + 1);
    const late = await bot.get(path);

    expect([wrong.status, late.status]).toEqual([404, 404]);
  });
});

describe('everybody else', () => {
  const verbs = ['meeting.listParticipants', 'meeting.exportParticipants'] as const;

  it.each(verbs)('gets nothing by %s, and no link', async (verb) => {
    await meeting(three);

    const answer = await bot.press(pressed(verb, { meetingId: 'm1', page: 1 }), 'personal', {}, asBerta);

    expect(JSON.stringify(answer)).toContain('Das kann nur das Organisationsteam.');
    expect(JSON.stringify(answer)).not.toContain('Menden');
    expect(await bot.storedDocuments('report-links')).toEqual([]);
  });

  it.each(verbs)('sees nothing of it in a channel: %s', async (verb) => {
    await meeting(three);
    const before = bot.connector.messages.length;

    const answer = await bot.press(pressed(verb, { meetingId: 'm1', page: 1 }), 'channel');

    expect(JSON.stringify(answer)).toContain('nur im Einzelchat');
    expect(JSON.stringify([answer, bot.connector.messages.slice(before)])).not.toContain('Menden');
    expect(await bot.storedDocuments('report-links')).toEqual([]);
  });

  it('does not see what an organiser opens in a dialog there', async () => {
    await meeting(three);
    const data = { verb: 'meeting.listParticipants', meetingId: 'm1', page: 1 };

    const { answer, sent } = await dialog(bot, 'task/fetch', data, 'channel');

    expect(JSON.stringify(answer)).toContain('Menden');
    expect(sent()).toEqual([]);
  });
});

it("a group's own organisers see who takes part in its meetings, and in no others", async () => {
  const userGroupId = toUserGroupId(await bertasGroup(bot));
  await meeting(three, { userGroupId });
  await publishedMeeting(bot, { id: meetingId('m2') }, { quietly: true });

  const own = await participants(1, asBerta);
  const others = await bot.press(
    pressed('meeting.listParticipants', { meetingId: 'm2', page: 1 }),
    'personal',
    {},
    asBerta,
  );

  expect(wordsOf(own)).toContain('Nach Kommunen');
  expect(JSON.stringify(others)).toContain('Das kann nur das Organisationsteam.');
});

it.each(['meeting.listParticipants', 'meeting.exportParticipants'])(
  '%s of a meeting that is gone says so',
  async (verb) => {
    const answer = await bot.press(pressed(verb, { meetingId: 'nowhere', page: 1 }));

    expect(JSON.stringify(answer)).toContain('Dieses Treffen gibt es nicht mehr.');
  },
);
