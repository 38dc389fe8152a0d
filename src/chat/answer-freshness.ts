import type { CardAction } from '../cards/actions.ts';
import { answeredCard } from '../cards/freshness-card.ts';
import { confirmedAt } from '../domain/freshness.ts';
import type { UseCase } from '../domain/use-case.ts';
import { confirmUseCase, retireUseCase } from '../features/freshness/confirm-use-case.ts';
import type { ConfirmUseCaseResult } from '../features/freshness/confirm-use-case.ts';
import { freshnessTexts } from '../texts/freshness-texts.ts';
import { useCaseTexts } from '../texts/use-case-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';
import { placeView } from './place-view.ts';
import type { PressAnswer } from './place-view.ts';
import type { Reply } from './reply.ts';
import { toUseCaseView } from './use-case-view.ts';

export type FreshnessAction = Extract<CardAction, { verb: `freshness.${string}` }>;

/** Answers a press on "Ist das noch aktuell?": in the place of the question, or as a sentence where others read along. */
export async function answerFreshnessPress(
  deps: ChatDeps,
  turn: Turn,
  action: FreshnessAction,
  answer: PressAnswer,
): Promise<readonly Reply[]> {
  const { useCaseId } = action;
  const decide = action.verb === 'freshness.confirm' ? confirmUseCase : retireUseCase;
  const result = await decide(deps, { asker: turn.asker, useCaseId });
  return [placeView(turn, answer, await toView(deps, turn, { action, result, answer }))];
}

interface Decided {
  readonly action: FreshnessAction;
  readonly result: ConfirmUseCaseResult;
  readonly answer: PressAnswer;
}

async function toView(deps: ChatDeps, turn: Turn, { action, result, answer }: Decided): Promise<View> {
  switch (result.kind) {
    case 'confirmed': {
      const sentence = result.isNew
        ? freshnessTexts.confirmed
        : freshnessTexts.confirmedOn(confirmedAt(result.useCase));
      return outcomeView(deps, turn, { action, answer }, { sentence, useCase: result.useCase });
    }
    case 'retired': {
      const { name } = result.commune;
      const sentence = result.isNew ? freshnessTexts.retired(name) : freshnessTexts.retiredBefore(name);
      return outcomeView(deps, turn, { action, answer }, { sentence, useCase: result.useCase });
    }
    case 'not-adopter':
      return freshnessTexts.notAdopter;
    case 'archived':
      return freshnessTexts.archived;
    case 'denied':
      return freshnessTexts.denied;
    case 'unknown-use-case':
      return useCaseTexts.unknown;
  }
}

async function outcomeView(
  deps: ChatDeps,
  turn: Turn,
  { action, answer }: Pick<Decided, 'action' | 'answer'>,
  { sentence, useCase }: { readonly sentence: string; readonly useCase: UseCase },
): Promise<View> {
  const { useCaseId, question } = action;
  const { surface } = turn;
  if (action.details === true) {
    const show = { verb: 'useCase.show', useCaseId, ...(question && { question }) } as const;
    return toUseCaseView(deps, turn, show, answer, sentence);
  }
  return surface.shared
    ? sentence
    : { title: freshnessTexts.question, card: answeredCard(useCase, sentence, surface) };
}
