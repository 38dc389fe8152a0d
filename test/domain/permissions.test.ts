import { describe, expect, it } from 'vitest';
import { may } from '../../src/domain/permissions.ts';
import { adopterAt, anAsker, aUseCase, hemer, menden } from '../support/builders.ts';

const { memberId: _id, ...nobody } = anAsker({ guest: true });
const guest = anAsker({ guest: true });
const fromMenden = anAsker({ communeId: menden });
const fromHemer = anAsker({ communeId: hemer });
const organiser = anAsker({ role: 'organiser' });

describe('who may do what', () => {
  it.each([
    ['ask', { nobody: true, guest: true, member: true }],
    ['choose-commune', { nobody: false, guest: false, member: true }],
    ['see-own-data', { nobody: false, guest: true, member: true }],
    ['erase-own-data', { nobody: false, guest: true, member: true }],
  ] as const)('%s', (action, expected) => {
    const answers = {
      nobody: may(nobody, action).kind === 'allowed',
      guest: may(guest, action).kind === 'allowed',
      member: may(fromMenden, action).kind === 'allowed',
    };

    expect(answers).toEqual(expected);
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
