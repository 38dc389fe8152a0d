import type { Deps } from '../../deps.ts';
import type { PersonalDataSource } from '../members/personal-data.ts';

/** What the member chose to get; nothing while that is what everybody gets. */
export function ownSubscriptionSource({ subscriptions }: Pick<Deps, 'subscriptions'>): PersonalDataSource {
  return {
    kind: 'subscription',
    async read(member) {
      const known = await subscriptions.find(member);
      if (known === undefined) {
        return [];
      }
      const { frequencies, ...rest } = known;
      return [{ ...rest, ...frequencies }];
    },
    erase: (member) => subscriptions.eraseOf(member),
  };
}
