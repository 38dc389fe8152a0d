import { describe, expect, it } from 'vitest';
import { useCaseId } from '../../../src/domain/ids.ts';
import { noModelUse } from '../../../src/domain/model-use.ts';
import { composeInstructions, toComposeMaterial } from '../../../src/features/ask/compose-answer.ts';
import { composeWithinBudget } from '../../../src/features/ask/compose-within-budget.ts';
import { AnswerBudget } from '../../../src/features/model-use/answer-budget.ts';
import type { LanguageModel, ModelPiece } from '../../../src/ports/language-model.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { ModelTurns, modelTurnCollection } from '../../../src/store/model-turns.ts';
import { ModelUseDays, modelUseDayCollection } from '../../../src/store/model-use-days.ts';
import { createLogger } from '../../../src/system/logger.ts';
import { anAsker } from '../../support/builders.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { someRules } from '../../support/rules.ts';

const proven = 'Eine Drohne zählt die Robben [1].';
const question = {
  sought: 'Robben',
  sources: [{ id: useCaseId('robben'), text: 'Robbenzählung\nEine Drohne zählt die Robben.' }],
  communes: [],
};
/** Tokens of what is sent, where nobody tells them, with so many characters that were received. */
const estimated = (received: number) =>
  Math.ceil((composeInstructions.length + toComposeMaterial(question).length + received) / 3);
const usage = { inputTokens: 100, outputTokens: 10 };
const text = (words: string): ModelPiece => ({ kind: 'text', text: words });

/** What is noted of one answer that such a model makes. */
async function used(pieces: readonly ModelPiece[]) {
  const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
  const store = createMemoryStore(clock);
  await store.open([modelTurnCollection, modelUseDayCollection]);
  const asker = anAsker();
  const modelUseDays = new ModelUseDays(store);
  const logger = createLogger('silent');
  const rules = someRules({ models: { answersPerHour: 1, tokensPerDay: 1000, prices: {} } });
  const budget = new AnswerBudget(
    { clock, logger, modelTurns: new ModelTurns(store), modelUseDays, rules },
    asker,
  );
  const languageModel: LanguageModel = {
    name: 'm',
    answerInJson: async () => ({ kind: 'failed', because: 'unusable' }),
    async *stream() {
      yield* pieces;
    },
  };
  await Array.fromAsync(composeWithinBudget({ clock, languageModel, logger }, { ...question, budget }));
  return modelUseDays.find(asker.tenantId, '2026-11-22');
}

const asCounted = { ...noModelUse, requests: 1, inputTokens: 100, outputTokens: 10 };
const asEstimated = (received: number) => ({
  ...noModelUse,
  requests: 1,
  uncounted: 1,
  estimatedTokens: estimated(received),
});

describe('what an answer has used', () => {
  it('is what the endpoint counted, also of one that says nothing', async () => {
    expect(await used([text(proven), { kind: 'end', usage }])).toMatchObject(asCounted);
    expect(await used([text('[0]'), { kind: 'end', usage }])).toMatchObject(asCounted);
  });

  it('is estimated by all that was sent and received, shown or not, where nobody counted', async () => {
    const lie = 'Eine Drohne zählt 47 Robben [1]. Und noch';

    expect(await used([text(proven), { kind: 'end' }])).toMatchObject(asEstimated(proven.length));
    expect(await used([text(lie), { kind: 'end', usage }])).toMatchObject(asEstimated(lie.length));
    expect(await used([text('Eine Dro'), { kind: 'failed', because: 'unreachable' }])).toMatchObject(
      asEstimated(8),
    );
    expect(await used([{ kind: 'failed', because: 'late' }])).toMatchObject(asEstimated(0));
  });

  it.each(['paused', 'refused', 'throttled', 'unreachable'] as const)(
    'is nothing where the model was %s: an outage uses up no budget',
    async (because) => {
      expect(await used([{ kind: 'failed', because }])).toEqual(noModelUse);
    },
  );
});
