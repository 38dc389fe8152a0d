import { adoptionStages } from '../domain/adoption.ts';
import { adoptionContacts, adoptionLimits } from '../domain/adoption-form.ts';
import type { AdoptionField, AdoptionProblem } from '../domain/adoption-form.ts';
import type { Commune } from '../domain/commune.ts';
import type { Contact, UseCase } from '../domain/use-case.ts';
import type { AdoptionForm } from '../features/adoption/offer-adoption.ts';
import { adoptionTexts } from '../texts/adoption-texts.ts';
import { capitalise } from '../texts/format.ts';
import { stageLabels } from '../texts/labels.ts';
import { act } from './actions.ts';
import type { Surface } from './actions.ts';
import { cancelButtons } from './cancel-button.ts';
import { buttonRows, card, heading, literal, smallText, text } from './card.ts';
import type { Button, Card, Element } from './card.ts';
import { contactText } from './contact-lines.ts';
import { choiceInput, problemText, textInput } from './inputs.ts';

const { form: words } = adoptionTexts;

/** What every button of the form carries: the use case, and what it was opened from. */
export type AboutAdoption = Readonly<Record<string, unknown>>;

export interface AdoptionFormState extends AdoptionForm {
  readonly problems: readonly AdoptionProblem[];
  readonly about: AboutAdoption;
}

/** What a commune says about itself in a use case: the same card in the 1:1 chat and in a dialog. */
export function adoptionFormCard(state: AdoptionFormState, surface: Surface): Card {
  const { useCase, commune, adopter, typed } = state;
  const title = titleOf(state);
  return card({
    fallbackText: `${title}: ${useCase.title}`,
    body: [
      heading(title),
      literal([{ text: useCase.title }], { spacing: 'Small' }),
      literal(
        [
          { text: words.about, isSubtle: true },
          { text: commune.name, weight: 'Bolder' },
        ],
        {
          spacing: 'Small',
        },
      ),
      stageInput(typed.stage),
      ...problemsOf(state, 'stage'),
      textInput('since', typed.since, {
        label: words.since,
        maxLength: adoptionLimits.since,
        placeholder: words.sincePlaceholder,
        errorMessage: words.sinceError,
      }),
      ...problemsOf(state, 'since'),
      contactInput(typed.contact, adopter?.contact),
      ...soFarLine(adopter?.contact),
      ...problemsOf(state, 'contact'),
      textInput('mailbox', typed.mailbox, {
        label: words.mailbox,
        maxLength: adoptionLimits.mailbox,
        placeholder: words.mailboxPlaceholder,
        errorMessage: words.mailboxError,
        style: 'Email',
      }),
      ...problemsOf(state, 'mailbox'),
      textInput('note', typed.note, {
        label: words.note,
        maxLength: adoptionLimits.note,
        placeholder: words.notePlaceholder,
        isMultiline: true,
        errorMessage: words.noteError,
      }),
      ...problemsOf(state, 'note'),
      smallText(words.noteHint, { spacing: 'Small' }),
      ...buttonRows(moreButtons(state, surface)),
    ],
    actions: mainButtons(state, surface),
  });
}

/** Asks whether a commune's entry is to be taken back, and says what that means. */
export function askToWithdrawCard(
  {
    useCase,
    commune,
    about,
  }: { readonly useCase: UseCase; readonly commune: Commune; readonly about: AboutAdoption },
  surface: Surface,
): Card {
  const { question, more, yes, no } = adoptionTexts.withdrawal;
  return card({
    fallbackText: `${question} ${useCase.title}`,
    body: [
      heading(question),
      literal([{ text: useCase.title }], { spacing: 'Small' }),
      literal(
        [
          { text: words.about, isSubtle: true },
          { text: commune.name, weight: 'Bolder' },
        ],
        {
          spacing: 'Small',
        },
      ),
      text(more),
      ...buttonRows([
        act(surface, yes, 'adoption.withdraw', { ...about, commune: commune.id }),
        act(surface, no, 'adoption.offer', { ...about, commune: commune.id }),
      ]),
    ],
  });
}

function titleOf({ adopter }: AdoptionForm): string {
  return adopter === undefined ? adoptionTexts.title : adoptionTexts.changeTitle;
}

function problemsOf({ problems }: AdoptionFormState, field: AdoptionField): readonly Element[] {
  return problems
    .filter((problem) => problem.field === field)
    .map((problem) => problemText(adoptionTexts.problem(problem)));
}

function stageInput(value: string | undefined): Element {
  const choices = adoptionStages.map((stage) => ({ title: capitalise(stageLabels[stage]), value: stage }));
  return choiceInput('stage', value, choices, {
    label: words.stage,
    placeholder: words.stagePlaceholder,
    isRequired: true,
    errorMessage: adoptionTexts.problem({ field: 'stage', because: 'missing' }),
  });
}

/** "Wie bisher" is offered where somebody else is the contact, or one that the form has no fields for. */
function contactInput(value: string | undefined, known: Contact | undefined): Element {
  const offered = adoptionContacts.filter((choice) => choice !== 'keep' || known !== undefined);
  const choices = offered.map((choice) => ({ title: words.contacts[choice], value: choice }));
  return choiceInput('contact', value, choices, {
    label: words.contact,
    style: 'expanded',
    wrap: true,
    isRequired: true,
    errorMessage: adoptionTexts.problem({ field: 'contact', because: 'missing' }),
  });
}

function soFarLine(known: Contact | undefined): readonly Element[] {
  if (known === undefined) {
    return [];
  }
  const who = contactText(known, true) ?? '';
  return [literal([{ text: `${words.soFar}${who}`, isSubtle: true, size: 'Small' }], { spacing: 'Small' })];
}

function mainButtons({ about, commune }: AdoptionFormState, surface: Surface): readonly Button[] {
  const save = act(
    surface,
    words.save,
    'adoption.save',
    { ...about, commune: commune.id },
    { style: 'positive' },
  );
  return [save, ...cancelButtons(surface, words.cancel, about)];
}

function moreButtons(
  { about, adopter, commune, mayForOthers }: AdoptionFormState,
  surface: Surface,
): readonly Button[] {
  const style = { associatedInputs: 'none' };
  const withdraw = { ...about, commune: commune.id };
  return [
    ...(adopter === undefined
      ? []
      : [act(surface, words.withdraw, 'adoption.askToWithdraw', withdraw, style)]),
    ...(mayForOthers ? [act(surface, words.otherCommune, 'adoption.offerCommunes', about, style)] : []),
  ];
}
