import type { Deps } from '../../deps.ts';
import type { Member } from '../../domain/member.ts';

/** Notes that the member is being asked for the commune; false when that happened before, for instance at the same moment elsewhere. */
export async function askedForCommune(
  deps: Pick<Deps, 'clock' | 'members'>,
  member: Member,
): Promise<boolean> {
  const stored = await deps.members.find(member.id);
  if (stored === undefined || stored.value.communeAskedAt !== undefined) {
    return false;
  }
  const asked = { ...stored.value, communeAskedAt: deps.clock.now() };
  return (await deps.members.replace(asked, stored.etag)) === 'replaced';
}
