import { describe, expect, it } from 'vitest';
import { toOutlookFeedUrl, toOutlookUrl } from '../../../src/cards/meetings/meeting-calendar-link.ts';
import type { Meeting } from '../../../src/domain/meetings/meeting.ts';
import { anOfferedCalendar } from '../../support/meeting-calendar-cards.ts';

const home = 'https://bot.example.org/';

function linkOf(fields: Partial<Meeting>): string {
  return toOutlookUrl(anOfferedCalendar(fields).entry, home);
}

function fieldsOf(link: string): Readonly<Record<string, string>> {
  return Object.fromEntries(new URL(link).searchParams);
}

describe('the link that opens the form of Outlook', () => {
  it('fills in what the meeting says, with times that mean the same everywhere', () => {
    const link = linkOf({ place: { address: 'Rathaus', link: 'https://teams.example.org/join?a=1&b=2' } });

    expect(link).toMatch(/^https:\/\/outlook\.office\.com\/calendar\/deeplink\/compose\?/);
    expect(fieldsOf(link)).toEqual({
      path: '/calendar/action/compose',
      rru: 'addevent',
      startdt: '2026-12-03T09:00:00Z',
      enddt: '2026-12-03T11:30:00Z',
      subject: 'KI-Telefonservice',
      location: 'Rathaus, und online',
      body: [
        'Online teilnehmen: https://teams.example.org/join?a=1&amp;b=2',
        'Themen:<br>– KI im Bauamt<br>– Leichte Sprache',
        'Zusagen und absagen können Sie in Microsoft Teams: Schreiben Sie dem KI-Community-Bot „Termine“.<br>https://bot.example.org/',
      ].join('<br><br>'),
    });
  });

  it.each([
    '&startdt=2020-01-01T00:00:00Z#x',
    '<img src=x onerror=alert(1)> "quoted" & more',
    '\r\n\u202Eumgedreht\u0000',
    'a+b c%20d',
  ])('takes %j as words alone, wherever it stands', (words) => {
    const link = linkOf({ title: words, description: words, place: { address: words } });

    const { body = '', startdt, subject = '' } = fieldsOf(link);
    expect(startdt).toBe('2026-12-03T09:00:00Z');
    expect(Object.keys(fieldsOf(link))).toHaveLength(7);
    expect(link).not.toMatch(/[+<>"\s\u202E]/);
    expect(body).not.toMatch(/<(?!br>)/);
    expect(`${subject}${body}`).not.toMatch(/\p{Cc}/u);
  });

  it.each([
    ['umlauts', 'Ü'.repeat(100), 'ü'.repeat(2000)],
    ['many words', 'Ü '.repeat(50), '<ü> & '.repeat(333)],
    ['signs of four bytes', '🦊'.repeat(50), '🦊 '.repeat(600)],
    ['10,000 letters', 'x'.repeat(10_000), 'y '.repeat(5000)],
    ['accents upon accents', `z${'\u0301'.repeat(2000)}`, 'z'],
  ])('has at most 2,000 letters with %s, and no half sign', (_, title, description) => {
    const link = linkOf({ title, description, place: { address: title.slice(0, 200) } });

    expect(link.length).toBeLessThanOrEqual(2000);
    expect(() => decodeURIComponent(link)).not.toThrow();
    expect(fieldsOf(link)['body']).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
  });

  it('never holds a part of an address', () => {
    const link = `https://example.org/${'a'.repeat(480)}`;

    const { body } = fieldsOf(linkOf({ title: '🦊'.repeat(50), place: { address: '🦊'.repeat(100), link } }));

    const written = body?.match(/https:\/\/[^\s<\u2026]*/g) ?? [];
    expect(written.filter((address) => address !== link && address !== home)).toEqual([]);
  });
});

describe('the link that subscribes in Outlook', () => {
  it('names the calendar and its address', () => {
    const address = 'https://bot.example.org/files/user-groups/g1.ics?key=k&x';

    const link = toOutlookFeedUrl(address, 'Treffen: Straßen & Wege');

    expect(fieldsOf(link)).toEqual({ url: address, name: 'Treffen: Straßen & Wege' });
  });
});
