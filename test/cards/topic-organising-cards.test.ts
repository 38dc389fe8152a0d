import { describe, expect, it } from 'vitest';
import { topicDeclineFormCard } from '../../src/cards/topic-decline-form-card.ts';
import { topicMergeFormCard } from '../../src/cards/topic-merge-form-card.ts';
import { topicOrganiseCard } from '../../src/cards/topic-organise-card.ts';
import { topicPlanFormCard } from '../../src/cards/topic-plan-form-card.ts';
import { topicTreatFormCard } from '../../src/cards/topic-treat-form-card.ts';
import { topicRequestId } from '../../src/domain/ids.ts';
import { checkTopicPlan, checkTopicReason, checkTopicResult } from '../../src/domain/topic-decision.ts';
import { wordsOf } from '../support/conversation.ts';
import { findLiveWords, naughty } from '../support/live-words.ts';
import { aShownTopic } from '../support/topic-details-cards.ts';
import { aTopicRequest } from '../support/topics.ts';

const place = { surface: { shared: false, dialogs: true }, from: undefined };
const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
const endless = '„ü“'.repeat(6000);
const title = '„ü“'.repeat(33);

function draw(words: string, requestTitle: string) {
  const { fields: plan } = checkTopicPlan({ date: words, reference: words }, 0);
  const { fields: result } = checkTopicResult({ text: words, link: words });
  const { fields: reason } = checkTopicReason({ reason: words }, { isRequired: true });
  const shown = aShownTopic({ request: aTopicRequest({ title: requestTitle }) });
  const targets = Array.from({ length: 30 }, (_, index) =>
    aTopicRequest({
      id: topicRequestId(`0f8fad5b-d9cb-469f-a165-7086772895${index + 10}`),
      title: requestTitle,
      votes: 1234,
    }),
  );
  return [
    topicPlanFormCard({ shown, fields: plan, problems: ['date-invalid', 'reference-too-long'] }, place),
    topicTreatFormCard({ shown, fields: result, problems: ['text-too-long', 'link-too-long'] }, place),
    topicDeclineFormCard({ shown, fields: reason, problems: ['reason-too-long'] }, place),
    topicMergeFormCard(
      { shown, fields: reason, problems: ['into-missing', 'reason-too-long'], targets },
      place,
    ),
    topicOrganiseCard(
      {
        shown: aShownTopic({
          request: aTopicRequest({
            title: requestTitle,
            state: { kind: 'treated', result: { text: words.slice(0, 1000), link: 'https://example.org' } },
          }),
        }),
        ways: ['treat', 'restore', 'change'],
      },
      place.surface,
      undefined,
    ),
  ];
}

describe('the cards on which organisers decide', () => {
  it('fit into a message with the longest words', () => {
    for (const card of draw(endless, title)) {
      expect(bytes(card)).toBeLessThan(25_000);
    }
  });

  it('show what people typed as it was typed', () => {
    for (const card of draw(naughty.line, naughty.line)) {
      expect(findLiveWords(card)).toEqual([]);
      expect(wordsOf(card)).toContain(naughty.line);
    }
  });
});
