import { expect, it } from 'vitest';
import { fromAudienceKey, toAudienceKey, toFormKeys } from '../../src/domain/audience-keys.ts';
import type { AudiencePart } from '../../src/domain/audience.ts';
import { communeId, conversationId, userGroupId } from '../../src/domain/ids.ts';

const parts: readonly (readonly [string, AudiencePart])[] = [
  ['all', { kind: 'all-members' }],
  ['organisers', { kind: 'role', role: 'organiser' }],
  ['members', { kind: 'role', role: 'member' }],
  ['group:g-1', { kind: 'user-group', userGroupId: userGroupId('g-1') }],
  ['channels:g-1', { kind: 'user-group-channels', userGroupId: userGroupId('g-1') }],
  ['channel:19:x@thread.tacv2', { kind: 'channel', conversationId: conversationId('19:x@thread.tacv2') }],
  ['district:05962', { kind: 'district', districtKey: '05962' }],
  ['05962016', { kind: 'commune', communeId: communeId('05962016') }],
];

it.each(parts)('"%s" stands for a part, there and back', (key, part) => {
  expect(toAudienceKey(part)).toBe(key);
  expect(fromAudienceKey(key)).toEqual(part);
});

it.each(['', 'group:', 'channels:', 'district:5962', 'district:', '0596201', 'everybody', '__proto__'])(
  '"%s" stands for nothing',
  (key) => {
    expect(fromAudienceKey(key)).toBeUndefined();
  },
);

it('has communes in a field of their own', () => {
  expect(toFormKeys(parts.map(([, part]) => part))).toMatchObject({
    audience: expect.arrayContaining(['all', 'district:05962']),
    communes: ['05962016'],
  });
});
