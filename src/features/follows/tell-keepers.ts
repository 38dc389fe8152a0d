import type { Deps } from '../../deps.ts';
import { broadcastId } from '../../domain/ids.ts';
import type { MemberId, UseCaseId } from '../../domain/ids.ts';
import type { KeptQuestion } from '../../domain/kept-question.ts';
import type { Asker } from '../../domain/member.ts';
import type { UseCase } from '../../domain/use-case.ts';
import { findAnswers } from '../ask/find-answers.ts';
import { startBroadcast } from '../broadcasts/start-broadcast.ts';
import { findReader } from './may-be-told.ts';
import { newsLifeMs } from './tell-followers.ts';

export type TellKeepersDeps = Pick<
  Deps,
  'broadcasts' | 'catalogue' | 'clock' | 'keptQuestions' | 'members' | 'operator' | 'rules' | 'useCases'
>;

/** Each search takes a few milliseconds; whoever waits for an answer has the time in between. */
const restMs = 5;
/** The catalogue follows the store within this time: what another process wrote it sees after five seconds. */
const patienceMs = 10_000;
const lookEveryMs = 10;

/** The catalogue did not follow the store in time; everything is to be done again later. */
export class CatalogueBehindError extends Error {
  override readonly name = 'CatalogueBehindError';
}

/**
 * Asks every kept question again after use cases were written, and tells its keeper once of each that answers it now: by the same search
 * and with the same rights as if they asked. `stopped`: not all was done. Again it changes nothing. Throws `CatalogueBehindError`.
 */
export async function tellKeepers(
  deps: TellKeepersDeps,
  written: ReadonlySet<UseCaseId>,
  stopped: AbortSignal,
): Promise<'told' | 'stopped'> {
  const questions = written.size === 0 ? [] : await Array.fromAsync(deps.keptQuestions.all());
  if (questions.length === 0) {
    return 'told';
  }
  const useCases = await followedByCatalogue(deps, written);
  const readers = new Map<MemberId, Asker | undefined>();
  for (const kept of questions) {
    const open = useCases.filter(({ id }) => !kept.told.includes(id));
    if (open.length === 0) {
      continue;
    }
    if (stopped.aborted) {
      return 'stopped';
    }
    if (!readers.has(kept.memberId)) {
      readers.set(kept.memberId, await findReader(deps, kept.memberId));
    }
    const reader = readers.get(kept.memberId);
    if (reader !== undefined) {
      await tell(deps, { kept, reader, open });
      await rest(restMs);
    }
  }
  return 'told';
}

interface Asked {
  readonly kept: KeptQuestion;
  readonly reader: Asker;
  readonly open: readonly UseCase[];
}

/** Begun first and noted then: a crash between the two leaves a broadcast that is not begun again. */
async function tell(deps: TellKeepersDeps, { kept, reader, open }: Asked): Promise<void> {
  const { id: questionId, memberId, question } = kept;
  const answers = new Set(findAnswers(deps, { asker: reader, question }).answers.map(({ id }) => id));
  const found = open.filter(({ id }) => answers.has(id));
  for (const { id: useCaseId, provenance } of found) {
    // Whoever entered it knows.
    if (provenance.createdBy !== memberId) {
      await startBroadcast(deps, {
        id: broadcastId(`question.${questionId}.${useCaseId}`),
        subject: { kind: 'question-news', questionId, memberId, useCaseId },
        audience: [{ kind: 'member', memberId }],
        lifeMs: newsLifeMs,
      });
    }
  }
  if (found.length > 0) {
    await deps.keptQuestions.noteTold(
      memberId,
      questionId,
      found.map(({ id }) => id),
    );
  }
}

/** The use cases as they are in the catalogue, once that is how they are stored; what can be found no more is left out. */
async function followedByCatalogue(
  deps: Pick<Deps, 'catalogue' | 'useCases'>,
  ids: ReadonlySet<UseCaseId>,
): Promise<readonly UseCase[]> {
  const useCases: UseCase[] = [];
  let waitedMs = 0;
  for (const id of ids) {
    for (;;) {
      const stored = (await deps.useCases.find(id))?.value;
      if (stored === undefined || stored.archived !== undefined) {
        break;
      }
      const known = deps.catalogue.find(id);
      if (known !== undefined && JSON.stringify(known) === JSON.stringify(stored)) {
        useCases.push(known);
        break;
      }
      if (waitedMs >= patienceMs) {
        throw new CatalogueBehindError('the catalogue is behind the store');
      }
      await rest(lookEveryMs);
      waitedMs += lookEveryMs;
    }
  }
  return useCases;
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
