import fc from 'fast-check';
import { expect, it } from 'vitest';
import { adopt, withdrawAdoption } from '../../src/domain/adoption.ts';
import type { Adoption, AdoptionStage } from '../../src/domain/adoption.ts';
import { storedMemberId } from '../../src/domain/ids.ts';
import type { CommuneId } from '../../src/domain/ids.ts';
import type { Adopter, UseCase } from '../../src/domain/use-case.ts';
import { adopterAt, aUseCase, hemer, menden, olpe, siegen } from '../support/builders.ts';

const communes = [menden, hemer, olpe, siegen] as const;
const stages: readonly AdoptionStage[] = ['idea', 'pilot', 'in_use', 'rejected'];

interface Step {
  readonly commune: CommuneId;
  readonly by: string;
  /** Absent: withdrawn. */
  readonly adoption: Adoption | undefined;
}

const adoption: fc.Arbitrary<Adoption> = fc.record(
  { stage: fc.constantFrom(...stages), note: fc.constantFrom('Eine', 'Andere') },
  { requiredKeys: ['stage'] },
);

const step: fc.Arbitrary<Step> = fc.record({
  commune: fc.constantFrom(...communes),
  by: fc.constantFrom('anna', 'berta', 'carla'),
  adoption: fc.option(adoption, { nil: undefined }),
});

function apply(useCase: UseCase, { commune, by, adoption: wanted }: Step): UseCase {
  const outcome =
    wanted === undefined
      ? withdrawAdoption(useCase, commune)
      : adopt(useCase, commune, wanted, storedMemberId(by));
  return 'useCase' in outcome ? outcome.useCase : useCase;
}

function toAdoption({ stage, note }: Adopter) {
  return { stage, ...(note !== undefined && { note }) };
}

it('keeps at most one entry for each commune, and the latest word of it, in whatever order who enters, changes and withdraws', () => {
  const others = [{ body: { kind: 'organisation', name: 'Südwestfalen-IT' }, stage: 'in_use' } as const];
  const start = aUseCase({ adopters: [...others, adopterAt(menden, 'unknown'), adopterAt(menden, 'idea')] });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const end = steps.reduce(apply, start);

      for (const commune of new Set(steps.map((one) => one.commune))) {
        const last = steps.findLast((one) => one.commune === commune)?.adoption;
        const entries = end.adopters.filter(({ body }) => 'communeId' in body && body.communeId === commune);
        expect(entries.map(toAdoption)).toEqual(last === undefined ? [] : [last]);
      }
      expect(end.adopters.filter(({ body }) => body.kind === 'organisation')).toEqual(others);
    }),
    { numRuns: 500 },
  );
});
