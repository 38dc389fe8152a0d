import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { topicRequestId } from '../../src/domain/ids.ts';
import { carla } from '../support/announcements.ts';
import { cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { bertaId } from '../support/followed.ts';
import { startAsking } from '../support/inquiries.ts';
import { captureValue, openAction } from '../support/message-action.ts';
import { proposed } from '../support/topics.ts';
import { votesFor } from '../support/topic-news.ts';
import { asBerta, created, pressed } from '../support/user-groups.ts';

/** Turned around, with what nobody sees in it, a pile of accents, and line ends of three kinds. */
const strange = 'KI\u202Eim\u202C Bau\u200Bamt\u0007 A\u0301\u0301\u0301\u0301\u0301\r\nZeile\u2028zwei';
const cleaned = 'KIim Bauamt \u00C1\u0301\u0301\nZeile\nzwei';
const hidden = /[^\P{Cc}\n]|[\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]|\\u00|\\r/u;
const invisible = '\u200B\u202E\u2060\u0000\r\n';
const flood = 'Wörter '.repeat(1500).trim();

const t1 = { topicRequestId: 't1' };
const form = { title: 'KI im Amt', question: 'Wer?', tags: 'Bau', userGroup: 'none' };
const proposal = { ...form, topicRequestId: 'p1', checked: true };

interface Field {
  readonly verb: string;
  readonly field: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly isLine?: boolean;
  /** Without words in it nothing can be done. */
  readonly isRequired?: boolean;
}

/** Every field of every form into which words are typed. */
const fields: readonly Field[] = [
  { verb: 'topic.propose', field: 'title', data: proposal, isLine: true, isRequired: true },
  { verb: 'topic.propose', field: 'question', data: proposal },
  { verb: 'topic.propose', field: 'tags', data: proposal },
  {
    verb: 'topic.change',
    field: 'title',
    data: { ...t1, ...form, edition: 1 },
    isLine: true,
    isRequired: true,
  },
  { verb: 'topic.change', field: 'question', data: { ...t1, ...form, edition: 1 } },
  { verb: 'topic.comment', field: 'text', data: t1, isRequired: true },
  { verb: 'topic.report', field: 'text', data: t1 },
  { verb: 'topic.plan', field: 'reference', data: t1, isLine: true, isRequired: true },
  { verb: 'topic.treat', field: 'text', data: t1, isRequired: true },
  { verb: 'topic.decline', field: 'reason', data: t1, isRequired: true },
  { verb: 'topic.merge', field: 'reason', data: { ...t1, into: 't2' } },
];
const named = fields.map((one) => [`${one.field} of ${one.verb}`, one] as const);

let bot: TestBot;

beforeEach(async () => {
  bot = await startAsking();
  await proposed(bot, { title: 'KI im Bauamt', id: topicRequestId('t1') });
  await votesFor(bot, topicRequestId('t1'), carla);
  await proposed(bot, { title: 'Bauamt mit KI', id: topicRequestId('t2') }, bertaId);
});

afterEach(async () => {
  await bot.stop();
});

async function stored(): Promise<string> {
  const documents = await bot.storedDocuments('topic-requests', 'user-groups');
  return documents.map(({ id, body }) => `${id} ${JSON.stringify(body)}`).join('\n');
}

/** Anna organises, so that she may do all of it. */
const sends = ({ verb, field, data }: Field, words: string) =>
  bot.press(pressed(verb, { ...data, [field]: words }));

describe('hostile words in a form about topics (fault 35)', () => {
  it.each(named)('%s: what hides or turns words is taken out', async (_, field) => {
    const before = await stored();

    const answer = await sends(field, strange);

    const after = await stored();
    const [first = '', ...more] = cleaned.split('\n');
    const kept = field.field === 'tags' ? first : [first, ...more].join(field.isLine === true ? ' ' : '\n');
    expect(after).not.toBe(before);
    expect(after).toContain(JSON.stringify(kept));
    expect(after).not.toMatch(hidden);
    expect(JSON.stringify(answer)).not.toMatch(hidden);
  });

  it.each(named)('%s: 10,000 characters are refused, and stay in the form', async (_, field) => {
    const before = await stored();

    const answer = await sends(field, flood);

    expect(await stored()).toBe(before);
    expect(wordsOf(Object(answer).value)).toMatch(/höchstens \S+ sind möglich|hat höchstens 30 Zeichen/);
    expect(JSON.stringify(answer)).toContain('"value":"Wörter Wörter ');
  });

  it.each(named.filter(([, { isRequired }]) => isRequired))(
    '%s: what nobody can see is nothing',
    async (_, field) => {
      const before = await stored();

      const answer = await sends(field, invisible);

      expect(await stored()).toBe(before);
      expect(wordsOf(Object(answer).value)).toMatch(/Bitte /);
      expect(JSON.stringify(answer)).not.toMatch(hidden);
    },
  );

  it.each([
    ['a script', 'javascript:alert(1)'],
    ['data', 'data:text/html,x'],
    ['two ports', 'http://a@evil.example:80:80/'],
    ['an endless address', `https://e.example/${flood}`],
  ])('the link of a result is a web address: %s is none', async (_, link) => {
    const before = await stored();

    const answer = await bot.press(pressed('topic.treat', { ...t1, text: 'Gut.', link }));

    expect(await stored()).toBe(before);
    expect(wordsOf(Object(answer).value)).toContain('Gut.');
    expect(wordsOf(Object(answer).value)).toMatch(/keine Internetadresse|[hH]öchstens 500/);
  });

  it.each([
    ['until', 'hidden signs', strange],
    ['until', 'a flood', flood],
    ['until', 'a day that does not exist', '31.02.2027'],
    ['votes', 'less than none', '-1'],
    ['votes', 'half a vote', '2.5'],
    ['votes', 'a word', 'zwanzig'],
    ['votes', 'a flood', flood],
    ['votes', 'wide digits', '１０'],
  ])('the collection of a group: "%s" is refused with %s', async (field, _, words) => {
    const userGroupId = await created(bot);
    const before = await stored();

    const answer = await bot.press(pressed('topicCollection.set', { userGroupId, [field]: words }));

    expect(await stored()).toBe(before);
    expect(wordsOf(Object(answer).value)).toMatch(/zum Beispiel|ganze Zahl/);
    expect(JSON.stringify(answer)).not.toMatch(hidden);
  });
});

describe('hostile words that begin a form (fault 35)', () => {
  it.each([
    ['strange', strange],
    ['too many', flood],
  ])('%s words after "Thema:" and in a message are cut visibly, and nothing is stored', async (_, words) => {
    const before = await stored();

    const [said] = await bot.say(`Thema: ${words}`, 'personal', asBerta);
    const { card } = await openAction(
      bot,
      { ...captureValue(`<p>${words}</p>`), commandId: 'captureTopic' },
      'group',
    );

    for (const one of [cardOf(said), card]) {
      expect(JSON.stringify(one)).not.toMatch(hidden);
      expect(JSON.stringify(one)).toMatch(words === flood ? /"value":"Wörter [^"]{0,93}…"/ : /KIim Bauamt/);
    }
    expect(await stored()).toBe(before);
  });
});
