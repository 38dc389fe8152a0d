import type { Commune } from './commune.ts';
import { communeId } from './ids.ts';
import type { CommuneId } from './ids.ts';
import type { Asker } from './member.ts';
import { readUseCaseForm } from './read-use-case-form.ts';
import type { ReadContext } from './read-use-case-form.ts';
import { allFields, changedFields, otherOrganisation, ruleOf } from './use-case-form.ts';
import type { CheckedUseCase, TypedUseCase, UseCaseField, UseCaseProblem } from './use-case-form.ts';
import { toAdopter, toContent } from './use-case-content.ts';
import { hasLetters, toPlainText } from './typed-words.ts';
import type { AdopterBody, Contact } from './use-case.ts';

export interface CheckContext extends ReadContext {
  readonly communes: ReadonlyMap<CommuneId, Commune>;
  readonly asker: Asker;
  readonly origin: 'new' | 'change';
  /** Whoever fills in the form, as Teams names them; absent where Teams does not. */
  readonly self?: Contact;
  /** How a record that is changed stood in the form: what is still so was right before, and is not checked again. */
  readonly base?: TypedUseCase;
}

export type CheckUseCaseOutcome =
  | { readonly kind: 'valid'; readonly checked: CheckedUseCase }
  | { readonly kind: 'invalid'; readonly problems: readonly UseCaseProblem[] };

/** What was typed without what hides or turns words around; nothing is cut, so that nothing is lost. */
export function cleanUseCaseForm(typed: TypedUseCase): TypedUseCase {
  const clean: Record<string, string> = {};
  for (const field of allFields) {
    const text = toPlainText((typed[field] ?? '').toWellFormed());
    const words = ruleOf(field).kind === 'line' ? text.replaceAll(/\n+/g, ' ') : text;
    if (words !== '') {
      clean[field] = words;
    }
  }
  return clean;
}

/** Checks every field at once, in the order of the form. Pure; never throws, whatever was typed. */
export function checkUseCaseForm(given: TypedUseCase, context: CheckContext): CheckUseCaseOutcome {
  const typed = cleanUseCaseForm(given);
  const { values, problems } = readUseCaseForm(typed, context);
  const body = readBody(typed, context);
  const contact = readContact(typed, context);
  const found = [
    ...problems,
    ...(context.origin === 'new' && 'problem' in body ? [body] : []),
    ...('problem' in contact ? [contact] : []),
    ...findMissing(typed, context),
    ...findUnused(typed, context),
  ];
  const content = toContent(values, 'problem' in contact ? undefined : contact.contact);
  const kept = onlyTyped(found, typed, context);
  if (kept.length > 0) {
    return { kind: 'invalid', problems: kept };
  }
  return context.origin === 'new' && 'body' in body
    ? { kind: 'valid', checked: { content, adopter: toAdopter(body.body, values) } }
    : { kind: 'valid', checked: { content } };
}

/** What says something only together: whoever touches one of them answers for all. */
const together: readonly (readonly UseCaseField[])[] = [
  ['effectValue', 'effectUnit', 'effectDate'],
  ['contact', 'mailbox'],
  ['costs', 'costsVisibility'],
];

/** Of a record that is changed, only what the person touched is theirs to mend; one problem for each field. */
function onlyTyped(
  problems: readonly UseCaseProblem[],
  typed: TypedUseCase,
  { origin, base }: CheckContext,
): readonly UseCaseProblem[] {
  const changed =
    origin === 'change' && base !== undefined ? changedFields(cleanUseCaseForm(base), typed) : allFields;
  const touched = new Set(
    changed.flatMap((field) => together.find((fields) => fields.includes(field)) ?? [field]),
  );
  const first = new Map<string, UseCaseProblem>();
  for (const problem of problems) {
    if (touched.has(problem.field) && !first.has(problem.field)) {
      first.set(problem.field, problem);
    }
  }
  return allFields.map((field) => first.get(field)).filter((problem) => problem !== undefined);
}

/** Required fields that are empty, and what belongs together and stands alone. */
function findMissing(typed: TypedUseCase, { origin }: CheckContext): readonly UseCaseProblem[] {
  const missing: UseCaseProblem[] = allFields
    .filter((field) => ruleOf(field).required && (origin === 'new' || !ruleOf(field).newOnly))
    .filter((field) => !hasLetters(typed[field] ?? ''))
    .map((field) => ({ field, problem: 'missing' }));
  if (origin === 'new' && typed.stage === 'rejected' && !hasLetters(typed.reason ?? '')) {
    missing.push({ field: 'reason', problem: 'reason-missing' });
  }
  const { effectValue, effectUnit, effectDate } = typed;
  if (effectValue === undefined && (effectUnit !== undefined || effectDate !== undefined)) {
    missing.push({ field: 'effectValue', problem: 'missing' });
  }
  if (effectValue !== undefined && effectUnit === undefined) {
    missing.push({ field: 'effectUnit', problem: 'missing' });
  }
  return missing;
}

/** An address that was typed for nothing: the person means it to be the contact, or forgot it. */
function findUnused({ contact, mailbox }: TypedUseCase, { base }: CheckContext): readonly UseCaseProblem[] {
  const isTyped = mailbox !== undefined && mailbox !== base?.mailbox;
  return isTyped && contact !== 'mailbox' ? [{ field: 'contact', problem: 'mailbox-not-chosen' }] : [];
}

/** Members of a commune enter what it does, or what an organisation does; organisers, and whoever has no commune, for any. */
function readBody(
  { body, organisation }: TypedUseCase,
  { asker, communes }: CheckContext,
): { readonly body: AdopterBody } | UseCaseProblem {
  if (body === undefined) {
    return { field: 'body', problem: 'missing' };
  }
  if (body === otherOrganisation) {
    return organisation === undefined || !hasLetters(organisation)
      ? { field: 'organisation', problem: 'missing' }
      : { body: { kind: 'organisation', name: organisation } };
  }
  const commune = communes.get(communeId(body));
  if (commune === undefined) {
    return { field: 'body', problem: 'unknown-commune' };
  }
  const isOwn = asker.communeId === undefined || asker.communeId === commune.id;
  return asker.role === 'organiser' || isOwn
    ? { body: { kind: 'commune', communeId: commune.id } }
    : { field: 'body', problem: 'not-own-commune' };
}

/** `keep` says nothing of the contact: whoever stands there stays. */
function readContact(
  { contact, mailbox }: TypedUseCase,
  { self, origin }: CheckContext,
): { readonly contact: Contact | undefined } | UseCaseProblem {
  switch (contact) {
    case 'self':
      return self === undefined ? { field: 'contact', problem: 'name-unknown' } : { contact: self };
    case 'mailbox':
      return mailbox === undefined
        ? { field: 'mailbox', problem: 'missing' }
        : { contact: { email: mailbox } };
    case 'keep':
      return origin === 'change' ? { contact: undefined } : { field: 'contact', problem: 'bad-choice' };
    case undefined:
      return { field: 'contact', problem: 'missing' };
    default:
      return { field: 'contact', problem: 'bad-choice' };
  }
}
