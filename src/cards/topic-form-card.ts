import type { TopicFormFields } from '../domain/topic-form.ts';
import { topicLimits } from '../domain/topic-request.ts';
import type { TopicChangeForm } from '../features/topics/change-topic-words.ts';
import type { TopicForm } from '../features/topics/offer-topic.ts';
import { topicFormTexts } from '../texts/topic-form-texts.ts';
import { topicTexts } from '../texts/topic-texts.ts';
import { act, look, noUserGroup } from './actions.ts';
import type { Surface } from './actions.ts';
import { card, heading, literal, smallText, text } from './card.ts';
import type { Button, Card, Element } from './card.ts';
import { drawToFit } from './fit-card.ts';
import { choiceInput, problemText, textInput } from './inputs.ts';
import type { Choice } from './inputs.ts';
import { toFromPayload } from './topic-actions.ts';
import type { TopicList } from './topic-actions.ts';

const { form: words, problems: problemWords } = topicFormTexts;

type AnyForm = Omit<TopicForm, 'problems'> & Pick<TopicChangeForm, 'problems'>;

/** User groups to choose from; fewer where the card would be too big. */
const amounts: readonly [number, ...number[]] = [60, 25, 8];

/** The form in which a member proposes a topic: the same card in the 1:1 chat and in a dialog. */
export function topicFormCard(form: TopicForm, surface: Surface): Card {
  const { topicRequestId, fields, commune } = form;
  return drawForm(words.heading, form, {
    besides: [reportInput(fields.mayReport), smallText(words.reportHint(commune), { spacing: 'Small' })],
    actions: [act(surface, words.submit, 'topic.propose', { topicRequestId }, { style: 'positive' })],
  });
}

/** The same for changing a request; what somebody else wrote meanwhile stands above it. */
export function topicChangeCard(
  form: TopicChangeForm,
  { surface, from }: { readonly surface: Surface; readonly from?: TopicList },
): Card {
  const { topicRequestId, edition, current } = form;
  const about = { topicRequestId, ...toFromPayload(from) };
  const style = { associatedInputs: 'none' };
  return drawForm(words.change, form, {
    before:
      current === undefined
        ? []
        : [
            problemText(problemWords.outdated),
            literal([{ text: current.title, weight: 'Bolder' }], { spacing: 'Small' }),
            ...(current.question === undefined
              ? []
              : [literal([{ text: current.question }], { spacing: 'Small' })]),
          ],
    actions: [
      act(surface, words.save, 'topic.change', { ...about, edition }, { style: 'positive' }),
      act(surface, words.cancel, 'topic.show', about, style),
    ],
  });
}

interface FormParts {
  readonly before?: readonly Element[];
  readonly besides?: readonly Element[];
  readonly actions: readonly Button[];
}

function drawForm(title: string, form: AnyForm, { before = [], besides = [], actions }: FormParts): Card {
  const { fields, problems } = form;
  return drawToFit(amounts, (groups) =>
    card({
      fallbackText: title,
      body: [
        heading(title),
        ...before,
        textInput('title', fields.title, {
          label: words.title,
          maxLength: topicLimits.title,
          placeholder: words.titlePlaceholder,
          isRequired: true,
          errorMessage: words.titleError,
        }),
        ...problemElements(['title-missing', 'title-too-long'], problems, fields.title),
        textInput('question', fields.question, {
          label: words.question,
          maxLength: topicLimits.question,
          placeholder: words.questionPlaceholder,
          isMultiline: true,
          errorMessage: words.questionError,
        }),
        ...problemElements(['question-too-long'], problems, fields.question ?? ''),
        ...groupElements(form, groups),
        textInput('tags', fields.tags, {
          label: words.tags,
          maxLength: (topicLimits.tag + 2) * topicLimits.tags,
          placeholder: words.tagsPlaceholder,
          errorMessage: words.tagsError,
        }),
        ...problemElements(['tags-too-many', 'tag-too-long'], problems, fields.tags),
        ...besides,
      ],
      actions,
    }),
  );
}

/** The own groups first, then everybody, then the other groups: as many as there is room for, the chosen one always among them. */
export function groupElements(
  { fields, groups, problems }: Pick<AnyForm, 'fields' | 'groups' | 'problems'>,
  atMost: number,
): readonly Element[] {
  const { own, others } = groups;
  const chosen = fields.userGroupId;
  const isShown = ({ id }: (typeof others)[number], index: number, before: number) =>
    id === chosen || before + index < atMost;
  const shownOwn = own.filter((group, index) => isShown(group, index, 0));
  const shownOthers = others.filter((group, index) => isShown(group, index, own.length));
  const toChoice = ({ id, name }: (typeof others)[number]): Choice => ({
    title: words.groupName(name),
    value: id,
  });
  const all = { title: topicTexts.wholeCommunity, value: noUserGroup };
  const hidden = own.length + others.length - shownOwn.length - shownOthers.length;
  const isKnown = [...own, ...others].some(({ id }) => id === chosen);
  const choices = [...shownOwn.map(toChoice), all, ...shownOthers.map(toChoice)];
  return [
    choiceInput('userGroup', isKnown ? chosen : noUserGroup, choices, {
      label: words.group,
      isRequired: true,
      errorMessage: words.groupError,
    }),
    ...(hidden > 0 ? [smallText(words.moreGroups(hidden), { spacing: 'Small' })] : []),
    ...problemElements(['group-gone'], problems, ''),
  ];
}

/** "Formular öffnen" where everybody would see what is typed; it carries what was typed already. */
export function openTopicFormCard(
  data: { readonly title?: string; readonly text?: string },
  surface: Surface,
): Card {
  const { title } = data;
  const carried =
    title === undefined ? [] : [literal([{ text: words.carried }, { text: title, weight: 'Bolder' }])];
  return card({
    fallbackText: words.heading,
    body: [heading(words.heading), ...carried, text(words.hint)],
    actions: [look(surface, topicTexts.openForm, 'topic.offerForm', data)],
  });
}

/** "Thema vorschlagen", with what the form is to begin with. */
export function proposeTopicButton(surface: Surface, data: Readonly<Record<string, unknown>> = {}): Button {
  return look(surface, topicFormTexts.propose, 'topic.offerForm', data);
}

/** The fields as a button carries them that sends them off again. */
export function toTopicPayload({ title, question, userGroupId, tags, mayReport }: TopicFormFields) {
  return {
    title,
    ...(question !== undefined && { question }),
    ...(userGroupId !== undefined && { userGroup: userGroupId }),
    ...(tags !== '' && { tags }),
    ...(mayReport && { mayReport: 'true' }),
  };
}

function reportInput(value: boolean): Element {
  return {
    type: 'Input.Toggle',
    id: 'mayReport',
    label: words.report,
    title: words.reportTitle,
    valueOn: 'true',
    valueOff: 'false',
    value: String(value),
    errorMessage: words.reportError,
  };
}

type Problem = NonNullable<AnyForm['problems']>[number];

/** What is wrong with the field above, of whose problems these are; `typed` is what stands in it. */
function problemElements(
  ofField: readonly Problem[],
  problems: readonly Problem[] | undefined,
  typed: string,
): readonly Element[] {
  return (problems ?? [])
    .filter((problem) => ofField.includes(problem))
    .map((problem) => {
      const sentence = problemWords[problem];
      return problemText(typeof sentence === 'string' ? sentence : sentence(typed.length));
    });
}
