import type { Deps } from '../../deps.ts';
import type { UseCaseId } from '../../domain/ids.ts';
import { secondMs } from '../../domain/instant.ts';
import type { UseCase } from '../../domain/use-case.ts';
import type {
  EmbeddingModel,
  EmbedOutcome,
  ModelFailure,
  ModelFailureReason,
} from '../../ports/language-model.ts';
import { cut } from './embed-text.ts';
import type { EmbeddingTexts } from './embed-text.ts';
import { VectorLength } from './embed-length.ts';

/** What a common server takes at most by default (text-embeddings-inference, `--max-client-batch-size`); others take more. */
export const mostAtOnce = 32;
/** Of one call, so that no server finds it too large; UTF-8. */
const mostBytes = 200_000;
const callMs = 30 * secondMs;
/** For models that read 512 tokens and refuse more. */
const shortText = 1200;
/** After so many texts that were too long, the others are cut before they are sent. */
const tooLongOften = 3;
/** A text that the endpoint fails at so often, while it answers otherwise, counts as refused. */
const failedOften = 3;
/** More than two batches. */
const manySuspects = 2 * mostAtOnce;
/** It says nothing, and every model takes it. */
const harmless = 'Test';

/** Words of a use case, and their hash. */
export interface WordsToEmbed {
  readonly id: UseCaseId;
  readonly contentHash: string;
  readonly text: string;
}

export type BatchOutcome =
  | { readonly kind: 'embedded'; readonly vectors: readonly Float32Array[]; readonly tokens: number }
  /** Something among them is not taken; the next groups are smaller, and one that is known to be refused is left out. */
  | { readonly kind: 'narrowed' }
  /** Nobody is answered at the moment. */
  | { readonly kind: 'failed'; readonly because: ModelFailureReason };

interface Candidate {
  readonly useCase: UseCase;
  /** So many may go together with it. */
  readonly atOnce: number;
}

/** What is known of words that were in a batch that failed. */
interface Trial {
  readonly contentHash: string;
  /** So many of them go together the next time. */
  readonly atOnce: number;
  readonly timesFailed: number;
}

/**
 * Gives texts to the endpoint in batches, and finds the ones that it refuses: by halving a batch that fails while the endpoint takes
 * something harmless. What was learned of texts is forgotten with the process.
 */
export class EmbeddingBatches {
  readonly #model: EmbeddingModel;
  readonly #texts: EmbeddingTexts;
  readonly #logger: Deps['logger'];
  readonly #trials = new Map<UseCaseId, Trial>();
  readonly #refused = new Map<UseCaseId, string>();
  #atOnce = mostAtOnce;
  #timesTooLong = 0;
  readonly #length = new VectorLength();

  constructor(model: EmbeddingModel, texts: EmbeddingTexts, logger: Deps['logger']) {
    this.#model = model;
    this.#texts = texts;
    this.#logger = logger;
  }

  isRefused(id: UseCaseId, contentHash: string): boolean {
    return this.#refused.get(id) === contentHash;
  }

  /**
   * Which of them go together, in their order. What was in a failed batch comes after the rest and in smaller groups, the smallest first;
   * where that is a lot, something is wrong with many, and it comes first to find out what.
   */
  groups(useCases: readonly UseCase[]): readonly (readonly UseCase[])[] {
    const others: Candidate[] = [];
    const suspects: Candidate[] = [];
    for (const useCase of useCases) {
      const trial = this.#trialOf(useCase.id, this.#texts.hashOf(useCase));
      if (trial === undefined) {
        others.push({ useCase, atOnce: this.#atOnce });
      } else {
        suspects.push({ useCase, atOnce: Math.min(trial.atOnce, this.#atOnce) });
      }
    }
    suspects.sort((one, other) => one.atOnce - other.atOnce);
    const [first, second] = suspects.length > manySuspects ? [suspects, others] : [others, suspects];
    return [...inGroups(first), ...inGroups(second)];
  }

  async embed(batch: readonly WordsToEmbed[], signal: AbortSignal): Promise<BatchOutcome> {
    const outcome = await this.#call(
      batch.map(({ text }) => this.#shortened(text)),
      signal,
    );
    if (outcome.kind === 'embedded') {
      this.#atOnce = Math.min(mostAtOnce, this.#atOnce + Number(batch.length === this.#atOnce));
      for (const { id } of batch) {
        this.#trials.delete(id);
        this.#refused.delete(id);
      }
      return { ...outcome, tokens: outcome.inputTokens ?? 0 };
    }
    const { because } = outcome;
    if (signal.aborted || isNobodyAnswered(outcome)) {
      return { kind: 'failed', because };
    }
    const [first] = batch;
    if (because === 'late' && batch.length > 1) {
      this.#atOnce = Math.ceil(batch.length / 2);
      return { kind: 'failed', because };
    }
    const isAnswering = (await this.#call([harmless], signal)).kind === 'embedded';
    if (!isAnswering || first === undefined) {
      return { kind: 'failed', because };
    }
    return batch.length > 1 ? this.#halve(batch) : this.#tryShort(first, because, signal);
  }

  #halve(batch: readonly WordsToEmbed[]): BatchOutcome {
    const atOnce = Math.ceil(batch.length / 2);
    for (const { id, contentHash } of batch) {
      this.#trials.set(id, { contentHash, atOnce, timesFailed: 0 });
    }
    return { kind: 'narrowed' };
  }

  async #tryShort(
    words: WordsToEmbed,
    because: ModelFailureReason,
    signal: AbortSignal,
  ): Promise<BatchOutcome> {
    const { id, contentHash, text } = words;
    const mayPass = because === 'late' || because === 'unreachable';
    const timesFailed = (this.#trialOf(id, contentHash)?.timesFailed ?? 0) + 1;
    if (mayPass && timesFailed < failedOften) {
      this.#trials.set(id, { contentHash, atOnce: 1, timesFailed });
      return { kind: 'failed', because };
    }
    const short = cut(text, shortText);
    if (short !== this.#shortened(text)) {
      const outcome = await this.#call([short], signal);
      if (outcome.kind === 'embedded') {
        this.#timesTooLong += 1;
        this.#trials.delete(id);
        return { ...outcome, tokens: outcome.inputTokens ?? 0 };
      }
      if (signal.aborted || isNobodyAnswered(outcome)) {
        return { kind: 'failed', because: outcome.because };
      }
    }
    this.#trials.delete(id);
    this.#refused.set(id, contentHash);
    this.#logger.warn('embeddings.text-refused', { useCaseId: id, because });
    return { kind: 'narrowed' };
  }

  #trialOf(id: UseCaseId, contentHash: string): Trial | undefined {
    const trial = this.#trials.get(id);
    return trial?.contentHash === contentHash ? trial : undefined;
  }

  #shortened(text: string): string {
    return this.#timesTooLong < tooLongOften ? text : cut(text, shortText);
  }

  async #call(texts: readonly string[], signal: AbortSignal): Promise<EmbedOutcome> {
    const outcome = await this.#model.embed(texts, { deadlineMs: callMs, signal });
    return outcome.kind === 'embedded' && !this.#length.takes(outcome.vectors[0]?.length)
      ? { kind: 'failed', because: 'unusable' }
      : outcome;
  }
}

/** Whatever the texts are. Where it cannot be reached, it may be a text that brings it down. */
function isNobodyAnswered({ because }: ModelFailure): boolean {
  return because === 'throttled' || because === 'paused';
}

/** The smallest come first, so that the first of a group says how large it may be. */
function* inGroups(candidates: readonly Candidate[]): Generator<readonly UseCase[]> {
  let group: UseCase[] = [];
  let most = 0;
  for (const { useCase, atOnce } of candidates) {
    if (group.length >= most && group.length > 0) {
      yield group;
      group = [];
    }
    most = group.length === 0 ? atOnce : most;
    group.push(useCase);
  }
  if (group.length > 0) {
    yield group;
  }
}

/** In batches of at most `mostBytes`. */
export function* inBytes(words: readonly WordsToEmbed[]): Generator<readonly WordsToEmbed[]> {
  let batch: WordsToEmbed[] = [];
  let bytes = 0;
  for (const one of words) {
    const more = Buffer.byteLength(one.text);
    if (batch.length > 0 && bytes + more > mostBytes) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(one);
    bytes += more;
  }
  if (batch.length > 0) {
    yield batch;
  }
}
