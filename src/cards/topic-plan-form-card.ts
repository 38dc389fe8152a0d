import { topicLimits } from '../domain/topic-request.ts';
import type { PlanForm } from '../features/topics/plan-topic.ts';
import { topicOrganisingTexts } from '../texts/topic-organising-texts.ts';
import type { Card, Element } from './card.ts';
import { textInput } from './inputs.ts';
import { decisionFormCard, problemElements } from './topic-decision-form.ts';
import type { FormPlace } from './topic-decision-form.ts';

const { plan: words } = topicOrganisingTexts;

/** Asks when or where a request is taken up. */
export function topicPlanFormCard({ shown, fields, problems }: PlanForm, place: FormPlace): Card {
  const { date, reference } = fields;
  return decisionFormCard(
    {
      heading: words.heading,
      shown,
      inputs: [
        dateInput(date),
        ...problemElements(['plan-missing', 'date-invalid', 'date-past'], problems),
        textInput('reference', reference, {
          label: words.reference,
          maxLength: topicLimits.reference,
          placeholder: words.referencePlaceholder,
          errorMessage: words.referenceError,
        }),
        ...problemElements(['reference-too-long'], problems, reference.length),
      ],
      hint: words.hint,
      send: { title: words.send, verb: 'topic.plan' },
    },
    place,
  );
}

/** What is no day cannot stand in it. */
function dateInput(date: string): Element {
  const isDate = /^\d{4}-\d\d-\d\d$/.test(date);
  return {
    type: 'Input.Date',
    id: 'date',
    label: words.date,
    errorMessage: words.dateError,
    ...(isDate && { value: date }),
  };
}
