import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../src/texts/member-texts.ts';
import { buttonNamed, buttonsOf, cardOf, tenant, TestBot, wordsOf } from '../support/conversation.ts';

let bot: TestBot;

beforeAll(async () => {
  bot = await TestBot.start();
});

afterAll(async () => {
  await bot.stop();
});

async function ask(question: string, place: 'personal' | 'group' | 'channel' = 'personal') {
  const [first] = await bot.say(question, place);
  return cardOf(first);
}

describe('a question in the 1:1 chat', () => {
  it('is answered by a card: the sentence, what was sought, communes by stage, why it fits, and the source', async () => {
    const card = await ask('Wer macht schon KI-Telefonassistenz?');

    const lines = wordsOf(card).split('\n');
    expect(lines[0]).toBe('Eine Kommune setzt das ein, eine erprobt es, eine hat es geprüft und verworfen.');
    expect(lines[1]).toBe('Gesucht: KI-Telefonassistenz');
    expect(lines).toContain('Telefonassistent für das Bürgerbüro');
    expect(lines).toContain('● im Einsatz  Musterstadt (Beispiel)');
    expect(lines).toContain('● Geprüft und verworfen: Fiktivheim (Beispiel)');
    expect(lines).toContain('KI-Telefonservice');
    expect(lines).toContain('● Stand nicht bekannt  Kommune nicht genannt');
    expect(lines).toContain('Quelle: Südwestfalen-IT, Juni 2026');
  });

  it('names adopters that a source reports without a name', async () => {
    const card = await ask('Wohnsitz ummelden');

    expect(wordsOf(card)).toContain('● im Einsatz  über 40 Kommunen, laut Südwestfalen-IT, Januar 2026');
  });

  it('leads to the details and back again on the same card', async () => {
    const card = await ask('Wer nutzt Chatbots?');

    const details = await bot.press(buttonNamed(card, 'Details zu Chatbot auf der Internetseite'));
    const back = await bot.press(buttonNamed(details, 'Zurück'));

    expect(details).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(wordsOf(details)).toContain('● im Einsatz  Probstadt (Beispiel), seit November 2024');
    expect(wordsOf(details)).toContain('Kosten: Einrichtung: 4.500\u00a0€; Betrieb im Jahr: 3.600\u00a0€');
    expect(buttonNamed(details, 'E-Mail schreiben').url).toBe(
      'mailto:online.probstadt@example.org?subject=Chatbot%20auf%20der%20Internetseite',
    );
    expect(wordsOf(back)).toBe(wordsOf(card));
  });

  it('is narrowed by the next message and widened by pressing the chip', async () => {
    await ask('Wer nutzt Chatbots?');

    const narrowed = await ask('nur geplante');
    const widened = await bot.press(buttonNamed(narrowed, 'geplant ✕'));

    expect(wordsOf(narrowed).split('\n')[0]).toBe('Eine Kommune plant es.');
    expect(wordsOf(widened).split('\n')[0]).toBe(
      'Zwei Kommunen und eine andere Organisation setzen das ein, eine plant es.',
    );
  });

  it('takes "und …?" as another thing under the same filters', async () => {
    await ask('Wer nutzt Chatbots im Beispielkreis?');

    const card = await ask('und Rechnungen?');

    expect(wordsOf(card)).toContain('Gesucht: Rechnungen');
    expect(buttonsOf(card).map(({ title }) => title)).toContain('Beispielkreis (Beispiel) ✕');
  });

  it('says first that nobody enters what they do not have', async () => {
    const [note, answer] = await bot.say('Wer hat keinen Chatbot?');

    expect(note?.text).toBe('Wer etwas nicht hat, steht hier nicht. Das ist dazu eingetragen:');
    expect(wordsOf(cardOf(answer))).toContain('Gesucht: Chatbot');
  });

  it('leaves out a commune that is excluded', async () => {
    await ask('Kanalbilder auswerten');

    const card = await ask('Macht das schon jemand außer Altmusterberg?');

    expect(wordsOf(card).split('\n')[0]).toBe(
      'Mit dieser Einschränkung hat dazu noch niemand etwas eingetragen.',
    );
    expect(wordsOf(card)).toContain('Ohne die Einschränkung gibt es:\nKanalbilder automatisch auswerten');
  });

  it('answers an English question in German', async () => {
    expect(wordsOf(await ask('Who already uses chatbots?'))).toContain('Gesucht: chatbots');
  });

  it('pages through many results by button and by word', async () => {
    const first = await ask('Was gibt es im Beispielkreis?');
    const titles = (card: unknown) =>
      buttonsOf(card)
        .map(({ title }) => title)
        .filter((title) => title.startsWith('Details zu'));

    const second = await bot.press(buttonNamed(first, '11 weitere'));
    const third = await ask('weitere');
    const last = await ask('weitere');
    const [beyond] = await bot.say('weitere');

    expect(titles(first)).toHaveLength(5);
    expect(wordsOf(second)).toContain('Seite 2 von 4');
    expect(titles(last)).toHaveLength(1);
    expect(new Set([first, second, third, last].flatMap(titles)).size).toBe(16);
    expect(beyond?.text).toBe('Das waren alle Ergebnisse zu dieser Frage.');
  });
});

describe('nothing found', () => {
  it('is said in one sentence, with what is nearest, labelled as such', async () => {
    const card = await ask('digitaler Zwilling für Kanalnetze');

    const lines = wordsOf(card).split('\n');
    expect(lines[0]).toBe('Dazu hat noch niemand etwas eingetragen.');
    expect(lines).toContain('Am nächsten kommt:');
    expect(lines).toContain('Ihre Frage ist ohne Ihren Namen vermerkt, 90 Tage lang.');
    expect(buttonsOf(card).length).toBeGreaterThan(0);
  });

  it('neither keeps words that may name people, nor says so', async () => {
    const card = await ask('Zauberlehrling anna.beispiel@example.org');

    expect(wordsOf(card)).not.toContain('vermerkt');
    expect(JSON.stringify(await bot.storedDocuments('open-questions'))).not.toContain('example.org');
  });

  it('says what resembles the question when nothing is quite it', async () => {
    const card = await ask('Förderanträge');

    expect(wordsOf(card).split('\n')[0]).toBe('Genau das hat noch niemand eingetragen.');
    expect(wordsOf(card)).toContain('Ähnlich ist:');
  });

  it('keeps the question without the person, counts repetitions, and forgets it in time', async () => {
    await ask('Quantencomputer im Rathaus');
    await ask('quantencomputer im rathaus');

    const [kept] = await bot.app.deps.openQuestions.latest();
    bot.clock.advance(91 * 24 * 3600 * 1000);

    expect(kept).toMatchObject({ sought: 'quantencomputer im rathaus', timesAsked: 2 });
    expect(JSON.stringify(kept)).not.toMatch(/aaaaaaaa|anna/i);
    expect(await bot.app.deps.openQuestions.latest()).toEqual([]);
  });
});

describe('a question where others read along', () => {
  it.each(['group', 'channel'] as const)('is answered in the %s without the mention', async (place) => {
    const card = await ask('Wer nutzt Chatbots?', place);

    expect(wordsOf(card)).toContain('Gesucht: Chatbots');
  });

  it('shows details as a message of its own where there are no dialogs, and leaves the card as it is', async () => {
    const card = await ask('Wer nutzt Chatbots?', 'channel');
    const before = bot.connector.messages.length;

    const answer = await bot.press(buttonNamed(card, 'Details zu Chatbot auf der Internetseite'), 'channel');
    await bot.connector.until(() => bot.connector.messages.length > before);

    const details = cardOf(bot.connector.messages[before]);
    expect(answer).not.toHaveProperty('type', 'application/vnd.microsoft.card.adaptive');
    expect(wordsOf(details)).toContain('Wer macht das?');
    expect(buttonsOf(details).map(({ title }) => title)).not.toContain('Zurück');
  });

  it('is narrowed in the next post of the channel, which is a thread of its own', async () => {
    await ask('Wer nutzt Chatbots?', 'channel');
    const thread = {
      id: '19:channel@thread.tacv2;messageid=2',
      conversationType: 'channel',
      tenantId: tenant,
    };

    const [narrowed] = await bot.say('nur geplante', 'channel', { conversation: thread });

    expect(wordsOf(cardOf(narrowed)).split('\n')[0]).toBe('Eine Kommune plant es.');
  });

  it('never shows personal things', async () => {
    const [answer] = await bot.say('Meine Daten', 'channel');

    expect(answer?.text).toBe(
      'Das zeige ich nur im Einzelchat, denn hier lesen alle mit. Schreiben Sie mir dort noch einmal.',
    );
  });
});

describe('small talk', () => {
  it.each([
    ['Hallo', 'Guten Tag. Was möchten Sie wissen? Zum Beispiel: „Wer macht schon KI-Telefonassistenz?“'],
    ['Danke!', 'Gern. Fragen Sie jederzeit wieder.'],
    [
      'du bist ein Idiot',
      'Das hilft uns beiden nicht weiter. Fragen Sie mich gern, welche Kommune was schon macht.',
    ],
    [
      'asdfgh',
      'Das habe ich nicht verstanden. Fragen Sie zum Beispiel: „Wer nutzt einen Chatbot?“ Mit „Hilfe“ sehen Sie mehr Beispiele.',
    ],
    [
      'wer macht schon',
      'Wonach suchen Sie? Nennen Sie ein Stichwort, zum Beispiel „Wer macht schon Telefonassistenz?“',
    ],
  ])('%s', async (message, expected) => {
    const [answer] = await bot.say(message);

    expect(answer?.text).toBe(expected);
  });

  it('shows six examples on "Hilfe", and a tapped one is answered', async () => {
    const help = await ask('Hilfe');
    const before = bot.connector.messages.length;

    const shown = buttonsOf(help).filter(({ title }) => examples.includes(title));
    await bot.press(buttonNamed(help, 'Hat jemand Erfahrung mit Schlaglocherkennung?'));
    await bot.connector.until(() => bot.connector.messages.length > before);

    expect(shown.map(({ verb }) => verb)).toEqual(examples.map(() => 'question.ask'));
    expect(shown).toHaveLength(6);
    expect(wordsOf(cardOf(bot.connector.messages[before]))).toContain('Gesucht: Schlaglocherkennung');
  });
});

describe('a card that nobody drew', () => {
  it.each([
    ['an unknown verb', 'useCase.destroy', {}],
    ['data of another form', 'question.show', { sought: 5 }],
    ['no data', 'useCase.show', {}],
    ['an id that no record can have', 'useCase.show', { useCaseId: '../../members' }],
  ])('with %s is called outdated and changes nothing', async (_, verb, data) => {
    const answer = await bot.press({ type: 'Action.Execute', title: 'x', verb, data });

    expect(answer).toMatchObject({ type: 'application/vnd.microsoft.activity.message' });
    expect(JSON.stringify(answer)).toContain('Diese Karte ist veraltet.');
  });

  it('says so when the use case is gone', async () => {
    const answer = await bot.press({
      type: 'Action.Execute',
      title: 'x',
      verb: 'useCase.show',
      data: { useCaseId: 'gone' },
    });

    expect(JSON.stringify(answer)).toContain('Diesen Anwendungsfall gibt es nicht mehr.');
  });
});
