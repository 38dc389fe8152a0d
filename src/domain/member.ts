import type { CommuneId, MemberId, TenantId } from './ids.ts';
import { dayMs } from './instant.ts';
import type { Instant } from './instant.ts';

/** A role that configuration or an organiser gives; everybody from an allowed tenant is a member. */
export type Role = 'member' | 'organiser';

/** What is kept about a person. Name and mail are not: they come from the roster when needed. */
export interface Member {
  readonly id: MemberId;
  readonly tenantId: TenantId;
  /** A guest of the tenant, by the roster. */
  readonly guest: boolean;
  /** From the tenant's or mail domain's mapping, or chosen once. */
  readonly communeId?: CommuneId;
  /** How the commune was found; a choice by the person is never overwritten by a mapping. */
  readonly communeFrom?: 'mapping' | 'choice';
  /** The person said that no commune of the list is theirs. */
  readonly withoutCommune?: boolean;
  readonly firstSeenAt: Instant;
  /** When guest and mapping were last looked up. */
  readonly rosterReadAt: Instant;
  /** When the person was asked for the commune; that happens once. */
  readonly communeAskedAt?: Instant;
}

/** The person of this turn: who they are by Teams, and what follows from it. */
export interface Asker {
  /** Absent for anonymous participants: they may read and not write. */
  readonly memberId?: MemberId;
  readonly tenantId: TenantId;
  readonly guest: boolean;
  readonly role: Role;
  readonly communeId?: CommuneId;
  /** Others read the answer as well: only what everybody may see is shown. */
  readonly overheard?: boolean;
}

const rosterLifeMs = 30 * dayMs;

/** People change tenants' guest lists and communes rarely: the roster is read again after 30 days. */
export function isRosterStale(member: Member, now: Instant): boolean {
  return now - member.rosterReadAt >= rosterLifeMs;
}

/** Whether the commune is still to be asked for: no mapping found one, and nobody asked before. */
export function needsCommune(member: Member): boolean {
  return member.communeId === undefined && member.communeAskedAt === undefined && !member.guest;
}
