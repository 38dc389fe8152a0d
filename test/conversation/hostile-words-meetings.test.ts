import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meetingId } from '../../src/domain/ids.ts';
import { hourMs } from '../../src/domain/instant.ts';
import { wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { startAsking } from '../support/inquiries.ts';
import { publishedMeeting } from '../support/meetings.ts';
import { pressed } from '../support/user-groups.ts';

/** Turned around, with what nobody sees in it, a pile of accents, and line ends of three kinds. */
const strange = 'KI\u202Eim\u202C Bau\u200Bamt\u0007 A\u0301\u0301\u0301\u0301\u0301\r\nZeile\u2028zwei';
const cleaned = 'KIim Bauamt \u00C1\u0301\u0301\nZeile\nzwei';
const hidden = /[^\P{Cc}\n]|[\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]|\\u00|\\r/u;
const flood = 'Wörter '.repeat(1500).trim();

const draft = {
  meetingId: 'd1',
  title: 'KI-Telefonservice',
  userGroup: 'none',
  date: '2026-12-03',
  startTime: '10:00',
  endTime: '12:30',
  address: 'Rathaus Musterstadt',
  people: 'everybody',
};
const next = { meetingId: 'next' };
const running = { meetingId: 'running' };
const change = { ...draft, ...next, edition: 1 };

interface Field {
  readonly verb: string;
  readonly field: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly isLine?: boolean;
}

/** Every field of every form into which words are typed. */
const fields: readonly Field[] = [
  { verb: 'meeting.draft', field: 'title', data: draft, isLine: true },
  { verb: 'meeting.draft', field: 'address', data: draft, isLine: true },
  { verb: 'meeting.draft', field: 'description', data: draft },
  { verb: 'meeting.draft', field: 'question1', data: draft, isLine: true },
  { verb: 'meeting.change', field: 'title', data: change, isLine: true },
  { verb: 'meeting.change', field: 'address', data: change, isLine: true },
  { verb: 'meeting.change', field: 'description', data: change },
  { verb: 'meeting.cancel', field: 'reason', data: next },
  { verb: 'meeting.saveDetails', field: 'name', data: { ...next, guests: '0' }, isLine: true },
  { verb: 'meeting.saveDetails', field: 'answer1', data: { ...next, guests: '0' } },
  { verb: 'meeting.publishResults', field: 'text', data: running },
];
const named = fields.map((one) => [`${one.field} of ${one.verb}`, one] as const);

let bot: TestBot;

beforeEach(async () => {
  bot = await startAsking();
  const questions = ['Was bringen Sie mit?'];
  await publishedMeeting(bot, { id: meetingId('next'), mostGuests: 2, questions }, { quietly: true });
  const now = bot.clock.now();
  const times = { startsAt: now - hourMs, endsAt: now + hourMs };
  await publishedMeeting(bot, { id: meetingId('running'), ...times }, { quietly: true });
  await bot.press(pressed('meeting.respond', { ...next, answer: 'accepted' }));
});

afterEach(async () => {
  await bot.stop();
});

async function stored(): Promise<string> {
  const documents = await bot.storedDocuments('meetings');
  // Jobs show the counts of the answer meanwhile.
  return documents
    .map(({ id, body }) => `${id} ${JSON.stringify(body)}`)
    .join('\n')
    .replaceAll(/"(?:version|shownAt|isShownLate)":(?:\d+|true),?/g, '');
}

/** Anna organises, so that she may do all of it. */
const sends = ({ verb, field, data }: Field, words: string) =>
  bot.press(pressed(verb, { ...data, [field]: words }));

describe('hostile words in a form about meetings (fault 35)', () => {
  it.each(named)('%s: what hides or turns words is taken out', async (_, field) => {
    const answer = await sends(field, strange);

    const after = await stored();
    const kept = cleaned.split('\n').join(field.isLine === true ? ' ' : '\n');
    const asLine = cleaned.split('\n').join(' ');
    expect(after.includes(JSON.stringify(kept)) || after.includes(JSON.stringify(asLine))).toBe(true);
    expect(after).not.toMatch(hidden);
    expect(JSON.stringify(answer)).not.toMatch(hidden);
  });

  it.each(named)('%s: 10,000 characters are refused, and stay in the form', async (_, field) => {
    const before = await stored();

    const answer = await sends(field, flood);

    expect(await stored()).toBe(before);
    expect(wordsOf(Object(answer).value)).toMatch(/höchstens \S+/);
    expect(JSON.stringify(answer)).toContain('"value":"Wörter Wörter ');
  });
});
