import type { Deps } from '../../deps.ts';
import type { PersonalDataSource } from '../members/personal-data.ts';
import { findWay } from './find-way.ts';

/** Where the bot can write to the member, and how that is known. */
export function ownPlaceSource(
  deps: Pick<Deps, 'clock' | 'isServiceAllowed' | 'references'>,
): PersonalDataSource {
  return {
    kind: 'own-place',
    async read(memberId) {
      const known = await deps.references.findOwn(memberId);
      if (known === undefined) {
        return [];
      }
      const { signs, met } = known;
      const way = await findWay(deps, { memberId });
      const times = Object.entries(signs).map(([sign, at]) => [`${sign}At`, at] as const);
      return [
        {
          reachable: way.kind === 'open',
          ...(way.kind === 'unreachable' && { because: way.because }),
          ...(met !== undefined && { ...met.address, seenAt: met.seenAt }),
          ...Object.fromEntries(times),
        },
      ];
    },
    erase: (memberId) => deps.references.eraseOf(memberId),
  };
}
