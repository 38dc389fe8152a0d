import { topicLimits } from '../domain/topic-request.ts';
import type { TreatForm } from '../features/topics/treat-topic.ts';
import { topicOrganisingTexts } from '../texts/topic-organising-texts.ts';
import type { Card } from './card.ts';
import { textInput } from './inputs.ts';
import { decisionFormCard, problemElements } from './topic-decision-form.ts';
import type { FormPlace } from './topic-decision-form.ts';

const { treat: words } = topicOrganisingTexts;

/** Asks what came of a request. */
export function topicTreatFormCard({ shown, fields, problems }: TreatForm, place: FormPlace): Card {
  const { text, link } = fields;
  return decisionFormCard(
    {
      heading: words.heading,
      shown,
      inputs: [
        textInput('text', text, {
          label: words.text,
          maxLength: topicLimits.result,
          placeholder: words.textPlaceholder,
          isMultiline: true,
          isRequired: true,
          errorMessage: words.textError,
        }),
        ...problemElements(['text-missing', 'text-too-long'], problems, text.length),
        textInput('link', link, {
          label: words.link,
          maxLength: topicLimits.link,
          placeholder: words.linkPlaceholder,
          style: 'Url',
          errorMessage: words.linkError,
        }),
        ...problemElements(['link-invalid', 'link-too-long'], problems),
      ],
      hint: words.hint,
      send: { title: words.send, verb: 'topic.treat' },
    },
    place,
  );
}
