import type { CardAction, Surface } from '../cards/actions.ts';
import { historyCard } from '../cards/history-card.ts';
import { askToArchiveUseCaseCard } from '../cards/upkeep-cards.ts';
import type { Origin } from '../cards/way-back.ts';
import { archiveUseCase, findKept, restoreUseCase } from '../features/upkeep/archive-use-case.ts';
import type { KeepResult, NotKept } from '../features/upkeep/archive-use-case.ts';
import { listHistory } from '../features/upkeep/list-history.ts';
import { toArchived } from '../features/use-cases/show-use-case.ts';
import { historyTexts } from '../texts/history-texts.ts';
import { memberTexts } from '../texts/member-texts.ts';
import { useCaseTexts } from '../texts/use-case-texts.ts';
import { toArchivedView } from './archived-view.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';
import { placeView } from './place-view.ts';
import type { PressAnswer } from './place-view.ts';
import type { Reply } from './reply.ts';
import { toUseCaseView } from './use-case-view.ts';

export type UpkeepAction = Extract<CardAction, { verb: `upkeep.${string}` }>;

/** Answers a press about the history of a use case, and about archiving it. */
export async function answerUpkeepPress(
  deps: ChatDeps,
  turn: Turn,
  action: UpkeepAction,
  answer: PressAnswer,
): Promise<readonly Reply[]> {
  return [placeView(turn, answer, await toView(deps, turn, action, answer))];
}

async function toView(deps: ChatDeps, turn: Turn, action: UpkeepAction, answer: PressAnswer): Promise<View> {
  const { asker } = turn;
  const surface = { ...turn.surface, inDialog: answer === 'dialog' };
  const origin = toOrigin(turn, action);
  if (action.verb === 'upkeep.history') {
    const { useCaseId, page = 1 } = action;
    const result = await listHistory(deps, { asker, useCaseId, page });
    if (result.kind !== 'listed') {
      return whyNot(result);
    }
    const withWayBack = !surface.shared || surface.inDialog;
    return { title: historyTexts.title, card: historyCard(result, surface, origin, { withWayBack }) };
  }
  if (surface.shared && !surface.inDialog) {
    return memberTexts.personalOnly;
  }
  switch (action.verb) {
    case 'upkeep.askToArchive': {
      const result = await findKept(deps, { asker, useCaseId: action.useCaseId });
      return result.kind === 'active'
        ? {
            title: historyTexts.archive.question,
            card: askToArchiveUseCaseCard(result.useCase, surface, origin),
          }
        : toOutcome(result, turn, surface, origin);
    }
    case 'upkeep.archive': {
      const result = await archiveUseCase(deps, { asker, ...withoutVerb(action) });
      return toOutcome(result, turn, surface, origin, historyTexts.archive.done);
    }
    case 'upkeep.restore': {
      const { useCaseId } = action;
      const result = await restoreUseCase(deps, { asker, useCaseId });
      if (result.kind !== 'active') {
        return toOutcome(result, turn, surface, origin);
      }
      const shown = { ...action, verb: 'useCase.show' } as const;
      return toUseCaseView(deps, turn, shown, answer, historyTexts.restoredNow);
    }
  }
}

function withoutVerb({ useCaseId, reason }: UpkeepAction & { verb: 'upkeep.archive' }) {
  return { useCaseId, ...(reason !== undefined && { reason }) };
}

/** A message of its own in a channel leads nowhere back. */
function toOrigin({ surface }: Turn, { question }: UpkeepAction): Origin | undefined {
  return question && !surface.shared ? { question, page: question.page } : undefined;
}

function toOutcome(
  result: KeepResult,
  { asker }: Turn,
  surface: Surface,
  origin: Origin | undefined,
  outcome?: string,
): View {
  if (result.kind === 'active') {
    // Restored at the same moment by somebody else.
    return historyTexts.restoredNow;
  }
  if (result.kind !== 'archived') {
    return whyNot(result);
  }
  return toArchivedView(toArchived(asker, result.useCase), surface, origin, outcome);
}

function whyNot(result: NotKept): string {
  switch (result.kind) {
    case 'unknown-use-case':
      return useCaseTexts.unknown;
    case 'denied':
      return useCaseTexts.denied;
    case 'not-allowed':
      return result.because === 'guest' || result.because === 'anonymous'
        ? memberTexts[result.because]
        : historyTexts.notResponsible;
  }
}
