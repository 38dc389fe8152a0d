import type { CommuneId, MemberId, TenantId } from './ids.ts';
import type { Instant } from './instant.ts';

/** A role that configuration or an organiser gives; everybody from an allowed tenant is a member. */
export type Role = 'member' | 'organiser';

/** What is kept about a person. Name and mail are not: they come from the roster when needed. */
export interface Member {
  readonly id: MemberId;
  readonly tenantId: TenantId;
  /** From the tenant's or mail domain's mapping, or chosen once. */
  readonly communeId?: CommuneId;
  /** How the commune was found; a choice by the person is never overwritten by a mapping. */
  readonly communeFrom?: 'mapping' | 'choice';
  /** The person said that no commune of the list is theirs. */
  readonly withoutCommune?: boolean;
  readonly firstSeenAt: Instant;
  /** When the welcome was shown; it is shown once. */
  readonly welcomedAt?: Instant;
}

/** The person of this turn: who they are by Teams, and what follows from it. */
export interface Asker {
  /** Absent for anonymous participants: they may read and not write. */
  readonly memberId?: MemberId;
  readonly tenantId: TenantId;
  readonly guest: boolean;
  readonly role: Role;
  readonly communeId?: CommuneId;
}
