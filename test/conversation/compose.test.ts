import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allCollections } from '../../src/store/all-collections.ts';
import { adopterAt, aUseCase, menden } from '../support/builders.ts';
import { compose, openedValue, queryValue } from '../support/compose.ts';
import { anna, buttonNamed, buttonsOf, cardOf, TestBot, wordsOf } from '../support/conversation.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await TestBot.start();
});

afterEach(async () => {
  await bot.stop();
});

const titlesOf = ({ offers }: Awaited<ReturnType<typeof compose>>) => offers.map(({ title }) => title);

/** Everything in the store but the records themselves. */
function storedOfPeople() {
  const names = allCollections.map(({ name }) => name).filter((name) => !name.startsWith('use-case'));
  return bot.storedDocuments(
    ...names.filter((name) => !name.startsWith('import') && name !== 'feed-cursors'),
  );
}

const secret = aUseCase({
  title: 'Geheimer Versuch mit Drohnen',
  summary: 'Drohnen prüfen Dächer.',
  visibility: 'organisation',
  adopters: [adopterAt(menden, 'pilot')],
});

describe('the compose box', () => {
  it('offers use cases with who is at which stage, and a calm card of each', async () => {
    const { offers } = await compose(bot, 'Chatbot');

    const [first] = offers;
    expect(first).toMatchObject({ title: 'Chatbot auf der Internetseite' });
    expect(first?.line).toMatch(/^Im Einsatz: \S.* · Geplant: \S/);
    const lines = wordsOf(first?.card).split('\n');
    expect(lines[0]).toBe('Chatbot auf der Internetseite');
    expect(lines).toContain('● im Einsatz  Probstadt (Beispiel), Musterstadt (Beispiel)');
    expect(lines.at(-1)).toContain('Beispiel, frei erfunden');
    expect(buttonsOf(first?.card).map(({ title }) => title)).toEqual(['Details', 'E-Mail schreiben']);
  });

  it('shows the latest use cases when it opens, and 25 of them at a time', async () => {
    const first = await compose(bot, '', 'group', { value: openedValue });
    const second = await compose(bot, '', 'group', { value: queryValue('', 25) });
    const beyond = await compose(bot, '', 'group', { value: queryValue('', 100) });

    const all = [...titlesOf(first), ...titlesOf(second)];
    expect(first.offers).toHaveLength(25);
    expect(new Set(all).size).toBe(bot.app.deps.catalogue.size);
    expect(beyond).toEqual({ text: undefined, offers: [] });
  });

  it('opens the same list where the client names neither command nor field', async () => {
    const opened = await compose(bot, '', 'group', { value: { parameters: [{ value: '' }] } });
    const searched = await compose(bot, '', 'group', { value: { parameters: [{ value: 'Chatbot' }] } });

    expect(opened.offers).toHaveLength(25);
    expect(titlesOf(searched)).toContain('Chatbot auf der Internetseite');
  });

  it('understands what is typed as a question that stands for itself', async () => {
    await compose(bot, 'Chatbot');

    const planned = await compose(bot, 'Wer hat einen Chatbot geplant?');
    const district = await compose(bot, 'nur im Pilot');
    const nowhere = await compose(bot, 'Chatbot in Olpe');

    expect(titlesOf(planned)).toEqual(['Chatbot auf der Internetseite']);
    expect(district.offers.length).toBeGreaterThan(1);
    expect(district.offers.every(({ line }) => line.includes('Pilot: '))).toBe(true);
    expect(nowhere.text).toBe('Mit dieser Einschränkung hat dazu noch niemand etwas eingetragen.');
  });

  it('takes a last word for half typed as long as nothing follows it', async () => {
    const half = await compose(bot, 'Tele');
    const finished = await compose(bot, 'Tele nur im Einsatz');

    expect(half.offers.map(({ title }) => title)).toContain('Telefonassistent für das Bürgerbüro');
    expect(half.offers[0]?.line).not.toMatch(/^(Ähnlich|Am nächsten) · /);
    expect(finished.offers.filter(({ line }) => !/^(Ähnlich|Am nächsten) · /.test(line))).toEqual([]);
  });

  it('says in the list that something is only similar', async () => {
    const similar = await compose(bot, 'Förderanträge');
    const nearest = await compose(bot, 'digitaler Zwilling für Kanalnetze');

    expect(similar.offers[0]?.line).toMatch(/^Ähnlich · /);
    expect(nearest.offers[0]?.line).toMatch(/^Am nächsten · /);
  });

  it.each([
    [
      'Quantencomputer im Rathaus',
      'Bis hierhin nichts gefunden. Vielleicht hat dazu noch niemand etwas eingetragen.',
    ],
    ['Hallo', 'Bis hierhin nichts gefunden. Vielleicht hat dazu noch niemand etwas eingetragen.'],
    ['Qux', 'Noch nichts gefunden. Tippen Sie weiter, zum Beispiel „Chatbot“.'],
  ])('says in one sentence that there is nothing for "%s"', async (text, sentence) => {
    expect(await compose(bot, text)).toEqual({ text: sentence, offers: [] });
  });

  it.each(['group', 'personal', 'channel'] as const)(
    'writes nothing, asks Teams nothing and sends nothing to the %s',
    async (place) => {
      for (const text of ['', 'Ch', 'Quantencomputer im Rathaus', 'nur im Einsatz', 'Meine Daten löschen']) {
        await compose(bot, text, place);
      }

      expect(await storedOfPeople()).toEqual([]);
      expect(bot.connector.calls).toEqual([]);
      expect(bot.connector.rosterReads).toEqual([]);
    },
  );

  it('is not what follow-ups in the chat refer to', async () => {
    await bot.say('Wer nutzt Chatbots?', 'group');
    await compose(bot, 'Rechnungen', 'group');

    const [narrowed] = await bot.say('nur geplante', 'group');

    expect(wordsOf(cardOf(narrowed))).toContain('Gesucht: Chatbots');
  });
});

describe('a card that was put into a message', () => {
  it('shows its details to whoever presses later, and carries nothing of a person', async () => {
    const [offer] = (await compose(bot, 'Chatbot')).offers;
    const details = buttonNamed(offer?.card, 'Details');
    const before = bot.connector.messages.length;

    await bot.press(details, 'group', {});
    await bot.connector.until(() => bot.connector.messages.length > before);

    expect(details.data).toEqual({ useCaseId: expect.any(String) });
    expect(JSON.stringify(offer?.card)).not.toMatch(/anna|aaaaaaaa|11111111/i);
    expect(wordsOf(cardOf(bot.connector.messages[before]))).toContain('Wer macht das?');
  });
});

describe('who may see what', () => {
  it('offers nobody what another organisation keeps to itself', async () => {
    await bot.app.deps.useCases.add(secret);
    await bot.say('Hallo');

    expect(await compose(bot, 'Drohnen')).toMatchObject({ offers: [] });
    expect(JSON.stringify(await compose(bot, ''))).not.toContain('Geheimer');
  });

  it('offers people their own, marked in the list and on the card', async () => {
    await bot.stop();
    const folder = mkdtempSync(join(tmpdir(), 'operator-'));
    writeFileSync(join(folder, 'tenants.csv'), 'key;communes\nexample.org;05962040\n');
    bot = await TestBot.start({ OPERATOR_DATA: folder });
    await bot.app.deps.useCases.add(secret);
    const unknown = await compose(bot, 'Drohnen');
    await bot.say('Hallo');

    const { offers } = await compose(bot, 'Drohnen');

    expect(unknown.offers).toEqual([]);
    expect(offers.map(({ line }) => line)).toEqual([
      'Nur für die eigene Organisation · Pilot: Menden (Sauerland)',
    ]);
    expect(wordsOf(offers[0]?.card)).toContain('Nur für die eigene Organisation');
  });

  it('shows the details only to those who may see it, wherever the card stands', async () => {
    await bot.app.deps.useCases.add(secret);

    const answer = await bot.press(
      { type: 'Action.Execute', title: 'Details', verb: 'useCase.show', data: { useCaseId: secret.id } },
      'group',
    );

    expect(JSON.stringify(answer)).toContain('nur für die Kommunen sichtbar');
  });

  it('answers anonymous participants', async () => {
    const { aadObjectId: _, ...nobody } = anna;

    expect((await compose(bot, 'Chatbot', 'group', { from: nobody })).offers).not.toEqual([]);
  });

  it('has one sentence for tenants that are not allowed, and keeps nothing of them (fault 43)', async () => {
    await bot.stop();
    bot = await TestBot.start({ ALLOWED_TENANTS: '22222222-0000-4000-8000-000000000000' });

    const answer = await compose(bot, 'Chatbot');

    expect(answer).toEqual({ text: 'Ihre Organisation ist nicht freigeschaltet.', offers: [] });
    expect(await storedOfPeople()).toEqual([]);
  });
});

describe('a query that nobody typed (fault 39)', () => {
  const notUnderstood =
    'Diese Suche habe ich nicht verstanden. Bitte schließen Sie die Liste und öffnen Sie sie noch einmal.';
  const nested = JSON.parse(`${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`);

  it.each([
    ['no value', undefined],
    ['a value that is a text', 'Chatbot'],
    ['a value that is a list', ['Chatbot']],
    ['a command of another app', { ...queryValue('Chatbot'), commandId: 'meetings' }],
    ['a command that is a number', { ...queryValue('Chatbot'), commandId: 5 }],
    ['parameters that are a text', { commandId: 'useCases', parameters: 'Chatbot' }],
    ['a parameter that is an object', { parameters: [{ name: 'question', value: { $ne: '' } }] }],
    ['a thousand parameters', { parameters: Array.from({ length: 1000 }, () => ({ value: 'x' })) }],
    ['a thousand levels', { parameters: [{ name: 'question', value: nested }] }],
  ])('with %s is answered in one sentence', async (_, value) => {
    expect(await compose(bot, '', 'group', { value })).toEqual({ text: notUnderstood, offers: [] });
  });

  it.each([
    ['80 KB of text', queryValue('Chatbot '.repeat(10_000))],
    ['no parameters', { commandId: 'useCases' }],
    ['a page of the wrong kind', { ...queryValue('Chatbot'), queryOptions: { skip: -1, count: 'all' } }],
    ['a page without end', { ...queryValue(''), queryOptions: { skip: 0, count: 1e9 } }],
  ])('with %s is answered as far as it can be', async (_, value) => {
    const { offers } = await compose(bot, '', 'group', { value });

    expect(offers.length).toBeGreaterThan(0);
    expect(offers.length).toBeLessThanOrEqual(25);
  });
});
