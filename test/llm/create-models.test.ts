import { describe, expect, it, onTestFinished } from 'vitest';

import type { ModelEndpoint } from '../../src/config-models.ts';
import { createModels } from '../../src/llm/create-models.ts';
import { systemClock } from '../../src/system/clock.ts';
import { systemTimer } from '../../src/system/timer.ts';
import { aJsonRequest, createRecordingLogger, endpointOf, startServer } from './running-models.ts';

function create(endpoint: ModelEndpoint) {
  const models = createModels(endpoint, {
    clock: systemClock,
    timer: systemTimer,
    logger: createRecordingLogger(),
  });
  onTestFinished(models.close);
  return models;
}

describe('the models of an endpoint', () => {
  it('are those that are configured', async () => {
    const server = await startServer();
    const { baseUrl, auth } = endpointOf(server);

    const words = create({ baseUrl, auth, languageModel: 'wort-1' });
    const vectors = create({ baseUrl, auth, embeddingModel: 'vektor-1' });

    expect([words.languageModel?.name, words.embeddingModel?.name]).toEqual(['wort-1', undefined]);
    expect([vectors.languageModel?.name, vectors.embeddingModel?.name]).toEqual([undefined, 'vektor-1']);
  });

  it('are left alone one by one when they keep failing', async () => {
    const server = await startServer();
    server.answer = ({ kind }) => (kind === 'embed' ? {} : { status: 401 });
    const { languageModel, embeddingModel } = create(endpointOf(server));

    const outcomes: (string | undefined)[] = [];
    for (let time = 0; time < 6; time += 1) {
      const answer = await languageModel?.answerInJson(aJsonRequest());
      outcomes.push(answer?.kind === 'failed' ? answer.because : answer?.kind);
    }
    const vectors = await embeddingModel?.embed(['eins'], { deadlineMs: 10_000 });

    expect(outcomes).toEqual(['refused', 'refused', 'refused', 'refused', 'refused', 'paused']);
    expect(vectors?.kind).toBe('embedded');
  });

  it('are asked by eight at once at most', async () => {
    const server = await startServer();
    server.answer = () => ({ text: '{}', delayMs: 50 });
    const { languageModel } = create(endpointOf(server));

    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => languageModel?.answerInJson(aJsonRequest())),
    );

    expect(answers.map((answer) => answer?.kind)).toEqual(answers.map(() => 'answered'));
    expect(server.mostAtOnce).toBeLessThanOrEqual(8);
  });
});
