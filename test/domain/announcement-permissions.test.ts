import { describe, expect, it } from 'vitest';
import type { AudiencePart } from '../../src/domain/audience.ts';
import { communeId, userGroupId } from '../../src/domain/ids.ts';
import { may, mayAnnounceTo } from '../../src/domain/permissions.ts';
import { anAsker, aUserGroup } from '../support/builders.ts';

const member = anAsker();
const organiser = anAsker({ role: 'organiser' });
const [own, other] = [userGroupId('own'), userGroupId('other')];
const groups = new Map([
  [own, aUserGroup({ id: own, organisers: member.memberId === undefined ? [] : [member.memberId] })],
  [other, aUserGroup({ id: other })],
]);
const ofGroup = (id: typeof own): readonly AudiencePart[] => [
  { kind: 'user-group', userGroupId: id },
  { kind: 'user-group-channels', userGroupId: id },
];
const everybody: readonly AudiencePart[] = [{ kind: 'all-members' }];

describe('announcing', () => {
  it('is for organisers of the community, to everybody', () => {
    const audience = [...everybody, ...ofGroup(own), ...ofGroup(other)];

    expect(mayAnnounceTo(organiser, audience, groups)).toEqual({ kind: 'allowed' });
  });

  it.each<[string, readonly AudiencePart[]]>([
    ['everybody', everybody],
    ['the organisers', [{ kind: 'role', role: 'organiser' }]],
    ['a district', [{ kind: 'district', districtKey: '05962' }]],
    ['a commune', [{ kind: 'commune', communeId: communeId('05962016') }]],
    ['another group', ofGroup(other)],
    ['an unknown group', ofGroup(userGroupId('unknown'))],
    ['their own group and more', [...ofGroup(own), ...everybody]],
    ['nobody', []],
  ])('is for a group organiser not to %s', (_, audience) => {
    expect(mayAnnounceTo(member, audience, groups)).toEqual({ kind: 'denied', because: 'not-organiser' });
  });

  it('is for a group organiser to the own group, as long as they are a member of the community', () => {
    const { memberId: _, ...nobody } = member;

    expect(mayAnnounceTo(member, ofGroup(own), groups)).toEqual({ kind: 'allowed' });
    expect(mayAnnounceTo({ ...member, guest: true }, ofGroup(own), groups)).toMatchObject({
      because: 'guest',
    });
    expect(mayAnnounceTo(nobody, ofGroup(own), groups)).toMatchObject({ because: 'anonymous' });
  });
});

it('confirming is for organisers of the community alone', () => {
  expect(may(organiser, 'confirm-announcement')).toEqual({ kind: 'allowed' });
  expect(may(member, 'confirm-announcement', groups.get(own))).toMatchObject({ because: 'not-organiser' });
});
