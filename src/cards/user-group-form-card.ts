import { userGroupKinds, userGroupLimits } from '../domain/user-group.ts';
import type { UserGroup, UserGroupFields, UserGroupKind, UserGroupProblem } from '../domain/user-group.ts';
import { userGroupTexts } from '../texts/user-group-texts.ts';
import { act, look } from './actions.ts';
import type { Surface } from './actions.ts';
import { card, heading, literal, text } from './card.ts';
import type { Button, Card, Element } from './card.ts';
import { choiceInput, problemText, textInput } from './inputs.ts';
import { descriptionLines } from './user-group-card.ts';

const { form, problems } = userGroupTexts;

/** What is in the form: what was typed before, or what the group says now; and what is wrong with it. */
export interface FormState {
  readonly fields: Pick<UserGroupFields, 'kind'> & Partial<UserGroupFields>;
  readonly problem?: UserGroupProblem | 'name-taken' | 'outdated';
  /** The group that is changed; absent for a new one. */
  readonly userGroup?: UserGroup;
}

/** The form for a new user group or for changing one: the same card in the 1:1 chat and in a dialog. */
export function userGroupFormCard({ fields, problem, userGroup }: FormState, surface: Surface): Card {
  const title = userGroup === undefined ? form.create[fields.kind] : form.change[userGroup.kind];
  const outdated = problem === 'outdated' && userGroup !== undefined ? currentWords(userGroup) : [];
  return card({
    fallbackText: title,
    body: [
      heading(title),
      ...outdated,
      nameInput(fields.name),
      ...(problem === 'name-missing' || problem === 'name-taken' ? [problemText(problems[problem])] : []),
      kindInput(fields.kind),
      descriptionInput(fields.description),
      ...(problem === 'description-missing' ? [problemText(problems[problem])] : []),
      contactInput(fields.contact),
    ],
    actions: [submitButton(userGroup, surface), ...cancelButtons(userGroup, surface)],
  });
}

/** Stands where a form would be seen by everybody: the button opens it for the presser alone, where the client has dialogs. */
export function openFormCard(title: string, verb: Button, hint: string): Card {
  return card({ fallbackText: title, body: [heading(title), text(hint)], actions: [verb] });
}

/** "Formular öffnen" for a new group of this kind. */
export function openUserGroupFormCard(kind: UserGroupKind, surface: Surface): Card {
  const open = look(surface, form.open, 'userGroup.offerForm', { kind });
  return openFormCard(form.create[kind], open, form.forOrganisers);
}

/** What somebody else has written meanwhile. */
function currentWords({ name, description }: UserGroup): readonly Element[] {
  return [
    problemText(problems.outdated),
    literal([{ text: name, weight: 'Bolder' }], { spacing: 'Small' }),
    ...descriptionLines(description),
  ];
}

function nameInput(value: string | undefined): Element {
  return textInput('name', value, {
    label: form.name,
    maxLength: userGroupLimits.name,
    placeholder: form.namePlaceholder,
    isRequired: true,
    errorMessage: problems['name-missing'],
  });
}

function kindInput(value: UserGroupKind): Element {
  const choices = userGroupKinds.map((kind) => ({ title: userGroupTexts.kinds[kind], value: kind }));
  return choiceInput('kind', value, choices, {
    label: form.kind,
    style: 'expanded',
    isRequired: true,
    errorMessage: form.kindError,
  });
}

function descriptionInput(value: string | undefined): Element {
  return textInput('description', value, {
    label: form.description,
    maxLength: userGroupLimits.description,
    placeholder: form.descriptionPlaceholder,
    isMultiline: true,
    isRequired: true,
    errorMessage: problems['description-missing'],
  });
}

function contactInput(value: string | undefined): Element {
  return textInput('contact', value, {
    label: form.contact,
    maxLength: userGroupLimits.contact,
    placeholder: form.contactPlaceholder,
    errorMessage: form.contactError,
  });
}

function submitButton(userGroup: UserGroup | undefined, surface: Surface): Button {
  const style = { style: 'positive' };
  return userGroup === undefined
    ? act(surface, form.submit, 'userGroup.create', {}, style)
    : act(
        surface,
        form.save,
        'userGroup.change',
        { userGroupId: userGroup.id, version: userGroup.version },
        style,
      );
}

/** A dialog has its own way to close it. What stands in the fields does not matter, so it is not checked. */
function cancelButtons(userGroup: UserGroup | undefined, surface: Surface): readonly Button[] {
  if (surface.shared) {
    return [];
  }
  const style = { associatedInputs: 'none' };
  return [
    userGroup === undefined
      ? act(surface, form.cancel, 'userGroup.list', { page: 1 }, style)
      : act(surface, form.cancel, 'userGroup.show', { userGroupId: userGroup.id }, style),
  ];
}
