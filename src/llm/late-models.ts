import type { ModelEndpoint } from '../config-models.ts';
import type { Models } from './create-models.ts';
import type { ModelParts } from './open-models.ts';

/** The models at this endpoint. Their client is loaded with the first call, so that a bot without a model does without its 20 to 40 MB. */
export function createLateModels(endpoint: ModelEndpoint, parts: ModelParts): Models {
  let models: Promise<Models> | undefined;
  let isClosed = false;
  const load = async (): Promise<Models> => {
    const { createModels } = await import('./create-models.ts');
    const created = createModels(endpoint, parts);
    if (isClosed) {
      created.close();
    }
    return created;
  };
  const all = (): Promise<Models> => (models ??= load());
  const { languageModel, embeddingModel } = endpoint;
  return {
    ...(languageModel !== undefined && {
      languageModel: {
        name: languageModel,
        async answerInJson(request) {
          const model = (await all()).languageModel;
          return model?.answerInJson(request) ?? notThere;
        },
        async *stream(request) {
          const model = (await all()).languageModel;
          yield* model?.stream(request) ?? [notThere];
        },
      },
    }),
    ...(embeddingModel !== undefined && {
      embeddingModel: {
        name: embeddingModel,
        async embed(texts, how) {
          const model = (await all()).embeddingModel;
          return model?.embed(texts, how) ?? notThere;
        },
      },
    }),
    close() {
      isClosed = true;
      void models?.then((loaded) => loaded.close());
    },
  };
}

const notThere = { kind: 'failed', because: 'refused' } as const;
