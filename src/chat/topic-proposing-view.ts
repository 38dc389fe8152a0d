import type { CardAction, Surface } from '../cards/actions.ts';
import { noUserGroup } from '../cards/actions.ts';
import { similarTopicsCard } from '../cards/topic-check-card.ts';
import { topicChangeCard, topicFormCard } from '../cards/topic-form-card.ts';
import { removeTopicCard, topicRemovedCard } from '../cards/topic-remove-card.ts';
import type { TopicList } from '../cards/topic-actions.ts';
import type { TypedTopic } from '../domain/topic-form.ts';
import { topicLimits } from '../domain/topic-request.ts';
import { cleanWords } from '../domain/typed-words.ts';
import { changeTopicWords, offerTopicChange } from '../features/topics/change-topic-words.ts';
import type { ChangeObstacle, TopicChangeForm } from '../features/topics/change-topic-words.ts';
import { offerTopic } from '../features/topics/offer-topic.ts';
import type { SuggestedBy, TopicForm } from '../features/topics/offer-topic.ts';
import { proposeTopic } from '../features/topics/propose-topic.ts';
import type { ProposeTopicResult } from '../features/topics/propose-topic.ts';
import { askToRemoveTopic, removeTopic } from '../features/topics/remove-topic.ts';
import { capitalise } from '../texts/format.ts';
import { topicFormTexts as texts } from '../texts/topic-form-texts.ts';
import { topicTexts } from '../texts/topic-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';
import { showTopicDone } from './topic-details-view.ts';
import { isSeenByAll } from './user-group-outcome.ts';

type ProposingVerb = 'offerForm' | 'propose' | 'offerChange' | 'change' | 'askToRemove' | 'remove';
type ProposingAction = Extract<CardAction, { verb: `topic.${ProposingVerb}` }>;
type Action<Verb extends ProposingAction['verb']> = ProposingAction & { readonly verb: Verb };

/** From the idea to a topic request; changing its words, and taking it back. */
export async function toProposingView(deps: ChatDeps, turn: Turn, action: ProposingAction): Promise<View> {
  switch (action.verb) {
    case 'topic.offerForm':
      return offer(deps, turn, action);
    case 'topic.propose':
      return propose(deps, turn, action);
    case 'topic.offerChange': {
      const { from } = action;
      const offered = await offerTopicChange(deps, { ...action, asker: turn.asker });
      return offered.kind === 'offered' ? toChangeForm(offered.form, turn, from) : whyNot(offered);
    }
    case 'topic.change':
      return change(deps, turn, action);
    case 'topic.askToRemove':
      return askToRemove(deps, turn, action);
    case 'topic.remove':
      return remove(deps, turn, action);
  }
}

/** The form with what stands on the card that it was opened from, or with what many communes want to do together. */
async function offer(
  deps: ChatDeps,
  { asker, surface }: Turn,
  action: Action<'topic.offerForm'>,
): Promise<View> {
  const { title, text, question, userGroup, tags = '', mayReport, useCaseId, cooperation } = action;
  const group = userGroup === noUserGroup ? undefined : (userGroup ?? action.userGroupId);
  const suggested = title ?? capitalise(question?.sought ?? '');
  const behind = cleanWords(text ?? '', { atMost: topicLimits.question, lines: true });
  const fields = {
    title: cleanWords(suggested, { atMost: topicLimits.title }),
    ...(behind !== '' && { question: behind }),
    tags,
    mayReport: mayReport === 'true',
  };
  const offered = await offerTopic(deps, {
    asker,
    fields,
    ofAll: userGroup === noUserGroup,
    ...(group !== undefined && { userGroupId: group }),
    ...(useCaseId !== undefined && { useCaseId }),
    ...(cooperation !== undefined && { cooperation }),
  });
  return offered.kind === 'denied'
    ? topicTexts.whyDenied(offered.because)
    : toForm(withSuggestion(offered.form, offered.suggestedBy), surface);
}

function withSuggestion(form: TopicForm, suggestedBy: SuggestedBy | undefined): TopicForm {
  if (suggestedBy === undefined) {
    return form;
  }
  const { useCase, cooperation, communes } = suggestedBy;
  const title = texts.suggestion.title(cooperation, useCase.title);
  const fields = {
    ...form.fields,
    title: cleanWords(title, { atMost: topicLimits.title }),
    question: texts.suggestion.question(cooperation, communes),
  };
  return { ...form, fields };
}

async function propose(deps: ChatDeps, turn: Turn, action: Action<'topic.propose'>): Promise<View> {
  const { asker, surface } = turn;
  const { topicRequestId, checked = false } = action;
  const result = await proposeTopic(deps, { asker, topicRequestId, checked, typed: toTyped(action) });
  switch (result.kind) {
    case 'proposed':
      return showTopicDone(deps, turn, { topicRequestId }, toProposedSentence(result));
    case 'already':
      return showTopicDone(deps, turn, { topicRequestId }, texts.already);
    case 'invalid':
      return toForm(result.form, surface);
    case 'similar':
      return {
        title: texts.check.exists,
        card: similarTopicsCard(result.form, result.similar, surface),
      };
    case 'gone':
      return topicTexts.gone;
    case 'denied':
      return topicTexts.whyDenied(result.because);
  }
}

function toProposedSentence({
  spentVotes,
  waits,
}: ProposeTopicResult & { readonly kind: 'proposed' }): string {
  const sentence = spentVotes === undefined ? texts.proposed : texts.proposedWithoutVote(spentVotes);
  return waits ? `${sentence} ${texts.waitsForNext}` : sentence;
}

async function change(deps: ChatDeps, turn: Turn, action: Action<'topic.change'>): Promise<View> {
  const { asker } = turn;
  const { topicRequestId, edition, from } = action;
  const result = await changeTopicWords(deps, { asker, topicRequestId, edition, typed: toTyped(action) });
  switch (result.kind) {
    case 'changed': {
      const { spentVotes } = result;
      const sentence = spentVotes === undefined ? texts.changed : texts.changedWithoutVote(spentVotes);
      return showTopicDone(deps, turn, action, sentence);
    }
    case 'unchanged':
      return showTopicDone(deps, turn, action, texts.unchanged);
    case 'invalid':
      return toChangeForm(result.form, turn, from);
    case 'gone':
    case 'denied':
    case 'not-theirs':
    case 'not-author':
      return whyNot(result);
  }
}

async function askToRemove(
  deps: ChatDeps,
  { asker, surface }: Turn,
  { topicRequestId, from }: Action<'topic.askToRemove'>,
): Promise<View> {
  const asked = await askToRemoveTopic(deps, { asker, topicRequestId });
  return asked.kind === 'asked'
    ? {
        title: texts.remove.heading,
        card: removeTopicCard(asked.request, { surface, ...(from !== undefined && { from }) }),
      }
    : whyNot(asked);
}

async function remove(
  deps: ChatDeps,
  { asker, surface }: Turn,
  { topicRequestId, from }: Action<'topic.remove'>,
): Promise<View> {
  const result = await removeTopic(deps, { asker, topicRequestId });
  if (result.kind !== 'removed') {
    return whyNot(result);
  }
  return isSeenByAll(surface)
    ? texts.remove.removed
    : {
        title: topicTexts.title,
        card: topicRemovedCard({ surface, ...(from !== undefined && { from }) }),
      };
}

function whyNot(obstacle: ChangeObstacle): string {
  switch (obstacle.kind) {
    case 'gone':
      return topicTexts.gone;
    case 'not-theirs':
      return texts.notTheirs;
    case 'not-author':
      return texts.notAuthor;
    case 'denied':
      return topicTexts.whyDenied(obstacle.because);
  }
}

/** What stands in the fields, whoever they are about. */
function toTyped(action: Action<'topic.propose' | 'topic.change'>): TypedTopic {
  const { title, question, tags, mayReport, userGroup } = action;
  return {
    ...(title !== undefined && { title }),
    ...(question !== undefined && { question }),
    ...(tags !== undefined && { tags }),
    ...(mayReport !== undefined && { mayReport }),
    ...(userGroup !== undefined && userGroup !== noUserGroup && { userGroupId: userGroup }),
  };
}

/** The form, with what was typed and what is wrong with it. */
export function toForm(
  form: TopicForm,
  surface: Surface,
): { readonly title: string; readonly card: ReturnType<typeof topicFormCard> } {
  return { title: texts.form.heading, card: topicFormCard(form, surface) };
}

function toChangeForm(form: TopicChangeForm, { surface }: Turn, from: TopicList | undefined): View {
  const card = topicChangeCard(form, { surface, ...(from !== undefined && { from }) });
  return { title: texts.form.change, card };
}
