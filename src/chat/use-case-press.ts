import type { Surface } from '../cards/actions.ts';
import type { NotActing } from '../features/use-cases/act-for-commune.ts';
import { memberTexts } from '../texts/member-texts.ts';
import { useCaseTexts } from '../texts/use-case-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';
import type { PressAnswer } from './place-view.ts';
import { toUseCaseView } from './use-case-view.ts';
import type { AboutUseCase } from './use-case-view.ts';

/** A pressed button about a use case. */
export interface UseCasePress<Action extends AboutUseCase> {
  readonly deps: ChatDeps;
  readonly turn: Turn;
  readonly action: Action;
  readonly answer: PressAnswer;
}

/** Where the next card will stand. */
export function surfaceOf({ turn, answer }: Pick<UseCasePress<AboutUseCase>, 'turn' | 'answer'>): Surface {
  return { ...turn.surface, inDialog: answer === 'dialog' };
}

/** The details as they are now, with what just happened above them. */
export function showDone(
  { deps, turn, action, answer }: UseCasePress<AboutUseCase>,
  outcome?: string,
): Promise<View> {
  const { useCaseId, question } = action;
  const about = { useCaseId, ...(question !== undefined && { question }) };
  return toUseCaseView(deps, turn, { verb: 'useCase.show', ...about }, answer, outcome);
}

/** What each topic says in its own words. */
export interface NotActingTexts {
  readonly notOwnCommune: string;
  readonly withoutCommune: string;
}

/** Why somebody cannot act there for a commune: a sentence, or the archived use case. */
export async function showNotActing(
  press: UseCasePress<AboutUseCase>,
  result: NotActing,
  texts: NotActingTexts,
): Promise<View> {
  switch (result.kind) {
    case 'unknown-use-case':
      return useCaseTexts.unknown;
    case 'denied':
      return useCaseTexts.denied;
    case 'archived':
      return showDone(press);
    case 'not-member':
      return memberTexts[result.because];
    case 'no-commune':
      return texts.withoutCommune;
    case 'not-own-commune':
      return texts.notOwnCommune;
  }
}
