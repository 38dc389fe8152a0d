import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { adopterAt, aUseCase, menden } from '../support/builders.ts';
import { compose } from '../support/compose.ts';
import { askable } from '../support/contact-cards.ts';
import { anna, buttonNamed, buttonsOf, cardOf, TestBot, tenant, wordsOf } from '../support/conversation.ts';
import { useCaseId } from '../../src/domain/ids.ts';
import { dialog, pressed } from '../support/user-groups.ts';

let bot: TestBot;

const person = /Muster|anna\.muster|903-0|Beispiel, b|b\.beispiel|Bernd/;
const show = pressed('contact.show', { useCaseId: askable.id });
const details = pressed('useCase.show', { useCaseId: askable.id });

beforeEach(async () => {
  bot = await TestBot.start();
  await bot.app.deps.useCases.add(askable);
});

afterEach(async () => {
  await bot.stop();
});

const guest = { id: '29:gast', name: 'Gast', aadObjectId: 'dddddddd-0000-4000-8000-000000000004' };
const guestsChat = { id: 'a:personal-gast', conversationType: 'personal', tenantId: tenant };
const asGuest = { from: guest, conversation: guestsChat };
const { aadObjectId: _, ...nobody } = anna;

const urls = (card: unknown) => buttonsOf(card).flatMap(({ url }) => url ?? []);

/** What is sent to a shared place after a press there. */
async function sentAfter(act: () => Promise<unknown>) {
  const before = bot.connector.messages.length;
  await act();
  await bot.connector.until(() => bot.connector.messages.length > before);
  return cardOf(bot.connector.messages[before]);
}

describe('"Ansprechperson"', () => {
  it('shows a member who can be asked, for which commune, and how', async () => {
    const card = await bot.press(show);

    const lines = wordsOf(card).split('\n');
    expect(lines.slice(0, 5)).toEqual([
      'Hier können Sie nachfragen (4)',
      'Straßenzustand aus dem Müllfahrzeug',
      'Anna Muster',
      'Menden (Sauerland) (im Einsatz)',
      'anna.muster@menden.example',
    ]);
    expect(lines).toContain('Telefon: 02373 903-0');
    expect(lines).toContain('Bernd Beispiel');
    expect(buttonsOf(card).map(({ title }) => title)).toEqual([
      'Im Chat schreiben',
      'E-Mail schreiben',
      'Im Chat schreiben',
      'E-Mail schreiben',
      'Zurück',
    ]);
  });

  it('opens a chat with a person and a mail to a mailbox, with the first words written', async () => {
    const [chat, mail] = urls(await bot.press(show)).map((url) => new URL(url));

    expect(chat?.searchParams.get('users')).toBe('anna.muster@menden.example');
    expect(chat?.searchParams.get('message')).toBe(
      'Guten Tag, ich habe eine Frage zu „Straßenzustand aus dem Müllfahrzeug“: ',
    );
    expect(mail?.href).toBe(
      'mailto:bauhof@hemer.example?subject=Stra%C3%9Fenzustand%20aus%20dem%20M%C3%BCllfahrzeug',
    );
  });

  it('leads from the answer over the details and back again', async () => {
    const [answer] = await bot.say('Straßenzustand aus dem Müllfahrzeug');
    const opened = await bot.press(buttonNamed(cardOf(answer), `Details zu ${askable.title}`));
    const contacts = await bot.press(buttonNamed(opened, 'Ansprechperson'));
    const again = await bot.press(buttonNamed(contacts, 'Zurück'));
    const back = await bot.press(buttonNamed(again, 'Zurück'));

    expect(wordsOf(opened)).toContain('Anna Muster, anna.muster@menden.example, 02373 903-0');
    expect(wordsOf(again)).toBe(wordsOf(opened));
    expect(wordsOf(back)).toBe(wordsOf(cardOf(answer)));
  });

  it('writes to a single mailbox at once', async () => {
    const only = aUseCase({ id: useCaseId('only'), contact: { email: 'ki@menden.example' } });
    await bot.app.deps.useCases.add(only);

    const card = await bot.press(pressed('useCase.show', { useCaseId: 'only' }));

    expect(urls(card)).toEqual(['mailto:ki@menden.example?subject=Chatbot%20im%20B%C3%BCrgerservice']);
    expect(wordsOf(card)).toContain('ki@menden.example');
    expect(buttonsOf(card).map(({ title }) => title)).not.toContain('Ansprechperson');
  });

  it.each([
    ['a single person', [{ name: 'Anna Muster', email: 'anna.muster@menden.example' }]],
    ['two mailboxes', [{ email: 'ki@menden.example' }, { email: 'it@menden.example' }]],
  ])('asks for one more press with %s', async (_what, contacts) => {
    const adopters = contacts.map((contact) => adopterAt(menden, 'in_use', { contact }));
    await bot.app.deps.useCases.add(aUseCase({ id: useCaseId('pressed'), adopters }));

    const card = await bot.press(pressed('useCase.show', { useCaseId: 'pressed' }));

    expect(urls(card)).toEqual([]);
    expect(buttonNamed(card, 'Ansprechperson')).toMatchObject({ verb: 'contact.show' });
  });

  it('names the source where nobody is given', async () => {
    const provenance = { source: 'Südwestfalen-IT', externalIds: [], createdAt: 0, version: 1 };
    await bot.app.deps.useCases.add(aUseCase({ id: useCaseId('none'), provenance }));

    const contacts = await bot.press(pressed('contact.show', { useCaseId: 'none' }));
    const opened = await bot.press(pressed('useCase.show', { useCaseId: 'none' }));

    for (const card of [contacts, opened]) {
      expect(wordsOf(card)).toContain(
        'Eine Ansprechperson ist nicht angegeben. Fragen Sie die genannte Kommune oder Quelle.',
      );
      expect(wordsOf(card)).toContain('Quelle: Südwestfalen-IT');
    }
    expect(buttonsOf(opened).map(({ title }) => title)).not.toContain('Ansprechperson');
  });

  it('shows many in portions', async () => {
    const adopters = Array.from({ length: 20 }, (_one, index) =>
      adopterAt(menden, 'in_use', { contact: { email: `ki${index}@menden.example` } }),
    );
    await bot.app.deps.useCases.add(aUseCase({ id: useCaseId('many'), adopters }));

    const first = await bot.press(pressed('contact.show', { useCaseId: 'many' }));
    const second = await bot.press(buttonNamed(first, 'Weitere (12)'));
    const third = await bot.press(buttonNamed(second, 'Weitere (4)'));
    const beyond = await bot.press(pressed('contact.show', { useCaseId: 'many', page: 900 }));

    const all = [first, second, third].flatMap(urls);
    expect(all).toHaveLength(20);
    expect(new Set(all).size).toBe(20);
    expect(wordsOf(beyond)).toBe(wordsOf(third));
  });

  it.each([
    ['a title that would end the link', 'R&D #1 "KI" <b>\n\n100 % & users=evil@evil.example'],
    ['a title of 400 signs', 'Ü&'.repeat(200)],
    ['half a letter', 'a\ud800b'],
  ])('makes links that hold, with %s', async (_what, title) => {
    const contact = { name: 'Anna Muster', email: 'anna.muster@menden.example' };
    await bot.app.deps.useCases.add(aUseCase({ id: useCaseId('odd'), title: title.toWellFormed(), contact }));

    const [url = ''] = urls(await bot.press(pressed('contact.show', { useCaseId: 'odd' })));

    expect(url.length).toBeLessThan(2048);
    expect([...new URL(url).searchParams.keys()]).toEqual(['users', 'message']);
    expect(new URL(url).searchParams.get('users')).toBe('anna.muster@menden.example');
  });

  it('makes no link to what is no address', async () => {
    const contact = { name: 'Anna', email: 'a@x.example?bcc=evil@evil.example' };
    await bot.app.deps.useCases.add(aUseCase({ id: useCaseId('evil'), contact }));

    expect(urls(await bot.press(pressed('contact.show', { useCaseId: 'evil' })))).toEqual([]);
  });
});

describe('where others read along', () => {
  it.each(['group', 'channel'] as const)('nobody is named on the details (%s)', async (place) => {
    const card = await sentAfter(() => bot.press(details, place));

    expect(JSON.stringify(card)).not.toMatch(person);
    expect(wordsOf(card)).not.toContain('Eine Ansprechperson ist nicht angegeben');
    expect(buttonNamed(card, 'Ansprechperson')).toMatchObject({ verb: 'contact.show' });
  });

  it.each(['group', 'channel'] as const)(
    'a press that everybody would see shows mailboxes alone (%s)',
    async (place) => {
      const card = await sentAfter(() => bot.press(show, place));

      expect(JSON.stringify(card)).not.toMatch(person);
      expect(urls(card)).toHaveLength(2);
      expect(wordsOf(card)).toContain('Namen nenne ich nur im Einzelchat, denn hier lesen alle mit.');
    },
  );

  it('a press is answered with one sentence when there are only persons', async () => {
    const contact = { name: 'Anna Muster', email: 'anna.muster@menden.example' };
    await bot.app.deps.useCases.add(aUseCase({ id: useCaseId('persons'), contact }));

    const answer = await bot.press(pressed('contact.show', { useCaseId: 'persons' }), 'group');

    expect(answer).toMatchObject({ type: 'application/vnd.microsoft.activity.message' });
    expect(JSON.stringify(answer)).toContain('Namen nenne ich nur im Einzelchat');
    expect(JSON.stringify(answer)).not.toMatch(person);
    expect(bot.connector.messages).toEqual([]);
  });

  it.each(['group', 'channel'] as const)('the presser alone sees them in a dialog (%s)', async (place) => {
    await bot.say('Hallo');
    const before = bot.connector.messages.length;

    const opened = await dialog(bot, 'task/fetch', { verb: 'contact.show', useCaseId: askable.id }, place);
    const back = buttonNamed(opened.answer, 'Zurück');
    const around = await dialog(bot, 'task/submit', { ...back.data }, place);

    expect(opened.answer).toMatchObject({ task: { type: 'continue', value: { title: 'Ansprechperson' } } });
    expect(JSON.stringify(opened.answer)).toContain('Anna Muster');
    expect(back.type).toBe('Action.Submit');
    expect(JSON.stringify(around.answer)).toContain('Anna Muster');
    expect(bot.connector.messages.slice(before)).toEqual([]);
  });

  it('nobody is named on a card that is put into a message', async () => {
    await bot.say('Hallo');
    const { offers } = await compose(bot, 'Straßenzustand Müllfahrzeug');

    const offer = offers.find(({ title }) => title === askable.title);

    expect(JSON.stringify(offer)).not.toMatch(person);
    expect(buttonsOf(offer?.card).map(({ title }) => title)).toEqual(['Details', 'Ansprechperson']);
    expect(urls(offer?.card)).toEqual([]);
  });
});

describe('who may know', () => {
  beforeEach(() => {
    bot.connector.members.set(guest.id, { ...guest, tenantId: tenant, userRole: 'guest' });
  });

  it.each([
    ['guests', asGuest, 'Namen nenne ich nur Mitgliedern.'],
    ['people without an account', { from: nobody }, 'Namen nenne ich nur, wenn Sie angemeldet sind.'],
  ])('names nobody to %s, not even alone', async (_who, more, sentence) => {
    const contacts = await bot.press(show, 'personal', {}, more);
    const opened = await bot.press(details, 'personal', {}, more);

    expect(wordsOf(contacts)).toContain(sentence);
    expect(urls(contacts)).toHaveLength(2);
    for (const card of [contacts, opened]) {
      expect(JSON.stringify(card)).not.toMatch(person);
    }
    expect(wordsOf(opened)).toContain('bauhof@hemer.example');
  });

  it('shows nothing of what another organisation keeps to itself', async () => {
    const contact = { name: 'Anna Muster', email: 'anna.muster@menden.example' };
    const adopters = [adopterAt(menden, 'pilot')];
    await bot.app.deps.useCases.add(
      aUseCase({ id: useCaseId('secret'), visibility: 'organisation', contact, adopters }),
    );

    const answer = await bot.press(pressed('contact.show', { useCaseId: 'secret' }));

    expect(JSON.stringify(answer)).toContain('nur für die Kommunen sichtbar');
    expect(JSON.stringify(answer)).not.toMatch(person);
  });

  it('has one sentence for tenants that are not allowed', async () => {
    await bot.stop();
    bot = await TestBot.start({ ALLOWED_TENANTS: '22222222-0000-4000-8000-000000000000' });
    await bot.app.deps.useCases.add(askable);

    const answer = await bot.press(show);

    expect(wordsOf(answer)).toBe('Ihre Organisation ist nicht freigeschaltet.');
  });

  it.each([
    [{ useCaseId: 'gone' }, 'Diesen Anwendungsfall gibt es nicht mehr.'],
    [{ useCaseId: '../x' }, 'Diese Karte ist veraltet.'],
    [{ useCaseId: askable.id, page: 0 }, 'Diese Karte ist veraltet.'],
  ])('has a sentence for %j', async (data, sentence) => {
    expect(wordsOf(await bot.press(pressed('contact.show', data)))).toContain(sentence);
  });
});
