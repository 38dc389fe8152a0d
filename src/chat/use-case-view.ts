import type { CardAction, Surface } from '../cards/actions.ts';
import { relatedCard } from '../cards/related-card.ts';
import { useCaseCard } from '../cards/use-case-card.ts';
import type { Origin } from '../cards/way-back.ts';
import { namesPersonsTo } from '../domain/contact.ts';
import { listRelated } from '../features/use-cases/list-related.ts';
import { showUseCase } from '../features/use-cases/show-use-case.ts';
import type { NotShown } from '../features/use-cases/show-use-case.ts';
import { useCaseTexts } from '../texts/use-case-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import { toArchivedView } from './archived-view.ts';
import type { View } from './personal-view.ts';
import type { PressAnswer } from './place-view.ts';

type UseCaseAction = Extract<CardAction, { verb: `useCase.${string}` }>;
/** A use case, and the question whose answer it was opened from. */
export type AboutUseCase = Pick<UseCaseAction & { verb: 'useCase.show' }, 'useCaseId' | 'question'>;

/** The details of a use case, with what just happened above them, or the list of what is like it. */
export async function toUseCaseView(
  deps: ChatDeps,
  turn: Turn,
  action: UseCaseAction,
  answer: PressAnswer,
  outcome?: string,
): Promise<View> {
  const place = toPlace(turn, action, answer);
  return action.verb === 'useCase.listRelated'
    ? showList(deps, turn, action, place)
    : showDetails(deps, turn, action, { ...place, outcome });
}

interface Place {
  readonly surface: Surface;
  readonly origin: Origin | undefined;
  /** Where the card takes the place of the one that was pressed. */
  readonly replaces: boolean;
}

/** A message of its own in a channel leads nowhere back: what was pressed still stands above it. */
function toPlace({ surface }: Turn, { question }: UseCaseAction, answer: PressAnswer): Place {
  const inDialog = answer === 'dialog';
  return {
    surface: { ...surface, inDialog },
    origin: question && !surface.shared ? { question, page: question.page } : undefined,
    replaces: !surface.shared || inDialog,
  };
}

async function showDetails(
  deps: ChatDeps,
  { asker }: Turn,
  action: UseCaseAction & { verb: 'useCase.show' | 'useCase.showRelated' },
  { surface, origin, replaces, outcome }: Place & { readonly outcome: string | undefined },
): Promise<View> {
  const result = await showUseCase(deps, { asker, useCaseId: action.useCaseId });
  if (result.kind === 'archived') {
    return toArchivedView(result, surface, origin, outcome);
  }
  if (result.kind !== 'shown') {
    return whyNot(result.kind);
  }
  const { useCase, communes, related, moreRelated, standing, freshness, mayConfirm } = result;
  const relatedTo =
    action.verb === 'useCase.showRelated' && replaces
      ? { useCaseId: action.of, listed: action.listed }
      : undefined;
  return {
    title: useCaseTexts.details,
    card: useCaseCard(useCase, communes, origin, {
      related,
      moreRelated,
      standing,
      namesPersons: namesPersonsTo(asker),
      freshness,
      mayConfirm,
      surface,
      relatedTo,
      ...(outcome !== undefined && { outcome }),
    }),
  };
}

async function showList(
  deps: ChatDeps,
  { asker }: Turn,
  { useCaseId }: UseCaseAction,
  { surface, origin, replaces }: Place,
): Promise<View> {
  const result = await listRelated(deps, { asker, useCaseId });
  if (result.kind === 'archived') {
    return toArchivedView(result, surface, origin);
  }
  if (result.kind !== 'listed') {
    return whyNot(result.kind);
  }
  const card = relatedCard(result, surface, { origin, withWayBack: replaces });
  return { title: useCaseTexts.related, card };
}

function whyNot(kind: NotShown['kind']): string {
  return kind === 'denied' ? useCaseTexts.denied : useCaseTexts.unknown;
}
