import type { CardAction } from '../cards/actions.ts';
import { endedQuestionCard, keptQuestionCard } from '../cards/follow-card.ts';
import { followListCard } from '../cards/follow-list-card.ts';
import type { Question } from '../domain/question.ts';
import { endFollowing, followUseCase } from '../features/follows/follow-use-case.ts';
import type { FollowUseCaseResult } from '../features/follows/follow-use-case.ts';
import { endQuestion, keepQuestion } from '../features/follows/keep-question.ts';
import type { KeepQuestionResult } from '../features/follows/keep-question.ts';
import { listFollowed } from '../features/follows/list-followed.ts';
import type { NoMember } from '../features/follows/may-be-told.ts';
import { followTexts } from '../texts/follow-texts.ts';
import { freshnessTexts } from '../texts/freshness-texts.ts';
import { memberTexts } from '../texts/member-texts.ts';
import { useCaseTexts } from '../texts/use-case-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';
import type { PressAnswer } from './place-view.ts';
import { toUseCaseView } from './use-case-view.ts';

export type FollowAction = Extract<CardAction, { verb: `follow.${string}` | `keptQuestion.${string}` }>;
type Shown = Exclude<FollowAction, { verb: 'follow.showNews' }>;
type Ending = Extract<FollowAction, { verb: 'follow.end' }>;

/** What a press on "Benachrichtigen", "Beenden" or the list leads to. */
export async function toFollowView(
  deps: ChatDeps,
  turn: Turn,
  action: Shown,
  answer: PressAnswer,
): Promise<View> {
  switch (action.verb) {
    case 'follow.start': {
      const result = await followUseCase(deps, { asker: turn.asker, useCaseId: action.useCaseId });
      return result.kind === 'followed'
        ? toDetails(deps, turn, action, { answer, sentence: toSentence(result) })
        : whyNotFollowed(result);
    }
    case 'follow.end':
      return end(deps, turn, action, answer);
    case 'follow.list':
      return toList(deps, turn, action.page);
    case 'keptQuestion.keep':
      return toKeptView(deps, turn, { sought: action.sought, filters: action.filters }, action.message);
    case 'keptQuestion.end': {
      const { questionId, page, message } = action;
      const result = await endQuestion(deps, { asker: turn.asker, id: questionId });
      if (result.kind === 'no-member') {
        return whyNoMember(result);
      }
      if (page !== undefined) {
        return toList(deps, turn, page);
      }
      return turn.surface.shared || message === true
        ? followTexts.questionEnded
        : { title: followTexts.list.title, card: endedQuestionCard() };
    }
  }
}

/** What becomes of the wish to be told of what answers a question. `onMessage`: it stands on a message that stays as it is. */
export async function toKeptView(
  deps: ChatDeps,
  turn: Turn,
  question: Question,
  onMessage = false,
): Promise<View> {
  const result = await keepQuestion(deps, { asker: turn.asker, question });
  switch (result.kind) {
    case 'kept': {
      const sentences = keptSentences(result);
      // What people typed is no text of a message: markdown in it would be live.
      return turn.surface.shared || onMessage
        ? sentences.join(' ')
        : {
            title: followTexts.list.title,
            card: keptQuestionCard(result.kept, deps.operator.current().communes, {
              sentences,
              answers: result.answers,
            }),
          };
    }
    case 'too-many':
      return followTexts.tooMany(result.most);
    case 'nothing-sought':
      return followTexts.nothingSought;
    case 'no-member':
      return whyNoMember(result);
  }
}

function keptSentences({
  isNew,
  answers,
  reachable,
}: KeepQuestionResult & { kind: 'kept' }): readonly string[] {
  return [
    isNew ? followTexts.kept : followTexts.keptBefore,
    ...(answers > 0 ? [followTexts.keptBesides(answers)] : []),
    ...(reachable ? [] : [followTexts.notReachable]),
  ];
}

function toSentence({ isNew, reachable }: FollowUseCaseResult & { kind: 'followed' }): string {
  const sentence = isNew ? followTexts.started : followTexts.startedBefore;
  return reachable ? sentence : `${sentence} ${followTexts.notReachable}`;
}

async function end(deps: ChatDeps, turn: Turn, action: Ending, answer: PressAnswer): Promise<View> {
  const { page, message, useCaseId } = action;
  const result = await endFollowing(deps, { asker: turn.asker, useCaseId });
  if (result.kind === 'no-member') {
    return whyNoMember(result);
  }
  if (page !== undefined) {
    return toList(deps, turn, page);
  }
  return message === true
    ? followTexts.ended
    : toDetails(deps, turn, action, { answer, sentence: followTexts.ended });
}

/** Where others read along, nobody's own state is on the card: the sentence is enough. */
async function toDetails(
  deps: ChatDeps,
  turn: Turn,
  { useCaseId, question }: Pick<Ending, 'useCaseId' | 'question'>,
  { answer, sentence }: { readonly answer: PressAnswer; readonly sentence: string },
): Promise<View> {
  if (turn.surface.shared && answer !== 'dialog') {
    return sentence;
  }
  const show = { verb: 'useCase.show', useCaseId, ...(question && { question }) } as const;
  const view = await toUseCaseView(deps, turn, show, answer, sentence);
  // What is followed may be gone; then there is nothing to show with it.
  return typeof view === 'string' ? sentence : view;
}

async function toList(deps: ChatDeps, turn: Turn, page: number): Promise<View> {
  if (turn.surface.shared) {
    return memberTexts.personalOnly;
  }
  const result = await listFollowed(deps, { asker: turn.asker, page });
  return result.kind === 'no-member'
    ? whyNoMember(result)
    : { title: followTexts.list.title, card: followListCard(result) };
}

function whyNotFollowed(result: Exclude<FollowUseCaseResult, { kind: 'followed' }>): string {
  switch (result.kind) {
    case 'no-member':
      return whyNoMember(result);
    case 'archived':
      return freshnessTexts.archived;
    case 'denied':
      return useCaseTexts.denied;
    case 'unknown-use-case':
      return useCaseTexts.unknown;
  }
}

function whyNoMember({ because }: NoMember): string {
  return because === 'guest' ? followTexts.guest : memberTexts.anonymous;
}
