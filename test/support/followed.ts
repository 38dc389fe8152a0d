import { expect } from 'vitest';
import { adopt } from '../../src/domain/adoption.ts';
import type { AdoptionStage } from '../../src/domain/adoption.ts';
import { memberId, tenantId, useCaseId } from '../../src/domain/ids.ts';
import type { CommuneId } from '../../src/domain/ids.ts';
import type { UseCase } from '../../src/domain/use-case.ts';
import { aUseCase } from './builders.ts';
import { anna, tenant } from './conversation.ts';
import type { TestBot } from './conversation.ts';
import { carla } from './announcements.ts';
import { berta } from './user-groups.ts';

const idOf = (person: { readonly aadObjectId: string }) => memberId(tenantId(tenant), person.aadObjectId);
export const annaId = idOf(anna);
export const bertaId = idOf(berta);
export const carlaId = idOf(carla);

export const drones = useCaseId('drones');

/** Nothing that the demo knows is like it. */
export function aDrone(fields: Partial<UseCase> = {}): UseCase {
  return aUseCase({
    id: drones,
    title: 'Drohnen prüfen Dächer',
    summary: 'Drohnen fotografieren Dächer, und eine KI findet Schäden.',
    ...fields,
  });
}

/** Enters it, and waits until it can be found. */
export async function entered(bot: TestBot, useCase: UseCase): Promise<void> {
  await bot.app.deps.useCases.add(useCase);
  await expect.poll(() => bot.app.deps.catalogue.find(useCase.id)).toBeDefined();
}

/** A commune joins, or comes to another stage, entered by Carla. */
export async function moves(bot: TestBot, commune: CommuneId, stage: AdoptionStage): Promise<void> {
  await bot.app.deps.useCases.change(drones, (useCase) => {
    const outcome = adopt(useCase, commune, { stage }, carlaId);
    if (outcome.kind !== 'adopted' && outcome.kind !== 'changed') {
      return undefined;
    }
    const by = { memberId: carlaId, communeId: commune, organiser: false };
    return { useCase: outcome.useCase, entry: { at: bot.clock.now(), by, change: outcome.change } };
  });
}

/** What was posted in a chat of its own accord or in answer since then, oldest first. */
export function postedTo(bot: TestBot, chat: { readonly id: string }, from = 0) {
  return bot.connector.calls
    .slice(from)
    .filter(({ method, conversationId }) => method === 'POST' && conversationId === chat.id)
    .map(({ activity }) => activity);
}
