import { sourceText } from '../../../src/cards/source-text.ts';
import { understand } from '../../../src/chat/understand/intents.ts';
import { composeAnswer } from '../../../src/features/ask/compose-answer.ts';
import { SentenceCutter } from '../../../src/features/ask/grounding/cut-sentences.ts';
import type {
  LanguageModel,
  ModelFailureReason,
  ModelPiece,
  ModelRequest,
  ModelUsage,
} from '../../../src/ports/language-model.ts';
import type { Logger } from '../../../src/ports/logger.ts';
import type { AnswerCase } from './answer-case.ts';
import type { KnownRecords } from './read-record.ts';

/** How an answer to a case went. */
export interface CaseRun {
  readonly answerCase: AnswerCase;
  /** Sentences that people would see. */
  readonly shown: readonly string[];
  readonly end: 'complete' | 'rejected' | 'late' | 'failed' | 'empty';
  /** Why the checker refused a sentence. */
  readonly problem?: string;
  /** That sentence. */
  readonly refused?: string;
  readonly failure?: ModelFailureReason;
  /** The model itself said that there is no answer, or nothing. */
  readonly declined: boolean;
  readonly firstMs?: number;
  readonly endMs: number;
  /** Absent where the model does not count, or was not heard to its end. */
  readonly usage?: ModelUsage;
}

type Communes = KnownRecords['communes'];

export interface RunSettings {
  readonly model: LanguageModel;
  readonly communes: Communes;
  readonly asUnderstood: boolean;
}

/** What the model is told not to do; there is no such source. */
const noAnswer = '[0]';

/** Asks as the bot does once it has found the records: the same words of them, the same instructions, the same checker, the same deadline. */
export async function runCase(
  answerCase: AnswerCase,
  { model, communes, asUnderstood }: RunSettings,
): Promise<CaseRun> {
  const { question, useCases } = answerCase;
  const heard = new HeardModel(model);
  const log = new RejectionLog();
  const request = {
    sought: asUnderstood ? toSought(question, communes) : question,
    sources: useCases.map((useCase) => ({ id: useCase.id, text: sourceText(useCase, communes) })),
    communes: communes.values(),
  };
  const startedAt = performance.now();
  const shown: string[] = [];
  let firstMs: number | undefined;
  let end: CaseRun['end'] = 'failed';
  for await (const piece of composeAnswer({ languageModel: heard, logger: log }, request)) {
    if (piece.kind === 'sentence') {
      firstMs ??= performance.now() - startedAt;
      shown.push(piece.text);
    } else {
      end = piece.kind === 'complete' ? 'complete' : piece.because;
    }
  }
  const endMs = performance.now() - startedAt;
  const { problem } = log;
  const refused = problem === undefined ? undefined : sentenceAt(heard.said, shown.length);
  return {
    answerCase,
    shown,
    end,
    declined: shown.length === 0 && (end === 'empty' || refused?.includes(noAnswer) === true),
    endMs,
    ...(firstMs !== undefined && { firstMs }),
    ...(problem !== undefined && { problem }),
    ...(refused !== undefined && { refused }),
    ...(heard.failure !== undefined && { failure: heard.failure }),
    ...(heard.usage !== undefined && { usage: heard.usage }),
  };
}

/** What the bot takes to be sought; of what it does not understand as a question, all of it. */
function toSought(question: string, communes: Communes): string {
  const intent = understand(question, { communes, themes: [] });
  const sought = intent.kind === 'question' ? intent.question.sought : '';
  return sought === '' ? question : sought;
}

function sentenceAt(said: string, index: number): string | undefined {
  const cutter = new SentenceCutter();
  const sentences = [...cutter.add(said), cutter.end()];
  return sentences[index]?.text;
}

/** The same model; what it says is noted. */
class HeardModel implements LanguageModel {
  said = '';
  usage: ModelUsage | undefined;
  failure: ModelFailureReason | undefined;
  readonly #model: LanguageModel;

  constructor(model: LanguageModel) {
    this.#model = model;
  }

  get name(): string {
    return this.#model.name;
  }

  answerInJson: LanguageModel['answerInJson'] = (request) => this.#model.answerInJson(request);

  async *stream(request: ModelRequest): AsyncGenerator<ModelPiece, void, void> {
    for await (const piece of this.#model.stream(request)) {
      switch (piece.kind) {
        case 'text':
          this.said += piece.text;
          break;
        case 'end':
          this.usage = piece.usage;
          break;
        case 'failed':
          this.failure = piece.because;
      }
      yield piece;
    }
  }
}

/** The product tells its log alone why a sentence is not shown. */
class RejectionLog implements Logger {
  problem: string | undefined;

  info(event: string, facts?: Readonly<Record<string, unknown>>): void {
    if (event === 'answer.sentence-rejected') {
      this.problem = String(facts?.['problem']);
    }
  }

  warn(): void {}

  error(): void {}
}
