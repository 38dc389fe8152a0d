import type { Deps } from '../deps.ts';
import { minuteMs, secondMs } from '../domain/instant.ts';
import type { Technology } from '../domain/use-case.ts';
import { EmbeddingBatches } from '../features/ask/embed-batches.ts';
import { EmbeddingLedger } from '../features/ask/embed-ledger.ts';
import { EmbeddingTexts } from '../features/ask/embed-text.ts';
import { sleep } from '../features/broadcasts/sleep.ts';
import type { Timer } from '../ports/timer.ts';
import { EmbedWork } from './embed-work.ts';
import type { EmbedWorkDeps, PassOutcome } from './embed-work.ts';
import { followEmbeddings } from './follow-embeddings.ts';
import type { Following } from './follow-feed.ts';
import { LeaseKeeper } from './outbox/lease-keeper.ts';

/** What happens within this time is done together. */
const gatherMs = secondMs;
/** How soon the changes that other instances made are seen, and whether another one has finished or died. */
const glanceMs = 5 * secondMs;
const longestWaitMs = 5 * minuteMs;
const leaseMs = 15 * secondMs;

export type EmbedDeps = EmbedWorkDeps &
  Pick<Deps, 'clock' | 'embeddingModel' | 'ids' | 'leases' | 'useCaseVectors'>;

export interface EmbedParts {
  readonly timer: Timer;
  /** What people call each technology. */
  readonly technologyWords: Readonly<Record<Technology, string>>;
}

/**
 * Keeps a vector of the current words of every use case, made by the model that is set; without one, it only removes the vectors of what
 * is gone. Several instances of the app may run it: one at a time works. The catalogue must be filled.
 */
export function embedUseCases(deps: EmbedDeps, { timer, technologyWords }: EmbedParts): Following {
  const { catalogue, embeddingModel, logger } = deps;
  const ledger = new EmbeddingLedger();
  const texts = new EmbeddingTexts(technologyWords);
  const stopped = new AbortController();
  let changed = new AbortController();
  let failures = 0;

  async function follow(): Promise<Following | undefined> {
    while (!stopped.signal.aborted) {
      try {
        return await followEmbeddings(deps, ledger);
      } catch (error) {
        logger.error('embeddings.not-read', { error });
        await sleep(timer, glanceMs, stopped.signal);
      }
    }
    return undefined;
  }

  /** Until something is to be done, or may be. */
  async function rest(outcome: PassOutcome, revision: number): Promise<void> {
    const isNew = (): boolean => changed.signal.aborted || catalogue.revision !== revision;
    const end = timer.uptime() + (outcome === 'idle' ? minuteMs : glanceMs);
    while (!stopped.signal.aborted && !isNew() && timer.uptime() < end) {
      await sleep(timer, glanceMs, AbortSignal.any([changed.signal, stopped.signal]));
    }
    if (isNew()) {
      await sleep(timer, gatherMs, stopped.signal);
    }
  }

  async function run(): Promise<void> {
    const following = await follow();
    const keeper = new LeaseKeeper({ ...deps, timer }, deps.ids.next(), leaseMs);
    const work = new EmbedWork(deps, {
      timer,
      ledger,
      texts,
      keeper,
      leaseMs,
      signal: stopped.signal,
      ...(embeddingModel !== undefined && {
        wanted: {
          name: embeddingModel.name,
          generation: ledger.generationFor(embeddingModel.name),
          batches: new EmbeddingBatches(embeddingModel, texts, logger),
        },
      }),
    });
    while (!stopped.signal.aborted) {
      changed = new AbortController();
      const { revision } = catalogue;
      let outcome: PassOutcome;
      try {
        outcome = await work.pass();
      } catch (error) {
        logger.error('embeddings.behind', { error });
        outcome = 'failed';
      }
      if (outcome === 'failed' || outcome === 'failed-later') {
        failures = outcome === 'failed' ? failures + 1 : 1;
        await sleep(timer, Math.min(longestWaitMs, secondMs * 2 ** (failures - 1)), stopped.signal);
      } else {
        failures = 0;
        await rest(outcome, revision);
      }
    }
    await following?.stop();
  }

  const stopListening = deps.useCases.onChange(() => changed.abort());
  const running = run();
  return {
    async stop() {
      stopped.abort();
      stopListening();
      await running;
    },
  };
}
