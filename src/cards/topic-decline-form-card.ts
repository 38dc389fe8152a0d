import { topicLimits } from '../domain/topic-request.ts';
import type { DeclineForm } from '../features/topics/decline-topic.ts';
import { topicOrganisingTexts } from '../texts/topic-organising-texts.ts';
import type { Card } from './card.ts';
import { textInput } from './inputs.ts';
import { decisionFormCard, problemElements } from './topic-decision-form.ts';
import type { FormPlace } from './topic-decision-form.ts';

const { decline: words } = topicOrganisingTexts;

/** Asks why a request is declined. */
export function topicDeclineFormCard({ shown, fields, problems }: DeclineForm, place: FormPlace): Card {
  const { reason } = fields;
  return decisionFormCard(
    {
      heading: words.heading,
      shown,
      inputs: [
        textInput('reason', reason, {
          label: words.reason,
          maxLength: topicLimits.reason,
          placeholder: words.reasonPlaceholder,
          isMultiline: true,
          isRequired: true,
          errorMessage: words.reasonError,
        }),
        ...problemElements(['reason-missing', 'reason-too-long'], problems, reason.length),
      ],
      hint: words.hint,
      send: { title: words.send, verb: 'topic.decline' },
    },
    place,
  );
}
