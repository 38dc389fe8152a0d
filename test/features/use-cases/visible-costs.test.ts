import { expect, it } from 'vitest';
import { useCaseId } from '../../../src/domain/ids.ts';
import type { Asker } from '../../../src/domain/member.ts';
import { listHistory } from '../../../src/features/upkeep/list-history.ts';
import { showUseCase } from '../../../src/features/use-cases/show-use-case.ts';
import { Follows } from '../../../src/store/follows.ts';
import { adopterAt, anAsker, aUseCase, hemer, menden } from '../../support/builders.ts';
import { openStore, overStore } from '../review/scene.ts';

const useCase = aUseCase({
  id: useCaseId('u1'),
  adopters: [adopterAt(menden, 'in_use')],
  costs: [
    { kind: 'Einführung', euros: 4000, visibility: 'organisation' },
    { kind: 'Lizenzen', euros: 200, visibility: 'community' },
  ],
});
const both = ['Einführung', 'Lizenzen'];

it.each<[string, Asker, readonly string[], readonly string[]]>([
  ['a colleague', anAsker({ communeId: menden }), both, ['costs', 'supplier']],
  ['an organiser', anAsker({ role: 'organiser' }), both, ['costs', 'supplier']],
  ['somebody else', anAsker({ communeId: hemer }), ['Lizenzen'], ['supplier']],
  [
    'a colleague whom others overhear',
    anAsker({ communeId: menden, overheard: true }),
    ['Lizenzen'],
    ['supplier'],
  ],
])('shows costs to those alone for whom they were entered: %s', async (_, asker, costs, fields) => {
  const store = await openStore();
  const scene = { ...overStore(store), follows: new Follows(store) };
  await scene.useCases.add(useCase, {
    at: 1,
    by: { organiser: false },
    change: {
      kind: 'edited',
      fields: [
        { field: 'costs', before: '', after: 'Einführung: 4.000 Euro' },
        { field: 'supplier', before: '', after: 'Imkerei Nord' },
      ],
    },
  });

  const shown = await showUseCase(scene, { asker, useCaseId: useCase.id });
  const history = await listHistory(scene, { asker, useCaseId: useCase.id, page: 1 });

  expect(shown.kind === 'shown' && shown.useCase.costs.map(({ kind }) => kind)).toEqual(costs);
  expect(history).toMatchObject({
    entries: [{ change: { fields: fields.map((field) => ({ field })) } }],
  });
});
