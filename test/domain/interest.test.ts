import { describe, expect, it } from 'vitest';
import { storedMemberId } from '../../src/domain/ids.ts';
import type { CommuneId } from '../../src/domain/ids.ts';
import { countInterests, findInterest, stateInterest, untoldInterests } from '../../src/domain/interest.ts';
import type { Interest } from '../../src/domain/use-case.ts';
import { aUseCase, hemer, menden, olpe } from '../support/builders.ts';

const by = storedMemberId('t.anna');
const colleague = storedMemberId('t.berta');

function wants(
  communeId: CommuneId,
  cooperations: Interest['cooperations'],
  more: Partial<Interest> = {},
): Interest {
  return { communeId, cooperations, named: true, since: 1, by, ...more };
}

describe('interest in doing something together', () => {
  it('is kept once for each commune, with who said so and since when', () => {
    const useCase = aUseCase({ interests: [wants(hemer, ['exchange'])] });

    const outcome = stateInterest(
      useCase,
      menden,
      { cooperations: ['joint_procurement', 'exchange'], named: false },
      { by, now: 7 },
    );

    const interest = {
      communeId: menden,
      cooperations: ['exchange', 'joint_procurement'],
      named: false,
      since: 7,
      by,
    };
    expect(outcome).toEqual({
      kind: 'stated',
      useCase: { ...useCase, interests: [wants(hemer, ['exchange']), interest] },
    });
  });

  it('is replaced by what a colleague says, and keeps its first date', () => {
    const useCase = aUseCase({ interests: [wants(menden, ['exchange']), wants(hemer, ['exchange'])] });

    const outcome = stateInterest(
      useCase,
      menden,
      { cooperations: ['co_development'], named: true },
      { by: colleague, now: 7 },
    );

    expect(outcome.kind).toBe('changed');
    expect(outcome).toHaveProperty('useCase.interests', [
      wants(menden, ['co_development'], { by: colleague }),
      wants(hemer, ['exchange']),
    ]);
  });

  it('ends when nothing is chosen', () => {
    const useCase = aUseCase({ interests: [wants(menden, ['exchange']), wants(hemer, ['exchange'])] });

    const outcome = stateInterest(useCase, menden, { cooperations: [], named: true }, { by, now: 7 });

    expect(outcome).toEqual({
      kind: 'ended',
      useCase: { ...useCase, interests: [wants(hemer, ['exchange'])] },
    });
  });

  it.each([
    ['what stands there is said again', ['exchange', 'co_development'] as const, true, 'unchanged'],
    ['another kind is wanted', ['exchange'] as const, true, 'changed'],
    ['a kind more is wanted', ['exchange', 'co_development', 'pilot_partner'] as const, true, 'changed'],
    ['it no longer agrees to be named', ['exchange', 'co_development'] as const, false, 'changed'],
  ])('when %s', (_, cooperations, named, kind) => {
    const useCase = aUseCase({ interests: [wants(menden, ['co_development', 'exchange'])] });

    const outcome = stateInterest(useCase, menden, { cooperations, named }, { by: colleague, now: 7 });

    expect(outcome.kind).toBe(kind);
  });

  it('changes nothing where none was and none is, nor in an archived use case', () => {
    const nothing = { cooperations: [], named: false } as const;

    expect(stateInterest(aUseCase(), menden, nothing, { by, now: 7 })).toEqual({ kind: 'unchanged' });
    expect(stateInterest(aUseCase({ archived: { at: 1 } }), menden, nothing, { by, now: 7 })).toEqual({
      kind: 'archived',
    });
    expect(findInterest(aUseCase(), menden)).toBeUndefined();
  });
});

describe('the count of interests', () => {
  it('names those that agree, and counts everybody', () => {
    const useCase = aUseCase({
      interests: [
        wants(menden, ['joint_procurement', 'exchange']),
        wants(hemer, ['joint_procurement'], { named: false }),
        wants(olpe, ['joint_procurement']),
      ],
    });

    expect(countInterests(useCase)).toEqual([
      { cooperation: 'exchange', named: [menden], all: 1 },
      { cooperation: 'joint_procurement', named: [menden, olpe], all: 3 },
    ]);
  });

  it('is to be told from a number on, once for each kind', () => {
    const interests = [menden, hemer, olpe].map((commune) =>
      wants(commune, ['exchange', 'joint_procurement']),
    );
    const useCase = aUseCase({ interests });

    expect(untoldInterests(useCase, 4)).toEqual([]);
    expect(untoldInterests(useCase, 3)).toEqual(['exchange', 'joint_procurement']);
    expect(untoldInterests({ ...useCase, interestsReported: ['exchange'] }, 3)).toEqual([
      'joint_procurement',
    ]);
    expect(untoldInterests({ ...useCase, archived: { at: 1 } }, 3)).toEqual([]);
    expect(untoldInterests({ ...useCase, interests: interests.slice(1) }, 3)).toEqual([]);
  });
});
