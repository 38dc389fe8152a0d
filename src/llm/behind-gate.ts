import type {
  EmbeddingModel,
  EmbedOutcome,
  JsonAnswer,
  LanguageModel,
  ModelFailure,
  ModelPiece,
} from '../ports/language-model.ts';
import type { CallEnd, Gate } from './gate.ts';

interface Timed {
  readonly deadlineMs: number;
  readonly signal?: AbortSignal;
}

const paused: ModelFailure = { kind: 'failed', because: 'paused' };

/** The same model, asked only when the gate lets a call through. */
export function languageModelBehind(gate: Gate, model: LanguageModel): LanguageModel {
  return {
    name: model.name,
    answerInJson: (request) =>
      throughGate<JsonAnswer>(gate, request, (deadlineMs) => model.answerInJson({ ...request, deadlineMs })),
    stream: (request) =>
      streamThrough(gate, request, (deadlineMs) => model.stream({ ...request, deadlineMs })),
  };
}

/** The same model, asked only when the gate lets a call through. */
export function embeddingModelBehind(gate: Gate, model: EmbeddingModel): EmbeddingModel {
  return {
    name: model.name,
    embed: (texts, how) =>
      throughGate<EmbedOutcome>(gate, how, (deadlineMs) => model.embed(texts, { ...how, deadlineMs })),
  };
}

async function throughGate<Outcome extends { readonly kind: string }>(
  gate: Gate,
  request: Timed,
  ask: (deadlineMs: number) => Promise<Outcome | ModelFailure>,
): Promise<Outcome | ModelFailure> {
  const pass = await gate.enter(request);
  if (pass === undefined) {
    return paused;
  }
  // What throws against all agreements gives its place back nevertheless.
  let end: CallEnd = 'unwanted';
  try {
    const outcome = await ask(pass.deadlineMs);
    end = endOf(outcome, request);
    return outcome;
  } finally {
    pass.leave(end);
  }
}

async function* streamThrough(
  gate: Gate,
  request: Timed,
  ask: (deadlineMs: number) => AsyncIterable<ModelPiece>,
): AsyncGenerator<ModelPiece, void, void> {
  const pass = await gate.enter(request);
  if (pass === undefined) {
    yield paused;
    return;
  }
  let end: CallEnd = 'unwanted';
  try {
    for await (const piece of ask(pass.deadlineMs)) {
      // Whoever stops reading after a piece has seen that the model answers.
      end = endOf(piece, request);
      yield piece;
    }
  } finally {
    pass.leave(end);
  }
}

function endOf(outcome: { readonly kind: string; readonly because?: CallEnd }, { signal }: Timed): CallEnd {
  if (outcome.because === undefined) {
    return 'well';
  }
  return signal?.aborted === true ? 'unwanted' : outcome.because;
}
