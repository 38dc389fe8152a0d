import { announcementLimits } from '../domain/announcement.ts';
import type { Announcement } from '../domain/announcement.ts';
import type { ContentFields } from '../domain/announcement-content.ts';
import { toFormKeys } from '../domain/audience-keys.ts';
import type { AudienceChoices } from '../features/announcements/audience-choices.ts';
import type { FormFields, FormProblem } from '../features/announcements/check-form.ts';
import { announcementTexts } from '../texts/announcement-texts.ts';
import { act, look } from './actions.ts';
import type { Surface } from './actions.ts';
import { audienceInputs, communesInput } from './announcement-audience-inputs.ts';
import { buttonRows, card, heading, text } from './card.ts';
import type { Button, Card, Element } from './card.ts';
import { problemText, textInput } from './inputs.ts';
import { openFormCard } from './user-group-form-card.ts';

const { form, problems: problemWords } = announcementTexts;

/** What is in the form: what was typed before, or what the announcement says now; and what is wrong with it. */
export interface AnnouncementFormState {
  readonly fields: FormFields;
  readonly choices: AudienceChoices;
  readonly problems?: readonly FormProblem[];
  /** The one that is changed; absent for a new one. */
  readonly announcement?: Announcement;
  readonly hasTemplates?: boolean;
}

/** The form for a new announcement or for changing one: the same card in the 1:1 chat and in a dialog. */
export function announcementFormCard(state: AnnouncementFormState, surface: Surface): Card {
  const { fields, choices, problems = [], announcement } = state;
  const title = announcement === undefined ? form.create : form.change;
  const { audience, communes } = toFormKeys(fields.audience);
  return card({
    fallbackText: title,
    body: [
      heading(title),
      ...(problems.includes('outdated') ? [problemText(problemWords.outdated)] : lossTexts(announcement)),
      ...(state.hasTemplates === true ? buttonRows([templateButton(surface)]) : []),
      ...wordsInputs(fields, problems),
      ...audienceInputs(choices, audience),
      ...problemTexts(problems, ['audience-missing', 'audience-gone']),
      ...moreInputs(fields, problems, choices.communes.length > 0 ? [communesInput(choices, communes)] : []),
    ],
    actions: [submitButton(announcement, surface), ...cancelButtons(announcement, surface)],
  });
}

/** "Formular öffnen": where it would be seen by everybody. */
export function openAnnouncementFormCard(surface: Surface): Card {
  const open = look(surface, form.open, 'announcement.offerForm', {});
  return openFormCard(form.create, open, form.forOrganisers);
}

/** Title and text. */
export function wordsInputs(fields: ContentFields, problems: readonly FormProblem[]): readonly Element[] {
  return [
    textInput('title', fields.title, {
      label: form.title,
      maxLength: announcementLimits.title,
      placeholder: form.titlePlaceholder,
      isRequired: true,
      errorMessage: form.titleError,
    }),
    ...problemTexts(problems, ['title-missing']),
    textInput('text', fields.text, {
      label: form.text,
      maxLength: announcementLimits.text,
      placeholder: form.textPlaceholder,
      isMultiline: true,
      isRequired: true,
      errorMessage: form.textError,
    }),
    ...problemTexts(problems, ['text-missing']),
  ];
}

/** The link, and what is wrong with it. */
export function linkInputs(
  link: ContentFields['link'],
  problems: readonly FormProblem[],
): readonly Element[] {
  return [
    textInput('link', link, {
      label: form.link,
      maxLength: announcementLimits.link,
      placeholder: form.linkPlaceholder,
      style: 'Url',
      errorMessage: form.linkError,
    }),
    ...problemTexts(problems, ['link-invalid']),
  ];
}

const moreId = 'more';
const moreButtonId = 'more-button';

/** What few need, behind "Mehr angeben"; open from the start when something of it is filled in or wrong. */
function moreInputs(
  fields: ContentFields & Partial<Pick<FormFields, 'audience'>>,
  problems: readonly FormProblem[],
  first: readonly Element[],
): readonly Element[] {
  const { link, acknowledgement, audience = [] } = fields;
  const isOpen = link !== undefined || acknowledgement || audience.some(({ kind }) => kind === 'commune');
  const items = [...first, ...linkInputs(link, problems), acknowledgementInput(acknowledgement)];
  // The button goes when it is pressed: what it opened stays open.
  const open: Button = {
    type: 'Action.ToggleVisibility',
    title: form.more,
    targetElements: [
      { elementId: moreId, isVisible: true },
      { elementId: moreButtonId, isVisible: false },
    ],
  };
  return [
    ...(isOpen ? [] : [{ type: 'ActionSet', id: moreButtonId, spacing: 'Small', actions: [open] }]),
    { type: 'Container', id: moreId, isVisible: isOpen, items },
  ];
}

/** What a change undoes. */
function lossTexts(announcement: Announcement | undefined): readonly Element[] {
  const state = announcement?.state;
  switch (state?.kind) {
    case 'scheduled':
      return [text(form.losesTime(state.sendAt))];
    case 'awaiting-confirmation':
      return [text(form.losesConfirmation(state.sendAt))];
    case 'draft':
    case 'started':
    case 'missed':
    case 'discarded':
    case undefined:
      return [];
  }
}

function problemTexts(problems: readonly FormProblem[], shown: readonly FormProblem[]): readonly Element[] {
  return problems
    .filter((problem) => shown.includes(problem))
    .map((problem) => problemText(problemWords[problem]));
}

function acknowledgementInput(value: boolean): Element {
  return {
    type: 'Input.Toggle',
    id: 'acknowledgement',
    label: form.acknowledgement,
    title: form.acknowledgementTitle,
    valueOn: 'true',
    valueOff: 'false',
    value: String(value),
    errorMessage: form.acknowledgementError,
  };
}

function templateButton(surface: Surface): Button {
  return act(surface, form.fromTemplate, 'announcement.listTemplates', {}, { associatedInputs: 'none' });
}

function submitButton(announcement: Announcement | undefined, surface: Surface): Button {
  const style = { style: 'positive' };
  return announcement === undefined
    ? act(surface, form.preview, 'announcement.draft', {}, style)
    : act(
        surface,
        form.preview,
        'announcement.change',
        { announcementId: announcement.id, version: announcement.version },
        style,
      );
}

/** A dialog has its own way to close it. What stands in the fields does not matter, so it is not checked. */
function cancelButtons(announcement: Announcement | undefined, surface: Surface): readonly Button[] {
  if (surface.shared) {
    return [];
  }
  const style = { associatedInputs: 'none' };
  return [
    announcement === undefined
      ? act(surface, form.cancel, 'announcement.list', { page: 1 }, style)
      : act(surface, form.cancel, 'announcement.showDraft', { announcementId: announcement.id }, style),
  ];
}
