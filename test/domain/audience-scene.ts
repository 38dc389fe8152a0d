import type { AudienceSources } from '../../src/domain/audience.ts';
import { conversationId, storedMemberId, tenantId, userGroupId } from '../../src/domain/ids.ts';
import type { ConversationId, MemberId, UserGroupId } from '../../src/domain/ids.ts';
import type { Member } from '../../src/domain/member.ts';
import type { LostBecause, Reference } from '../../src/domain/reach.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';

const tenant = tenantId('t');
export const telephony = userGroupId('telephony');
export const roads = userGroupId('roads');
export const general = conversationId('19:general');
export const quiet = conversationId('19:quiet');

export function person(name: string): MemberId {
  return storedMemberId(`t.${name}`);
}

export function aMember(id: MemberId, fields: Partial<Member> = {}): Member {
  return { id, tenantId: tenant, guest: false, firstSeenAt: 0, rosterReadAt: 0, ...fields };
}

export function aReference(fields: Partial<Reference> = {}): Reference {
  return {
    conversationId: conversationId('a:1'),
    kind: 'personal',
    tenantId: tenant,
    serviceUrl: 'https://smba.trafficmanager.net/de/',
    botId: '28:bot',
    seenAt: 0,
    ...fields,
  };
}

export function personal(memberId: MemberId, fields: Partial<Reference> = {}): Reference {
  return aReference({ memberId, conversationId: conversationId(`a:${memberId}`), ...fields });
}

export function lost(because: LostBecause) {
  return { lost: { because, at: 1 } };
}

export function sources(fields: Partial<AudienceSources> = {}): AudienceSources {
  return {
    members: [],
    memberships: [],
    followers: [],
    channels: [],
    ways: [],
    optedOut: new Set(),
    communes: shippedCommunes,
    isOrganiser: () => false,
    ...fields,
  };
}

export function joined(userGroup: UserGroupId, memberId: MemberId) {
  return { userGroupId: userGroup, memberId, joinedAt: 0 };
}

export function channelOf(userGroup: UserGroupId, conversation: ConversationId) {
  return { userGroupId: userGroup, conversationId: conversation, tenantId: tenant };
}
