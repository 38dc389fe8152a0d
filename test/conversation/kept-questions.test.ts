import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useCaseId } from '../../src/domain/ids.ts';
import { startCommunity } from '../support/announcements.ts';
import { adopterAt, aUseCase, menden } from '../support/builders.ts';
import { buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { aDrone, drones, entered, postedTo } from '../support/followed.ts';
import { asBerta, bertasChat, pressed, said } from '../support/user-groups.ts';

/** 22 November 2026, 10:00 in Berlin, is where the clock of a bot begins; eight o'clock is 22 hours later. */
const untilEightMs = 22 * 3_600_000;

let bot: TestBot;

beforeEach(async () => {
  bot = await startCommunity();
});

afterEach(async () => {
  await bot.stop();
});

const bertaSays = (words: string) => said(bot, words, 'personal', asBerta);
const bertaPresses = (verb: string, data: Readonly<Record<string, unknown>> = {}) =>
  bot.press(pressed(verb, data), 'personal', {}, asBerta);

/** Everything that was written until now has been looked at. */
async function settled() {
  await expect
    .poll(() => bot.app.deps.feedCursors.find('use-case-news'))
    .toBe((await bot.app.deps.useCases.changes()).cursor);
}

const begun = async () => (await bot.storedDocuments('broadcasts')).length;

describe('a question that nothing answers', () => {
  it('is kept with one press on its answer, and its keeper told at eight of what answers it', async () => {
    const nothing = await bertaSays('Wer nutzt Drohnen für Dächer?');
    const kept = await bot.press(buttonNamed(nothing, 'Benachrichtigen'), 'personal', {}, asBerta);
    const from = bot.connector.calls.length;
    await bot.app.deps.useCases.add(aDrone({ adopters: [adopterAt(menden, 'pilot')] }));
    await expect
      .poll(async () => (await bot.storedDocuments('deliveries')).map(({ body }) => body['stateKind']))
      .toContain('waiting');
    const before = postedTo(bot, bertasChat, from);

    bot.clock.advance(untilEightMs);
    await bot.connector.until(() => postedTo(bot, bertasChat, from).length > 0);

    const [message] = postedTo(bot, bertasChat, from);
    expect(wordsOf(kept)).toMatch(
      /^Sobald jemand etwas dazu einträgt, schreibe ich Ihnen\.\nIhre Frage: Drohnen für Dächer/,
    );
    expect(before).toEqual([]);
    expect(message?.summary).toBe('Neu zu Ihrer gemerkten Frage: Drohnen prüfen Dächer');
    expect(wordsOf(cardOf(message))).toMatch(
      /^Zu Ihrer gemerkten Frage gibt es etwas Neues\nIhre Frage: Drohnen für Dächer\nDrohnen prüfen Dächer\n[^]*Menden/,
    );
    expect(buttonsOf(cardOf(message)).map(({ title }) => title)).toEqual(['Details', 'Beenden']);
  });

  it('is kept by words, and tells once: not again after a change, nor of another thing', async () => {
    await bertaPresses('subscription.choose', { 'use-cases': 'at-once' });
    const kept = await bertaSays('Sag mir Bescheid, sobald jemand Drohnen einsetzt');
    const from = bot.connector.calls.length;
    await bot.app.deps.useCases.add(aDrone());
    await bot.connector.until(() => postedTo(bot, bertasChat, from).length > 0);
    await settled();
    await bot.app.deps.useCases.change(drones, (useCase) => ({ useCase: { ...useCase, goal: 'Mehr' } }));
    await bot.app.deps.useCases.add(aUseCase());
    await settled();

    expect(wordsOf(kept)).toMatch(/^Sobald jemand etwas dazu einträgt/);
    expect(await begun()).toBe(1);
    expect(postedTo(bot, bertasChat, from)).toHaveLength(1);
  });

  it('is the one before when somebody just says "Sag mir Bescheid"', async () => {
    await bertaSays('Wer nutzt Drohnen für Dächer?');

    const kept = await bertaSays('Sag mir Bescheid');

    expect(wordsOf(kept)).toContain('Ihre Frage: Drohnen für Dächer');
  });

  it('is asked for where none was asked before', async () => {
    const [answer] = await bot.say('Sag mir Bescheid', 'personal', asBerta);

    expect(answer?.text).toMatch(/^Wozu soll ich Ihnen schreiben\?/);
  });

  it('tells nothing of a record for another commune alone', async () => {
    await bertaPresses('subscription.choose', { 'use-cases': 'at-once' });
    await bertaSays('Sag mir Bescheid, sobald jemand Drohnen einsetzt');

    const closed = { visibility: 'organisation', adopters: [adopterAt(menden, 'pilot')] } as const;
    await bot.app.deps.useCases.add(aDrone(closed));
    await settled();

    expect(await begun()).toBe(0);
  });

  it('tells nothing more after "Beenden", on the card or on the message', async () => {
    await bertaPresses('subscription.choose', { 'use-cases': 'at-once' });
    const kept = await bertaSays('Sag mir Bescheid, sobald jemand Drohnen einsetzt');
    const ended = await bot.press(buttonNamed(kept, 'Beenden'), 'personal', {}, asBerta);
    await bot.app.deps.useCases.add(aDrone());
    await settled();
    const afterTheCard = await begun();
    await bertaSays('Sag mir Bescheid, sobald jemand Chatbots im Freibad einsetzt');
    const from = bot.connector.calls.length;
    await bot.app.deps.useCases.add(
      aUseCase({ title: 'Chatbot im Freibad', summary: 'Ein Chatbot im Freibad.' }),
    );
    await bot.connector.until(() => postedTo(bot, bertasChat, from).length > 0);
    const news = cardOf(postedTo(bot, bertasChat, from)[0]);
    await bot.press(buttonNamed(news, 'Beenden'), 'personal', {}, asBerta);
    await bot.app.deps.useCases.add(
      aUseCase({
        id: useCaseId('u2'),
        title: 'Chatbot im Freibad der Nachbarn',
        summary: 'Ein Chatbot im Freibad.',
      }),
    );
    await settled();

    expect(wordsOf(ended)).toContain('Zu dieser Frage schreibe ich Ihnen nicht mehr.');
    expect(afterTheCard).toBe(0);
    expect(await begun()).toBe(1);
    expect(await bot.storedDocuments('kept-questions')).toEqual([]);
  });

  it('comes to nobody who said "Stopp"', async () => {
    await bertaPresses('subscription.choose', { 'use-cases': 'at-once' });
    await bertaSays('Sag mir Bescheid, sobald jemand Drohnen einsetzt');
    await bot.say('Stopp', 'personal', asBerta);
    const from = bot.connector.calls.length;

    await bot.app.deps.useCases.add(aDrone());
    await expect
      .poll(async () => (await bot.storedDocuments('deliveries')).map(({ body }) => body['stateKind']))
      .toContain('unreachable');

    expect(postedTo(bot, bertasChat, from)).toEqual([]);
  });

  it('is kept once, however often it is said', async () => {
    await bertaSays('Sag mir Bescheid, sobald jemand Drohnen einsetzt');

    const again = await bertaSays('Benachrichtige mich, wenn jemand  DROHNEN  nutzt');

    expect(wordsOf(again)).toMatch(/^Das gilt schon:/);
    expect(await bot.storedDocuments('kept-questions')).toHaveLength(1);
  });

  it('is refused with a sentence from the twenty-first on', async () => {
    for (let index = 0; index < 20; index += 1) {
      await bot.press(
        pressed('keptQuestion.keep', { sought: `Sache ${index}`, filters: [], page: 1 }),
        'personal',
        {},
        asBerta,
      );
    }

    const [refused] = await bot.say('Sag mir Bescheid, sobald jemand Drohnen einsetzt', 'personal', asBerta);

    expect(refused?.text).toMatch(/^Sie haben sich schon 20 Fragen merken lassen/);
    expect(await bot.storedDocuments('kept-questions')).toHaveLength(20);
  });

  it('says how many there are already, and shows them', async () => {
    await entered(bot, aDrone());

    const kept = await bertaSays('Informier mich über Drohnen');
    const shown = await bot.press(buttonNamed(kept, 'Anzeigen'), 'personal', {}, asBerta);

    expect(wordsOf(kept)).toContain('Schon da: ein Anwendungsfall.');
    expect(wordsOf(shown)).toContain('Drohnen prüfen Dächer');
  });

  it('is told where it is kept in a channel, without the words, and that the app is missing', async () => {
    const somebody = { id: '29:dora', name: 'Dora', aadObjectId: 'dddddddd-0000-4000-8000-000000000004' };
    bot.connector.members.set(somebody.id, { ...somebody, userRole: 'user' });

    const [answer] = await bot.say('Sag mir Bescheid, sobald jemand Drohnen einsetzt', 'channel', {
      from: somebody,
    });

    expect(answer?.text).toMatch(/^Sobald jemand etwas dazu einträgt[^]*fügen Sie mich als App hinzu/);
    expect(JSON.stringify(answer)).not.toContain('Drohnen');
    expect(await bot.storedDocuments('kept-questions')).toHaveLength(1);
  });
});

describe('Auskunft and Löschung', () => {
  it('tell and erase what somebody follows and keeps, and what names them in what is sent', async () => {
    await entered(bot, aDrone());
    await bertaPresses('follow.start', { useCaseId: drones });
    await bertaSays('Sag mir Bescheid, sobald jemand Schwebebahnen einsetzt');
    await bot.app.deps.useCases.add(
      aUseCase({ title: 'Schwebebahnen warten', summary: 'Schwebebahnen mit KI.' }),
    );
    await expect.poll(begun).toBe(1);
    const data = wordsOf(await bertaSays('Meine Daten'));

    await bertaPresses('myData.erase');

    const left = await bot.storedDocuments('broadcasts', 'follows', 'kept-questions', 'deliveries');
    expect(data).toMatch(/Anwendungsfälle, die Sie verfolgen[^]*Drohnen prüfen Dächer/);
    expect(data).toMatch(/Gemerkte Fragen[^]*Gesucht: Schwebebahnen/);
    expect(data).toMatch(/Sendungen, die Sie nennen[^]*Sie sind gemeint/);
    expect(JSON.stringify(left)).not.toContain(asBerta.from.aadObjectId);
  });
});
