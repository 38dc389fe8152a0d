import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anna, buttonNamed, buttonsOf, cardOf, TestBot, wordsOf } from '../support/conversation.ts';
import { pressed, said } from '../support/user-groups.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await TestBot.start({ QUIET_HOURS: '20-7' });
});

afterEach(async () => {
  await bot.stop();
});

const stoppedSentence =
  'Ab jetzt schreibe ich Ihnen nur noch, wenn Sie mich etwas fragen; mit „Benachrichtigungen“ schalten Sie alles wieder ein.';

/** What is chosen in the fields of a card. */
function chosenIn(card: unknown): Readonly<Record<string, unknown>> {
  const inputs = JSON.stringify(card).matchAll(
    /"id":"(?<id>[^"]+)"[^{}]*"choices":\[[^\]]*\],"value":"(?<value>[^"]+)"/g,
  );
  return Object.fromEntries([...inputs].map(({ groups }) => [groups?.['id'] ?? '', groups?.['value']]));
}

describe('in the 1:1 chat', () => {
  it('somebody sees what holds, chooses, and is told in one sentence what holds then', async () => {
    const card = await said(bot, 'Benachrichtigungen');
    const saved = await bot.press(buttonNamed(card, 'Speichern'), 'personal', {
      'user-group': 'daily',
      meetings: 'at-once',
      topics: 'never',
      'use-cases': 'never',
      digest: 'daily',
      quietHours: '18-8-weekend',
    });
    const again = await bot.press(buttonNamed(saved, 'Ändern'));

    expect(wordsOf(card)).toContain('Auf Ihre Fragen antworte ich immer sofort.');
    expect(chosenIn(card)).toEqual({
      'user-group': 'at-once',
      meetings: 'at-once',
      topics: 'at-once',
      'use-cases': 'daily',
      digest: 'daily',
      quietHours: '20-7',
    });
    expect(wordsOf(saved)).toBe(
      'Gespeichert: Treffen sofort, User Groups und Ankündigungen und Überblick gesammelt um 8 Uhr, Themen und Anwendungsfälle nie, von 18 bis 8 Uhr und am Wochenende nichts.',
    );
    expect(chosenIn(again)).toMatchObject({
      'user-group': 'daily',
      topics: 'never',
      quietHours: '18-8-weekend',
    });
  });

  it('"Stopp" ends everything at once, and one press takes it back', async () => {
    const stopped = await said(bot, 'Stopp');
    const undone = await bot.press(buttonNamed(stopped, 'Rückgängig'));

    expect(wordsOf(stopped)).toBe(stoppedSentence);
    expect(buttonsOf(stopped).map(({ title }) => title)).toEqual(['Rückgängig']);
    expect(wordsOf(undone)).toBe(
      'Wieder eingeschaltet: User Groups und Ankündigungen, Treffen und Themen sofort, Anwendungsfälle und Überblick gesammelt um 8 Uhr, von 20 bis 7 Uhr nichts.',
    );
    expect(buttonsOf(undone).map(({ title }) => title)).toEqual(['Ändern']);
  });

  it('who has stopped still gets answers, is told so when stopping again, and turns it on with what they choose', async () => {
    await bot.say('Stopp');

    const again = await said(bot, 'keine Nachrichten mehr');
    const answer = await said(bot, 'Wer macht schon KI-Telefonassistenz?');
    const card = await said(bot, 'Benachrichtigungen');
    const saved = await bot.press(buttonNamed(card, 'Einschalten'), 'personal', { 'user-group': 'never' });

    expect(wordsOf(again)).toMatch(/^Das gilt schon: /);
    expect(wordsOf(answer)).toContain('Telefon');
    expect(wordsOf(card)).toContain('Zurzeit schreibe ich Ihnen nur, wenn Sie mich etwas fragen.');
    expect(buttonsOf(card).map(({ title }) => title)).toEqual(['Was ich verfolge', 'Einschalten']);
    expect(wordsOf(saved)).toMatch(/^Gespeichert: .*User Groups und Ankündigungen nie/);
    expect(wordsOf(await said(bot, 'Benachrichtigungen'))).not.toContain('Zurzeit');
  });

  it('"Alles beenden" on the card is the same as "Stopp"', async () => {
    const card = await said(bot, 'Ruhezeiten ändern');

    const stopped = await bot.press(buttonNamed(card, 'Alles beenden'));

    expect(wordsOf(stopped)).toBe(stoppedSentence);
  });

  it('what was chosen is told with "Meine Daten", and erased', async () => {
    await bot.press(pressed('subscription.choose', { topics: 'daily', quietHours: '18-8' }));

    const data = await said(bot, 'Meine Daten');
    await bot.press(pressed('myData.erase'));

    expect(wordsOf(data)).toContain('Benachrichtigungen\n');
    expect(wordsOf(data)).toContain('Themen: einmal am Tag');
    expect(wordsOf(data)).toContain('Ruhezeiten: 18 bis 8 Uhr');
    expect(await bot.storedDocuments('notifications')).toEqual([]);
  });

  it.each([
    ['a word that is no choice', { topics: 'hourly' }],
    ['quiet hours that nobody offers', { quietHours: '0-24' }],
  ])('nothing is saved of %s', async (_, data) => {
    const answer = await bot.press(pressed('subscription.choose', data));

    expect(answer).toMatchObject({ value: expect.stringMatching(/^Diese Karte ist veraltet/) });
    expect(await bot.storedDocuments('notifications')).toEqual([]);
  });

  it('a question that holds the word stays a question', async () => {
    const answer = await said(bot, 'Wer macht schon Benachrichtigungen per KI?');

    expect(wordsOf(answer)).not.toContain('Auf Ihre Fragen antworte ich immer sofort.');
    expect(await bot.storedDocuments('notifications')).toEqual([]);
  });
});

describe('where others read along', () => {
  it('the choice is not shown', async () => {
    const [answer] = await bot.say('Benachrichtigungen', 'channel');
    const press = await bot.press(pressed('subscription.show'), 'group');

    expect(answer?.text).toContain('Das zeige ich nur im Einzelchat');
    expect(press).toMatchObject({ value: expect.stringContaining('Das zeige ich nur im Einzelchat') });
  });

  it.each(['channel', 'group'] as const)('"Stopp" in a %s concerns the person who says it', async (place) => {
    const [answer] = await bot.say('Stopp', place);

    expect(answer?.text).toMatch(
      /^Ab jetzt schreibe ich Ihnen persönlich nur noch, wenn Sie mich etwas fragen;/,
    );
    expect(answer?.attachments ?? []).toEqual([]);
    const documents = await bot.storedDocuments('notifications');
    expect(documents.map(({ body }) => body)).toEqual([
      expect.objectContaining({
        memberId: expect.stringContaining(anna.aadObjectId),
        stoppedAt: bot.clock.now(),
      }),
    ]);
  });

  it('somebody without an account can neither choose nor stop', async () => {
    const nobody = { from: { id: '29:nobody', name: 'Nobody' } };

    const [answer] = await bot.say('Stopp', 'group', nobody);

    expect(answer?.text).toBe('Dafür müssen Sie angemeldet sein. Fragen können Sie trotzdem.');
    expect(await bot.storedDocuments('notifications')).toEqual([]);
  });
});

it('the help names both words', async () => {
  const [help] = await bot.say('Hilfe');

  expect(wordsOf(cardOf(help))).toContain(
    'Mit „Benachrichtigungen“ wählen Sie, was ich Ihnen von mir aus schreibe; „Stopp“ beendet alles außer Antworten.',
  );
});
