import type { ShownTopic } from '../features/topics/topic-results.ts';
import { topicOrganisingTexts as texts } from '../texts/topic-organising-texts.ts';
import { topicTexts } from '../texts/topic-texts.ts';
import { act } from './actions.ts';
import type { Surface, Verb } from './actions.ts';
import { card, heading, literal, smallText } from './card.ts';
import type { Card, Element } from './card.ts';
import { problemText } from './inputs.ts';
import type { TopicList } from './topic-actions.ts';
import { topicPayload } from './topic-parts.ts';

/** Where a form about a request stands, and the list that everything was opened from. */
export interface FormPlace {
  readonly surface: Surface;
  readonly from: TopicList | undefined;
}

interface DecisionFormParts {
  readonly heading: string;
  readonly shown: ShownTopic;
  readonly inputs: readonly Element[];
  readonly hint: string;
  readonly send: { readonly title: string; readonly verb: Verb };
}

/** What every form about a request has around its fields; the way back leads to what else can be done. */
export function decisionFormCard(parts: DecisionFormParts, { surface, from }: FormPlace): Card {
  const { shown, inputs, hint, send } = parts;
  const { title } = shown.request;
  const data = topicPayload(shown, from);
  return card({
    fallbackText: texts.formSummary(parts.heading, title),
    body: [heading(parts.heading), literal([{ text: title }]), ...inputs, smallText(hint)],
    actions: [
      act(surface, send.title, send.verb, data, { style: 'positive' }),
      act(surface, topicTexts.back, 'topic.organise', data, { associatedInputs: 'none' }),
    ],
  });
}

type Problem = keyof typeof texts.problems;

/** What is wrong with a field whose problems these are; `length` of what stands in it. */
export function problemElements(
  ofField: readonly Problem[],
  problems: readonly Problem[],
  length = 0,
): readonly Element[] {
  return problems
    .filter((problem) => ofField.includes(problem))
    .map((problem) => problemText(toSentence(problem, length)));
}

function toSentence(problem: Problem, length: number): string {
  const sentence = texts.problems[problem];
  return typeof sentence === 'string' ? sentence : sentence(length);
}
