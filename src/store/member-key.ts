import { createHash } from 'node:crypto';
import type { MemberId } from '../domain/ids.ts';
import type { DocumentKey } from '../ports/document-store.ts';

/** Where documents about a member are: a hash of the member's id, so that what is left after an erasure names nobody. */
export function toMemberKey(member: MemberId): DocumentKey {
  const hash = createHash('sha256').update(member).digest('hex').slice(0, 32);
  return { partition: hash, id: hash };
}
