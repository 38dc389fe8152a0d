import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Playground } from '../support/playground.ts';

let playground: Playground;

beforeAll(async () => {
  playground = await Playground.start();
});

afterAll(async () => {
  await playground.stop();
});

describe('asking in the 1:1 chat', () => {
  it('welcomes, answers with a card, shows details on it, leads back, narrows, and says when there is nothing', async () => {
    await playground.enter('personal');
    await playground.picture('01-welcome', await playground.card('Guten Tag.'));

    const answer = await playground.ask('Wer macht schon KI-Telefonassistenz?', 'Eine Kommune setzt das ein');
    await playground.card('Für welche Kommune arbeiten Sie?');
    await playground.picture('02-answer', answer);
    await playground.picture('03-answer-desktop');

    await playground.press(answer, 'Details zu Telefonassistent für das Bürgerbüro');
    const details = await playground.card('Wer macht das?');
    await playground.picture('04-details', details);

    await playground.press(details, 'Zurück');
    const back = await playground.card('Gesucht: KI-Telefonassistenz');
    expect(await back.innerText()).toContain('Eine Kommune setzt das ein');

    const narrowed = await playground.ask('nur im Pilot', 'Eine Kommune erprobt es.');
    await playground.picture('05-narrowed', narrowed);
    await playground.press(narrowed, 'Pilot ✕');
    await playground.card('Eine Kommune setzt das ein');

    const nothing = await playground.ask(
      'digitaler Zwilling für Kanalnetze',
      'Dazu hat noch niemand etwas eingetragen.',
    );
    await playground.picture('06-nothing', nothing);
  });

  it('narrows by a button, and says how it understood a typing error', async () => {
    const many = await playground.ask('Künstliche Intelligenz', '17 Anwendungsfälle eingrenzen:');
    await playground.picture('12-facets', many);
    await playground.press(many, 'Im Einsatz (8)');
    const narrowed = await playground.card('im Einsatz ✕');
    await playground.picture('13-facet-pressed', narrowed);
    expect(await narrowed.innerText()).toContain('Acht Anwendungsfälle eingrenzen:');

    const misspelled = await playground.ask('Telefonasistent', 'verstanden als „Telefonassistent“');
    await playground.picture('14-misspelled', misspelled);
  });

  it('pages, helps, and shows and erases what is kept', async () => {
    const many = await playground.ask('Was gibt es im Beispielkreis?', '16 Anwendungsfälle');
    await playground.picture('07-many', many);
    await playground.press(many, '11 weitere');
    await playground.card('Seite 2 von 4');

    const help = await playground.ask('Hilfe', 'Das können Sie hier tun');
    await playground.picture('08-help', help);
    await playground.press(help, 'Beispiele öffnen oder schließen');
    await playground.press(help, 'Wer hat Selbstbedienungsterminals verworfen?');
    await playground.card('Selbstbedienungsterminals');

    const choice = await playground.card('Für welche Kommune arbeiten Sie?');
    await playground.picture('09-commune', choice);

    const data = await playground.ask('Meine Daten', 'Das ist über Sie gespeichert');
    await playground.picture('10-my-data', data);
    await playground.press(data, 'Alles löschen');
    const question = await playground.card('Alles löschen, was über Sie gespeichert ist?');
    await playground.press(question, 'Ja, löschen');
    const erased = await playground.card('Alles gelöscht.');

    expect(await erased.innerText()).toBe('Alles gelöscht. Über Sie ist nichts mehr gespeichert.');
  });
});

describe.each(['group', 'channel'] as const)('asking in the %s', (place) => {
  it('answers a mention, shows details as a message of its own, and narrows', async () => {
    await playground.enter(place);

    const answer = await playground.ask('Wer nutzt Chatbots?', 'Gesucht: Chatbots');
    await playground.pictureOfChat(`10-${place}`);
    await playground.press(answer, 'Details zu Chatbot auf der Internetseite');
    const details = await playground.card('Wer macht das?');
    await playground.picture(`11-${place}`);

    expect(await answer.innerText()).toContain('Gesucht: Chatbots');
    expect(await details.getByRole('button', { name: 'Zurück' }).count()).toBe(0);

    await playground.ask('nur geplante', 'Eine Kommune plant es.');
    await playground.ask('Quantencomputer', 'Dazu hat noch niemand etwas eingetragen.');
  });
});
