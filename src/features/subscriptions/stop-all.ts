import type { Deps } from '../../deps.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';

/** `isNew`: it was not so before. */
export type StopAllResult =
  | { readonly kind: 'stopped'; readonly isNew: boolean }
  | { readonly kind: 'denied' };

/** "Stopp": from now on the person gets nothing but answers. What they chose is kept. */
export async function stopAll(
  deps: Pick<Deps, 'clock' | 'subscriptions'>,
  asker: Asker,
): Promise<StopAllResult> {
  const { memberId } = asker;
  if (memberId === undefined || may(asker, 'choose-subscriptions').kind === 'denied') {
    return { kind: 'denied' };
  }
  let isNew = false;
  await deps.subscriptions.change(memberId, (known = { memberId, frequencies: {} }) => {
    isNew = known.stoppedAt === undefined;
    return isNew ? { ...known, stoppedAt: deps.clock.now() } : known;
  });
  return { kind: 'stopped', isNew };
}
