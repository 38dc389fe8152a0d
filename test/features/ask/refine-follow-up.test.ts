import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Question } from '../../../src/domain/question.ts';
import { answerWithModel } from '../../../src/features/ask/answer-with-model.ts';
import type { EmbeddingModel } from '../../../src/ports/language-model.ts';
import { anAsker } from '../../support/builders.ts';
import { aReading, aReadingModel } from '../../support/reading-model.ts';
import { RefineScene } from './refine-scene.ts';

const smallPlaces = 'Gibt es bei den ganz kleinen Orten im HSK jemanden, der Anrufe abfangen lässt?';
const smallAssistant = aReading({ sought: 'Telefonassistent', district: '05958', size: 'small' });
const chatbots: Question = { sought: 'Chatbot', filters: [] };
let scene: RefineScene;

beforeAll(async () => {
  scene = await RefineScene.open();
});

afterAll(async () => {
  await scene.close();
});

describe('words behind another question', () => {
  it('go on from it when they name nothing but a filter', async () => {
    const before: Question = {
      sought: 'Telefonassistent',
      filters: [{ kind: 'district', districtKey: '05958' }],
    };
    const model = aReadingModel(aReading({ followUp: true, sought: 'etwas anderes', size: 'small' }));

    const result = await scene.ask('und bei den ganz kleinen?', model, { before });

    expect(result).toMatchObject({
      kind: 'found',
      question: {
        sought: 'Telefonassistent',
        filters: [...before.filters, { kind: 'size', atMost: 19_999 }],
      },
    });
  });

  it('do not go on from it when they name a thing of their own', async () => {
    const model = aReadingModel(aReading({ followUp: true, sought: '' }));
    const typed = 'und Zauberdrachen?';

    expect(await scene.ask(typed, model, { before: chatbots })).toEqual(
      await scene.ask(typed, undefined, { before: chatbots }),
    );
  });

  it('do not repeat it when they say nothing new', async () => {
    const model = aReadingModel(aReading({ followUp: true }));
    const typed = 'Welche Stunden, welche Monate?';

    expect(await scene.ask(typed, model, { before: chatbots })).toEqual(await scene.ask(typed));
  });

  it('leave its filters behind when the model takes them for a new question', async () => {
    const before: Question = { sought: 'Chatbot', filters: [{ kind: 'district', districtKey: '05966' }] };
    const model = aReadingModel(aReading({ sought: 'Telefonassistent' }));

    const result = await scene.ask('und jemand, der nachts ans Telefon geht?', model, { before });

    expect(result).toMatchObject({ kind: 'found', question: { sought: 'Telefonassistent', filters: [] } });
  });
});

describe('a model', () => {
  it.each([
    ['something is found', 'Wer nutzt Chatbots?', anAsker()],
    ['only the filters leave nothing', 'Chatbots in Attendorn', anAsker()],
    ['a guest asks', smallPlaces, anAsker({ guest: true })],
    ['a long text was pasted', `${smallPlaces} ${'Und noch etwas dazu. '.repeat(12)}`, anAsker()],
  ])('is not asked when %s', async (_, typed, asker) => {
    const model = aReadingModel(smallAssistant);

    const result = await scene.ask(typed, model, { asker });

    expect(result).toEqual(await scene.ask(typed, undefined, { asker }));
    expect(model.asked).toEqual([]);
  });

  it('is not asked for people without an account', async () => {
    const { memberId: _, ...anonymous } = anAsker();
    const model = aReadingModel(smallAssistant);

    await scene.ask(smallPlaces, model, { asker: anonymous });

    expect(model.asked).toEqual([]);
  });

  it('of meaning gets nothing that a guest types either', async () => {
    const texts: string[] = [];
    const embeddingModel: EmbeddingModel = {
      name: 'meaning',
      async embed(some) {
        texts.push(...some);
        return { kind: 'failed', because: 'unusable' };
      },
    };
    const { question } = scene.read(smallPlaces);
    const asker = anAsker({ guest: true });

    await answerWithModel({ ...scene.deps, embeddingModel }, { asker, question, page: 1 });

    expect(texts).toEqual([]);
  });

  it('is not asked for what is pressed', async () => {
    const model = aReadingModel(smallAssistant);
    const { question } = scene.read(smallPlaces);

    await answerWithModel({ ...scene.deps, languageModel: model }, { asker: anAsker(), question, page: 1 });

    expect(model.asked).toEqual([]);
  });
});
