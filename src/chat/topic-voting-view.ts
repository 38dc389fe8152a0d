import type { CardAction } from '../cards/actions.ts';
import { noteSharedTopicList } from '../features/topics/shared-topic-lists.ts';
import { voteForTopic, withdrawVote } from '../features/topics/vote-for-topic.ts';
import type { VoteForTopicResult, WithdrawVoteResult } from '../features/topics/vote-for-topic.ts';
import { topicListTexts as texts } from '../texts/topic-list-texts.ts';
import { topicTexts } from '../texts/topic-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';
import { showTopicDone } from './topic-details-view.ts';
import { showTopicList } from './topic-list-view.ts';
import { isSeenByAll } from './user-group-outcome.ts';

type Action = Extract<CardAction, { verb: `topic.${'vote' | 'withdrawVote'}` }>;

/** Where everybody sees the card it follows by itself, and whoever pressed reads a sentence. */
export async function toVotingView(deps: ChatDeps, turn: Turn, action: Action): Promise<View> {
  const { asker, surface, conversation, messageId } = turn;
  const { topicRequestId, from, onList = false } = action;
  const isShared = isSeenByAll(surface);
  const vote = { asker, topicRequestId };
  // A sentence alone may be drawn as markdown: titles are words that people typed.
  const named: Named = isShared ? () => undefined : (title) => title;
  const sentence =
    action.verb === 'topic.vote'
      ? toVoteSentence(await voteForTopic(deps, vote), named)
      : toWithdrawSentence(await withdrawVote(deps, vote), named);
  if (isShared) {
    if (onList && from !== undefined && messageId !== undefined) {
      const conversationId = conversation.channelId ?? conversation.id;
      await noteSharedTopicList(deps, { conversationId, activityId: messageId, list: from });
    }
    return sentence;
  }
  return onList && from !== undefined
    ? showTopicList(deps, turn, from, sentence)
    : showTopicDone(deps, turn, action, sentence);
}

type Named = (title: string | undefined) => string | undefined;

function toVoteSentence(result: VoteForTopicResult, named: Named): string {
  switch (result.kind) {
    case 'voted':
      return texts.voted(named(result.request.title));
    case 'already':
      return texts.votedBefore;
    case 'closed': {
      const { state } = result.request;
      return state.kind === 'merged' ? texts.merged(named(result.into?.title)) : texts.closed[state.kind];
    }
    case 'spent':
      return texts.spent(
        result.budget,
        result.given.map(({ title }) => named(title)).filter((title) => title !== undefined),
      );
    case 'gone':
      return topicTexts.gone;
    case 'denied':
      return topicTexts.whyDenied(result.because);
  }
}

function toWithdrawSentence(result: WithdrawVoteResult, named: Named): string {
  switch (result.kind) {
    case 'withdrawn':
      return texts.withdrawn;
    case 'absent':
      return texts.notVoted;
    case 'merged':
      return texts.merged(named(result.into?.title));
    case 'gone':
      return topicTexts.gone;
    case 'denied':
      return topicTexts.whyDenied(result.because);
  }
}
