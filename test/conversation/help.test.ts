import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberTexts } from '../../src/texts/member-texts.ts';
import { buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import type { SentActivity } from '../support/stand-in-connector.ts';
import { startWithOrganiser } from '../support/user-groups.ts';

let bot: TestBot;

beforeAll(async () => {
  bot = await startWithOrganiser();
});

afterAll(async () => {
  await bot.stop();
});

const said = async (words: string) => cardOf((await bot.say(words))[0]);
const shown = ({ text, attachments }: SentActivity = {}) => text ?? wordsOf(attachments?.[0]?.content);
const titles = (card: unknown) => buttonsOf(card).map(({ title }) => title);

describe('the help', () => {
  const topics = [
    ...memberTexts.helpTopics.map(({ title }) => title),
    ...memberTexts.helpOrganisers.commands,
  ];

  it.each(topics)('does on a tap what writing "%s" does, and it is no question', async (title) => {
    const help = await said('Hilfe');
    const before = bot.connector.messages.length;

    await bot.press(buttonNamed(help, title));
    await bot.connector.until(() => bot.connector.messages.length > before);
    const tapped = bot.connector.messages[before];
    const [written] = await bot.say(title);

    expect(shown(tapped)).toEqual(shown(written));
    expect(shown(tapped)).not.toContain('Gesucht: ');
  });

  it('shows examples and what organisers do after a tap alone', async () => {
    const help = JSON.stringify(await said('Hilfe'));

    expect(help.match(/"isVisible":false/g)).toHaveLength(2);
    expect(help).toContain('"targetElements":["examples"]');
    expect(help).toContain('"targetElements":["organisers"]');
  });
});

describe('how one finds out that one can enter something', () => {
  it('is said by the welcome', async () => {
    await bot.post({ type: 'installationUpdate', action: 'add' });

    expect(bot.connector.messages.map((message) => JSON.stringify(message)).join('\n')).toContain(
      'tragen Sie mit „Anwendungsfall eintragen“ ein',
    );
  });

  it('is said below an answer; "Wir machen das auch" of each of several is one press away, on its details', async () => {
    const answer = await said('Wer nutzt Chatbots?');
    const details = await bot.press(buttonNamed(answer, 'Details zu Chatbot auf der Internetseite'));

    expect(wordsOf(answer)).toContain(
      'Macht Ihre Kommune das auch? Tippen Sie den Anwendungsfall an. Neues beginnt mit „Anwendungsfall eintragen“.',
    );
    expect(titles(answer)).not.toContain('Wir machen das auch');
    expect(titles(answer)).toContain('Benachrichtigen');
    expect(titles(details)).toContain('Wir machen das auch');
  });

  it('is a button where one use case is all there is, and leads back to the answer', async () => {
    const answer = await said('Pegelwarnung');

    expect(titles(answer).filter((title) => title.startsWith('Details zu '))).toHaveLength(1);
    expect(titles(answer)).toContain('Wir machen das auch');

    const form = await bot.press(buttonNamed(answer, 'Wir machen das auch'));
    const details = await bot.press(buttonNamed(form, 'Abbrechen'));
    expect(wordsOf(await bot.press(buttonNamed(details, 'Zurück')))).toBe(wordsOf(answer));
  });
});
