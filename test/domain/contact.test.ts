import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chatLink,
  isPerson,
  listContacts,
  mailLink,
  namesPersonsTo,
  titleInLink,
} from '../../src/domain/contact.ts';
import { memberId, tenantId } from '../../src/domain/ids.ts';
import { adopterAt, anAsker, aUseCase, hemer, menden, olpe } from '../support/builders.ts';

const mail = 'ki@menden.example';

describe('a contact', () => {
  it.each([
    ['a mail address alone', { email: mail }, false],
    ['a mail address with empty words beside it', { email: mail, name: '', phone: '' }, false],
    ['a name', { name: 'Anna Beispiel', email: mail }, true],
    ['a name alone', { name: 'Anna Beispiel' }, true],
    ['a phone number', { phone: '02373 903-0', email: mail }, true],
    ['a member', { memberId: memberId(tenantId('t'), 'o'), email: mail }, true],
  ])('with %s is a person: %#', (_, contact, person) => {
    expect(isPerson(contact)).toBe(person);
  });

  it.each([
    ['a member who reads alone', {}, true],
    ['an organiser who reads alone', { role: 'organiser' }, true],
    ['a member where others read along', { overheard: true }, false],
    ['an organiser where others read along', { role: 'organiser', overheard: true }, false],
    ['a guest', { guest: true }, false],
  ] as const)('is named to %s or not', (_, fields, named) => {
    expect(namesPersonsTo(anAsker(fields))).toBe(named);
  });

  it('is not named to somebody without an account', () => {
    const { memberId: _, ...nobody } = anAsker();

    expect(namesPersonsTo(nobody)).toBe(false);
  });
});

describe('the contacts of a use case', () => {
  it('are listed once each, its own first, then those of the furthest adopters', () => {
    const anna = { name: 'Anna', email: 'anna@menden.example' };
    const atMenden = adopterAt(menden, 'pilot', { contact: { name: 'Anna', email: 'Anna@Menden.example' } });
    const atOlpe = adopterAt(olpe, 'idea', { contact: { email: mail } });
    const atHemer = adopterAt(hemer, 'in_use', { contact: { phone: '02372 1' } });

    const listed = listContacts(aUseCase({ contact: anna, adopters: [atOlpe, atMenden, atHemer] }));

    expect(listed).toEqual([
      { contact: anna, adopters: [atMenden] },
      { contact: { phone: '02372 1' }, adopters: [atHemer] },
      { contact: { email: mail }, adopters: [atOlpe] },
    ]);
  });

  it('are only those in which something is given', () => {
    const adopters = [adopterAt(menden, 'pilot', { contact: {} }), adopterAt(olpe, 'idea')];

    expect(listContacts(aUseCase({ contact: { email: '' }, adopters }))).toEqual([]);
  });
});

describe('a link', () => {
  const naughty = `R&D #1 "Bot" 'x' <b>100 %</b>\n\r\tÄ?users=evil@evil.example+1`;

  it('opens a chat with the words in its compose box, whatever is in them', () => {
    const url = new URL(chatLink(mail, naughty) ?? '');

    expect(`${url.origin}${url.pathname}`).toBe('https://teams.microsoft.com/l/chat/0/0');
    expect([...url.searchParams]).toEqual([
      ['users', mail],
      ['message', naughty],
    ]);
    expect(url.hash).toBe('');
  });

  it('opens a mail with the subject, whatever is in it', () => {
    const url = new URL(mailLink(mail, naughty) ?? '');

    expect(url.pathname).toBe(mail);
    expect([...url.searchParams]).toEqual([['subject', naughty]]);
    expect(mailLink(mail, naughty)).not.toMatch(/[\n\r\t"'<>#+ ]/);
  });

  it('is made of half a letter, too', () => {
    expect(chatLink(mail, 'a\ud800')).toMatch(/&message=a%EF%BF%BD$/);
    expect(mailLink(mail, 'a\ud800')).toMatch(/subject=a%EF%BF%BD$/);
  });

  it.each([
    ['none', undefined],
    ['an empty one', ''],
    ['no mail address', 'Rathaus Zimmer 3'],
    ['two people', 'a@x.example,b@x.example'],
    ['more fields of the mail', 'a@x.example?bcc=b@x.example'],
    ['more fields of the chat', 'a@x.example&message=x'],
    ['encoded fields', 'a@x.example%3Fbcc=b'],
    ['a line break', 'a@x.example\nb'],
    ['a script', 'javascript:alert(1)@x'],
    ['half a letter', 'a\ud800@x.example'],
    ['an endless one', `${'a'.repeat(260)}@x.example`],
  ])('is not made to an address that is %s', (_, email) => {
    expect(chatLink(email, 'x')).toBeUndefined();
    expect(mailLink(email, 'x')).toBeUndefined();
  });

  it('keeps letters of other alphabets in an address', () => {
    expect(new URL(mailLink('büro@köln.example', 'x') ?? '').pathname).toBe('b%C3%BCro@k%C3%B6ln.example');
  });

  it('has a title on one line, cut visibly', () => {
    expect(titleInLink('Chatbot\n\nfür  alle')).toBe('Chatbot für alle');
    expect(titleInLink('Ü '.repeat(200))).toMatch(/^.{1,99}…$/);
  });

  it('is short enough for Windows with every title', () => {
    const texts = fc.string({ unit: 'binary', minLength: 200, maxLength: 400 });
    const address = `${'ü'.repeat(60)}@${'ö'.repeat(60)}.example`;

    const lengths = fc.sample(texts, 300).flatMap((title) => {
      const words = `Guten Tag, ich habe eine Frage zu „${titleInLink(title)}“: `;
      const links = [chatLink(address, words), mailLink(address, titleInLink(title))];
      return links.map((link = '') => (URL.canParse(link) ? link.length : Infinity));
    });

    expect(Math.max(...lengths)).toBeLessThan(2048);
  });
});
