import { topicLimits } from '../domain/topic-request.ts';
import type { MergeForm } from '../features/topics/merge-topic.ts';
import { topicOrganisingTexts } from '../texts/topic-organising-texts.ts';
import { topicTexts } from '../texts/topic-texts.ts';
import type { Card } from './card.ts';
import { choiceInput, textInput } from './inputs.ts';
import { shortenText } from './shorten-text.ts';
import { decisionFormCard, problemElements } from './topic-decision-form.ts';
import type { FormPlace } from './topic-decision-form.ts';

const { merge: words } = topicOrganisingTexts;

/** Characters of a title: a list that opens has one line for each. */
const longestChoice = 80;

/** Asks what a request is merged into, and says before what happens to the votes. */
export function topicMergeFormCard({ shown, fields, problems, targets }: MergeForm, place: FormPlace): Card {
  const { into, reason } = fields;
  const isTarget = targets.some(({ id }) => id === into);
  const choices = targets.map(({ id, title, votes }) => ({
    title: words.choice(shortenText(title, longestChoice), topicTexts.votes(votes)),
    value: id,
  }));
  return decisionFormCard(
    {
      heading: words.heading,
      shown,
      inputs: [
        choiceInput('into', isTarget ? into : undefined, choices, {
          label: words.into,
          placeholder: words.placeholder,
          isRequired: true,
          errorMessage: words.intoError,
        }),
        ...problemElements(['into-missing', 'into-impossible', 'moving'], problems),
        textInput('reason', reason, {
          label: words.reason,
          maxLength: topicLimits.reason,
          placeholder: words.reasonPlaceholder,
          isMultiline: true,
          errorMessage: words.reasonError,
        }),
        ...problemElements(['reason-too-long'], problems, reason.length),
      ],
      hint: words.hint,
      send: { title: words.send, verb: 'topic.merge' },
    },
    place,
  );
}
