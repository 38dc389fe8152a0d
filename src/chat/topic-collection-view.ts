import type { CardAction } from '../cards/actions.ts';
import { topicCollectionFormCard } from '../cards/topic-collection-form-card.ts';
import type { TopicCollectionFormState } from '../cards/topic-collection-form-card.ts';
import { setTopicCollection } from '../features/topics/set-topic-collection.ts';
import { offerChange } from '../features/user-groups/offer-change.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';
import { toOutcomeView } from './user-group-outcome.ts';

type Action = Extract<CardAction, { verb: `topicCollection.${string}` }>;

/** Until when a user group collects topics, and how many votes its members have: for whoever may change the group. */
export async function toTopicCollectionView(
  deps: ChatDeps,
  { asker, surface }: Turn,
  action: Action,
): Promise<View> {
  const { userGroupId } = action;
  const toFormView = (state: TopicCollectionFormState): View => {
    const card = topicCollectionFormCard(state, surface);
    return { title: card.fallbackText, card };
  };
  switch (action.verb) {
    case 'topicCollection.offer': {
      const offered = await offerChange(deps, { asker, userGroupId });
      if (offered.kind !== 'offered') {
        return toOutcomeView(offered, surface);
      }
      const { userGroup } = offered;
      const { until, votesPerMember } = userGroup.topics ?? {};
      return toFormView({
        userGroup,
        typed: {
          ...(until !== undefined && { until }),
          ...(votesPerMember !== undefined && { votes: String(votesPerMember) }),
        },
      });
    }
    case 'topicCollection.set': {
      const { verb: _, userGroupId: _id, ...typed } = action;
      const result = await setTopicCollection(deps, { asker, userGroupId, typed });
      return result.kind === 'invalid' ? toFormView(result) : toOutcomeView(result, surface);
    }
  }
}
