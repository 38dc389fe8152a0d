import type { LanguageModel, ModelPiece, ModelUsage } from '../../ports/language-model.ts';
import { mayHaveCost } from './note-use.ts';

/** Reads along what a language model streams, also what nobody is shown of it. */
export class StreamMeter {
  #characters = 0;
  #hasText = false;
  #last: ModelPiece | undefined;

  /** The same model, for one request. */
  around(model: LanguageModel): LanguageModel {
    return {
      name: model.name,
      answerInJson: (request) => model.answerInJson(request),
      stream: (request) => {
        this.#characters += request.instructions.length + request.material.length;
        return this.#read(model.stream(request));
      },
    };
  }

  /** For `noteUse`; undefined: the request failed before anything was made of it. */
  get used(): { readonly usage?: ModelUsage; readonly characters: number } | undefined {
    const last = this.#last;
    if (last?.kind === 'failed' && !this.#hasText && !mayHaveCost(last.because)) {
      return undefined;
    }
    const usage = last?.kind === 'end' ? last.usage : undefined;
    return { characters: this.#characters, ...(usage && { usage }) };
  }

  async *#read(pieces: AsyncIterable<ModelPiece>): AsyncGenerator<ModelPiece> {
    for await (const piece of pieces) {
      this.#last = piece;
      if (piece.kind === 'text') {
        this.#hasText = true;
        this.#characters += piece.text.length;
      }
      yield piece;
    }
  }
}
