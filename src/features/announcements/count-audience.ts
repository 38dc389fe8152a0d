import type { AudiencePart } from '../../domain/audience.ts';
import type { NotReached } from '../../domain/reach.ts';
import { gatherAudience } from '../user-groups/gather-audience.ts';

/** How many an audience is at this moment. */
export interface AudienceCount {
  /** Who get a message. */
  readonly people: number;
  readonly channels: number;
  /** Messages that will be sent. */
  readonly recipients: number;
  /** Who are meant and get none, by the reason. */
  readonly unreachable: ReadonlyMap<NotReached, number>;
  readonly unreachableChannels: number;
  /** Who are not meant, because they are guests of their tenant. */
  readonly guests: number;
}

export type CountDeps = Parameters<typeof gatherAudience>[0];

export async function countAudience(
  deps: CountDeps,
  audience: readonly AudiencePart[],
): Promise<AudienceCount> {
  const found = await gatherAudience(deps, audience, { kind: 'user-group' });
  const unreachable = new Map<NotReached, number>();
  for (const { because } of found.unreachable) {
    unreachable.set(because, (unreachable.get(because) ?? 0) + 1);
  }
  const [people, channels] = [found.recipients.length, found.channels.length];
  return {
    people,
    channels,
    recipients: people + channels,
    unreachable,
    unreachableChannels: found.unreachableChannels.length,
    guests: found.guests,
  };
}
