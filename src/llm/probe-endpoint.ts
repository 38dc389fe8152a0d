import type { ModelEndpoint } from '../config-models.ts';
import type { EndpointReport } from './endpoint-report.ts';
import { openModels } from './open-models.ts';
import type { ModelParts, OpenModels } from './open-models.ts';
import { readToEnd, Trials } from './trials.ts';

type LanguageReport = EndpointReport['languageModel'];
type EmbeddingReport = EndpointReport['embeddingModel'];

/** Enough for a large model that is loaded by the first question. */
const usualDeadlineMs = 30_000;

const schema = {
  type: 'object',
  properties: { works: { type: 'boolean' } },
  required: ['works'],
  additionalProperties: false,
};

/** Tries what the bot needs of an endpoint, one after the other, with questions of our own. Each takes `deadlineMs` at most. */
export async function probeEndpoint(
  endpoint: ModelEndpoint,
  parts: Omit<ModelParts, 'logger'> & { readonly deadlineMs?: number },
): Promise<EndpointReport> {
  const { deadlineMs = usualDeadlineMs, ...rest } = parts;
  const trials = new Trials(parts.timer);
  const models = openModels(endpoint, { ...rest, logger: trials });
  try {
    const languageModel = await probeLanguageModel(models, trials, deadlineMs);
    const embeddingModel = await probeEmbeddingModel(models, trials, deadlineMs);
    return {
      ...(languageModel !== undefined && { languageModel }),
      ...(embeddingModel !== undefined && { embeddingModel }),
    };
  } finally {
    models.close();
  }
}

async function probeLanguageModel(
  { languageModel, chat, dialect }: OpenModels,
  trials: Trials,
  deadlineMs: number,
): Promise<LanguageReport> {
  if (languageModel === undefined || chat === undefined) {
    return undefined;
  }
  const request = {
    instructions: 'Repeat what you are told.',
    material: 'It works.',
    // Models that reason spend some hundred on thoughts.
    mostTokens: 1000,
    deadlineMs,
  };
  const inJson = { ...request, instructions: 'Answer in JSON that it works.', schema };
  return {
    name: languageModel.name,
    chat: await trials.run(
      () => chat(request),
      () => ({}),
    ),
    stream: await trials.run(
      () => readToEnd(languageModel.stream(request), () => trials.elapsedMs()),
      ({ firstMs, pieces }) => ({ firstMs, pieces }),
    ),
    json: await trials.run(
      () => languageModel.answerInJson(inJson),
      () => ({ form: dialect.current.json }),
    ),
  };
}

async function probeEmbeddingModel(
  { embeddingModel }: OpenModels,
  trials: Trials,
  deadlineMs: number,
): Promise<EmbeddingReport> {
  if (embeddingModel === undefined) {
    return undefined;
  }
  return {
    name: embeddingModel.name,
    embeddings: await trials.run(
      () => embeddingModel.embed(['It works.', 'It does not work.'], { deadlineMs }),
      ({ vectors }) => ({ dimensions: vectors[0]?.length ?? 0 }),
    ),
  };
}
