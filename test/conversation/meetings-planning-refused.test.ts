import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noSeats } from '../../src/domain/meetings/seat-count.ts';
import { bertasGroup } from '../support/announcements.ts';
import { buttonNamed, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { setUpChannel, startAsking } from '../support/inquiries.ts';
import {
  inputOf,
  meetingForm,
  published,
  previewed,
  storedMeeting,
  storedMeetings,
  typedIn,
  typedMeeting,
} from '../support/meeting-planning.ts';
import { topicRequestId } from '../../src/domain/ids.ts';
import { proposed } from '../support/topics.ts';
import { valueOf } from '../support/user-group-cards.ts';

let bot: TestBot;
let group: string;

beforeAll(async () => {
  bot = await startAsking();
  group = await bertasGroup(bot);
  await Promise.all(
    Array.from({ length: 9 }, (_, index) =>
      proposed(bot, { id: topicRequestId(`t${index}`), title: `Thema ${index}` }),
    ),
  );
});

afterAll(async () => {
  await bot.stop();
});

const long = (count: number) => 'Wörter '.repeat(count);
const nineTopics = Array.from({ length: 9 }, (_, index) => `t${index}`).join(',');

/** Field, what is typed, the sentence below the field, and what stands in it then. */
const bad: readonly (readonly [
  name: string,
  field: string,
  typed: string,
  sentence: string,
  kept?: string,
])[] = [
  ['no title', 'title', '', 'zum Beispiel „KI-Telefonservice im Alltag“'],
  ['a long title', 'title', long(20).trim(), 'Das sind 139 Zeichen, höchstens 100 sind möglich.'],
  ['a group that is gone', 'userGroup', 'gone', 'Diese User Group können Sie nicht mehr wählen.', ''],
  ['no day', 'date', '', 'Bitte wählen Sie einen Tag, zum Beispiel den 3.12.2026.'],
  ['31.02.', 'date', '31.02.2027', 'Diesen Tag gibt es nicht. Bitte schreiben Sie ihn zum Beispiel so'],
  ['a day in words', 'date', 'morgen halb drei', 'Bitte schreiben Sie ihn zum Beispiel so: 3.12.2026.'],
  ['a day that is over', 'date', '2026-11-21', 'Dieser Beginn ist schon vorbei.'],
  ['a day in three years', 'date', '2029-12-03', 'Das ist mehr als zwei Jahre hin.'],
  ['25:00', 'startTime', '25:00', 'Bitte geben Sie eine von 00:00 bis 23:59 an, zum Beispiel 14:30.'],
  ['a time in words', 'endTime', 'halb drei', 'Bitte geben Sie eine von 00:00 bis 23:59 an'],
  ['an end before the beginning', 'endTime', '09:00', 'Das Ende liegt vor dem Beginn.'],
  ['a last day that is none', 'endDate', 'Freitag', 'Diesen letzten Tag gibt es nicht.'],
  ['three weeks', 'endDate', '2026-12-24', 'Ein Treffen dauert höchstens 14 Tage.'],
  ['no place', 'address', '', 'Bitte geben Sie eine Adresse oder einen Link an, zum Beispiel'],
  ['a long address', 'address', long(40).trim(), 'höchstens 200 sind möglich'],
  ['a link that leads nowhere', 'link', 'javascript:alert(1)', 'Dieser Link führt nicht ins Internet.'],
  ['nobody chosen', 'people', '', 'Bitte wählen Sie, wer eingeladen wird'],
  ['an unknown channel', 'channels', 'gone', 'Einen Kanal davon können Sie nicht mehr wählen.', ''],
  ['no seats', 'capacity', '0', 'eine ganze Zahl von 1 bis 5.000 an, zum Beispiel 20'],
  ['fewer than none', 'capacity', '-1', 'Das ist keine Zahl von Plätzen.'],
  ['half a seat', 'capacity', '2.5', 'Das ist keine Zahl von Plätzen.'],
  ['seats in words', 'capacity', 'zwanzig', 'Das ist keine Zahl von Plätzen.'],
  ['seats reserved of any number', 'seatsPerCommune', '1', 'nur, wenn ihre Zahl begrenzt ist'],
  ['ten guests', 'mostGuests', '10', 'Bitte geben Sie eine Zahl von 0 bis 9 an, zum Beispiel 2.'],
  ['answers by yesterday', 'respondBy', '2026-11-21', 'Dieser letzte Tag für Antworten ist schon vorbei.'],
  ['answers after it began', 'respondBy', '2026-12-04', 'Da hat das Treffen schon begonnen.'],
  ['a long description', 'description', long(400).trim(), 'höchstens 2.000 sind möglich'],
  ['a long question', 'question3', long(30).trim(), 'höchstens 150 sind möglich'],
  ['too many topics', 'topics', nineTopics, 'Das sind neun Themen, höchstens acht sind möglich.'],
  ['a reminder of no day', 'reminders', 'respond-by', 'zum Beispiel 27.11.2026'],
];

describe('a form that is not right (faults 32, 33, 35)', () => {
  it.each(
    bad.map(([name, field, words, sentence, kept = words]) => ({ name, field, words, sentence, kept })),
  )('$name: says so below the field, and keeps everything', async ({ field, words, sentence, kept }) => {
    const rest = { ...typedMeeting, description: 'Bitte mitbringen: Kuchen.', question1: 'Was?' };
    const before = await storedMeetings(bot);

    const refused = await previewed(bot, { ...rest, [field]: words });

    const lines = wordsOf(refused).split('\n');
    const label = String(inputOf(refused, field)['label']);
    const at = lines.findIndex((line) => line.includes(sentence));
    expect(refused).toMatchObject({ fallbackText: 'Treffen planen' });
    expect(at).toBeGreaterThan(lines.indexOf(label));
    expect(typedIn(refused)).toMatchObject({ ...rest, [field]: kept });
    expect(await storedMeetings(bot)).toEqual(before);
  });

  it('in the night in which the clocks are put forward, names the hour that is left out', async () => {
    const night = { date: '2027-03-28', startTime: '02:30', endTime: '05:00' };

    const refused = await previewed(bot, night);

    expect(wordsOf(refused)).toContain('weil die Uhren vorgestellt werden. Nehmen Sie zum Beispiel 03:00.');
    expect(typedIn(refused)).toMatchObject(night);
  });

  it('tells how many seats are kept for all communes', async () => {
    const communes = bot.app.deps.operator.current().communes.size;

    const refused = await previewed(bot, { capacity: '10', seatsPerCommune: '1' });

    expect(wordsOf(refused)).toContain(`geben Sie mindestens ${communes} Plätze an`);
  });

  it('is right in the end with what was typed before', async () => {
    const refused = await previewed(bot, { date: 'morgen', startTime: '25:00', capacity: '-1' });
    const fixed = {
      ...typedIn(refused),
      date: '3.12.26',
      startTime: '14 Uhr',
      endTime: '16.30',
      capacity: '20',
    };

    const preview = valueOf(await bot.press(buttonNamed(refused, 'Vorschau'), 'personal', fixed));

    expect(inputOf(refused, 'date')).toMatchObject({ type: 'Input.Text', value: 'morgen' });
    expect(inputOf(refused, 'startTime')).toMatchObject({ type: 'Input.Text', value: '25:00' });
    expect(inputOf(refused, 'endTime')).toMatchObject({ type: 'Input.Time', value: '12:30' });
    expect(wordsOf(preview)).toContain('Donnerstag, 3. Dezember 2026, 14:00 bis 16:30 Uhr');
  });

  it('posts to no channel of another group', async () => {
    await setUpChannel(bot, group);
    const form = await meetingForm(bot);
    const channels = JSON.stringify(inputOf(form, 'channels')['choices']).match(/[0-9a-f]{32}/)?.[0];
    const { id } = (await bot.app.deps.userGroups.all())[0]?.value ?? {};
    const other = await bertasGroup(bot, 'Straßen');

    const refused = await previewed(bot, { userGroup: other, people: 'group', channels });
    const own = await previewed(bot, { userGroup: id, people: 'group', channels });

    expect(wordsOf(refused)).toContain('Ein gewählter Kanal gehört zu einer anderen Gruppe.');
    expect(typedIn(refused)).toMatchObject({ userGroup: other, channels });
    expect(wordsOf(own)).toMatch(/^So geht die Einladung an eine Person und in einen Kanal\./);
  });
});

describe('a change that is not right', () => {
  it('takes no seat away that somebody has', async () => {
    const { id } = await published(bot, { capacity: '20', people: 'nobody' });
    await bot.app.deps.meetings.change(id, {}, bot.clock.now(), ({ meeting }) => ({
      meeting: { ...meeting, seats: { ...noSeats, accepted: 12, taken: 14 } },
    }));
    const form = valueOf(
      await bot.press({
        type: 'Action.Execute',
        title: 'x',
        verb: 'meeting.offerChange',
        data: { meetingId: id },
      }),
    );

    const refused = valueOf(
      await bot.press(buttonNamed(form, 'Speichern'), 'personal', { ...typedIn(form), capacity: '13' }),
    );

    expect(wordsOf(refused)).toContain('14 Plätze sind schon vergeben');
    expect(typedIn(refused)).toMatchObject({ capacity: '13', title: typedMeeting.title });
    expect(await storedMeeting(bot, id)).toMatchObject({ capacity: 20, edition: 1 });
  });
});
