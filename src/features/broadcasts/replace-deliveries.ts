import type { Deps } from '../../deps.ts';
import type { Delivery } from '../../domain/delivery.ts';
import type { Instant } from '../../domain/instant.ts';
import type { StoredDelivery } from '../../store/deliveries.ts';

/** Who keeps count of the steps. */
export interface StepCounter {
  /** Until when they are kept at least. */
  readonly forgetAt: Instant;
  moved(before: Delivery, after: Delivery): void;
  /** A delivery was changed by somebody else, or is not there any more: the counts are to be made anew. */
  lost(): void;
}

const batchSize = 100;

/**
 * Takes each delivery of one bucket one step further, in batches. Where somebody else was faster, it is read again and decided again.
 * Returns those that were changed, as they are stored now.
 */
export async function replaceEach(
  deps: Pick<Deps, 'deliveries'>,
  deliveries: readonly StoredDelivery[],
  step: (delivery: Delivery) => Delivery | undefined,
  counter: StepCounter,
): Promise<readonly StoredDelivery[]> {
  const changed: StoredDelivery[] = [];
  for (let start = 0; start < deliveries.length; start += batchSize) {
    const batch = deliveries.slice(start, start + batchSize);
    const outcome = await replaceTogether(deps, batch, step, counter);
    if (outcome !== 'conflict') {
      changed.push(...outcome);
      continue;
    }
    for (const delivery of batch) {
      const alone = await replaceAlone(deps, delivery, step, counter);
      if (alone !== undefined) {
        changed.push(alone);
      }
    }
  }
  return changed;
}

async function replaceTogether(
  deps: Pick<Deps, 'deliveries'>,
  batch: readonly StoredDelivery[],
  step: (delivery: Delivery) => Delivery | undefined,
  counter: StepCounter,
): Promise<readonly StoredDelivery[] | 'conflict'> {
  const steps = batch.flatMap((before) => {
    const value = step(before.value);
    return value === undefined ? [] : [{ before, after: change(before, value, counter) }];
  });
  const outcome = await deps.deliveries.replace(steps.map(({ after }) => after));
  if (outcome !== 'conflict') {
    for (const { before, after } of steps) {
      counter.moved(before.value, after.value);
    }
  }
  return outcome;
}

/** Undefined when there is nothing to change any more, or nothing at all. */
export async function replaceAlone(
  deps: Pick<Deps, 'deliveries'>,
  delivery: StoredDelivery,
  step: (delivery: Delivery) => Delivery | undefined,
  counter: StepCounter,
): Promise<StoredDelivery | undefined> {
  let known = delivery;
  for (;;) {
    const value = step(known.value);
    if (value === undefined) {
      return undefined;
    }
    const outcome = await deps.deliveries.replace([change(known, value, counter)]);
    if (outcome !== 'conflict') {
      counter.moved(known.value, value);
      return outcome[0];
    }
    const now = await deps.deliveries.findById(known.value, known.id);
    counter.lost();
    if (now === undefined) {
      return undefined;
    }
    known = now;
  }
}

function change(before: StoredDelivery, value: Delivery, counter: StepCounter): StoredDelivery {
  return { ...before, value, forgetAt: Math.max(before.forgetAt, counter.forgetAt) };
}
