import type { CardAction } from '../cards/actions.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import { toDemandView } from './demand-view.ts';
import type { View } from './personal-view.ts';
import { placeView, toCardReply } from './place-view.ts';
import type { PressAnswer } from './place-view.ts';
import type { Reply } from './reply.ts';
import { toTopicCollectionView } from './topic-collection-view.ts';
import { toContributionView } from './topic-contribution-view.ts';
import { toTopicDetailsView } from './topic-details-view.ts';
import { toTopicListView } from './topic-list-view.ts';
import { toOrganisingView } from './topic-organising-view.ts';
import { toProposingView } from './topic-proposing-view.ts';
import { toVotingView } from './topic-voting-view.ts';

export type TopicAction = Extract<
  CardAction,
  { verb: `topic.${string}` | `demand.${string}` | `topicCollection.${string}` }
>;

/** Answers a press on a card about topics. */
export async function answerTopicPress(
  deps: ChatDeps,
  turn: Turn,
  action: TopicAction,
  answer: PressAnswer,
): Promise<readonly Reply[]> {
  const surface = { ...turn.surface, inDialog: answer === 'dialog' };
  const view = await toTopicView(deps, { ...turn, surface }, action);
  if (isOnMessage(action) && answer !== 'dialog') {
    return [typeof view === 'string' ? { kind: 'note', text: view } : toCardReply(view)];
  }
  return [placeView(turn, answer, view)];
}

/** What the bot sent by itself stays as it is. */
function isOnMessage(action: TopicAction): boolean {
  return action.verb === 'topic.showNews' || ('message' in action && action.message);
}

/** What a press leads to, wherever it is shown. */
export async function toTopicView(deps: ChatDeps, turn: Turn, action: TopicAction): Promise<View> {
  switch (action.verb) {
    case 'topic.offerForm':
    case 'topic.propose':
    case 'topic.offerChange':
    case 'topic.change':
    case 'topic.askToRemove':
    case 'topic.remove':
      return toProposingView(deps, turn, action);
    case 'topic.list':
    case 'topic.chooseList':
      return toTopicListView(deps, turn, action);
    case 'topic.vote':
    case 'topic.withdrawVote':
      return toVotingView(deps, turn, action);
    case 'topic.show':
    case 'topic.showNews':
    case 'topic.follow':
    case 'topic.unfollow':
    case 'topic.offerComment':
    case 'topic.comment':
    case 'topic.removeComment':
    case 'topic.listComments':
      return toTopicDetailsView(deps, turn, action);
    case 'topic.organise':
    case 'topic.offerPlan':
    case 'topic.plan':
    case 'topic.offerTreat':
    case 'topic.treat':
    case 'topic.offerDecline':
    case 'topic.decline':
    case 'topic.offerMerge':
    case 'topic.merge':
    case 'topic.restore':
      return toOrganisingView(deps, turn, action);
    case 'topic.offerReport':
    case 'topic.report':
    case 'topic.stopReporting':
    case 'topic.listContributions':
    case 'topic.invite':
    case 'topic.answerInvitation':
      return toContributionView(deps, turn, action);
    case 'demand.list':
      return toDemandView(deps, turn, action);
    case 'topicCollection.offer':
    case 'topicCollection.set':
      return toTopicCollectionView(deps, turn, action);
  }
}
