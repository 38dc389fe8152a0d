import { toOriginPayload } from '../cards/way-back.ts';
import type { Origin } from '../cards/way-back.ts';
import type { DraftId, UseCaseId } from '../domain/ids.ts';
import type { Question } from '../domain/question.ts';

export interface AboutPressed {
  readonly useCaseId: UseCaseId;
  readonly question?: Question & Pick<Origin, 'page'>;
  readonly draftId?: DraftId;
}

/** What a pressed button was about, as the next buttons carry it. */
export function aboutPayload({ useCaseId, question, draftId }: AboutPressed) {
  return {
    useCaseId,
    ...toOriginPayload(question && { question, page: question.page }),
    ...(draftId !== undefined && { draftId }),
  };
}
