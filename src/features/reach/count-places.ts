import type { Deps } from '../../deps.ts';
import { listPlaces } from './find-way.ts';

export interface PlaceCount {
  readonly people: number;
  readonly channels: number;
  readonly groups: number;
  readonly unreachable: number;
}

/** How many places can be written to at this moment. */
export async function countPlaces(
  deps: Pick<Deps, 'clock' | 'isServiceAllowed' | 'references'>,
): Promise<PlaceCount> {
  const count = { personal: 0, channel: 0, group: 0, unreachable: 0 };
  for await (const { kind, lost } of listPlaces(deps)) {
    count[lost === undefined ? kind : 'unreachable'] += 1;
  }
  const { personal: people, channel: channels, group: groups, unreachable } = count;
  return { people, channels, groups, unreachable };
}
