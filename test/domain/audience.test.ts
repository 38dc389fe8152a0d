import { describe, expect, it } from 'vitest';
import { resolveAudience } from '../../src/domain/audience.ts';
import type { AudiencePart, AudienceSources } from '../../src/domain/audience.ts';
import { conversationId, userGroupId } from '../../src/domain/ids.ts';
import { hemer, menden, olpe } from '../support/builders.ts';
import {
  aMember,
  aReference,
  channelOf,
  general,
  joined,
  lost,
  person,
  personal,
  quiet,
  roads,
  sources,
  telephony,
} from './audience-scene.ts';

/** "anna reached, berta never-met" */
function peopleIn(parts: readonly AudiencePart[], given: AudienceSources): readonly string[] {
  const { recipients, unreachable } = resolveAudience(parts, given);
  return [
    ...recipients.map(({ memberId }) => `${memberId.slice(2)} reached`),
    ...unreachable.map(({ memberId, because }) => `${memberId.slice(2)} ${because}`),
  ].sort();
}

const everybody = sources({
  members: [
    aMember(person('anna'), { communeId: menden }),
    aMember(person('berta'), { communeId: hemer }),
    aMember(person('carl'), { communeId: olpe }),
    aMember(person('dora')),
  ],
  ways: ['anna', 'berta', 'carl', 'dora'].map((name) => personal(person(name))),
  memberships: [
    joined(telephony, person('anna')),
    joined(telephony, person('carl')),
    joined(roads, person('dora')),
  ],
  channels: [channelOf(telephony, general), channelOf(roads, quiet)],
  isOrganiser: (member) => member === person('berta'),
});

describe('who is meant', () => {
  it.each<[string, AudiencePart, readonly string[]]>([
    ['the members of a user group', { kind: 'user-group', userGroupId: telephony }, ['anna', 'carl']],
    ['everybody of a district', { kind: 'district', districtKey: '05962' }, ['anna', 'berta']],
    ['a chosen commune', { kind: 'commune', communeId: olpe }, ['carl']],
    ['organisers', { kind: 'role', role: 'organiser' }, ['berta']],
    ['members who do not organise', { kind: 'role', role: 'member' }, ['anna', 'carl', 'dora']],
    ['all members', { kind: 'all-members' }, ['anna', 'berta', 'carl', 'dora']],
    ['nobody for the channels alone', { kind: 'user-group-channels', userGroupId: telephony }, []],
    ['nobody for a group that nobody knows', { kind: 'user-group', userGroupId: userGroupId('x') }, []],
  ])('%s', (_, part, names) => {
    expect(peopleIn([part], everybody)).toEqual(names.map((name) => `${name} reached`));
  });

  it('is each person once, also when two parts mean them', () => {
    const parts: AudiencePart[] = [
      { kind: 'user-group', userGroupId: telephony },
      { kind: 'district', districtKey: '05962' },
      { kind: 'all-members' },
    ];

    expect(resolveAudience(parts, everybody).recipients.map(({ memberId }) => memberId)).toEqual(
      ['anna', 'berta', 'carl', 'dora'].map(person),
    );
  });

  it('leaves guests out of all members, and says how many', () => {
    const given = sources({
      members: [aMember(person('anna')), aMember(person('gast'), { guest: true })],
      ways: [personal(person('gast'))],
    });

    expect(peopleIn([{ kind: 'all-members' }], given)).toEqual(['anna never-met']);
    expect(resolveAudience([{ kind: 'all-members' }], given).guests).toBe(1);
  });

  it('keeps a guest who is in the user group', () => {
    const given = sources({
      members: [aMember(person('gast'), { guest: true })],
      memberships: [joined(roads, person('gast'))],
    });
    const parts: AudiencePart[] = [{ kind: 'user-group', userGroupId: roads }, { kind: 'all-members' }];

    expect(peopleIn(parts, given)).toEqual(['gast never-met']);
    expect(resolveAudience(parts, given).guests).toBe(0);
  });
});

describe('who can be reached', () => {
  it.each(['removed', 'blocked', 'deleted', 'disabled-by-admin'] as const)(
    'counts a person as unreachable with the reason: %s',
    (because) => {
      const given = sources({
        members: [aMember(person('anna')), aMember(person('berta'))],
        ways: [personal(person('anna'), lost(because))],
      });

      expect(peopleIn([{ kind: 'all-members' }], given)).toEqual([`anna ${because}`, 'berta never-met']);
    },
  );

  it('uses a way that is open before one that is lost, and the latest of several', () => {
    const old = personal(person('anna'), { conversationId: conversationId('a:old'), seenAt: 1 });
    const open = personal(person('anna'), { conversationId: conversationId('a:open'), seenAt: 2 });
    const gone = personal(person('anna'), {
      conversationId: conversationId('a:gone'),
      seenAt: 3,
      ...lost('removed'),
    });
    const given = sources({ members: [aMember(person('anna'))], ways: [gone, old, open] });

    const { recipients } = resolveAudience([{ kind: 'all-members' }], given);

    expect(recipients.map(({ way }) => way.conversationId)).toEqual(['a:open']);
  });

  it('never takes a channel for a way to a person', () => {
    const channel = aReference({ kind: 'channel', memberId: person('anna'), conversationId: general });
    const given = sources({ members: [aMember(person('anna'))], ways: [channel] });

    expect(peopleIn([{ kind: 'all-members' }], given)).toEqual(['anna never-met']);
  });
});

describe('who does not want it', () => {
  it('counts as unreachable because of that, whether there is a way to them or not', () => {
    const given = sources({
      members: [aMember(person('anna')), aMember(person('berta')), aMember(person('carl'))],
      ways: [personal(person('anna')), personal(person('carl'))],
      optedOut: new Set([person('anna'), person('berta'), person('dora')]),
    });

    expect(peopleIn([{ kind: 'all-members' }], given)).toEqual([
      'anna opted-out',
      'berta opted-out',
      'carl reached',
    ]);
  });

  it('is listed with the others who are not reached in the order of their ids', () => {
    const given = sources({
      members: ['anna', 'berta', 'carl'].map((name) => aMember(person(name))),
      optedOut: new Set([person('berta')]),
    });

    const { unreachable } = resolveAudience([{ kind: 'all-members' }], given);

    expect(unreachable.map(({ memberId }) => memberId)).toEqual(['anna', 'berta', 'carl'].map(person));
  });
});

describe('channels', () => {
  const inGeneral = aReference({ kind: 'channel', conversationId: general });

  it('are those of the user group, each once, with the reason where nothing can be sent', () => {
    const given = { ...everybody, ways: [inGeneral] };
    const parts: AudiencePart[] = [
      { kind: 'user-group-channels', userGroupId: telephony },
      { kind: 'channel', conversationId: general },
      { kind: 'channel', conversationId: quiet },
    ];

    const audience = resolveAudience(parts, given);

    expect(audience.channels).toEqual([{ conversationId: general, way: inGeneral }]);
    expect(audience.unreachableChannels).toEqual([{ conversationId: quiet, because: 'never-met' }]);
    expect(audience.recipients).toEqual([]);
  });
});
