import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveAudience } from '../../src/domain/audience.ts';
import type { AudiencePart, AudienceSources } from '../../src/domain/audience.ts';
import { conversationId } from '../../src/domain/ids.ts';
import type { MemberId } from '../../src/domain/ids.ts';
import { hemer, menden, olpe } from '../support/builders.ts';
import {
  aMember,
  aReference,
  channelOf,
  joined,
  lost,
  person,
  personal,
  roads,
  sources,
  telephony,
} from './audience-scene.ts';

describe('any audience', () => {
  const people = Array.from({ length: 6 }, (_, index) => person(String(index)));
  const places = Array.from({ length: 3 }, (_, index) => conversationId(`19:${index}`));
  const groups = [telephony, roads];
  const anyPerson = fc.constantFrom(...people);
  const anyPlace = fc.constantFrom(...places);
  const anyGroup = fc.constantFrom(...groups);
  const anyLoss = fc.option(fc.constantFrom(lost('removed'), lost('blocked'), lost('deleted')), { nil: {} });
  const anyPart: fc.Arbitrary<AudiencePart> = fc.oneof(
    fc.record({ kind: fc.constant('user-group' as const), userGroupId: anyGroup }),
    fc.record({ kind: fc.constant('user-group-channels' as const), userGroupId: anyGroup }),
    fc.record({ kind: fc.constant('channel' as const), conversationId: anyPlace }),
    fc.record({ kind: fc.constant('district' as const), districtKey: fc.constantFrom('05962', '05966') }),
    fc.record({ kind: fc.constant('commune' as const), communeId: fc.constantFrom(menden, olpe) }),
    fc.record({ kind: fc.constant('role' as const), role: fc.constantFrom('member', 'organiser') }),
    fc.constant({ kind: 'all-members' as const }),
  );
  const anyMembers = fc
    .uniqueArray(
      fc.record({
        id: anyPerson,
        guest: fc.boolean(),
        commune: fc.constantFrom(menden, hemer, olpe, undefined),
      }),
      { selector: ({ id }) => id },
    )
    .map((members) =>
      members.map(({ id, guest, commune }) =>
        aMember(id, { guest, ...(commune !== undefined && { communeId: commune }) }),
      ),
    );
  const anySources = fc.record({
    members: anyMembers,
    memberships: fc.array(fc.tuple(anyGroup, anyPerson).map(([group, one]) => joined(group, one))),
    optedOut: fc.subarray(people).map((some) => new Set(some)),
    channels: fc.uniqueArray(
      fc.tuple(anyGroup, anyPlace).map(([group, place]) => channelOf(group, place)),
      { selector: ({ conversationId: id }) => id },
    ),
    ways: fc.array(
      fc.oneof(
        fc
          .tuple(anyPerson, fc.nat(2), fc.nat(2), anyLoss)
          .map(([one, chat, seenAt, loss]) =>
            personal(one, { conversationId: conversationId(`a:${one}.${chat}`), seenAt, ...loss }),
          ),
        fc
          .tuple(anyPlace, fc.nat(2), anyLoss)
          .map(([place, seenAt, loss]) =>
            aReference({ kind: 'channel', conversationId: place, seenAt, ...loss }),
          ),
      ),
    ),
  });
  const isOrganiser = (member: MemberId) => member === people[0];

  /** Said again in the simplest words: everybody whom some part means. */
  function meant(parts: readonly AudiencePart[], { members, memberships }: AudienceSources): Set<MemberId> {
    return new Set(
      parts.flatMap((part) => {
        const all = [...members].filter(({ guest }) => !guest);
        switch (part.kind) {
          case 'user-group':
            return [...memberships]
              .filter((one) => one.userGroupId === part.userGroupId)
              .map(({ memberId }) => memberId);
          case 'district':
            return all.filter(({ communeId }) => communeId?.startsWith(part.districtKey)).map(({ id }) => id);
          case 'commune':
            return all.filter(({ communeId }) => communeId === part.communeId).map(({ id }) => id);
          case 'role':
            return all
              .filter(({ id }) => isOrganiser(id) === (part.role === 'organiser'))
              .map(({ id }) => id);
          case 'all-members':
            return all.map(({ id }) => id);
          case 'user-group-channels':
          case 'channel':
            return [];
        }
      }),
    );
  }

  it('has everybody who is meant, reached or not, and nobody else; no one twice or in both', () => {
    fc.assert(
      fc.property(fc.array(anyPart, { maxLength: 5 }), anySources, (parts, given) => {
        const all = sources({ ...given, isOrganiser });

        const { recipients, unreachable } = resolveAudience(parts, all);

        const listed = [...recipients, ...unreachable].map(({ memberId }) => memberId);
        expect(listed.length).toBe(new Set(listed).size);
        expect([...listed].sort()).toEqual([...meant(parts, all)].sort());
        expect(recipients.filter(({ way }) => way.lost !== undefined)).toEqual([]);
        expect(recipients.filter(({ memberId }) => all.optedOut.has(memberId))).toEqual([]);
        expect(
          unreachable.filter(({ because }) => because === 'opted-out').map(({ memberId }) => memberId),
        ).toEqual([...meant(parts, all)].filter((one) => all.optedOut.has(one)).sort());
        expect(recipients.filter(({ memberId, way }) => way.memberId !== memberId)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('is the same in whatever order its parts and sources are given', () => {
    fc.assert(
      fc.property(fc.array(anyPart, { maxLength: 5 }), anySources, (parts, given) => {
        const reversed = {
          members: given.members.toReversed(),
          memberships: given.memberships.toReversed(),
          channels: given.channels.toReversed(),
          ways: given.ways.toReversed(),
          optedOut: new Set([...given.optedOut].toReversed()),
        };

        const one = resolveAudience(parts, sources({ ...given, isOrganiser }));
        const other = resolveAudience(parts.toReversed(), sources({ ...reversed, isOrganiser }));

        expect(other).toEqual(one);
      }),
      { numRuns: 500 },
    );
  });
});
