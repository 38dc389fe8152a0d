import { adoptionStages } from './adoption.ts';
import type { Adoption } from './adoption.ts';
import { isMailbox } from './contact.ts';
import type { MemberId } from './ids.ts';
import type { Instant } from './instant.ts';
import { isInFuture, parsePartialDate } from './partial-date.ts';
import { hasLetters, toPlainText } from './typed-words.ts';
import type { Adopter, Contact } from './use-case.ts';
import { isMailAddress, mailAddressLimit } from './web-address.ts';

/** Characters. */
export const adoptionLimits = { since: 40, mailbox: mailAddressLimit, note: 600 } as const;

/** Whom others can ask: the person who fills in the form, a mailbox, whoever stands there already, or nobody. */
export const adoptionContacts = ['self', 'mailbox', 'keep', 'none'] as const;
export type AdoptionContact = (typeof adoptionContacts)[number];

/** The form as it was sent: everything may be missing, too long or full of control characters. */
export interface TypedAdoption {
  readonly stage?: string;
  readonly since?: string;
  readonly contact?: string;
  readonly mailbox?: string;
  readonly note?: string;
}

export type AdoptionField = keyof TypedAdoption;

/** What is wrong with a field. `name-unknown`: Teams does not say who the person is. */
export type AdoptionProblem =
  | { readonly field: 'stage'; readonly because: 'missing' }
  | { readonly field: 'since'; readonly because: 'invalid' | 'future' }
  | { readonly field: 'contact'; readonly because: 'missing' | 'name-unknown' }
  | { readonly field: 'mailbox'; readonly because: 'missing' | 'invalid' }
  | { readonly field: 'note'; readonly because: 'reason-missing' }
  /** By so many characters. */
  | { readonly field: 'note'; readonly because: 'too-long'; readonly over: number };

export type CheckAdoptionOutcome =
  | { readonly kind: 'valid'; readonly adoption: Adoption }
  | { readonly kind: 'invalid'; readonly problems: readonly AdoptionProblem[] };

/** What the form is checked against: `self` is the person as Teams names them, `known` who is to be asked so far. */
export interface AdoptionFormContext {
  readonly now: Instant;
  readonly self?: Contact;
  readonly known?: Contact;
}

/** What was typed, without what hides or turns words around; nothing is cut. */
export function cleanAdoption(typed: TypedAdoption): TypedAdoption {
  return {
    stage: clean(typed.stage),
    since: clean(typed.since),
    contact: clean(typed.contact),
    mailbox: clean(typed.mailbox),
    note: clean(typed.note),
  };
}

function clean(words = ''): string {
  return toPlainText(words.toWellFormed());
}

/** Every field that is wrong is told, so that one correction is enough. */
export function checkAdoption(typed: TypedAdoption, context: AdoptionFormContext): CheckAdoptionOutcome {
  const { stage: typedStage, since: typedSince = '', note = '', ...rest } = cleanAdoption(typed);
  const stage = adoptionStages.find((one) => one === typedStage);
  const since = parsePartialDate(typedSince);
  const contact = checkContact(rest, context);
  const problems: AdoptionProblem[] = [
    ...(stage === undefined ? [{ field: 'stage', because: 'missing' } as const] : []),
    ...(since === undefined && typedSince !== '' ? [{ field: 'since', because: 'invalid' } as const] : []),
    ...(since !== undefined && isInFuture(since, context.now)
      ? [{ field: 'since', because: 'future' } as const]
      : []),
    ...('because' in contact ? [contact] : []),
    ...checkNote(note, stage === 'rejected'),
  ];
  if (stage === undefined || 'because' in contact || problems.length > 0) {
    return { kind: 'invalid', problems };
  }
  return {
    kind: 'valid',
    adoption: { stage, ...(since !== undefined && { since }), ...contact, ...(note !== '' && { note }) },
  };
}

function checkContact(
  { contact, mailbox = '' }: TypedAdoption,
  { self, known }: AdoptionFormContext,
): Pick<Adoption, 'contact'> | AdoptionProblem {
  const choice = adoptionContacts.find((one) => one === contact) ?? (mailbox === '' ? undefined : 'mailbox');
  switch (choice) {
    case 'self':
      return self === undefined ? { field: 'contact', because: 'name-unknown' } : { contact: self };
    case 'mailbox': {
      if (mailbox === '') {
        return { field: 'mailbox', because: 'missing' };
      }
      return isMailAddress(mailbox)
        ? { contact: { email: mailbox } }
        : { field: 'mailbox', because: 'invalid' };
    }
    case 'keep':
      return known === undefined ? { field: 'contact', because: 'missing' } : { contact: known };
    case 'none':
      return {};
    case undefined:
      return { field: 'contact', because: 'missing' };
  }
}

function checkNote(note: string, isReason: boolean): readonly AdoptionProblem[] {
  if (note.length > adoptionLimits.note) {
    return [{ field: 'note', because: 'too-long', over: note.length - adoptionLimits.note }];
  }
  return isReason && !hasLetters(note) ? [{ field: 'note', because: 'reason-missing' }] : [];
}

/** What a commune says about itself, as the form shows it to `reader`. */
export function toTypedAdoption(
  { stage, since = '', contact, note = '' }: Adopter,
  reader: MemberId | undefined,
): TypedAdoption {
  return {
    ...(stage !== 'unknown' && { stage }),
    since,
    contact: toChoice(contact, reader),
    mailbox: isMailbox(contact) ? contact.email : '',
    note,
  };
}

function toChoice(contact: Contact | undefined, reader: MemberId | undefined): AdoptionContact {
  if (contact === undefined) {
    return 'none';
  }
  if (contact.memberId !== undefined && contact.memberId === reader) {
    return 'self';
  }
  return isMailbox(contact) ? 'mailbox' : 'keep';
}
