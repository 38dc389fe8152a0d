import { adopt } from '../../../src/domain/adoption.ts';
import type { AdoptionStage } from '../../../src/domain/adoption.ts';
import { useCaseId } from '../../../src/domain/ids.ts';
import type { MemberId } from '../../../src/domain/ids.ts';
import type { UseCase } from '../../../src/domain/use-case.ts';
import { aUseCase, hemer } from '../../support/builders.ts';
import { berta } from './scene.ts';
import type { aScene } from './scene.ts';

type Scene = Awaited<ReturnType<typeof aScene>>;

export const drones = useCaseId('drones');
export const dronesQuestion = { sought: 'Drohnen', filters: [] };

export function aDrone(fields: Partial<UseCase> = {}): UseCase {
  return aUseCase({
    id: drones,
    title: 'Drohnen prüfen Dächer',
    summary: 'Drohnen fotografieren Dächer, und eine KI findet Schäden.',
    ...fields,
  });
}

export async function moves(scene: Scene, stage: AdoptionStage, by: MemberId = berta, commune = hemer) {
  await scene.deps.useCases.change(drones, (useCase) => {
    const outcome = adopt(useCase, commune, { stage });
    if (outcome.kind !== 'adopted' && outcome.kind !== 'changed') {
      return undefined;
    }
    const entry = { at: scene.clock.now(), by: { memberId: by, organiser: false }, change: outcome.change };
    return { useCase: outcome.useCase, entry };
  });
}

export async function edits(scene: Scene, fields: Partial<UseCase>) {
  await scene.deps.useCases.change(drones, (useCase) => ({
    useCase: { ...useCase, ...fields },
    entry: {
      at: scene.clock.now(),
      by: { memberId: berta, organiser: false },
      change: { kind: 'edited', fields: [] },
    },
  }));
}
