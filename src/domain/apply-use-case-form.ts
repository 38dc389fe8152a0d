import type { UseCaseContent, UseCaseField } from './use-case-form.ts';
import { writeCost } from './written-costs.ts';
import { visibilities } from './use-case.ts';
import type { Contact, Cost, Lessons, MeasuredEffect, UseCase } from './use-case.ts';
import { isMailbox } from './contact.ts';

/**
 * Takes over these fields from the content and leaves everything else as it is, so that what somebody else changed meanwhile stays.
 * Two changes of different fields come to the same record in either order.
 */
export function applyFields(
  useCase: UseCase,
  content: UseCaseContent,
  fields: readonly UseCaseField[],
): UseCase {
  const taken = new Set<UseCaseField>(fields);
  const from = (field: UseCaseField): UseCaseContent => (taken.has(field) ? content : useCase);
  const {
    description: _description,
    problem: _problem,
    goal: _goal,
    howItWorks: _howItWorks,
    benefitExpected: _benefitExpected,
    sourcing: _sourcing,
    supplier: _supplier,
    product: _product,
    hosting: _hosting,
    effortDays: _effortDays,
    personalData: _personalData,
    aiActClass: _aiActClass,
    humanOversight: _humanOversight,
    reuse: _reuse,
    codeUrl: _codeUrl,
    note: _note,
    effectMeasured: _effectMeasured,
    lessons: _lessons,
    contact: _contact,
    ...rest
  } = useCase;
  const next = {
    description: from('description').description,
    problem: from('problem').problem,
    goal: from('goal').goal,
    howItWorks: from('howItWorks').howItWorks,
    benefitExpected: from('benefitExpected').benefitExpected,
    sourcing: from('sourcing').sourcing,
    supplier: from('supplier').supplier,
    product: from('product').product,
    hosting: from('hosting').hosting,
    effortDays: from('effortDays').effortDays,
    personalData: from('personalData').personalData,
    aiActClass: from('aiActClass').aiActClass,
    humanOversight: from('humanOversight').humanOversight,
    reuse: from('reuse').reuse,
    codeUrl: from('codeUrl').codeUrl,
    note: from('note').note,
    effectMeasured: mergeEffect(from),
    lessons: mergeLessons(from),
    contact: mergeContact(useCase.contact, content.contact, taken),
  };
  return {
    ...rest,
    title: from('title').title,
    summary: from('summary').summary,
    category: from('category').category,
    language: from('language').language,
    visibility: from('visibility').visibility,
    technologies: from('technologies').technologies,
    legalBasis: from('legalBasis').legalBasis,
    assessments: from('assessments').assessments,
    cooperationWanted: from('cooperationWanted').cooperationWanted,
    links: from('links').links,
    themes: from('themes').themes,
    tags: from('tags').tags,
    costs: mergeCosts(useCase.costs, content.costs, taken),
    ...(next.description !== undefined && { description: next.description }),
    ...(next.problem !== undefined && { problem: next.problem }),
    ...(next.goal !== undefined && { goal: next.goal }),
    ...(next.howItWorks !== undefined && { howItWorks: next.howItWorks }),
    ...(next.benefitExpected !== undefined && { benefitExpected: next.benefitExpected }),
    ...(next.sourcing !== undefined && { sourcing: next.sourcing }),
    ...(next.supplier !== undefined && { supplier: next.supplier }),
    ...(next.product !== undefined && { product: next.product }),
    ...(next.hosting !== undefined && { hosting: next.hosting }),
    ...(next.effortDays !== undefined && { effortDays: next.effortDays }),
    ...(next.personalData !== undefined && { personalData: next.personalData }),
    ...(next.aiActClass !== undefined && { aiActClass: next.aiActClass }),
    ...(next.humanOversight !== undefined && { humanOversight: next.humanOversight }),
    ...(next.reuse !== undefined && { reuse: next.reuse }),
    ...(next.codeUrl !== undefined && { codeUrl: next.codeUrl }),
    ...(next.note !== undefined && { note: next.note }),
    ...(next.effectMeasured !== undefined && { effectMeasured: next.effectMeasured }),
    ...(next.lessons !== undefined && { lessons: next.lessons }),
    ...(next.contact !== undefined && { contact: next.contact }),
  };
}

function mergeLessons(from: (field: UseCaseField) => UseCaseContent): Lessons | undefined {
  const worked = from('worked').lessons?.worked;
  const failed = from('failed').lessons?.failed;
  const advice = from('advice').lessons?.advice;
  if (worked === undefined && failed === undefined && advice === undefined) {
    return undefined;
  }
  return {
    ...(worked !== undefined && { worked }),
    ...(failed !== undefined && { failed }),
    ...(advice !== undefined && { advice }),
  };
}

function mergeEffect(from: (field: UseCaseField) => UseCaseContent): MeasuredEffect | undefined {
  const value = from('effectValue').effectMeasured?.value;
  const unit = from('effectUnit').effectMeasured?.unit;
  const date = from('effectDate').effectMeasured?.date;
  return value === undefined || unit === undefined
    ? undefined
    : { value, unit, ...(date !== undefined && { date }) };
}

/** Another address is one for the mailbox that stands there: whoever somebody has chosen instead meanwhile stays. */
function mergeContact(
  known: Contact | undefined,
  typed: Contact | undefined,
  taken: ReadonlySet<UseCaseField>,
): Contact | undefined {
  const isTaken = taken.has('contact') || (taken.has('mailbox') && isMailbox(known));
  return isTaken ? (typed ?? known) : known;
}

/**
 * A cost whose line stayed the same stays as it is known: a line says less than a record may hold. A new one is for nobody whom the
 * others are not for, unless the form says whom they all are for.
 */
function mergeCosts(
  known: readonly Cost[],
  typed: readonly Cost[],
  taken: ReadonlySet<UseCaseField>,
): readonly Cost[] {
  const left = [...known];
  const narrowest = visibilities.find((one) => known.some(({ visibility }) => visibility === one));
  const takeOver = (cost: Cost): Cost => {
    const index = left.findIndex((one) => writeCost(one) === writeCost(cost));
    const [same] = index < 0 ? [] : left.splice(index, 1);
    return same ?? { ...cost, visibility: narrowest ?? cost.visibility };
  };
  const costs = taken.has('costs') ? typed.map(takeOver) : known;
  const visibility = typed[0]?.visibility;
  return taken.has('costsVisibility') && visibility !== undefined
    ? costs.map((cost) => ({ ...cost, visibility }))
    : costs;
}
