import type { Deps } from '../../deps.ts';
import { broadcastId } from '../../domain/ids.ts';
import type { MemberId, UseCaseId } from '../../domain/ids.ts';
import { hasUnfinished } from '../../domain/kept-question.ts';
import type { KeptQuestion } from '../../domain/kept-question.ts';
import type { Asker } from '../../domain/member.ts';
import type { Question } from '../../domain/question.ts';
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
class CatalogueBehindError extends Error {
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
  for (const [memberId, kept] of Map.groupBy(questions, (one) => one.memberId)) {
    if ((await tellMember(deps, { memberId, kept, useCases }, stopped)) === 'stopped') {
      return 'stopped';
    }
  }
  return 'told';
}

interface Keeper {
  readonly memberId: MemberId;
  readonly kept: readonly KeptQuestion[];
  readonly useCases: readonly UseCase[];
}

/** One record may answer several of somebody's questions: it is told under the first one alone. */
async function tellMember(
  deps: TellKeepersDeps,
  { memberId, kept: all, useCases }: Keeper,
  stopped: AbortSignal,
): Promise<'told' | 'stopped'> {
  const known = new Set(
    all.flatMap(({ told, tellings }) => tellings.flat().filter((id) => told.includes(id))),
  );
  let reader: Asker | undefined;
  for (const kept of all) {
    const open = useCases.filter(({ id }) => !kept.told.includes(id));
    if (open.length === 0) {
      continue;
    }
    if (stopped.aborted) {
      return 'stopped';
    }
    reader ??= await findReader(deps, memberId);
    if (reader === undefined) {
      return 'told';
    }
    for (const id of await tell(deps, { kept, reader, open, known })) {
      known.add(id);
    }
    await rest(restMs);
  }
  return 'told';
}

interface Asked {
  readonly kept: KeptQuestion;
  readonly reader: Asker;
  readonly open: readonly UseCase[];
  /** Told under another question of the same member. */
  readonly known: ReadonlySet<UseCaseId>;
}

/**
 * Everything that is new in one message. It is planned first, then begun, and noted then: a crash in between leaves a broadcast that is not
 * begun again. Returns what the member knows of now.
 */
async function tell(deps: TellKeepersDeps, asked: Asked): Promise<readonly UseCaseId[]> {
  const { kept, reader, open, known } = asked;
  const { id: questionId, memberId, question } = kept;
  const openIds = new Set(open.map(({ id }) => id));
  const found = touches(deps, question, openIds)
    ? findAnswers(deps, { asker: reader, question }).answers.filter(({ id }) => openIds.has(id))
    : [];
  const ids = found.map(({ id }) => id);
  // Whoever entered it knows.
  const news = found.filter(({ id, provenance }) => provenance.createdBy !== memberId && !known.has(id));
  const told: UseCaseId[] = [];
  for (let more = news.length > 0 || hasUnfinished(kept); more;) {
    const telling = await deps.keptQuestions.planTelling(
      memberId,
      questionId,
      news.map(({ id }) => id),
    );
    more = telling !== undefined;
    if (telling !== undefined) {
      const [useCaseId] = telling;
      await startBroadcast(deps, {
        id: broadcastId(`question.${questionId}.${useCaseId}`),
        subject: { kind: 'question-news', questionId, memberId, useCaseId },
        audience: [{ kind: 'member', memberId }],
        lifeMs: newsLifeMs,
      });
      await deps.keptQuestions.noteTold(memberId, questionId, telling);
      told.push(...telling);
    }
  }
  if (ids.some((id) => !told.includes(id))) {
    await deps.keptQuestions.noteTold(memberId, questionId, ids);
  }
  return [...told, ...ids];
}

/** Of the question; what answers it speaks of 0.64 of it or more, see `findAnswers`. */
const touchingCoverage = 0.5;

/**
 * Whether one of them could answer the question. A search for a thousand hits takes seven times the memory of this one, and with 1,000 kept
 * questions the clearing up held up everybody else for 50 ms.
 */
export function touches(
  { catalogue }: Pick<Deps, 'catalogue'>,
  { sought }: Question,
  ids: ReadonlySet<UseCaseId>,
): boolean {
  if (sought === '') {
    return true;
  }
  const { hits } = catalogue.search(sought, ({ id }) => ids.has(id), { limit: ids.size });
  return hits.some(({ coverage }) => coverage >= touchingCoverage);
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
