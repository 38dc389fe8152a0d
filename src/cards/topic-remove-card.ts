import type { TopicRequest } from '../domain/topic-request.ts';
import { topicFormTexts } from '../texts/topic-form-texts.ts';
import { act, look } from './actions.ts';
import type { Surface } from './actions.ts';
import { card, heading, literal, smallText } from './card.ts';
import type { Card } from './card.ts';
import { toFromPayload } from './topic-actions.ts';
import type { TopicList } from './topic-actions.ts';

const { remove: words } = topicFormTexts;

interface Place {
  readonly surface: Surface;
  readonly from?: TopicList;
}

/** Asks before a request is taken back. */
export function removeTopicCard({ id, title }: TopicRequest, { surface, from }: Place): Card {
  const data = { topicRequestId: id, ...toFromPayload(from) };
  return card({
    fallbackText: `${words.heading} ${title}`,
    body: [
      heading(words.heading),
      literal([{ text: title, weight: 'Bolder' }], { spacing: 'Small' }),
      smallText(words.hint),
    ],
    actions: [
      act(surface, words.remove, 'topic.remove', data),
      look(surface, words.keep, 'topic.show', data),
    ],
  });
}

/** That it is gone, and the way back to the list. */
export function topicRemovedCard({ surface, from }: Place): Card {
  return card({
    fallbackText: words.removed,
    body: [heading(words.removed)],
    actions: [look(surface, words.topics, 'topic.list', from ?? { view: 'votes', page: 1 })],
  });
}
