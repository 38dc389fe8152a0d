import type { AudiencePart } from './audience.ts';
import { communeId, conversationId, userGroupId } from './ids.ts';

/** A part of an audience as a short text, for the choices of a form. */
export function toAudienceKey(part: AudiencePart): string {
  switch (part.kind) {
    case 'user-group':
      return `group:${part.userGroupId}`;
    case 'user-group-channels':
      return `channels:${part.userGroupId}`;
    case 'channel':
      return `channel:${part.conversationId}`;
    case 'district':
      return `district:${part.districtKey}`;
    case 'commune':
      return part.communeId;
    case 'role':
      return part.role === 'organiser' ? 'organisers' : 'members';
    case 'all-members':
      return 'all';
  }
}

/** What a key of a form means; whether there is such a group, district or commune is another question. */
export function fromAudienceKey(key: string): AudiencePart | undefined {
  if (/^\d{8}$/.test(key)) {
    return { kind: 'commune', communeId: communeId(key) };
  }
  const at = key.indexOf(':');
  const [kind, value] = at < 0 ? [key, ''] : [key.slice(0, at), key.slice(at + 1)];
  switch (kind) {
    case 'all':
      return { kind: 'all-members' };
    case 'organisers':
      return { kind: 'role', role: 'organiser' };
    case 'members':
      return { kind: 'role', role: 'member' };
    case 'group':
      return value === '' ? undefined : { kind: 'user-group', userGroupId: userGroupId(value) };
    case 'channels':
      return value === '' ? undefined : { kind: 'user-group-channels', userGroupId: userGroupId(value) };
    case 'channel':
      return value === '' ? undefined : { kind: 'channel', conversationId: conversationId(value) };
    case 'district':
      return /^\d{5}$/.test(value) ? { kind: 'district', districtKey: value } : undefined;
    default:
      return undefined;
  }
}

/** What stands in a form's two fields: the one for communes, and the one for everything else. */
export function toFormKeys(audience: readonly AudiencePart[]): {
  readonly audience: readonly string[];
  readonly communes: readonly string[];
} {
  return {
    audience: audience.filter((part) => part.kind !== 'commune').map(toAudienceKey),
    communes: audience.filter((part) => part.kind === 'commune').map(toAudienceKey),
  };
}
