import type { TopicWay } from '../domain/topic-decision.ts';
import { takesOffers } from '../domain/topic-offer.ts';
import type { ShownTopic } from '../features/topics/topic-results.ts';
import { topicOrganisingTexts as texts } from '../texts/topic-organising-texts.ts';
import { topicTexts } from '../texts/topic-texts.ts';
import { act, look } from './actions.ts';
import type { Surface, Verb } from './actions.ts';
import { card, heading, section, smallText, text } from './card.ts';
import type { Card } from './card.ts';
import { fillButtonRows } from './fill-button-rows.ts';
import { planMeetingButton } from './meetings/meeting-entries.ts';
import type { TopicList } from './topic-actions.ts';
import { stateElements, topicHead, topicPayload } from './topic-parts.ts';

const verbs: Readonly<Record<TopicWay, Verb>> = {
  plan: 'topic.offerPlan',
  treat: 'topic.offerTreat',
  decline: 'topic.offerDecline',
  merge: 'topic.offerMerge',
  restore: 'topic.restore',
  change: 'topic.offerChange',
};

/** "Organisieren": the request with everything that can be done with it now. For the presser alone. */
export function topicOrganiseCard(
  { shown, ways }: { readonly shown: ShownTopic; readonly ways: readonly TopicWay[] },
  surface: Surface,
  from: TopicList | undefined,
): Card {
  const { request } = shown;
  const { userGroupId } = request;
  const data = topicPayload(shown, from);
  return card({
    fallbackText: texts.summary(request.title),
    body: [
      heading(texts.heading),
      ...topicHead(shown, true),
      text(topicTexts.votes(request.votes), { spacing: 'Small' }),
      ...stateElements(shown, surface, from),
      section([
        ...fillButtonRows([
          ...ways.map((way) => act(surface, toTitle(way, shown), verbs[way], data)),
          ...(request.state.kind === 'open'
            ? [
                planMeetingButton(surface, {
                  topicRequestId: request.id,
                  ...(userGroupId !== undefined && { userGroupId }),
                }),
              ]
            : []),
          ...(takesOffers(request)
            ? [look(surface, texts.contributions, 'topic.listContributions', data)]
            : []),
          ...(shown.comments.length > 0
            ? [look(surface, texts.comments, 'topic.listComments', { ...data, page: 1 })]
            : []),
        ]),
        smallText(texts.hint),
      ]),
    ],
    actions: [act(surface, topicTexts.back, 'topic.show', data)],
  });
}

function toTitle(way: TopicWay, { request }: ShownTopic): string {
  const { kind } = request.state;
  if (way === 'plan' && kind === 'planned') {
    return texts.again.plan;
  }
  return way === 'treat' && kind === 'treated' ? texts.again.treat : texts.ways[way];
}
