import { typedTopicCard } from '../cards/topic-check-card.ts';
import { openTopicFormCard } from '../cards/topic-form-card.ts';
import { suggestTopic } from '../domain/topic-form.ts';
import { topicLimits } from '../domain/topic-request.ts';
import { toPlainText } from '../domain/typed-words.ts';
import { offerTypedTopic } from '../features/topics/offer-topic.ts';
import { checkMember } from '../features/topics/topic-results.ts';
import { topicFormTexts as texts } from '../texts/topic-form-texts.ts';
import { topicTexts } from '../texts/topic-texts.ts';
import { toTopicView } from './answer-topic.ts';
import type { TopicAction } from './answer-topic.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import { toCardReply } from './place-view.ts';
import type { Reply } from './reply.ts';
import type { TopicIntent } from './understand/read-topic-command.ts';

/** Answers what was typed about topics. In shared places the form is behind a button. */
export async function answerTopicWords(
  deps: ChatDeps,
  turn: Turn,
  intent: TopicIntent,
): Promise<readonly Reply[]> {
  switch (intent.kind) {
    case 'propose-topic':
      return proposeTyped(deps, turn, intent);
    case 'topics':
      return list(deps, turn, intent);
    case 'demand':
      return say(deps, turn, { verb: 'demand.list', page: 1 });
  }
}

/** One line is confirmed; a text of several lines, or one that is too long for a title, begins the form. */
async function proposeTyped(
  deps: ChatDeps,
  turn: Turn,
  typed: TopicIntent & { readonly kind: 'propose-topic' },
): Promise<readonly Reply[]> {
  const { asker, surface } = turn;
  const group =
    typed.userGroup === undefined ? undefined : (await deps.userGroups.findByName(typed.userGroup))?.value;
  if (typed.userGroup !== undefined && group === undefined && typed.title === undefined) {
    return [{ kind: 'text', text: texts.unknownGroup }];
  }
  const plain = toPlainText((typed.title ?? '').toWellFormed());
  const isLine = plain !== '' && plain.length <= topicLimits.title && !plain.includes('\n');
  const { title, question } = isLine ? { title: plain } : suggestTopic(plain);
  const ofGroup = group === undefined ? {} : { userGroupId: group.id };
  const data = {
    ...ofGroup,
    ...(title !== '' && { title }),
    ...(question !== undefined && { text: question }),
  };
  if (surface.shared) {
    const permission = checkMember(deps, asker, 'take-part-in-topics');
    return permission.kind === 'allowed'
      ? [{ kind: 'card', card: openTopicFormCard(data, surface) }]
      : [{ kind: 'text', text: topicTexts.whyDenied(permission.because) }];
  }
  if (!isLine) {
    return say(deps, turn, { verb: 'topic.offerForm', ...data });
  }
  const offered = await offerTypedTopic(deps, { asker, title, ...ofGroup });
  return offered.kind === 'offered'
    ? [{ kind: 'card', card: typedTopicCard(offered.form, offered.similar, surface) }]
    : [{ kind: 'text', text: topicTexts.whyDenied(offered.because) }];
}

async function list(
  deps: ChatDeps,
  turn: Turn,
  { view, userGroup }: TopicIntent & { readonly kind: 'topics' },
): Promise<readonly Reply[]> {
  if (userGroup === undefined) {
    return say(deps, turn, { verb: 'topic.list', view, page: 1 });
  }
  const group = (await deps.userGroups.findByName(userGroup))?.value;
  return group === undefined
    ? [{ kind: 'text', text: texts.unknownGroup }]
    : say(deps, turn, { verb: 'topic.list', view, userGroupId: group.id, page: 1 });
}

async function say(deps: ChatDeps, turn: Turn, action: TopicAction): Promise<readonly Reply[]> {
  const view = await toTopicView(deps, turn, action);
  return [typeof view === 'string' ? { kind: 'text', text: view } : toCardReply(view)];
}
