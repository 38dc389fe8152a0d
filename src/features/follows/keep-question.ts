import type { Deps } from '../../deps.ts';
import type { KeptQuestionId } from '../../domain/ids.ts';
import { mostKeptQuestions } from '../../domain/kept-question.ts';
import type { KeptQuestion } from '../../domain/kept-question.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import type { Question } from '../../domain/question.ts';
import { toKeptQuestionId } from '../../store/kept-questions.ts';
import { findAnswers } from '../ask/find-answers.ts';
import { canBeTold, whyNoMember } from './may-be-told.ts';
import type { NoMember, TellDeps } from './may-be-told.ts';

export type KeepQuestionResult =
  | {
      readonly kind: 'kept';
      readonly kept: KeptQuestion;
      /** It was not so before. */
      readonly isNew: boolean;
      /** How many use cases answer it already; the person is told of others. */
      readonly answers: number;
      /** The app can write to them at this moment. */
      readonly reachable: boolean;
    }
  | { readonly kind: 'too-many'; readonly most: number }
  | { readonly kind: 'nothing-sought' }
  | NoMember;

type KeepDeps = TellDeps & Pick<Deps, 'catalogue' | 'keptQuestions' | 'operator' | 'rules'>;

/** "Benachrichtigen": from now on the person is told once of each new use case that answers the question. */
export async function keepQuestion(
  deps: KeepDeps,
  { asker, question }: { readonly asker: Asker; readonly question: Question },
): Promise<KeepQuestionResult> {
  const { memberId } = asker;
  if (memberId === undefined || may(asker, 'follow').kind === 'denied') {
    return whyNoMember(asker);
  }
  if (question.sought === '' && question.filters.length === 0) {
    return { kind: 'nothing-sought' };
  }
  // Told in the 1:1 chat, wherever it was said.
  const { answers } = findAnswers(deps, { asker: { ...asker, overheard: false }, question });
  const told = answers.map(({ id }) => id);
  const id = toKeptQuestionId(memberId, question);
  const kept: KeptQuestion = { id, memberId, question, since: deps.clock.now(), told, tellings: [] };
  const outcome = await add(deps, kept);
  return outcome === 'too-many'
    ? { kind: 'too-many', most: mostKeptQuestions }
    : {
        kind: 'kept',
        kept,
        isNew: outcome === 'added',
        answers: told.length,
        reachable: await canBeTold(deps, memberId),
      };
}

/** Two at the same moment may both be refused at the limit; more than the limit are never kept. */
async function add(
  { keptQuestions }: Pick<Deps, 'keptQuestions'>,
  kept: KeptQuestion,
): Promise<'added' | 'exists' | 'too-many'> {
  const { id, memberId } = kept;
  const before = await keptQuestions.ofMember(memberId);
  if (before.some((one) => one.id === id)) {
    return 'exists';
  }
  if (before.length >= mostKeptQuestions) {
    return 'too-many';
  }
  const outcome = await keptQuestions.add(kept);
  if (outcome === 'added' && (await keptQuestions.ofMember(memberId)).length > mostKeptQuestions) {
    await keptQuestions.remove(memberId, id);
    return 'too-many';
  }
  return outcome;
}

/** "Beenden". Done again it changes nothing. */
export async function endQuestion(
  deps: Pick<Deps, 'keptQuestions'>,
  { asker, id }: { readonly asker: Asker; readonly id: KeptQuestionId },
): Promise<{ readonly kind: 'ended' } | NoMember> {
  if (asker.memberId === undefined) {
    return whyNoMember(asker);
  }
  await deps.keptQuestions.remove(asker.memberId, id);
  return { kind: 'ended' };
}
