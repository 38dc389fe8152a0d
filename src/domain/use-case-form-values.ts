import { isMailbox } from './contact.ts';
import { allFields } from './use-case-form.ts';
import type { contactChoices, TypedUseCase, UseCaseField } from './use-case-form.ts';
import type { Contact, Cost, UseCase } from './use-case.ts';
import { writeCost } from './written-costs.ts';
import { writeNumber } from './written-numbers.ts';

/** How a record stands in the form, for a change. Fields of a new use case alone stay empty. */
export function toTypedUseCase(useCase: UseCase): TypedUseCase {
  const { lessons, effectMeasured: effect, costs } = useCase;
  const texts: Partial<Record<UseCaseField, string | undefined>> = {
    title: useCase.title,
    summary: useCase.summary,
    contact: toContactChoice(useCase.contact),
    mailbox: isMailbox(useCase.contact) ? useCase.contact.email : undefined,
    category: useCase.category,
    language: useCase.language,
    visibility: useCase.visibility,
    description: useCase.description,
    problem: useCase.problem,
    goal: useCase.goal,
    howItWorks: useCase.howItWorks,
    benefitExpected: useCase.benefitExpected,
    effectValue: effect && writeNumber(effect.value),
    effectUnit: effect?.unit,
    effectDate: effect?.date,
    technologies: useCase.technologies.join(','),
    sourcing: useCase.sourcing,
    supplier: useCase.supplier,
    product: useCase.product,
    hosting: useCase.hosting,
    costs: costs.map(writeCost).join('\n'),
    costsVisibility: commonVisibility(costs),
    effortDays: useCase.effortDays === undefined ? undefined : writeNumber(useCase.effortDays),
    worked: lessons?.worked,
    failed: lessons?.failed,
    advice: lessons?.advice,
    legalBasis: useCase.legalBasis.join('\n'),
    assessments: useCase.assessments.join('\n'),
    personalData: useCase.personalData,
    aiActClass: useCase.aiActClass,
    humanOversight: useCase.humanOversight,
    reuse: useCase.reuse,
    codeUrl: useCase.codeUrl,
    cooperationWanted: useCase.cooperationWanted.join(','),
    links: useCase.links.join('\n'),
    themes: useCase.themes.join(', '),
    tags: useCase.tags.join(', '),
    note: useCase.note,
  };
  const typed: Partial<Record<UseCaseField, string>> = {};
  for (const field of allFields) {
    const text = texts[field];
    if (text !== undefined && text !== '') {
      typed[field] = text;
    }
  }
  return typed;
}

function toContactChoice(contact: Contact | undefined): (typeof contactChoices)[number] | undefined {
  if (contact === undefined) {
    return undefined;
  }
  return isMailbox(contact) ? 'mailbox' : 'keep';
}

/** What all costs have in common; nothing where they differ. */
function commonVisibility(costs: readonly Cost[]): Cost['visibility'] | undefined {
  const [first] = costs;
  return costs.every(({ visibility }) => visibility === first?.visibility) ? first?.visibility : undefined;
}
