import { topicDeclineFormCard } from '../../src/cards/topic-decline-form-card.ts';
import { topicMergeFormCard } from '../../src/cards/topic-merge-form-card.ts';
import { topicOrganiseCard } from '../../src/cards/topic-organise-card.ts';
import { topicPlanFormCard } from '../../src/cards/topic-plan-form-card.ts';
import { topicTreatFormCard } from '../../src/cards/topic-treat-form-card.ts';
import { topicRequestId } from '../../src/domain/ids.ts';
import { toWays } from '../../src/domain/topic-decision.ts';
import { aShownTopic } from './topic-details-cards.ts';
import { aTopicRequest } from './topics.ts';

const surface = { shared: false, dialogs: true };
const place = { surface, from: { view: 'votes', page: 2 } } as const;
const shown = aShownTopic({ request: aTopicRequest({ votes: 23, tags: ['Bauamt'] }) });
const planned = aShownTopic({
  request: aTopicRequest({
    votes: 23,
    state: { kind: 'planned', plan: { date: '2026-12-03', reference: 'Treffen in Olpe' } },
  }),
});
const targets = ['Bauanträge mit KI prüfen', 'Digitaler Bauantrag', 'Vollständigkeit von Anträgen'].map(
  (title, index) => aTopicRequest({ id: topicRequestId(`t${index + 2}`), title, votes: 12 - index }),
);

export const topicOrganisingCardNames = [
  'topic to organise',
  'planned topic to organise',
  'topic plan form',
  'topic plan refused',
  'topic result form',
  'topic result refused',
  'topic decline form',
  'topic decline refused',
  'topic merge form',
  'topic merge refused',
] as const;

/** Every card with which organisers decide about a request. */
export function drawTopicOrganisingCards(): Readonly<
  Record<(typeof topicOrganisingCardNames)[number], unknown>
> {
  const reason = 'Das '.repeat(200);
  return {
    'topic to organise': topicOrganiseCard({ shown, ways: toWays(shown.request.state) }, surface, place.from),
    'planned topic to organise': topicOrganiseCard(
      { shown: planned, ways: toWays(planned.request.state) },
      surface,
      place.from,
    ),
    'topic plan form': topicPlanFormCard(
      { shown: planned, fields: { date: '2026-12-03', reference: 'Treffen in Olpe' }, problems: [] },
      place,
    ),
    'topic plan refused': topicPlanFormCard(
      { shown, fields: { date: '2026-11-01', reference: '' }, problems: ['date-past'] },
      place,
    ),
    'topic result form': topicTreatFormCard({ shown, fields: { text: '', link: '' }, problems: [] }, place),
    'topic result refused': topicTreatFormCard(
      { shown, fields: { text: '', link: 'protokoll' }, problems: ['text-missing', 'link-invalid'] },
      place,
    ),
    'topic decline form': topicDeclineFormCard({ shown, fields: { reason: '' }, problems: [] }, place),
    'topic decline refused': topicDeclineFormCard(
      { shown, fields: { reason }, problems: ['reason-too-long'] },
      place,
    ),
    'topic merge form': topicMergeFormCard({ shown, fields: { reason: '' }, problems: [], targets }, place),
    'topic merge refused': topicMergeFormCard(
      { shown, fields: { reason: 'Beide fragen dasselbe.' }, problems: ['into-missing'], targets },
      place,
    ),
  };
}
