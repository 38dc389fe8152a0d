import { similarTopicsCard, typedTopicCard } from '../../src/cards/topic-check-card.ts';
import { openTopicFormCard, topicChangeCard, topicFormCard } from '../../src/cards/topic-form-card.ts';
import { removeTopicCard, topicRemovedCard } from '../../src/cards/topic-remove-card.ts';
import { topicRequestId, userGroupId } from '../../src/domain/ids.ts';
import type { TopicForm } from '../../src/features/topics/offer-topic.ts';
import { aUserGroup } from './builders.ts';
import { aTopicRequest } from './topics.ts';

export const topicProposingCardNames = [
  'topic form',
  'topic form refused',
  'topic form button',
  'topic change',
  'topic typed',
  'topic typed that is there already',
  'topics like a proposal',
  'question to take a topic back',
  'topic taken back',
] as const;

const building = aUserGroup({ id: userGroupId('g2'), name: 'Bauen und Planen' });

const form: TopicForm = {
  topicRequestId: topicRequestId('t9'),
  fields: {
    title: 'Bauanträge mit KI auf Vollständigkeit prüfen',
    question: 'Wer macht das schon, und was sagen die Architekten dazu?',
    userGroupId: building.id,
    tags: 'Bauen, Anträge',
    mayReport: true,
  },
  groups: { own: [building], others: [aUserGroup()] },
  commune: 'Menden (Sauerland)',
};
const refused: TopicForm = {
  ...form,
  fields: { ...form.fields, title: 'Bauanträge '.repeat(12), tags: 'a, b, c, d, e, f' },
  problems: ['title-too-long', 'tags-too-many'],
};

const similar = [
  { request: aTopicRequest({ id: topicRequestId('t2'), votes: 7 }), userGroup: building, voted: false },
  {
    request: aTopicRequest({
      id: topicRequestId('t3'),
      title: 'Bauanträge digital annehmen',
      votes: 3,
      state: { kind: 'planned', plan: { date: '2026-12-03', reference: 'Treffen in Olpe' } },
    }),
    voted: true,
  },
  {
    request: aTopicRequest({
      id: topicRequestId('t4'),
      title: 'KI in der Bauaufsicht',
      votes: 12,
      state: { kind: 'treated', result: { text: 'Drei Kommunen haben berichtet.' } },
    }),
    voted: false,
  },
];

/** Every card on the way from an idea to a topic request, in the 1:1 chat. */
export function drawTopicProposingCards() {
  const surface = { shared: false, dialogs: true };
  const request = aTopicRequest({ question: 'Wer prüft Bauanträge schon mit KI?' });
  const change = { ...form, edition: 2, current: request, problems: ['outdated'] as const };
  return {
    'topic form': topicFormCard(form, surface),
    'topic form refused': topicFormCard(refused, surface),
    'topic form button': openTopicFormCard({ title: 'KI im Bauamt' }, { ...surface, shared: true }),
    'topic change': topicChangeCard(change, { surface }),
    'topic typed': typedTopicCard(form, [], surface),
    'topic typed that is there already': typedTopicCard(form, similar, surface),
    'topics like a proposal': similarTopicsCard(form, similar, surface),
    'question to take a topic back': removeTopicCard(request, { surface }),
    'topic taken back': topicRemovedCard({ surface }),
  };
}
