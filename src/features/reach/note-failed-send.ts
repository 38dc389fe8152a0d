import type { Deps } from '../../deps.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Reference } from '../../domain/reach.ts';
import type { LossSign } from '../../domain/reach-signs.ts';
import { lossAfter } from '../../domain/send-failure.ts';
import type { SendFailure } from '../../domain/send-failure.ts';

/**
 * Marks the place, or its whole tenant, when the refused send shows that it cannot be reached, and says why. `sentAt` is when the send
 * began: what the person did after that has opened the way again.
 */
export async function noteFailedSend(
  deps: Pick<Deps, 'references'>,
  request: { readonly reference: Reference; readonly failure: SendFailure; readonly sentAt: Instant },
): Promise<LossSign | undefined> {
  const { reference, failure, sentAt } = request;
  const sign = lossAfter(failure);
  if (sign !== undefined) {
    const { tenantId } = reference;
    const place = sign === 'disabled-by-admin' ? { tenantId } : reference;
    await deps.references.learn(place, { sign, at: sentAt });
  }
  return sign;
}
