import { afterEach, describe, expect, it } from 'vitest';
import { useCaseId } from '../../src/domain/ids.ts';
import { hourMs } from '../../src/domain/instant.ts';
import { telephoneAssistant } from '../features/ask/refine-scene.ts';
import { asCarla, startCommunity } from '../support/announcements.ts';
import { adopterAt, aUseCase, hemer, menden } from '../support/builders.ts';
import { buttonNamed, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { ModelServer } from '../support/model-server.ts';
import { aReading } from '../support/reading-model.ts';
import type { SentActivity } from '../support/stand-in-connector.ts';
import { asBerta } from '../support/user-groups.ts';

const proven = 'In Menden (Sauerland) zählt seit März 2024 eine Drohne die Robben [1].';
const robben = aUseCase({
  id: useCaseId('robben'),
  title: 'Robbenzählung aus der Luft',
  summary: 'Eine Drohne zählt die Robben.',
  adopters: [adopterAt(menden, 'in_use', { since: '2024-03' })],
});

let server: ModelServer;
let bot: TestBot;

afterEach(async () => {
  await bot.stop();
  await server.close();
});

async function start(environment: Readonly<Record<string, string>> = {}): Promise<void> {
  server = await ModelServer.start();
  server.answer = () => ({ text: proven });
  bot = await startCommunity({ LLM_BASE_URL: server.baseUrl, LLM_MODEL: 'stand-in', ...environment });
  await bot.app.deps.useCases.add(robben);
}

const isAnswer = (message: SentActivity) =>
  (message.attachments ?? []).length > 0 && wordsOf(cardOf(message)).includes('Robbenzählung');

async function ask(more = {}): Promise<SentActivity | undefined> {
  const before = bot.connector.messages.length;
  await bot.say('Wer macht schon Robbenzählung?', 'personal', more);
  const answers = () => bot.connector.messages.slice(before).filter(isAnswer);
  await bot.connector.until(() => answers().length > 0);
  return answers()[0];
}

describe('the same question', () => {
  it('is answered again in the same words without asking the model, at whoever asks it', async () => {
    await start({ LLM_ANSWERS_PER_HOUR: '1' });
    const first = await ask();
    const again = await ask();
    const other = await ask(asBerta);

    expect(server.calls).toHaveLength(1);
    for (const answer of [again, other]) {
      expect(answer?.text).toBe(proven);
      expect(JSON.stringify(answer)).toContain('AIGeneratedContent');
      expect(JSON.stringify(answer)).toContain('"name":"Robbenzählung aus der Luft"');
      expect(cardOf(answer)).toEqual(cardOf(first));
    }
    expect(await bot.storedDocuments('model-turns')).toHaveLength(1);
  });

  it('is asked anew when a record has changed, and an hour later', async () => {
    await start();
    await ask();
    const known = await bot.app.deps.useCases.find(robben.id);
    await bot.app.deps.useCases.replace(
      { ...robben, summary: 'Eine Drohne zählt alle Robben.' },
      known?.etag ?? '',
    );
    await expect.poll(() => bot.app.deps.catalogue.find(robben.id)?.summary).toContain('alle Robben');

    await ask();
    expect(server.calls).toHaveLength(2);
    await ask();
    expect(server.calls).toHaveLength(2);
    bot.clock.advance(hourMs + 1);
    await ask();
    expect(server.calls).toHaveLength(3);
  });

  it('is asked anew for somebody who sees other records, and what they see reaches nobody else', async () => {
    await start();
    await bot.app.deps.useCases.add(
      aUseCase({
        id: useCaseId('geheim'),
        title: 'Robbenzählung im Geheimen',
        summary: 'Nur für Hemer.',
        visibility: 'organisation',
        adopters: [adopterAt(hemer, 'pilot')],
      }),
    );
    const secret = 'In Hemer ist die Robbenzählung im Geheimen ein Pilot [2].';
    server.answer = ({ material }) => ({ text: material.includes('Geheimen') ? secret : proven });
    const choice = await bot.say('Meine Kommune', 'personal', asCarla);
    const save = buttonNamed(cardOf(choice[0]), 'Speichern');
    await bot.press(save, 'personal', { commune: hemer }, asCarla);
    await ask();

    const seen = await ask(asCarla);
    const after = await ask(asBerta);

    expect(server.calls).toHaveLength(2);
    expect(seen?.text).toContain('Hemer');
    expect(after?.text).toBe(proven);
  });

  it.each([
    ['was cut off', `${proven} Auch Brilon zählt 47 Robben [1].`],
    ['was rejected', 'Auch Brilon zählt 47 Robben [1].'],
    ['was none', '[0]'],
  ])('is asked anew when the answer before %s', async (_, text) => {
    await start();
    server.answer = () => ({ text });
    await ask();
    server.answer = () => ({ text: proven });

    const again = await ask();

    expect(server.calls).toHaveLength(2);
    expect(again?.text).toBe(proven);
  });

  it('is asked anew when the model broke off', async () => {
    await start();
    server.answer = () => ({ status: 400 });
    await ask();
    const failed = server.calls.length;
    server.answer = () => ({ text: proven });

    expect((await ask())?.text).toBe(proven);
    expect(server.calls).toHaveLength(failed + 1);
  });
});

describe('what words mean by a model', () => {
  it('is remembered, too, and takes one turn together with the answer to it', async () => {
    await start({ LLM_ANSWERS_PER_HOUR: '1' });
    await bot.app.deps.useCases.add(telephoneAssistant);
    const reading = aReading({ sought: 'Telefonassistent', district: '05958', size: 'small' });
    const sentence = 'Ein Telefonassistent nimmt Anrufe entgegen [1].';
    server.answer = ({ kind }) => ({ text: kind === 'chat' ? JSON.stringify(reading) : sentence });
    const words = 'Gibt es bei den ganz kleinen Orten im HSK jemanden, der Anrufe abfangen lässt?';
    const isUnderstood = (message: SentActivity) =>
      (message.attachments ?? []).length > 0 &&
      wordsOf(cardOf(message)).includes('Von der KI verstanden als: Telefonassistent');
    const understood = async (more = {}) => {
      const before = bot.connector.messages.length;
      await bot.say(words, 'personal', more);
      await bot.connector.until(() => bot.connector.messages.slice(before).some(isUnderstood));
    };

    await understood();
    await understood(asBerta);

    expect(server.calls.map(({ kind }) => kind)).toEqual(['chat', 'stream']);
    // One turn of Anna's for both, and none of Berta's.
    expect(await bot.storedDocuments('model-turns')).toHaveLength(1);
  });
});
