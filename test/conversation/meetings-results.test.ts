import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TopicRequestId } from '../../src/domain/ids.ts';
import { dayMs } from '../../src/domain/instant.ts';
import { carryOutMeetings } from '../../src/features/meetings/carry-out-meeting.ts';
import { asCarla, carlasChat, finished } from '../support/announcements.ts';
import { buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { postedTo } from '../support/followed.ts';
import { posted, startAsking } from '../support/inquiries.ts';
import {
  begun,
  checksIn,
  endsAt,
  isAt,
  phones,
  roads,
  sendsResults,
  typedResults,
} from '../support/meeting-after.ts';
import { updatedIn } from '../support/meeting-announced.ts';
import { asBerta, bertasChat, pressed } from '../support/user-groups.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await startAsking();
});

afterEach(async () => {
  await bot.stop();
});

const patience = { timeout: 20_000 };

const resultsTo = (chat: { readonly id: string }) =>
  postedTo(bot, chat).filter(({ summary }) => summary?.startsWith('Ergebnisse') === true);
const stateOf = async (id: TopicRequestId) => (await bot.app.deps.topicRequests.find(id))?.state;
const linksOn = (card: unknown) => buttonsOf(card).flatMap(({ title, url }) => (url ? [[title, url]] : []));

describe('results', () => {
  it('are asked for with every topic chosen, and say how many communes were there', async () => {
    const meeting = await begun(bot);
    await checksIn(bot, meeting, asBerta);

    const organising = await bot.press(pressed('meeting.organise', { meetingId: meeting.id }));
    const form = await bot.press(buttonNamed(organising, 'Ergebnisse'));

    expect(wordsOf(form)).toMatch(/^Was ist herausgekommen\?\nKI-Telefonservice\n/);
    expect(JSON.stringify(form)).toContain('"value":"phones,roads"');
    expect(wordsOf(form)).toContain('In den Ergebnissen steht auch: 1 Kommune war da.');
  });

  it('can be read as a whole by whoever looks at the meeting later, also who got no message', async () => {
    const meeting = await begun(bot);
    await sendsResults(bot, meeting);
    const from = { view: 'past', page: 1 };
    const card = await bot.press(
      pressed('meeting.show', { meetingId: meeting.id, from }),
      'personal',
      {},
      asCarla,
    );

    const results = await bot.press(buttonNamed(card, 'Ergebnisse'), 'personal', {}, asCarla);
    const back = await bot.press(buttonNamed(results, 'Zurück'), 'personal', {}, asCarla);

    expect(wordsOf(results)).toContain('Im März rechnen wir nach.\nBehandelte Themen\nKI am Telefon');
    expect(linksOn(results)).toEqual(expect.arrayContaining([['www.example.org', expect.anything()]]));
    expect(wordsOf(back)).toContain('KI-Telefonservice');
    expect(buttonNamed(back, 'Zurück').data).toMatchObject(from);
  });

  it('stand in the channel and come to whoever had a seat, and to nobody else', async () => {
    const meeting = await begun(bot);

    const answer = await sendsResults(bot, meeting);
    await finished(bot);

    expect(wordsOf(answer)).toMatch(/^Die Ergebnisse sind veröffentlicht\.\n/);
    const [inChannel, ...more] = await posted(bot, 'Ergebnisse: KI-Telefonservice');
    expect(more).toEqual([]);
    expect(wordsOf(inChannel?.card)).toBe(
      [
        'Ganze Community',
        'Ergebnisse: KI-Telefonservice',
        'Donnerstag, 3. Dezember 2026, 10:00 bis 12:00 Uhr',
        '1 Kommune hatte zugesagt.',
        'Menden hat gezeigt, was der Assistent kann.',
        'Im März rechnen wir nach.',
        'Behandelte Themen',
        'KI am Telefon',
      ].join('\n'),
    );
    expect(linksOn(inChannel?.card)).toEqual([
      ['www.example.org', 'https://www.example.org/protokoll'],
      ['videos.example.net', 'https://videos.example.net/1'],
    ]);
    const [toBerta, ...moreToBerta] = resultsTo(bertasChat);
    expect(moreToBerta).toEqual([]);
    expect(wordsOf(cardOf(toBerta))).toBe(wordsOf(inChannel?.card));
    expect(resultsTo(carlasChat)).toEqual([]);
  });

  it('make topics treated, and open the others again', async () => {
    const meeting = await begun(bot);

    await sendsResults(bot, meeting);

    expect(await stateOf(phones)).toEqual({
      kind: 'treated',
      result: { text: typedResults.text, link: 'https://www.example.org/protokoll' },
    });
    expect(await stateOf(roads)).toEqual({ kind: 'open' });
  });

  it('stand on the cards of the meeting, too', async () => {
    const meeting = await begun(bot);
    await sendsResults(bot, meeting);

    const own = await bot.press(pressed('meeting.show', { meetingId: meeting.id }), 'personal', {}, asCarla);

    expect(wordsOf(own)).toContain('Ergebnisse\nMenden hat gezeigt');
  });

  it('can be opened from the message, which stays as it is', async () => {
    const meeting = await begun(bot);
    await sendsResults(bot, meeting);
    await finished(bot);
    const before = postedTo(bot, bertasChat).length;

    const button = buttonNamed(cardOf(resultsTo(bertasChat)[0]), 'Treffen ansehen');
    const answer = await bot.press(button, 'personal', {}, asBerta);
    await bot.connector.until(() => postedTo(bot, bertasChat).length > before);

    expect(JSON.stringify(answer)).not.toContain('AdaptiveCard');
    expect(wordsOf(cardOf(postedTo(bot, bertasChat).at(-1)))).toContain('Rathaus Musterstadt');
  });

  it('that are changed replace what was posted, and are posted to nobody again', async () => {
    const meeting = await begun(bot);
    await sendsResults(bot, meeting);
    await finished(bot);
    const form = await bot.press(pressed('meeting.offerResults', { meetingId: meeting.id }));

    const answer = await sendsResults(bot, meeting, { text: 'Im Mai rechnen wir nach.' });
    await finished(bot);

    expect(wordsOf(form)).toContain('Ergebnisse ändern');
    expect(JSON.stringify(form)).toContain('Im März rechnen wir nach.');
    expect(wordsOf(answer)).toMatch(/^Die Ergebnisse sind geändert\.\n/);
    const words = [...updatedIn(bot, 'channels'), ...updatedIn(bot, 'chats')].map(wordsOf);
    const changed = words.filter((one) => one.includes('Ergebnisse, geändert: KI-Telefonservice'));
    expect(changed).toHaveLength(2);
    expect(changed.every((one) => one.includes('Im Mai rechnen wir nach.'))).toBe(true);
    expect(await posted(bot, 'Ergebnisse')).toHaveLength(1);
    expect(resultsTo(bertasChat)).toHaveLength(1);
    expect(await stateOf(phones)).toMatchObject({ result: { text: 'Im Mai rechnen wir nach.' } });
  });

  it('can say later that a topic was not treated, or was', async () => {
    const meeting = await begun(bot);
    await sendsResults(bot, meeting);

    await sendsResults(bot, meeting, { treated: 'roads' });

    expect(await stateOf(phones)).toEqual({ kind: 'open' });
    expect(await stateOf(roads)).toMatchObject({ kind: 'treated' });
  });

  it('sent again change nothing', async () => {
    const meeting = await begun(bot);
    const form = await bot.press(pressed('meeting.offerResults', { meetingId: meeting.id }));
    const send = buttonNamed(form, 'Veröffentlichen');

    await bot.press(send, 'personal', typedResults);
    const again = await bot.press(send, 'personal', typedResults);
    await finished(bot);

    expect(wordsOf(again)).toMatch(/^Die Ergebnisse standen schon so da\.\n/);
    expect(await posted(bot, 'Ergebnisse')).toHaveLength(1);
  });

  it('are posted when the process was stopped after they were written', async () => {
    const meeting = await begun(bot);
    const { meetings } = bot.app.deps;
    await meetings.change(meeting.id, {}, bot.clock.now(), (known) => ({
      meeting: {
        ...known.meeting,
        results: { text: 'Gut.', links: [], treated: [phones], at: bot.clock.now(), edition: 1 },
        undone: [{ kind: 'results' }],
      },
    }));

    await carryOutMeetings(bot.app.deps);
    await finished(bot);

    expect(await posted(bot, 'Ergebnisse')).toHaveLength(1);
    expect(await stateOf(phones)).toMatchObject({ kind: 'treated' });
    await expect.poll(async () => (await meetings.find(meeting.id))?.undone, patience).toEqual([]);
  });

  it('are seen days later on a card that stands in the channel', async () => {
    const meeting = await begun(bot);
    isAt(bot, endsAt + 3 * dayMs);

    await sendsResults(bot, meeting);

    expect(await bot.app.deps.meetings.find(meeting.id)).toMatchObject({ shownAt: bot.clock.now() });
  });
});
