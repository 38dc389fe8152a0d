import { describe, expect, it } from 'vitest';
import type { Asker } from '../../src/domain/member.ts';
import { may } from '../../src/domain/permissions.ts';
import { adopterAt, anAsker, aUseCase, aUserGroup, hemer, menden } from '../support/builders.ts';

const { memberId: _id, ...nobody } = anAsker({ guest: true });
const guest = anAsker({ guest: true });
const fromMenden = anAsker({ communeId: menden });
const fromHemer = anAsker({ communeId: hemer });
const organiser = anAsker({ role: 'organiser' });

describe('who may do what', () => {
  it.each([
    ['ask', { nobody: true, guest: true, member: true, organiser: true }],
    ['choose-commune', { nobody: false, guest: false, member: true, organiser: true }],
    ['see-own-data', { nobody: false, guest: true, member: true, organiser: true }],
    ['erase-own-data', { nobody: false, guest: true, member: true, organiser: true }],
    ['see-user-groups', { nobody: true, guest: true, member: true, organiser: true }],
    ['join-user-group', { nobody: false, guest: false, member: true, organiser: true }],
    ['choose-subscriptions', { nobody: false, guest: true, member: true, organiser: true }],
    ['leave-user-group', { nobody: false, guest: true, member: true, organiser: true }],
    ['create-user-group', { nobody: false, guest: false, member: false, organiser: true }],
    ['organise-user-group', { nobody: false, guest: false, member: false, organiser: true }],
    ['change-user-group', { nobody: false, guest: false, member: false, organiser: true }],
    ['announce', { nobody: false, guest: false, member: false, organiser: true }],
    ['confirm-announcement', { nobody: false, guest: false, member: false, organiser: true }],
  ] as const)('%s', (action, expected) => {
    const answers = {
      nobody: may(nobody, action).kind === 'allowed',
      guest: may(guest, action).kind === 'allowed',
      member: may(fromMenden, action).kind === 'allowed',
      organiser: may(organiser, action).kind === 'allowed',
    };

    expect(answers).toEqual(expected);
  });

  it('lets the own organisers of a group change it, and no others of their role', () => {
    const { memberId } = fromMenden;
    const own = aUserGroup({ organisers: memberId === undefined ? [] : [memberId] });
    const changes = (asker: Asker, group = own) => may(asker, 'change-user-group', group).kind === 'allowed';

    expect([changes(fromMenden), changes(fromMenden, aUserGroup()), changes(guest), changes(nobody)]).toEqual(
      [true, false, false, false],
    );
    expect(may(fromMenden, 'create-user-group', own)).toEqual({ kind: 'denied', because: 'not-organiser' });
  });

  it('shows records of one organisation to its own people and to organisers', () => {
    const own = aUseCase({ visibility: 'organisation', adopters: [adopterAt(menden, 'pilot')] });
    const sees = [fromMenden, organiser, fromHemer, guest, nobody].map(
      (asker) => may(asker, 'see-use-case', own).kind === 'allowed',
    );

    expect(sees).toEqual([true, true, false, false, false]);
  });

  it.each(['community', 'public'] as const)('shows %s records to everybody who may ask', (visibility) => {
    expect(may(nobody, 'see-use-case', aUseCase({ visibility })).kind).toBe('allowed');
  });
});
