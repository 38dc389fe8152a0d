import type { TopicCollectionProblem, TypedTopicCollection } from '../domain/topic-collection-form.ts';
import { topicCollectionLimits } from '../domain/topic-collection-form.ts';
import type { UserGroup } from '../domain/user-group.ts';
import { topicCollectionTexts } from '../texts/topic-collection-texts.ts';
import { act } from './actions.ts';
import type { Surface } from './actions.ts';
import { card, heading, literal, smallText, text } from './card.ts';
import type { Button, Card, Element } from './card.ts';
import { problemText, textInput } from './inputs.ts';

const { form, problems: sentences } = topicCollectionTexts;

/** What is in the form: what was typed before, or what holds now; and what is wrong with it. */
export interface TopicCollectionFormState {
  readonly userGroup: UserGroup;
  readonly typed: TypedTopicCollection;
  readonly problems?: readonly TopicCollectionProblem[];
}

/** Asks until when a group collects topics, and how many votes its members have. */
export function topicCollectionFormCard(
  { userGroup, typed, problems = [] }: TopicCollectionFormState,
  surface: Surface,
): Card {
  return card({
    fallbackText: form.heading,
    body: [
      heading(form.heading),
      literal([{ text: userGroup.name, weight: 'Bolder' }]),
      text(form.why, { spacing: 'Small' }),
      dayInput(typed.until),
      ...problems.flatMap((problem) =>
        problem === 'votes-invalid' ? [] : [problemText(sentences[problem])],
      ),
      ...typedInstead(typed.until),
      smallText(form.untilHint, { spacing: 'Small' }),
      textInput('votes', typed.votes, {
        label: form.votes,
        maxLength: topicCollectionLimits.votes,
        placeholder: form.votesPlaceholder,
        errorMessage: form.votesError,
      }),
      ...(problems.includes('votes-invalid') ? [problemText(sentences['votes-invalid'])] : []),
      smallText(form.votesHint, { spacing: 'Small' }),
    ],
    actions: buttons(userGroup, surface),
  });
}

function dayInput(value: string | undefined): Element {
  return {
    type: 'Input.Date',
    id: 'until',
    label: form.until,
    errorMessage: form.untilError,
    ...(isDay(value) && { value }),
  };
}

/** Words that a field for days cannot show. */
function typedInstead(value: string | undefined): readonly Element[] {
  return value === undefined || value === '' || isDay(value)
    ? []
    : [literal([{ text: form.typed, isSubtle: true }, { text: value }], { spacing: 'Small' })];
}

function isDay(value: string | undefined): boolean {
  return value !== undefined && /^\d{4}-\d\d-\d\d$/.test(value);
}

/** A dialog has its own way to close it. What stands in the fields does not matter, so it is not checked. */
function buttons({ id: userGroupId }: UserGroup, surface: Surface): readonly Button[] {
  const save = act(surface, form.save, 'topicCollection.set', { userGroupId }, { style: 'positive' });
  return surface.shared
    ? [save]
    : [save, act(surface, form.cancel, 'userGroup.show', { userGroupId }, { associatedInputs: 'none' })];
}
