import type { Deps, Rules } from '../../deps.ts';
import { memberId } from '../../domain/ids.ts';
import type { CommuneId, MemberId, TenantId } from '../../domain/ids.ts';
import { isRosterStale } from '../../domain/member.ts';
import type { Asker, Member } from '../../domain/member.ts';

/** What the roster of a conversation says about a person. */
export interface RosterEntry {
  readonly name: string;
  readonly email?: string;
  readonly guest: boolean;
}

export interface IdentifyAskerRequest {
  readonly tenantId: TenantId;
  /** The Entra object id; absent for anonymous participants. */
  readonly objectId?: string;
  readonly roster: () => Promise<RosterEntry | undefined>;
}

export type IdentifyAskerResult =
  | { readonly kind: 'known'; readonly asker: Asker; readonly member: Member | undefined }
  | { readonly kind: 'foreign-tenant' };

type IdentifyDeps = Pick<Deps, 'clock' | 'members' | 'operator' | 'rules'>;

/**
 * Who asks, by tenant and Entra object id. At the first contact, and then every 30 days, the roster tells whether the person is a
 * guest and which mail domain they have. Where it cannot be asked, the person has a guest's rights for this turn.
 */
export async function identifyAsker(
  deps: IdentifyDeps,
  request: IdentifyAskerRequest,
): Promise<IdentifyAskerResult> {
  if (!isAllowedTenant(deps.rules, request.tenantId)) {
    return { kind: 'foreign-tenant' };
  }
  const id = toMemberId(request);
  const member = id && (await getMember(deps, id, request));
  return { kind: 'known', asker: toAsker(deps.rules, request, member), member };
}

/**
 * The same by what is known already: neither is Teams asked nor anything written, for this happens with every letter typed.
 * Whoever never talked with the bot has a guest's rights.
 */
export async function recogniseAsker(
  deps: Pick<Deps, 'members' | 'rules'>,
  request: Account,
): Promise<IdentifyAskerResult> {
  if (!isAllowedTenant(deps.rules, request.tenantId)) {
    return { kind: 'foreign-tenant' };
  }
  const id = toMemberId(request);
  const stored = id && (await deps.members.find(id));
  return { kind: 'known', asker: toAsker(deps.rules, request, stored?.value), member: stored?.value };
}

type Account = Omit<IdentifyAskerRequest, 'roster'>;

function toMemberId({ tenantId, objectId }: Account): MemberId | undefined {
  return objectId === undefined ? undefined : memberId(tenantId, objectId);
}

function toAsker(
  { organisers }: Pick<Rules, 'organisers'>,
  account: Account,
  member: Member | undefined,
): Asker {
  const { tenantId, objectId } = account;
  const id = toMemberId(account);
  const isOrganiser =
    objectId !== undefined && organisers.has(objectId.toLowerCase()) && member?.guest === false;
  return {
    ...(id !== undefined && { memberId: id }),
    tenantId,
    guest: member?.guest ?? true,
    role: isOrganiser ? 'organiser' : 'member',
    ...(member?.communeId !== undefined && { communeId: member.communeId }),
  };
}

/** Nothing may be kept of other tenants, not even that they wrote. */
export function isAllowedTenant(
  { allowedTenants }: Pick<Rules, 'allowedTenants'>,
  tenant: TenantId,
): boolean {
  return allowedTenants.size === 0 || allowedTenants.has(tenant.toLowerCase());
}

async function getMember(
  deps: IdentifyDeps,
  id: MemberId,
  request: IdentifyAskerRequest,
): Promise<Member | undefined> {
  const stored = await deps.members.find(id);
  const now = deps.clock.now();
  if (stored !== undefined && !isRosterStale(stored.value, now)) {
    return stored.value;
  }
  const entry = await request.roster();
  if (entry === undefined) {
    return stored?.value;
  }
  const mapped = findMappedCommune(deps, request.tenantId, entry.email);
  const member = toMember(stored?.value, { id, tenantId: request.tenantId, entry, mapped, now });
  // Whoever was faster wrote the same: what this turn knows stays true.
  await (stored === undefined ? deps.members.add(member) : deps.members.replace(member, stored.etag));
  return member;
}

interface Seen {
  readonly id: MemberId;
  readonly tenantId: TenantId;
  readonly entry: RosterEntry;
  readonly mapped: CommuneId | undefined;
  readonly now: number;
}

function toMember(known: Member | undefined, { id, tenantId, entry, mapped, now }: Seen): Member {
  const base = { id, tenantId, firstSeenAt: now, ...known, guest: entry.guest, rosterReadAt: now };
  if (known?.communeFrom === 'choice' || mapped === undefined) {
    return base;
  }
  return { ...base, communeId: mapped, communeFrom: 'mapping' };
}

/** The mail domain is more exact than the tenant; a mapping to several communes decides nothing. */
function findMappedCommune(
  deps: Pick<Deps, 'operator'>,
  tenantId: TenantId,
  email: string | undefined,
): CommuneId | undefined {
  const { communesOf } = deps.operator.current();
  const domain = email?.split('@').at(-1)?.toLowerCase();
  const byDomain = domain === undefined ? undefined : communesOf.get(domain);
  const communes = byDomain ?? communesOf.get(tenantId.toLowerCase()) ?? [];
  return communes.length === 1 ? communes[0] : undefined;
}
