import { FormReader } from './form-reader.ts';
import type { Instant } from './instant.ts';
import { enteredStages } from './use-case-form.ts';
import type { TypedUseCase } from './use-case-form.ts';
import { categories, cooperations, reuses, sourcings, technologies, visibilities } from './use-case.ts';
import type { Cost } from './use-case.ts';
import { isMailAddress } from './web-address.ts';
import { readCost } from './written-costs.ts';

export interface ReadContext {
  readonly now: Instant;
}

/** What the fields say; a field that is empty or has a problem says nothing. */
export type FormValues = ReturnType<typeof readUseCaseForm>['values'];

/** Reads every field for itself; what belongs together is looked at by whoever calls this. */
export function readUseCaseForm(typed: TypedUseCase, { now }: ReadContext) {
  const form = new FormReader(typed);
  form.text('organisation');
  checkMailbox(form);
  const values = {
    title: form.text('title'),
    summary: form.text('summary'),
    stage: form.oneOf('stage', enteredStages),
    since: form.date('since', now),
    reason: form.text('reason'),
    category: form.oneOf('category', categories),
    language: readLanguage(form),
    visibility: form.oneOf('visibility', visibilities),
    description: form.text('description'),
    problem: form.text('problem'),
    goal: form.text('goal'),
    howItWorks: form.text('howItWorks'),
    benefitExpected: form.text('benefitExpected'),
    effectValue: form.number('effectValue'),
    effectUnit: form.text('effectUnit'),
    effectDate: form.date('effectDate', now),
    technologies: form.someOf('technologies', technologies),
    sourcing: form.oneOf('sourcing', sourcings),
    supplier: form.text('supplier'),
    product: form.text('product'),
    hosting: form.text('hosting'),
    costs: readCosts(form),
    effortDays: form.number('effortDays'),
    worked: form.text('worked'),
    failed: form.text('failed'),
    advice: form.text('advice'),
    legalBasis: form.lines('legalBasis'),
    assessments: form.lines('assessments'),
    personalData: form.oneOf('personalData', ['yes', 'no', 'unknown']),
    aiActClass: form.text('aiActClass'),
    humanOversight: form.text('humanOversight'),
    reuse: form.oneOf('reuse', reuses),
    codeUrl: form.address('codeUrl'),
    cooperationWanted: form.someOf('cooperationWanted', cooperations),
    links: form.addresses('links'),
    themes: form.tags('themes'),
    tags: form.tags('tags'),
    note: form.text('note'),
  };
  return { values, problems: form.problems };
}

function readLanguage(form: FormReader): string | undefined {
  const language = form.text('language');
  const isCode = language === undefined || /^[a-z]{2}(?:-[a-z]{2})?$/i.test(language);
  return isCode ? language?.toLowerCase() : form.report('language', 'bad-choice');
}

/** A whole address or none, also where somebody else is the contact. */
function checkMailbox(form: FormReader): void {
  const mailbox = form.text('mailbox');
  if (mailbox !== undefined && !isMailAddress(mailbox)) {
    form.report('mailbox', 'bad-email');
  }
}

function readCosts(form: FormReader): readonly Cost[] {
  const visibility = form.oneOf('costsVisibility', visibilities) ?? 'community';
  const read = form.rows('costs').map((line) => readCost(line, visibility));
  const costs = read.filter((cost) => cost !== undefined);
  if (costs.length < read.length) {
    form.report('costs', 'bad-number');
  }
  return costs;
}
