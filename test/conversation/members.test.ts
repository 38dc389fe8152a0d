import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { communeId, memberId, tenantId } from '../../src/domain/ids.ts';
import { adopterAt, aUseCase, menden } from '../support/builders.ts';
import { anna, buttonNamed, buttonsOf, cardOf, tenant, TestBot, wordsOf } from '../support/conversation.ts';
import { anOperatorFolder } from '../support/operator-folder.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await TestBot.start();
});

afterEach(async () => {
  await bot.stop();
});

const installed = { type: 'installationUpdate', action: 'add' };
const musterstadt = communeId('99001001');

describe('the welcome', () => {
  it('comes once, says what is kept, and offers examples', async () => {
    await bot.post(installed);
    await bot.post({ type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] });
    await bot.post(installed);

    const [welcome, ...more] = bot.connector.messages;
    expect(more).toEqual([]);
    expect(wordsOf(cardOf(welcome))).toContain('Fragen werden nach 90 Tagen gelöscht.');
    expect(buttonsOf(cardOf(welcome)).map(({ title }) => title)).toContain('Datenschutz');
  });

  it('comes in a channel too, without anything personal', async () => {
    await bot.post(installed, 'channel');

    expect(wordsOf(cardOf(bot.connector.messages[0]))).toContain('Erwähnen Sie mich in einer Nachricht');
  });
});

describe('the commune of a member', () => {
  it('is asked for once, behind the first answer, and kept', async () => {
    const [, question] = await bot.say('Wer nutzt Chatbots?');
    const [, again] = await bot.say('Wer nutzt Chatbots?');

    const chosen = await bot.press(buttonNamed(cardOf(question), 'Speichern'), 'personal', {
      commune: musterstadt,
    });

    expect(wordsOf(cardOf(question))).toContain('Für welche Kommune arbeiten Sie?');
    expect(again).toBeUndefined();
    expect(wordsOf(chosen)).toBe('Gemerkt: Sie arbeiten für Musterstadt (Beispiel).');
    const [data] = await bot.say('Meine Daten');
    expect(wordsOf(cardOf(data))).toContain(
      'Kommune: Musterstadt (Beispiel)\nHerkunft der Angabe: Ihre eigene Angabe',
    );
  });

  it('is asked for again where the choice is missing or not in the list', async () => {
    const [, question] = await bot.say('Wer nutzt Chatbots?');
    const save = buttonNamed(cardOf(question), 'Speichern');

    const missing = await bot.press(save);
    const unknown = await bot.press(save, 'personal', { commune: '12345678' });
    const none = await bot.press(save, 'personal', { commune: 'none' });

    expect(wordsOf(missing)).toContain('Bitte wählen Sie eine Kommune oder „Keine davon“.');
    expect(wordsOf(unknown)).toContain('Diese Kommune steht nicht in der Liste.');
    expect(wordsOf(none)).toBe('Gemerkt: keine Kommune der Liste.');
  });

  it('comes from the mail domain where the operator has mapped it, and then nobody asks', async () => {
    await bot.stop();
    const folder = anOperatorFolder('example.org;05962040');
    bot = await TestBot.start({ OPERATOR_DATA: folder });
    await bot.app.deps.useCases.add(
      aUseCase({
        title: 'Geheimer Versuch mit Drohnen',
        visibility: 'organisation',
        adopters: [adopterAt(menden, 'pilot')],
      }),
    );

    const [answer, question] = await bot.say('Drohnen');

    expect(question).toBeUndefined();
    expect(wordsOf(cardOf(answer))).toContain('Geheimer Versuch mit Drohnen');
  });

  it('opens nothing of another organisation', async () => {
    await bot.app.deps.useCases.add(
      aUseCase({
        title: 'Geheimer Versuch mit Drohnen',
        visibility: 'organisation',
        adopters: [adopterAt(musterstadt, 'pilot')],
      }),
    );

    const [answer] = await bot.say('Drohnen');
    const forced = await bot.press({
      type: 'Action.Execute',
      title: 'x',
      verb: 'useCase.show',
      data: { useCaseId: 'u1' },
    });

    expect(JSON.stringify(answer)).not.toContain('Geheimer');
    expect(JSON.stringify(forced)).not.toContain('Geheimer');
    expect(JSON.stringify(forced)).toContain('nur für die Kommunen sichtbar');
  });
});

describe('data rights', () => {
  it('shows everything that is kept, readable and as JSON', async () => {
    await bot.say('Wer nutzt Chatbots?');

    const [data] = await bot.say('Meine Daten');
    const json = await bot.press(buttonNamed(cardOf(data), 'Als JSON'));

    expect(wordsOf(cardOf(data))).toContain('Gesucht: Chatbots');
    const kept: unknown = JSON.parse(
      wordsOf(json)
        .replace(/^[^{]*/, '')
        .replace(/[^}]*$/, ''),
    );
    expect(kept).toMatchObject({
      profile: [{ tenantId: tenant, guest: false }],
      'last-questions': [{ sought: 'Chatbots', filters: [], page: 1 }],
    });
  });

  it('erases everything after a confirmation', async () => {
    await bot.say('Wer nutzt Chatbots?');
    const [question] = await bot.say('Meine Daten löschen');

    const kept = await bot.press(buttonNamed(cardOf(question), 'Abbrechen'));
    const erased = await bot.press(buttonNamed(cardOf(question), 'Ja, löschen'));

    expect(wordsOf(kept)).toContain('Das ist über Sie gespeichert');
    expect(wordsOf(erased)).toBe('Alles gelöscht. Über Sie ist nichts mehr gespeichert.');
    const { personalData } = bot.app.deps;
    const left = await Promise.all(
      personalData.map((source) => source.read(memberId(tenantId(tenant), anna.aadObjectId))),
    );
    expect(left.flat()).toEqual([]);
  });

  it('explains data protection', async () => {
    const [answer] = await bot.say('Datenschutz');

    expect(wordsOf(cardOf(answer))).toContain(
      'Ihr Name und Ihre E-Mail-Adresse werden nur gespeichert, wenn Sie sich selbst als Ansprechperson eintragen.',
    );
  });

  it('explains what is kept of taking part in topics, on the card and on the page', async () => {
    const [answer] = await bot.say('Datenschutz');
    const page = await (await bot.get('/datenschutz')).text();

    for (const words of [wordsOf(cardOf(answer)), page]) {
      const line = words.split('\n').find((one) => one.includes('Angebote zu berichten')) ?? '';
      expect(line).toMatch(/vor(?:schlagen|schlägt), .*[Ss]timm.*Kommentare/);
      expect(line).toMatch(/zurückn(?:ehmen|immt) oder (?:alles|ihre Daten) löscht?/);
      expect(line).toMatch(/zählen (?:Ihre Stimmen )?nicht mehr.*vorgeschlagene Themen bleiben ohne/);
      expect(line).toMatch(/Anzahl der Stimmen und bei Kommentaren und Angeboten (?:Ihre|die) Kommune/);
    }
  });

  it('takes the person from Teams alone, never from the card', async () => {
    await bot.say('Wer nutzt Chatbots?');
    const foreign = {
      memberId: 'someone.else',
      userId: '29:other',
      tenantId: 'x',
      aadObjectId: 'y',
      role: 'organiser',
    };

    const shown = await bot.press({ type: 'Action.Execute', title: 'x', verb: 'myData.show', data: foreign });

    expect(wordsOf(shown)).toContain(`${tenant}.${anna.aadObjectId}`);
  });
});

describe('people who are not members', () => {
  it('answers an anonymous participant and keeps nothing', async () => {
    const { aadObjectId: _, ...nobody } = anna;

    const [answer, question] = await bot.say('Wer nutzt Chatbots?', 'personal', { from: nobody });
    const [data] = await bot.say('Meine Daten', 'personal', { from: nobody });

    expect(wordsOf(cardOf(answer))).toContain('Gesucht: Chatbots');
    expect(question).toBeUndefined();
    expect(data?.text).toBe('Dafür müssen Sie angemeldet sein. Fragen können Sie trotzdem.');
  });

  it('answers a guest of the roster, who may not choose a commune', async () => {
    bot.connector.members.set(anna.id, { ...anna, tenantId: tenant, userRole: 'guest' });

    const [answer, question] = await bot.say('Wer nutzt Chatbots?');
    const [choice] = await bot.say('Meine Kommune');

    expect(wordsOf(cardOf(answer))).toContain('Gesucht: Chatbots');
    expect(question).toBeUndefined();
    expect(choice?.text).toBe('Das ist Mitgliedern vorbehalten. Als Gast können Sie Fragen stellen.');
  });

  it('has one sentence for tenants that are not allowed, and keeps nothing of them (fault 43)', async () => {
    await bot.stop();
    bot = await TestBot.start({ ALLOWED_TENANTS: '22222222-0000-4000-8000-000000000000' });

    await bot.post(installed);
    const [answer, ...more] = await bot.say('Wer nutzt Chatbots?');

    expect(answer?.text).toBe('Ihre Organisation ist nicht freigeschaltet.');
    expect(more).toEqual([]);
    expect(bot.connector.rosterReads).toEqual([]);
    expect(await bot.storedDocuments('claims', 'members', 'dialogues', 'open-questions')).toEqual([]);
  });
});

describe('the pages for the manifest', () => {
  it.each(['/', '/datenschutz', '/nutzung'])('%s is there, in German', async (path) => {
    const response = await bot.get(path);

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toContain('<html lang="de">');
  });
});
