import { answerCard } from '../cards/answer-card.ts';
import { communeCard } from '../cards/member-cards.ts';
import { addFilters, joinFilters } from '../domain/filters.ts';
import { needsCommune } from '../domain/member.ts';
import type { Question } from '../domain/question.ts';
import { answerQuestion } from '../features/ask/answer-question.ts';
import type { AnswerQuestionResult } from '../features/ask/answer-question.ts';
import { offerCommunes } from '../features/members/choose-commune.ts';
import { askedForCommune } from '../features/members/asked-for-commune.ts';
import { keepOpenQuestion } from '../features/ask/keep-open-question.ts';
import { findLastQuestion, rememberQuestion } from '../features/ask/remembered-question.ts';
import type { RememberedQuestion } from '../features/ask/remembered-question.ts';
import { memberTexts } from '../texts/member-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { Reply } from './reply.ts';
import type { Intent } from './understand/intents.ts';

/** A typed question: the answer, and once per person the question for the commune behind it. */
export async function askQuestion(deps: ChatDeps, turn: Turn, question: Question): Promise<readonly Reply[]> {
  const result = answerQuestion(deps, { asker: turn.asker, question, page: 1 });
  const kept = await Promise.allSettled([
    keepOpenQuestion(deps, result, turn.asker),
    remember(deps, turn, result),
  ]);
  for (const outcome of kept) {
    // Who asks gets the answer also while nothing can be written.
    if (outcome.status === 'rejected') {
      deps.logger.error('question.not-kept', { error: outcome.reason });
    }
  }
  const answer: Reply = { kind: 'card', card: answerCard(result, turn.surface) };
  return [answer, ...(await askForCommune(deps, turn))];
}

type FollowUp = Intent & { kind: 'narrow' | 'also' | 'instead' | 'widen' | 'more' | 'back' };

/** Words that refer to the question before; without one, filters alone are a question and the rest is asked back. */
export async function followUp(deps: ChatDeps, turn: Turn, intent: FollowUp): Promise<readonly Reply[]> {
  const before = await findLastQuestion(deps, turn.asker, turn.conversation);
  switch (intent.kind) {
    case 'narrow':
      if (before === undefined && intent.filters.length === 0) {
        return [{ kind: 'text', text: memberTexts.noEarlierQuestion }];
      }
      return askQuestion(deps, turn, {
        sought: before?.question.sought ?? '',
        filters: addFilters(before?.question.filters ?? [], intent.filters),
      });
    case 'also':
      return askQuestion(deps, turn, {
        sought: before?.question.sought ?? '',
        filters: joinFilters(before?.question.filters ?? [], intent.filters),
      });
    case 'instead':
      return askQuestion(deps, turn, {
        sought: intent.sought,
        filters: addFilters(before?.question.filters ?? [], intent.filters),
      });
    case 'widen':
      return askQuestion(deps, turn, { sought: before?.question.sought ?? '', filters: [] });
    case 'more':
    case 'back':
      return turnPage(deps, turn, before, intent.kind === 'more' ? 1 : -1);
  }
}

async function turnPage(
  deps: ChatDeps,
  turn: Turn,
  before: RememberedQuestion | undefined,
  step: 1 | -1,
): Promise<readonly Reply[]> {
  if (before === undefined) {
    return [{ kind: 'text', text: memberTexts.noEarlierQuestion }];
  }
  const page = before.page + step;
  const result = answerQuestion(deps, { asker: turn.asker, question: before.question, page });
  if (result.kind === 'nothing' || result.page !== page) {
    return [{ kind: 'text', text: step === 1 ? memberTexts.noMore : memberTexts.noEarlierPage }];
  }
  await remember(deps, turn, result);
  return [{ kind: 'card', card: answerCard(result, turn.surface) }];
}

/** A pressed question (page, chip, "Zurück"): what is shown becomes what follow-ups refer to. */
export async function showQuestion(
  deps: ChatDeps,
  turn: Turn,
  request: { readonly question: Question; readonly page: number },
): Promise<AnswerQuestionResult> {
  const result = answerQuestion(deps, { asker: turn.asker, ...request });
  await remember(deps, turn, result);
  return result;
}

async function remember(deps: ChatDeps, turn: Turn, result: AnswerQuestionResult): Promise<void> {
  const page = result.kind === 'found' ? result.page : 1;
  await rememberQuestion(deps, turn.asker, turn.conversation, { question: result.question, page });
}

/** Once, and only where nobody else reads along. */
async function askForCommune(deps: ChatDeps, turn: Turn): Promise<readonly Reply[]> {
  const { member, conversation, asker } = turn;
  if (conversation.kind !== 'personal' || member === undefined || !needsCommune(member)) {
    return [];
  }
  const offered = offerCommunes(deps, asker);
  if (offered.kind === 'denied' || !(await askedForCommune(deps, member))) {
    return [];
  }
  return [{ kind: 'card', card: communeCard(offered.choice) }];
}
