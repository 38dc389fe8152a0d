import type { MemberId, UseCaseId } from './ids.ts';
import type { Instant } from './instant.ts';

/** Somebody wants to be told when a commune joins a use case or comes further with it. */
export interface Follow {
  readonly useCaseId: UseCaseId;
  readonly memberId: MemberId;
  readonly since: Instant;
}
