import type { Asker } from '../../domain/member.ts';
import type { ChangedBy } from '../../domain/use-case-history.ts';

/** Whoever asks, as the history keeps it. */
export function toChangedBy({ memberId, communeId, role }: Asker): ChangedBy {
  return {
    ...(memberId !== undefined && { memberId }),
    ...(communeId !== undefined && { communeId }),
    organiser: role === 'organiser',
  };
}
