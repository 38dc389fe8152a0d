import type { Deps } from '../deps.ts';
import type { UseCase } from '../domain/use-case.ts';
import { inBytes } from '../features/ask/embed-batches.ts';
import type { EmbeddingBatches } from '../features/ask/embed-batches.ts';
import type { EmbeddingLedger } from '../features/ask/embed-ledger.ts';
import {
  claimVectors,
  keepVectors,
  readMissing,
  removeOutdated,
  removeStrays,
} from '../features/ask/embed-missing.ts';
import { planEmbeddings } from '../features/ask/embed-plan.ts';
import type { EmbeddingPlan } from '../features/ask/embed-plan.ts';
import type { EmbeddingTexts } from '../features/ask/embed-text.ts';
import { sleep } from '../features/broadcasts/sleep.ts';
import { noteEmbedding } from '../features/model-use/note-use.ts';
import type { NoteUseDeps } from '../features/model-use/note-use.ts';
import type { Timer } from '../ports/timer.ts';
import { EmbedProgressLog } from './embed-progress-log.ts';
import type { LeaseKeeper } from './outbox/lease-keeper.ts';

const leaseName = 'embed-use-cases';

export type EmbedWorkDeps = NoteUseDeps & Pick<Deps, 'catalogue' | 'embeddings' | 'logger' | 'useCases'>;

/** `failed-later`: something was done before. `behind`: the catalogue does not know yet what the store does. */
export type PassOutcome = 'idle' | 'elsewhere' | 'behind' | 'failed' | 'failed-later';

interface WantedModel {
  readonly name: string;
  readonly generation: number;
  readonly batches: EmbeddingBatches;
}

interface WorkParts {
  readonly timer: Timer;
  readonly ledger: EmbeddingLedger;
  readonly texts: EmbeddingTexts;
  readonly keeper: LeaseKeeper;
  readonly leaseMs: number;
  readonly signal: AbortSignal;
  /** Absent: there is none. */
  readonly wanted?: WantedModel;
}

/** What came of the words of one group. */
type GroupOutcome =
  | { readonly kind: 'embedded'; readonly count: number; readonly tokens: number }
  | 'nothing'
  | 'narrowed'
  | 'failed';

/** One look at what is missing and what is too much, and the work on it. Begun at any point, it comes to the same end. */
export class EmbedWork {
  readonly #deps: EmbedWorkDeps;
  readonly #parts: WorkParts;
  /** What was there when it was looked at last: what changed since goes first. */
  readonly #seen = new WeakSet<UseCase>();
  #isOutdated = false;

  constructor(deps: EmbedWorkDeps, parts: WorkParts) {
    this.#deps = deps;
    this.#parts = parts;
  }

  /** Nothing is written when nothing is to be done. Throws what the store throws. */
  async pass(): Promise<PassOutcome> {
    const { keeper, ledger, wanted } = this.#parts;
    const plan = await this.#plan();
    if (wanted !== undefined && !this.#isOutdated) {
      // Before it is this instance's turn: another one may be about to remove them.
      await claimVectors(this.#deps, ledger, wanted);
    }
    if (plan.missing.length + plan.strays.length + plan.outdated.length === 0) {
      return 'idle';
    }
    if ((await keeper.take(leaseName)) === undefined) {
      return 'elsewhere';
    }
    const ended = new AbortController();
    const renewing = this.#renew(ended.signal);
    try {
      return await this.#work(plan);
    } finally {
      ended.abort();
      await renewing;
      await keeper.release(leaseName);
    }
  }

  async #work(first: EmbeddingPlan): Promise<PassOutcome> {
    const { ledger, texts, timer, wanted } = this.#parts;
    const log = wanted && new EmbedProgressLog(this.#deps, timer, wanted.name);
    let hasDone = false;
    for (let plan = first; ; plan = await this.#plan()) {
      await removeStrays(
        this.#deps,
        ledger,
        plan.strays,
        (useCase, model) =>
          model === wanted?.name && wanted.batches.isRefused(useCase.id, texts.hashOf(useCase)),
      );
      if (wanted === undefined || this.#isOutdated) {
        return 'idle';
      }
      if (plan.missing.length === 0) {
        log?.end(plan);
        await this.#replaceOthers(plan, wanted);
        return 'idle';
      }
      const outcome = await this.#embedAll(plan, wanted, log);
      hasDone ||= outcome === 'done' || outcome === 'failed-later';
      if (outcome === 'failed' || outcome === 'failed-later') {
        return hasDone ? 'failed-later' : 'failed';
      }
      if (outcome !== 'done') {
        return outcome;
      }
    }
  }

  async #replaceOthers({ outdated }: EmbeddingPlan, wanted: WantedModel): Promise<void> {
    if (outdated.length === 0) {
      return;
    }
    await removeOutdated(this.#deps, this.#parts.ledger, outdated);
    this.#deps.logger.info('embeddings.model-changed', { model: wanted.name, removed: outdated.length });
  }

  /** Until the plan is outdated or carried out. */
  async #embedAll(
    plan: EmbeddingPlan,
    wanted: WantedModel,
    log: EmbedProgressLog | undefined,
  ): Promise<'done' | Exclude<PassOutcome, 'idle'>> {
    const { keeper, ledger, signal } = this.#parts;
    const { catalogue } = this.#deps;
    log?.see(plan);
    let moreDone = 0;
    let hasDone = false;
    for (const group of wanted.batches.groups(this.#newFirst(plan.missing))) {
      if (signal.aborted || !keeper.holds(leaseName) || ledger.isOutdated(wanted.name, wanted.generation)) {
        return 'elsewhere';
      }
      const outcome = await this.#embedGroup(group, wanted);
      if (outcome === 'failed') {
        return hasDone ? 'failed-later' : 'failed';
      }
      hasDone ||= outcome !== 'nothing';
      if (outcome === 'narrowed') {
        return 'done';
      }
      if (outcome !== 'nothing') {
        moreDone += outcome.count;
        log?.see(plan, { moreDone, tokens: outcome.tokens });
      }
      if (catalogue.revision !== plan.revision) {
        return hasDone ? 'done' : 'behind';
      }
    }
    return hasDone ? 'done' : 'behind';
  }

  async #embedGroup(group: readonly UseCase[], wanted: WantedModel): Promise<GroupOutcome> {
    const { ledger, signal, texts } = this.#parts;
    const ids = group.map(({ id }) => id);
    const words = await readMissing(this.#deps, { ledger, texts }, ids, wanted);
    let tokens = 0;
    for (const batch of inBytes(words)) {
      const outcome = await wanted.batches.embed(batch, signal);
      if (outcome.kind === 'failed' && !signal.aborted) {
        this.#deps.logger.warn('embeddings.waiting', { because: outcome.because });
      }
      if (outcome.kind !== 'embedded') {
        return outcome.kind;
      }
      await keepVectors(this.#deps, ledger, batch, outcome.vectors, wanted);
      const characters = batch.reduce((sum, { text }) => sum + text.length, 0);
      await noteEmbedding(this.#deps, 'community', { inputTokens: outcome.tokens || undefined, characters });
      tokens += outcome.tokens;
    }
    return words.length === 0 ? 'nothing' : { kind: 'embedded', count: words.length, tokens };
  }

  async #plan(): Promise<EmbeddingPlan> {
    const { ledger, texts, wanted } = this.#parts;
    const isOutdated = wanted !== undefined && ledger.isOutdated(wanted.name, wanted.generation);
    if (isOutdated && !this.#isOutdated) {
      this.#deps.logger.warn('embeddings.other-model-wanted', { model: wanted.name });
    }
    this.#isOutdated = isOutdated;
    return planEmbeddings(this.#deps, {
      ledger,
      texts,
      model: isOutdated ? undefined : wanted?.name,
      isRefused: (id, hash) => wanted?.batches.isRefused(id, hash) === true,
    });
  }

  #newFirst(missing: readonly UseCase[]): readonly UseCase[] {
    const fresh = missing.filter((useCase) => !this.#seen.has(useCase));
    const others = missing.filter((useCase) => this.#seen.has(useCase));
    for (const useCase of fresh) {
      this.#seen.add(useCase);
    }
    return [...fresh, ...others];
  }

  async #renew(ended: AbortSignal): Promise<void> {
    const { keeper, leaseMs, timer } = this.#parts;
    while (!ended.aborted) {
      await sleep(timer, leaseMs / 4, ended);
      try {
        await (ended.aborted ? undefined : keeper.renewAll());
      } catch (error) {
        this.#deps.logger.error('embeddings.lease-not-renewed', { error });
      }
    }
  }
}
