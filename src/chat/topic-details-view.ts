import type { CardAction } from '../cards/actions.ts';
import type { TopicList } from '../cards/topic-actions.ts';
import { topicCommentFormCard } from '../cards/topic-comment-form-card.ts';
import { topicCommentsCard } from '../cards/topic-comments-card.ts';
import { topicDetailsCard } from '../cards/topic-details-card.ts';
import type { TopicRequestId } from '../domain/ids.ts';
import { commentOnTopic, offerComment, removeComment } from '../features/topics/comment-on-topic.ts';
import type { OfferCommentResult, RemoveCommentResult } from '../features/topics/comment-on-topic.ts';
import { followTopic, unfollowTopic } from '../features/topics/follow-topic.ts';
import type { FollowTopicResult, UnfollowTopicResult } from '../features/topics/follow-topic.ts';
import { showTopic } from '../features/topics/show-topic.ts';
import type { ShownTopic } from '../features/topics/topic-results.ts';
import { followTexts } from '../texts/follow-texts.ts';
import { topicDetailsTexts as texts } from '../texts/topic-details-texts.ts';
import { topicTexts } from '../texts/topic-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import { toFollowView } from './follow-view.ts';
import type { View } from './personal-view.ts';
import { isSeenByAll } from './user-group-outcome.ts';

type DetailsVerb =
  | 'show'
  | 'showNews'
  | 'follow'
  | 'unfollow'
  | 'offerComment'
  | 'comment'
  | 'removeComment'
  | 'listComments';
type DetailsAction = Extract<CardAction, { verb: `topic.${DetailsVerb}` }>;
type Action<Verb extends DetailsAction['verb']> = DetailsAction & { readonly verb: Verb };

/** Which request, and the list that it was opened from. */
export interface AboutTopic {
  readonly topicRequestId: TopicRequestId;
  readonly from?: TopicList;
}

/** The details of a request, following it, and its comments. */
export async function toTopicDetailsView(deps: ChatDeps, turn: Turn, action: DetailsAction): Promise<View> {
  const { asker } = turn;
  const { topicRequestId } = action;
  switch (action.verb) {
    case 'topic.show':
    case 'topic.showNews':
      return showTopicDone(deps, turn, action);
    case 'topic.follow': {
      const result = await followTopic(deps, { asker, topicRequestId });
      return afterwards(deps, turn, action, toFollowSentence(result));
    }
    case 'topic.unfollow': {
      const result = await unfollowTopic(deps, { asker, topicRequestId });
      if (action.page !== undefined && result.kind !== 'denied') {
        return toFollowView(deps, turn, { verb: 'follow.list', page: action.page }, 'replace');
      }
      const sentence = toUnfollowSentence(result);
      return action.message === true ? sentence.words : afterwards(deps, turn, action, sentence);
    }
    case 'topic.offerComment':
      return toForm(deps, turn, action, await offerComment(deps, { asker, topicRequestId }));
    case 'topic.comment':
      return comment(deps, turn, action);
    case 'topic.removeComment': {
      const result = await removeComment(deps, { asker, topicRequestId, number: action.comment });
      const sentence = toRemovalSentence(result);
      const isOnList = action.page !== undefined && sentence.isAlone !== true && !isSeenByAll(turn.surface);
      return isOnList
        ? showComments(deps, turn, action, sentence.words)
        : afterwards(deps, turn, action, sentence);
    }
    case 'topic.listComments':
      return showComments(deps, turn, action);
  }
}

/** A page of all comments, with what just happened above them. */
async function showComments(
  deps: ChatDeps,
  { asker, surface }: Turn,
  { topicRequestId, from, page = 1 }: AboutTopic & { readonly page?: number },
  outcome?: string,
): Promise<View> {
  const result = await showTopic(deps, { asker, topicRequestId });
  if (result.kind === 'gone') {
    return outcome ?? topicTexts.gone;
  }
  const context = { surface, ...(from !== undefined && { from }), ...(outcome !== undefined && { outcome }) };
  return { title: topicTexts.title, card: topicCommentsCard(result.shown, page, context) };
}

/** The details as they are now, with what just happened above them; where everybody would see them, the sentence alone. */
export async function showTopicDone(
  deps: ChatDeps,
  { asker, surface }: Turn,
  { topicRequestId, from }: AboutTopic,
  outcome?: string,
): Promise<View> {
  if (outcome !== undefined && isSeenByAll(surface)) {
    return outcome;
  }
  const result = await showTopic(deps, { asker, topicRequestId });
  if (result.kind === 'gone') {
    return outcome ?? topicTexts.gone;
  }
  const context = { surface, ...(from !== undefined && { from }), ...(outcome !== undefined && { outcome }) };
  return { title: topicTexts.title, card: topicDetailsCard(result.shown, context) };
}

/** A sentence, and whether the details belong below it: not where nothing could happen. */
interface Sentence {
  readonly words: string;
  readonly isAlone?: boolean;
}

async function afterwards(deps: ChatDeps, turn: Turn, about: AboutTopic, sentence: Sentence): Promise<View> {
  return sentence.isAlone === true ? sentence.words : showTopicDone(deps, turn, about, sentence.words);
}

function alone(words: string): Sentence {
  return { words, isAlone: true };
}

async function comment(deps: ChatDeps, turn: Turn, action: Action<'topic.comment'>): Promise<View> {
  const { topicRequestId, text: typed = '' } = action;
  const result = await commentOnTopic(deps, { asker: turn.asker, topicRequestId, typed });
  switch (result.kind) {
    case 'commented':
      return showTopicDone(deps, turn, action, texts.commented);
    case 'already':
      return showTopicDone(deps, turn, action, texts.commentedBefore);
    case 'invalid':
      return toForm(deps, turn, action, { kind: 'offered', form: result.form });
    case 'closed':
    case 'gone':
    case 'denied':
      return toForm(deps, turn, action, result);
  }
}

async function toForm(
  deps: ChatDeps,
  turn: Turn,
  about: AboutTopic,
  result: OfferCommentResult,
): Promise<View> {
  switch (result.kind) {
    case 'offered': {
      const card = topicCommentFormCard(result.form, turn.surface, about.from);
      return { title: topicTexts.title, card };
    }
    case 'closed':
      return showTopicDone(deps, turn, about, whyNotCommentable(result.shown));
    case 'gone':
      return topicTexts.gone;
    case 'denied':
      return topicTexts.whyDenied(result.because);
  }
}

function whyNotCommentable({ request }: ShownTopic): string {
  return texts.notCommentable[request.state.kind === 'merged' ? 'merged' : 'declined'];
}

function toFollowSentence(result: FollowTopicResult): Sentence {
  switch (result.kind) {
    case 'followed':
    case 'already': {
      const words = result.kind === 'followed' ? texts.followed : texts.followedBefore;
      return { words: result.reachable ? words : `${words} ${followTexts.notReachable}` };
    }
    case 'gone':
      return alone(topicTexts.gone);
    case 'denied':
      return alone(topicTexts.whyDenied(result.because));
  }
}

function toUnfollowSentence(result: UnfollowTopicResult): Sentence {
  switch (result.kind) {
    case 'unfollowed':
    case 'absent':
      return { words: result.voted ? texts.unfollowedWithVote : texts.unfollowed };
    case 'gone':
      return alone(topicTexts.gone);
    case 'denied':
      return alone(topicTexts.whyDenied(result.because));
  }
}

function toRemovalSentence(result: RemoveCommentResult): Sentence {
  switch (result.kind) {
    case 'removed':
      return { words: texts.commentRemoved };
    case 'absent':
      return { words: texts.commentRemovedBefore };
    case 'not-yours':
      return alone(texts.notYours);
    case 'gone':
      return alone(topicTexts.gone);
    case 'denied':
      return alone(topicTexts.whyDenied(result.because));
  }
}
