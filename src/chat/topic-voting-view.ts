import type { CardAction, Surface } from '../cards/actions.ts';
import { voteForTopic, withdrawVote } from '../features/topics/vote-for-topic.ts';
import type { VoteForTopicResult, WithdrawVoteResult } from '../features/topics/vote-for-topic.ts';
import { topicDetailsTexts } from '../texts/topic-details-texts.ts';
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
  const { asker, surface } = turn;
  const { topicRequestId, from, onList = false } = action;
  const isShared = isSeenByAll(surface);
  const vote = { asker, topicRequestId };
  // A sentence alone may be drawn as markdown: titles are words that people typed.
  const named: Named = isShared ? () => undefined : (title) => title;
  const sentence =
    action.verb === 'topic.vote'
      ? toVoteSentence(await voteForTopic(deps, vote), { named, onList, surface })
      : toWithdrawSentence(await withdrawVote(deps, vote), named);
  if (isShared) {
    return sentence;
  }
  return onList && from !== undefined
    ? showTopicList(deps, turn, from, sentence)
    : showTopicDone(deps, turn, action, sentence);
}

type Named = (title: string | undefined) => string | undefined;

interface Pressed {
  readonly named: Named;
  readonly onList: boolean;
  readonly surface: Surface;
}

function toVoteSentence(result: VoteForTopicResult, { named, onList, surface }: Pressed): string {
  switch (result.kind) {
    case 'voted': {
      // Many stand below it on the list. Elsewhere than in the 1:1 chat it is not known whether the bot can write to them.
      const title = onList ? named(result.request.title) : undefined;
      return onList || surface.shared ? texts.voted(title) : topicDetailsTexts.voted;
    }
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
