import type { UseCaseId } from '../domain/ids.ts';
import type { Question } from '../domain/question.ts';
import { useCaseTexts } from '../texts/use-case-texts.ts';
import { look, questionPayload } from './actions.ts';
import type { Surface } from './actions.ts';
import type { Button } from './card.ts';

/** The question whose answer everything was opened from. */
export interface Origin {
  readonly question: Question;
  readonly page: number;
}

/** The use case beside whose details, or on whose list of related ones, the details were opened. */
export interface RelatedTo {
  readonly useCaseId: UseCaseId;
  readonly listed: boolean;
}

/** The question as every button of the details carries it, so that each of them still leads back to the answer. */
export function toOriginPayload(origin: Origin | undefined) {
  return origin === undefined ? {} : { question: questionPayload(origin.question, origin.page) };
}

/** "Zurück": from a related use case to the one it was found by, from that one to the answer. */
export function backButtons(
  surface: Surface,
  origin: Origin | undefined,
  relatedTo?: RelatedTo,
): readonly Button[] {
  if (relatedTo !== undefined) {
    const verb = relatedTo.listed ? 'useCase.listRelated' : 'useCase.show';
    const data = { useCaseId: relatedTo.useCaseId, ...toOriginPayload(origin) };
    return [look(surface, useCaseTexts.back, verb, data)];
  }
  return origin === undefined
    ? []
    : [look(surface, useCaseTexts.back, 'question.show', questionPayload(origin.question, origin.page))];
}
