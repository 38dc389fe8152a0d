import { isDeepStrictEqual } from 'node:util';
import { answerCard } from '../cards/answer-card.ts';
import { communeCard } from '../cards/member-cards.ts';
import { addFilters, joinFilters } from '../domain/filters.ts';
import { needsCommune } from '../domain/member.ts';
import { seenBy } from '../domain/permissions.ts';
import type { Question } from '../domain/question.ts';
import { answerUnclear, answerWithModel } from '../features/ask/answer-with-model.ts';
import type { AnswerWithModelResult } from '../features/ask/answer-with-model.ts';
import { AnswerBudget } from '../features/model-use/answer-budget.ts';
import { noteAnswer } from '../features/feedback/note-answer.ts';
import { offerCommunes } from '../features/members/choose-commune.ts';
import { askedForCommune } from '../features/members/asked-for-commune.ts';
import { keepOpenQuestion } from '../features/ask/keep-open-question.ts';
import { findLastQuestion, rememberQuestion } from '../features/ask/remembered-question.ts';
import type { RememberedQuestion } from '../features/ask/remembered-question.ts';
import { mayReachModel } from '../features/ask/refine-question.ts';
import type { TypedQuestion } from '../features/ask/refine-question.ts';
import { memberTexts } from '../texts/member-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import { composedReply } from './composed-answer.ts';
import type { OnAnswered, Reply } from './reply.ts';
import { understand } from './understand/intents.ts';
import type { Intent } from './understand/intents.ts';

/** What may be read once more by a model: undefined is answered as any message, and so is everything where there is no model. */
export async function askTyped(
  deps: ChatDeps,
  turn: Turn,
  message: string,
): Promise<readonly Reply[] | undefined> {
  const { asker, conversation } = turn;
  if (deps.languageModel === undefined || !mayReachModel(asker)) {
    return undefined;
  }
  const { communes } = deps.operator.current();
  const intent = understand(message, { communes, themes: deps.catalogue.themesFor(seenBy(asker)) });
  const alone = findOwnQuestion(intent);
  if (alone === undefined) {
    return undefined;
  }
  const before = (await findLastQuestion(deps, asker, conversation))?.question;
  const typed: TypedQuestion = {
    words: message,
    alone,
    continues: intent.kind !== 'question',
    ...(before !== undefined && { before }),
  };
  if (intent.kind === 'unclear') {
    const budget = new AnswerBudget(deps, asker);
    const result = before && (await answerUnclear(deps, { asker, typed, budget }));
    return result && tellAnswer(deps, turn, result, { budget });
  }
  const inherited = intent.kind === 'instead' ? (before?.filters ?? []) : [];
  return askQuestion(deps, turn, { ...alone, filters: addFilters(inherited, alone.filters) }, typed);
}

/** What the words ask by themselves, as far as a model may read them in another way. */
function findOwnQuestion(intent: Intent): Question | undefined {
  if (intent.kind === 'question') {
    return intent.negated ? undefined : intent.question;
  }
  if (intent.kind === 'instead') {
    return { sought: intent.sought, filters: intent.filters };
  }
  return intent.kind === 'unclear' ? { sought: '', filters: [] } : undefined;
}

/** A question: the answer, and once per person the question for the commune behind it. `typed`: a model may help to understand it. */
export async function askQuestion(
  deps: ChatDeps,
  turn: Turn,
  question: Question,
  typed?: TypedQuestion,
): Promise<readonly Reply[]> {
  const { asker } = turn;
  const budget = new AnswerBudget(deps, asker);
  const request = { asker, question, page: 1, budget, ...(typed !== undefined && { typed }) };
  // What goes on from another question says too little by itself.
  const words = typed?.continues === false ? typed.words : undefined;
  return tellAnswer(deps, turn, await answerWithModel(deps, request), { budget, words });
}

async function tellAnswer(
  deps: ChatDeps,
  turn: Turn,
  result: AnswerWithModelResult,
  asked: { readonly budget: AnswerBudget; readonly words?: string | undefined },
): Promise<readonly Reply[]> {
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
  const card = answerCard(result, turn.surface);
  const answer: Reply = {
    ...(composedReply(deps, turn, { result, card, ...asked }) ?? { kind: 'card', card }),
    onAnswered: noteWhenAnswered(deps, turn, result),
  };
  return [answer, ...(await askForCommune(deps, turn))];
}

/** Once the answer stands there, what it showed is kept for those who rate it. Without that they can still read it. */
function noteWhenAnswered(
  deps: ChatDeps,
  { asker, conversation }: Turn,
  result: AnswerWithModelResult,
): OnAnswered {
  return async (messageId, path) => {
    try {
      await noteAnswer(deps, asker, { place: { conversation: conversation.id, messageId }, result, path });
    } catch (error) {
      deps.logger.error('answer.not-noted', { error });
    }
  };
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
  const result = await answerWithModel(deps, { asker: turn.asker, question: before.question, page });
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
): Promise<AnswerWithModelResult> {
  const result = await answerWithModel(deps, { asker: turn.asker, ...request });
  await keepIfOther(deps, turn, result);
  await remember(deps, turn, result);
  return result;
}

/** Behind a model's reading may be a question that nothing answers; it is kept when somebody comes back to it. */
async function keepIfOther(deps: ChatDeps, turn: Turn, result: AnswerWithModelResult): Promise<void> {
  if (deps.languageModel === undefined || result.kind === 'found') {
    return;
  }
  const before = await findLastQuestion(deps, turn.asker, turn.conversation);
  if (before !== undefined && !isDeepStrictEqual(before.question, result.question)) {
    await keepOpenQuestion(deps, result, turn.asker);
  }
}

async function remember(deps: ChatDeps, turn: Turn, result: AnswerWithModelResult): Promise<void> {
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
