import { afterEach, describe, expect, it } from 'vitest';
import { meetingId } from '../../src/domain/ids.ts';
import { dayMs, hourMs, minuteMs } from '../../src/domain/instant.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import { tendCafes } from '../../src/features/meetings/world-cafe/tend-cafes.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { finished } from '../support/announcements.ts';
import { anna, buttonNamed, buttonsOf, TestBot, wordsOf } from '../support/conversation.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { annaId, bertaId, postedTo } from '../support/followed.ts';
import { posted } from '../support/inquiries.ts';
import { cancelled, channelOf } from '../support/meeting-announced.ts';
import { hasSaidYes, pressesCafe, settings, startCafe } from '../support/meeting-cafe.ts';
import { asBerta } from '../support/user-groups.ts';

let bot: TestBot;
const others: TestBot[] = [];

afterEach(async () => {
  await Promise.all(others.splice(0).map((other) => other.stop()));
  await bot.stop();
});

const press = (verb: string, data = {}, who = {}) => pressesCafe(bot, verb, data, who);
const firstLine = (card: unknown) => (typeof card === 'string' ? card : wordsOf(card).split('\n')[0]);
const annasChat = { id: 'a:personal-anna' };

/** The meeting begins in ten minutes; it is announced in the channel of the community, unless it has none. */
async function start({
  channels = true,
  fields = {},
  parts = {},
}: {
  readonly channels?: boolean;
  readonly fields?: Partial<Meeting>;
  readonly parts?: Parameters<typeof startCafe>[1];
} = {}): Promise<FakeClock> {
  const startsAt = Date.UTC(2026, 10, 22, 9, 10);
  bot = await startCafe({ startsAt, endsAt: startsAt + 2 * hourMs, ...fields }, parts);
  if (channels) {
    const channel = await channelOf(bot);
    await bot.app.deps.meetings.change(meetingId('m1'), {}, bot.clock.now(), ({ meeting }) => ({
      meeting: { ...meeting, invited: { people: 'nobody', channels: [channel] } },
    }));
  }
  await press('cafe.set', settings);
  return bot.clock;
}

/** The clock of the bot goes on, and its jobs run. */
async function goesOn(clock: FakeClock, minutes: number): Promise<void> {
  clock.advance(minutes * minuteMs);
  await tendCafes(bot.app.deps);
  await tendCafes(bot.app.deps);
}

/** What was said in the channel so far, when nothing is on its way. */
async function heard(): Promise<readonly string[]> {
  await finished(bot);
  return (await posted(bot, 'KI-Telefonservice: ', 0)).map(({ summary }) =>
    summary.replace('KI-Telefonservice: ', ''),
  );
}

describe('the clock of a round', () => {
  it('says in the channel that the round begins, that five minutes are left, and that people change', async () => {
    const clock = await start();

    const card = await press('cafe.startTimer', { round: 1 });
    const [post] = await posted(bot, 'Runde 1 von 2 beginnt.');
    await goesOn(clock, 19);
    const early = await heard();
    await goesOn(clock, 1);
    await posted(bot, 'Noch fünf Minuten');
    await goesOn(clock, 5);
    await posted(bot, 'Bitte wechseln');

    expect(wordsOf(card)).toMatch(/^Die Runde läuft\.\n/);
    expect(wordsOf(card)).toContain('Runde 1 läuft bis 10:25 Uhr.');
    expect(wordsOf(post?.card)).toBe(
      [
        'Runde 1 von 2 beginnt. Sie haben 25 Minuten, bis 10:25 Uhr.',
        'KI-Telefonservice',
        'Tisch 1 – Robotic Process Automation',
        'Tisch 2 – Chatbots',
        'Tisch 3 – Bauanträge',
      ].join('\n'),
    );
    expect(early).toEqual(['Runde 1 von 2 beginnt. Sie haben 25 Minuten, bis 10:25 Uhr.']);
    expect((await heard()).slice(1)).toEqual([
      'Noch fünf Minuten in Runde 1, bis 10:25 Uhr.',
      'Runde 1 ist zu Ende. Bitte wechseln Sie die Tische.',
    ]);
  });

  it('ends the last round with thanks, and offers no further one', async () => {
    const clock = await start();
    await press('cafe.startTimer', { round: 2 });
    await goesOn(clock, 20);
    await goesOn(clock, 5);
    await posted(bot, 'Die letzte Runde ist zu Ende. Danke fürs Mitmachen.');

    const card = await press('cafe.showPlan');

    expect(buttonsOf(card).map(({ title }) => title)).not.toContain('Runde 3 starten');
    expect(firstLine(await press('cafe.startTimer', { round: 3 }))).toBe(
      'So viele Runden hat dieses World Café nicht.',
    );
  });

  it('leads to their own tables whoever was told them', async () => {
    await start();
    await hasSaidYes(bot, bertaId);
    await press('cafe.assign');
    await press('cafe.tell', { plan: 1 });
    await press('cafe.startTimer', { round: 1 });
    const [post] = await posted(bot, 'Runde 1 von 2 beginnt.');

    const note = await bot.press(
      buttonNamed(post?.card, 'Meine Tische'),
      'channel',
      {},
      { from: asBerta.from },
    );

    expect(JSON.stringify(note)).toContain('Ihre Tische: Runde 1: Tisch');
  });

  it('is not started twice, and nothing more is said when it was stopped', async () => {
    const clock = await start();
    const card = await press('cafe.startTimer', { round: 1 });
    const twice = await press('cafe.startTimer', { round: 1 });
    await posted(bot, 'Runde 1 von 2 beginnt.');
    await goesOn(clock, 10);
    const stopped = await bot.press(buttonNamed(card, 'Uhr anhalten'));
    await goesOn(clock, 10);
    await goesOn(clock, 5);

    expect(firstLine(twice)).toBe('Diese Runde läuft schon.');
    expect(wordsOf(stopped)).toContain('Die Uhr ist angehalten.');
    expect(buttonNamed(stopped, 'Runde 1 starten').data).toMatchObject({ round: 1 });
    expect(await heard()).toHaveLength(1);
    expect(firstLine(await press('cafe.stopTimer'))).toBe('Es läuft keine Runde.');
  });

  it('says a thing once when it was interrupted before that was noted', async () => {
    await start();
    await press('cafe.startTimer', { round: 1 });
    await posted(bot, 'Runde 1 von 2 beginnt.');
    const { worldCafes } = bot.app.deps;
    await worldCafes.change(meetingId('m1'), bot.clock.now() + dayMs, (cafe) =>
      cafe?.timer === undefined
        ? undefined
        : { ...cafe, timer: { ...cafe.timer, dueAt: cafe.timer.startedAt } },
    );
    await tendCafes(bot.app.deps);

    expect(await heard()).toHaveLength(1);
    expect((await worldCafes.find(meetingId('m1')))?.timer?.dueAt).toBe(bot.clock.now() + 20 * minuteMs);
  });

  it('gives way to another round that is started', async () => {
    const clock = await start();
    await press('cafe.startTimer', { round: 1 });
    await posted(bot, 'Runde 1 von 2 beginnt.');
    await goesOn(clock, 10);
    await press('cafe.startTimer', { round: 2 });
    await posted(bot, 'Runde 2 von 2 beginnt.');
    await goesOn(clock, 10);
    await goesOn(clock, 10);

    expect((await heard()).slice(2)).toEqual(['Noch fünf Minuten in Runde 2, bis 10:35 Uhr.']);
  });

  it('tells the one who started it alone, and says so, where there is no channel', async () => {
    await start({ channels: false });
    const card = await press('cafe.startTimer', { round: 1 });
    const own = () => postedTo(bot, annasChat).filter(({ summary }) => summary?.includes('Runde 1') === true);
    await bot.connector.until(() => own().length === 1);

    expect(firstLine(card)).toBe('Die Runde läuft. Ohne Kanal melde ich die Zeiten nur Ihnen.');
    expect(await heard()).toEqual([]);
    expect(annaId).toContain(anna.aadObjectId);
  });

  it('can be started from half an hour before the meeting, not days before and not when it falls out', async () => {
    const clock = await start({
      fields: { startsAt: Date.UTC(2026, 10, 23, 9), endsAt: Date.UTC(2026, 10, 23, 11) },
    });
    const early = await press('cafe.startTimer', { round: 1 });
    clock.advance(dayMs - 30 * minuteMs);
    const inTime = await press('cafe.startTimer', { round: 1 });
    const meeting = await bot.app.deps.meetings.find(meetingId('m1'));
    if (meeting !== undefined) {
      await cancelled(bot, meeting, 'Der Saal ist belegt.');
    }

    expect(firstLine(early)).toBe(
      'Die Uhr lässt sich ab einer halben Stunde vor Beginn des Treffens starten.',
    );
    expect(firstLine(inTime)).toBe('Die Runde läuft.');
    expect(await press('cafe.startTimer', { round: 2 })).toBe(
      'Dieses Treffen fällt aus, und damit auch das World Café.',
    );
  });

  it('goes on after a restart, says each thing once with two instances, and drops what is more than two minutes late', async () => {
    const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
    const store = createMemoryStore(clock);
    await start({ parts: { clock, store } });
    await press('cafe.startTimer', { round: 1 });
    await posted(bot, 'Runde 1 von 2 beginnt.');
    await finished(bot);
    await bot.app.stop();
    clock.advance(21 * minuteMs);
    const [one, other] = await Promise.all([
      TestBot.start({ ORGANISERS: anna.aadObjectId }, { clock, store }),
      TestBot.start({ ORGANISERS: anna.aadObjectId }, { clock, store }),
    ]);
    others.push(one, other);
    const said = () =>
      [bot, one, other]
        .flatMap(({ connector }) => connector.messages)
        .map((message) => JSON.stringify(message))
        .filter((message) => message.includes('KI-Telefonservice: '));
    await expect.poll(() => said().filter((words) => words.includes('Noch fünf')).length).toBe(1);
    await Promise.all([tendCafes(one.app.deps), tendCafes(other.app.deps)]);
    clock.advance(6 * minuteMs + 1);
    await Promise.all([tendCafes(one.app.deps), tendCafes(other.app.deps)]);
    await finished(one);

    expect(said()).toHaveLength(2);
    expect((await one.app.deps.worldCafes.find(meetingId('m1')))?.timer).not.toHaveProperty('dueAt');
  });
});
