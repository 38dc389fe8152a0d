import { describe, expect, it } from 'vitest';
import { digestCard, toDigestItem } from '../../src/cards/digest-card.ts';
import type { DigestItem } from '../../src/cards/digest-card.ts';
import { announcementLimits } from '../../src/domain/announcement.ts';
import { announcementId } from '../../src/domain/ids.ts';
import { anAnnouncement } from '../support/builders.ts';
import { buttonsOf, wordsOf } from '../support/conversation.ts';
import { aNews, aQuestionNews } from '../support/follow-cards.ts';

function item(
  index: number,
  content: Partial<ReturnType<typeof anAnnouncement>['content']> = {},
): DigestItem {
  const announcement = anAnnouncement({ id: announcementId(`a${index}`) });
  return toDigestItem({ ...announcement, content: { ...announcement.content, ...content } });
}

const withdrawn = toDigestItem(anAnnouncement({ withdrawnAt: 5 }));
const bytesOf = (card: unknown) => Buffer.byteLength(JSON.stringify(card));

describe('the daily collection', () => {
  it('shows each announcement in a section of its own, with its link and its own "Gelesen"', () => {
    const card = digestCard([
      item(1, { title: 'Eins', text: 'Der erste Text.', acknowledgement: true }),
      item(2, { title: 'Zwei', text: 'Der zweite Text.', link: 'https://www.example.org/a?b' }),
    ]);

    const lines = wordsOf(card).split('\n');
    expect(lines.slice(0, 2)).toEqual([
      'Das ist neu für Sie',
      'Gesammelt, wie Sie es mit „Benachrichtigungen“ gewählt haben.',
    ]);
    expect(lines.filter((line) => /^(?:Eins|Der erste|Zwei|Der zweite|Link)/.test(line))).toEqual([
      'Eins',
      'Der erste Text.',
      'Zwei',
      'Der zweite Text.',
      'Link: www.example.org',
    ]);
    expect(buttonsOf(card).map(({ title, data, url }) => [title, data ?? url])).toEqual([
      ['Gelesen', { announcementId: 'a1' }],
      ['Link öffnen', 'https://www.example.org/a?b'],
    ]);
    expect(card.fallbackText).toBe('Das ist neu für Sie: Eins · Zwei');
  });

  it('says of what was taken back only that it was, and nothing else when that is all', () => {
    const some = digestCard([withdrawn, item(1, { title: 'Eins' }), withdrawn]);
    const nothing = digestCard([withdrawn]);

    expect(wordsOf(some).split('\n').at(-1)).toBe('Zwei Ankündigungen wurden zurückgezogen.');
    expect(wordsOf(nothing)).toBe('Eine Ankündigung wurde zurückgezogen.');
    expect(JSON.stringify([some, nothing])).not.toContain(anAnnouncement().content.title);
  });

  it('shows people’s words as they were typed, and never where markdown is live', () => {
    const naughty = '[Klick](https://evil.example) **fett** <at>alle</at> &#64;x';

    const card = digestCard([item(1, { title: naughty, text: naughty })]);

    const blocks = elementsOf(card).filter(({ type }) => type === 'TextBlock');
    expect(wordsOf(card)).toContain(naughty);
    expect(JSON.stringify(blocks)).not.toContain('Klick');
  });
});

describe('a large collection', () => {
  const longest = (index: number) =>
    item(index, {
      title: `${index} ${'Ü'.repeat(announcementLimits.title - 4)}`,
      text: 'ä\n'.repeat(announcementLimits.text / 2),
      link: `https://www.example.org/${'x'.repeat(announcementLimits.link - 30)}`,
      acknowledgement: true,
    });
  const some = (count: number) => Array.from({ length: count }, (_, index) => longest(index));

  it.each([1, 2, 5, 12, 30, 300])('of %i stays below 25 KB, and small when that was too big', (count) => {
    expect(bytesOf(digestCard(some(count)))).toBeLessThan(25_000);
    expect(bytesOf(digestCard(some(count), { short: true }))).toBeLessThanOrEqual(5_000);
  });

  it('keeps every text whole while there is room, then cuts all alike and says so', () => {
    const text = 'Wort '.repeat(300).trim();
    const count = (card: unknown, words: RegExp) => [...wordsOf(card).matchAll(words)].length;

    const whole = digestCard([item(1, { text }), item(2, { text })]);
    const cut = digestCard(Array.from({ length: 16 }, (_, index) => item(index, { text })));

    expect([count(whole, /…/g), count(whole, /Gekürzt/g)]).toEqual([0, 0]);
    expect([count(cut, /Wort …/g), count(cut, /Gekürzt/g)]).toEqual([16, 16]);
    expect(count(cut, /Aus Platzgründen/g)).toBe(0);
  });

  it('leaves no title out before it says how many more there are', () => {
    const card = digestCard(some(40));

    const sections = buttonsOf(card).filter(({ title }) => title === 'Gelesen').length;
    expect(sections).toBeGreaterThan(4);
    expect(wordsOf(card)).toContain(`Aus Platzgründen nur mit dem Titel:\n${sections} Ü`);
    expect(wordsOf(card)).toContain(`und ${40 - sections - 10} weitere`);
  });
});

function elementsOf(value: unknown): Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) {
    return value.flatMap(elementsOf);
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return [Object.fromEntries(Object.entries(value)), ...Object.values(value).flatMap(elementsOf)];
}

describe('news of use cases in the daily collection', () => {
  it('stand in sections of their own beside announcements, in the order given', () => {
    const card = digestCard([aNews, item(1, { title: 'Eins', text: 'Der Text.' }), aQuestionNews]);

    const words = wordsOf(card);
    expect(words).toMatch(
      /Menden[^\n]* hat einen neuen Stand: im Einsatz, vorher: Pilot\.\n[^]*\nEins\n[^]*\nIhre Frage: Chatbot, im Einsatz\n/,
    );
    expect(buttonsOf(card).map(({ title, verb }) => [title, verb])).toEqual([
      ['Details', 'follow.showNews'],
      ['Beenden', 'follow.end'],
      ['Details', 'follow.showNews'],
      ['Beenden', 'keptQuestion.end'],
    ]);
    expect(card.fallbackText).toContain('Neu zu Ihrer gemerkten Frage: Chatbot im Bürgerservice');
  });

  it('are named by one line where there is no room for more', () => {
    const card = digestCard(Array.from({ length: 60 }, () => aQuestionNews));

    expect(bytesOf(card)).toBeLessThanOrEqual(25_000);
    expect(wordsOf(card)).toContain('Neu zu Ihrer gemerkten Frage: Chatbot im Bürgerservice');
    expect(wordsOf(card)).toMatch(/und \d+ weitere/);
  });
});
