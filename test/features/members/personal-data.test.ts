import { expect, it } from 'vitest';
import { erasePersonalData } from '../../../src/features/members/personal-data.ts';
import type { PersonalDataSource } from '../../../src/features/members/personal-data.ts';
import { anAsker } from '../../support/builders.ts';

function aSource(done: string[], name: string): PersonalDataSource {
  return {
    kind: 'profile',
    read: async () => [],
    erase: async () => {
      done.push(name);
      return 2;
    },
  };
}

it('erases every kind, and then purges the bytes of the store', async () => {
  const done: string[] = [];
  const personalData = [aSource(done, 'one'), aSource(done, 'other')];
  const purge = async () => done.push('purged');

  const result = await erasePersonalData({ personalData, purge }, anAsker());

  expect(result).toEqual({ kind: 'erased', entries: 4 });
  expect(done).toEqual(['one', 'other', 'purged']);
});

it('erases nothing for somebody without an account', async () => {
  const done: string[] = [];
  const { memberId: _, ...nobody } = anAsker();

  const result = await erasePersonalData(
    { personalData: [aSource(done, 'one')], purge: async () => done.push('purged') },
    nobody,
  );

  expect(result).toEqual({ kind: 'denied' });
  expect(done).toEqual([]);
});
