import { memberId, tenantId, useCaseId } from '../../src/domain/ids.ts';
import type { UseCase } from '../../src/domain/use-case.ts';
import { tenant } from './conversation.ts';
import type { TestBot } from './conversation.ts';
import { pressed } from './user-groups.ts';

/** Fictional communes of the demo. */
export const musterstadt = '99001001';
export const beispielhausen = '99001002';
export const neudorf = '99001003';
export const probstadt = '99001005';
export const fiktivheim = '99001006';

/** Musterstadt uses it, Altmusterberg tries it, Fiktivheim rejected it. */
export const voicebot = { useCaseId: 'example-voicebot' };

export function memberOf({ aadObjectId }: { readonly aadObjectId: string }) {
  return memberId(tenantId(tenant), aadObjectId);
}

/** Chosen with "Meine Kommune". */
export async function worksFor(
  bot: TestBot,
  commune: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await bot.press(pressed('commune.choose', { commune }), 'personal', {}, more);
}

export async function storedUseCase(bot: TestBot, id = voicebot.useCaseId): Promise<UseCase> {
  const stored = await bot.app.deps.useCases.find(useCaseId(id));
  if (stored === undefined) {
    throw new Error(`no use case ${id}`);
  }
  return stored.value;
}

/** What a commune says about itself in the use case. */
export async function adopterIn(bot: TestBot, commune: string, id = voicebot.useCaseId) {
  const { adopters } = await storedUseCase(bot, id);
  return adopters.filter(({ body }) => body.kind === 'commune' && body.communeId === commune);
}

/** Dozens of people of as many communes, who have each said which it is. */
export function person(index: number) {
  const key = String(index).padStart(12, '0');
  const from = { id: `29:p${index}`, name: `Person ${index}`, aadObjectId: `eeeeeeee-0000-4000-8000-${key}` };
  return {
    from,
    conversation: { id: `a:personal-${index}`, conversationType: 'personal', tenantId: tenant },
  };
}
