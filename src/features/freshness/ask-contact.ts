import type { Deps } from '../../deps.ts';
import {
  answerMs,
  askedSince,
  confirmedAt,
  freshnessOf,
  personToAsk,
  withAsked,
} from '../../domain/freshness.ts';
import { broadcastId } from '../../domain/ids.ts';
import type { BroadcastId, UseCaseId } from '../../domain/ids.ts';
import type { UseCase } from '../../domain/use-case.ts';
import { reviseBroadcast } from '../broadcasts/request-change.ts';
import { startBroadcast } from '../broadcasts/start-broadcast.ts';

type AskDeps = Pick<Deps, 'broadcasts' | 'clock' | 'rules' | 'useCases'>;

/**
 * Asks whoever is to be asked, if the use case still is due. That it is asked is noted first; what a crash leaves undone between the two
 * is done by `sendQuestion` later, under the same id.
 */
export async function askContact(deps: AskDeps, id: UseCaseId): Promise<'asked' | 'not-due'> {
  const now = deps.clock.now();
  const asked = await deps.useCases.change(id, (useCase) => {
    const isDue = freshnessOf(useCase, now, deps.rules.freshnessDays) === 'due';
    return isDue && personToAsk(useCase) !== undefined ? { useCase: withAsked(useCase, now) } : undefined;
  });
  if (asked === undefined) {
    return 'not-due';
  }
  await sendQuestion(deps, asked);
  return 'asked';
}

/** Begins the broadcast of the last question; again it changes nothing. */
export async function sendQuestion(
  deps: Pick<Deps, 'broadcasts' | 'clock'>,
  useCase: UseCase,
): Promise<'started' | 'exists' | 'nobody'> {
  const asked = askedSince(useCase);
  const memberId = personToAsk(useCase);
  if (asked === undefined || memberId === undefined) {
    return 'nobody';
  }
  const id = toQuestionId(useCase, asked.times);
  if ((await deps.broadcasts.find(id)) !== undefined) {
    return 'exists';
  }
  return startBroadcast(deps, {
    id,
    subject: { kind: 'freshness', useCaseId: useCase.id },
    audience: [{ kind: 'member', memberId }],
    lifeMs: answerMs,
  });
}

/** What was asked is answered: what was not sent yet is not sent any more, and what was posted says so. `before`: as it was asked. */
export async function endQuestions(deps: Pick<Deps, 'broadcasts' | 'clock'>, before: UseCase): Promise<void> {
  const times = askedSince(before)?.times ?? 0;
  for (let time = 1; time <= times; time += 1) {
    await reviseBroadcast(deps, toQuestionId(before, time), { withdrawn: true, revision: 2 });
  }
}

function toQuestionId(useCase: UseCase, times: number): BroadcastId {
  return broadcastId(`freshness.${useCase.id}.${confirmedAt(useCase)}.${times}`);
}
