import { afterEach, describe, expect, it } from 'vitest';
import { buttonsOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import {
  checked,
  entered,
  inputsOf,
  probstadt,
  publishAtOnce,
  registered,
  sent,
  startWithMember,
  typed,
} from '../support/registrations.ts';

let bot: TestBot;

afterEach(async () => {
  await bot.stop();
});

const thousandLines = Array.from({ length: 1000 }, (_, index) => `Zeile ${index}`).join('\n');

describe('what is wrong in the form', () => {
  const wrong: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
    ['an empty title', { title: '' }, 'Bitte geben Sie einen Titel an'],
    ['a title of spaces', { title: '   ' }, 'Bitte geben Sie einen Titel an'],
    ['a title that cannot be seen', { title: '\u200b\u200d\u2060' }, 'Bitte geben Sie einen Titel an'],
    ['a title that is too long', { title: 'x'.repeat(137) }, 'Das sind 37 Zeichen zu viel.'],
    ['a summary that is too long', { summary: 'wort '.repeat(100) }, 'Das sind 99 Zeichen zu viel.'],
    ['no stage', { stage: '' }, 'Bitte wählen Sie, wie weit Sie sind'],
    ['a stage that nobody can choose', { stage: 'unknown' }, 'Bitte wählen Sie eine der Möglichkeiten.'],
    ['a forged commune', { body: '99999999' }, 'Diese Kommune steht nicht in der Liste.'],
    ['another commune', { body: probstadt }, 'Sie können nur für Ihre eigene Kommune eintragen.'],
    ['an organisation without a name', { body: 'organisation' }, 'Bitte nennen Sie die Organisation'],
    ['a date in the future', { since: 'März 2031' }, 'Das liegt in der Zukunft.'],
    ['a day that does not exist', { since: '31.02.2026' }, 'Das ist kein Datum.'],
    ['a rejection without a reason', { stage: 'rejected' }, 'Bitte nennen Sie den Grund'],
    ['a mailbox that is none', { contact: 'mailbox', mailbox: 'rathaus' }, 'Das ist keine E-Mail-Adresse.'],
    ['a link that runs something', { links: 'javascript:alert(1)' }, 'Das ist keine Adresse im Internet.'],
    [
      'a link into the own network',
      { links: 'http://169.254.169.254/x' },
      'Das ist keine Adresse im Internet.',
    ],
    ['a number in words', { effortDays: 'zwanzig' }, 'Bitte geben Sie eine Zahl ab 0 an'],
    ['1,000 lines', { legalBasis: thousandLines }, 'zu viel. Bitte höchstens'],
  ];

  it.each(wrong)(
    '%s comes back with a sentence, and with everything that was typed',
    async (_, field, sentence) => {
      bot = await startWithMember(publishAtOnce);

      const form = await checked(bot, { ...typed, advice: 'Früh anfangen.', ...field });

      expect(wordsOf(form)).toContain(sentence);
      expect(wordsOf(form)).toContain('Ein Feld stimmt noch nicht.');
      const inputs = inputsOf(form);
      expect(inputs['advice']).toBe('Früh anfangen.');
      for (const [name, value] of Object.entries(field)) {
        // What cannot be seen, and spaces around the words, are not kept.
        const visible = value.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '').trim();
        expect(inputs[name]).toBe(visible);
      }
      expect(await entered(bot)).toEqual([]);
    },
  );

  it('is told of every field at once, and nothing is entered until all are right', async () => {
    bot = await startWithMember(publishAtOnce);

    const form = await checked(bot, { title: '', summary: '', stage: '', since: 'gestern' });
    const again = await sent(bot, form, { ...typed, since: '' });

    expect(wordsOf(form)).toContain('4 Felder stimmen noch nicht.');
    expect(wordsOf(again)).toMatch(/^Bitte prüfen Sie Ihren Eintrag\./);
  });

  it.each([
    ['markdown', '[Klick](https://evil.example) ![x](https://evil.example/x.png) **fett**'],
    ['a mention', '<at>Alle</at> &#64;alle'],
    ['a formula', '=HYPERLINK("https://evil.example")'],
    ['signs of other scripts', 'Grüße 🐝 из 東京'],
  ])('%s stays text', async (_, title) => {
    bot = await startWithMember(publishAtOnce);

    const done = await registered(bot, { ...typed, title });

    expect((await entered(bot))[0]?.title).toBe(title);
    expect(JSON.stringify(done)).not.toMatch(/"type":"TextBlock","text":"[^"]*(evil|<at>)/);
    expect(buttonsOf(done).map(({ url }) => url)).not.toContain('https://evil.example');
  });

  it('marks that turn words around are not kept, and half a sign does no harm', async () => {
    bot = await startWithMember(publishAtOnce);

    await registered(bot, {
      ...typed,
      title: 'Bienen\u202egnulhäz\u0007 \ud800',
      summary: 'Z\u0300\u0301\u0302\u0303\u0304algo',
    });

    const [useCase] = await entered(bot);
    expect(useCase?.title).toMatch(/^Bienengnulhäz/);
    expect(useCase?.title).not.toMatch(/[^\P{C}\n]/u);
  });
});
