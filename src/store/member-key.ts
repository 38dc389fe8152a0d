import type { MemberId } from '../domain/ids.ts';
import type { DocumentKey } from '../ports/document-store.ts';
import { hashedId } from './hashed-id.ts';

/** Where documents about a member are: a hash of the member's id, so that what is left after an erasure names nobody. */
export function toMemberKey(member: MemberId): DocumentKey {
  const hash = hashedId(member);
  return { partition: hash, id: hash };
}
