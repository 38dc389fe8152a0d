import { formSections } from '../domain/use-case-form.ts';
import type { FormSection, UseCaseField } from '../domain/use-case-form.ts';
import type { Instant } from '../domain/instant.ts';
import { formatDayAndTime } from '../texts/format.ts';
import { useCaseFormTexts as texts } from '../texts/use-case-form-texts.ts';
import { act } from './actions.ts';
import type { Surface } from './actions.ts';
import { buttonRows, card, heading, literal, pressableRow, smallText, text } from './card.ts';
import type { Button, Card, Element } from './card.ts';
import { problemText } from './inputs.ts';
import { chosenTitle, fieldInput, fieldsOf } from './use-case-form-inputs.ts';
import type { FormInputs } from './use-case-form-inputs.ts';
import { suggestionElements } from './use-case-form-suggestion.ts';
import type { SuggestionSection } from './use-case-form-suggestion.ts';

export interface UseCaseFormState extends FormInputs {
  readonly draftId: string;
  /** The use case that is changed. */
  readonly changedTitle?: string;
  /** When what stands here was stored as a draft; absent while nothing is. */
  readonly savedAt?: Instant;
  /** A sentence on what just happened. */
  readonly outcome?: string;
  /** Absent for those who can have nothing suggested. */
  readonly suggestion?: SuggestionSection;
}

type OptionalSection = Exclude<FormSection, 'required'>;
const optionalSections = formSections.filter((section): section is OptionalSection => section !== 'required');

/** UTF-16 units: a little less than the 80 KB that a message may have. */
const longestCard = 39_500;

/**
 * The form of a use case, new or changed: the same card in the 1:1 chat and in a dialog. Where nearly every field is full there is no room for
 * the text of a suggestion, and none for suggestions either.
 */
export function useCaseFormCard(state: UseCaseFormState, surface: Surface): Card {
  const drawn = draw(state, surface);
  const { suggestion, ...rest } = state;
  if (suggestion === undefined || JSON.stringify(drawn).length <= longestCard) {
    return drawn;
  }
  const withoutText = draw({ ...rest, suggestion: {} }, surface);
  return JSON.stringify(withoutText).length <= longestCard ? withoutText : draw(rest, surface);
}

function draw(state: UseCaseFormState, surface: Surface): Card {
  const { origin, changedTitle, savedAt, outcome, problems, suggestion } = state;
  const title = origin === 'new' ? texts.newTitle : texts.changeTitle;
  return card({
    fallbackText: title,
    body: [
      heading(title),
      ...(changedTitle === undefined ? [] : [literal([{ text: changedTitle }], { spacing: 'Small' })]),
      ...(outcome === undefined ? [] : [text(outcome, { spacing: 'Small' })]),
      ...(savedAt === undefined
        ? []
        : [smallText(texts.savedAt(formatDayAndTime(savedAt)), { spacing: 'Small' })]),
      ...(problems.length > 0 ? [problemText(texts.problems(problems.map(({ field }) => field)))] : []),
      smallText(texts.intro, { spacing: 'Small' }),
      ...(suggestion === undefined ? [] : suggestionElements(suggestion, sentData(state), surface)),
      ...fieldsOf('required', state)
        .filter((field) => !isPreset(field))
        .flatMap((field) => fieldInput(field, state)),
      ...presetElements(state),
      text(texts.more, { weight: 'Bolder', spacing: 'Large', separator: true }),
      ...optionalSections.flatMap((section) => sectionElements(section, state)),
      ...buttonRows(buttons(state, surface)),
    ],
  });
}

/** What is filled in before anybody types, and hardly ever changed: one row says what is chosen, and opens it. */
const presets: readonly UseCaseField[] = ['category', 'language', 'visibility'];

function isPreset(field: UseCaseField): boolean {
  return presets.includes(field);
}

/** The row goes when it is pressed: what it says would not follow what is chosen then. */
function presetElements(state: UseCaseFormState): readonly Element[] {
  const { typed, problems } = state;
  const isOpen =
    presets.some((field) => (typed[field] ?? '') === '') || problems.some(({ field }) => isPreset(field));
  const chosen = presets.map((field) => chosenTitle(field, state)).join(' · ');
  const lines = [
    // As a text its "*" would begin a list.
    literal([{ text: texts.presets }]),
    literal([{ text: chosen, size: 'Small', isSubtle: true }], { spacing: 'None' }),
  ];
  const open: Button = {
    type: 'Action.ToggleVisibility',
    title: texts.openPresets,
    targetElements: [
      { elementId: 'presets', isVisible: true },
      { elementId: 'presets-row', isVisible: false },
    ],
  };
  const row = pressableRow(lines, open, { separator: false });
  return [
    { ...row, id: 'presets-row', ...(isOpen && { isVisible: false }) },
    {
      type: 'Container',
      id: 'presets',
      isVisible: isOpen,
      items: presets.flatMap((field) => fieldInput(field, state)),
    },
  ];
}

/** A row that opens and closes its fields. What stands in closed fields is sent with the others. */
function sectionElements(section: OptionalSection, state: UseCaseFormState): readonly Element[] {
  const fields = fieldsOf(section, state);
  const { title, line } = texts.sections[section];
  const id = `section-${section}`;
  const isOpen = fields.some(
    (field) => (state.typed[field] ?? '') !== '' || state.problems.some((problem) => problem.field === field),
  );
  const toggle: Button = {
    type: 'Action.ToggleVisibility',
    title: texts.open(title),
    targetElements: [id],
  };
  return [
    pressableRow([text(title, { weight: 'Bolder' }), smallText(line, { spacing: 'None' })], toggle, {
      separator: false,
      spacing: 'Small',
    }),
    {
      type: 'Container',
      id,
      isVisible: isOpen,
      spacing: 'Small',
      items: fields.flatMap((field) => fieldInput(field, state)),
    },
  ];
}

/** What every button carries that sends the fields. */
function sentData({ draftId, suggested = {} }: UseCaseFormState): Readonly<Record<string, unknown>> {
  return { draftId, ...(Object.keys(suggested).length > 0 && { suggested }) };
}

/** What stands in the fields does not matter to the last one. A dialog has its own way to close it. */
function buttons(state: UseCaseFormState, surface: Surface): readonly Button[] {
  const { draftId, savedAt } = state;
  const data = sentData(state);
  const discard = savedAt === undefined ? texts.cancel : texts.discard;
  return [
    act(surface, texts.next, 'registration.check', data, { style: 'positive' }),
    act(surface, texts.save, 'registration.save', data),
    ...(savedAt === undefined && surface.shared
      ? []
      : [act(surface, discard, 'registration.discard', { draftId }, { associatedInputs: 'none' })]),
  ];
}
