import type { JsonAnswer, LanguageModel, ModelRequest } from '../../src/ports/language-model.ts';

/** What a model may say of a typed question; whatever is not given, it leaves open. */
export function aReading(fields: Readonly<Record<string, unknown>> = {}) {
  const nothing = { district: null, commune: null, size: null, stage: null, theme: null, technology: null };
  return { followUp: false, sought: '', ...nothing, ...fields };
}

export interface ReadingModel extends LanguageModel {
  /** What it was asked, the first first. */
  readonly asked: readonly (ModelRequest & { readonly schema: unknown })[];
  /** What it answers from now on. */
  answer: () => Promise<JsonAnswer>;
}

/** A language model that says the same of every question until a test says otherwise. */
export function aReadingModel(value: unknown = aReading()): ReadingModel {
  const asked: (ModelRequest & { readonly schema: unknown })[] = [];
  const model: ReadingModel = {
    name: 'reader',
    asked,
    answer: async () => ({ kind: 'answered', value }),
    async answerInJson(request) {
      asked.push(request);
      return model.answer();
    },
    async *stream() {
      yield { kind: 'failed', because: 'unusable' };
    },
  };
  return model;
}
