import type { CardAction } from '../cards/actions.ts';
import { demandCard } from '../cards/demand-card.ts';
import { findDemand } from '../features/demand/find-demand.ts';
import { demandTexts } from '../texts/demand-texts.ts';
import { memberTexts } from '../texts/member-texts.ts';
import { topicTexts } from '../texts/topic-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';

type Action = Extract<CardAction, { verb: `demand.${string}` }>;

/** "Bedarf", in the 1:1 chat alone: what few people asked is not for everybody who reads along. */
export async function toDemandView(
  deps: ChatDeps,
  { asker, surface }: Turn,
  { page }: Action,
): Promise<View> {
  if (surface.shared) {
    return memberTexts.personalOnly;
  }
  const result = await findDemand(deps, { asker, page });
  switch (result.kind) {
    case 'listed':
      return { title: demandTexts.title, card: demandCard(result, surface, deps.clock.now()) };
    case 'denied':
      return topicTexts.whyDenied(result.because);
  }
}
