import { bodyKey } from '../../domain/answer.ts';
import type { UseCaseId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import { newUseCase } from '../../domain/use-case.ts';
import type { Adopter, Contact, UseCase } from '../../domain/use-case.ts';
import type { WholeRecord } from './whole-record.ts';

/** A record made of a whole record alone; it keeps its dates and its version. */
export function toWholeUseCase(whole: WholeRecord, id: UseCaseId, now: Instant): UseCase {
  return { ...newUseCase({ id, title: whole.title, summary: whole.summary }, now), ...whole };
}

/**
 * The record as the whole record wants it. What never leaves in an export stays: who entered it, who is interested, and the member
 * behind a contact; so does what happened here: when it was confirmed, and its version.
 */
export function mergeWhole(useCase: UseCase, whole: WholeRecord): UseCase {
  const { id, interests, interestsReported, example, archived, provenance } = useCase;
  const { source: _, ...origin } = provenance;
  const { contact, ...rest } = whole;
  const merged = mergeContact(useCase.contact, contact);
  const { source } = whole.provenance;
  return {
    ...rest,
    id,
    adopters: mergeAdopters(useCase.adopters, whole.adopters),
    ...(merged !== undefined && { contact: merged }),
    interests,
    interestsReported,
    example,
    ...(archived !== undefined && { archived }),
    provenance: {
      ...origin,
      externalIds: mergeIds(useCase, whole.provenance.externalIds),
      ...(source !== undefined && { source }),
    },
  };
}

function mergeAdopters(known: readonly Adopter[], wanted: readonly Adopter[]): readonly Adopter[] {
  const before = new Map(known.map((adopter) => [bodyKey(adopter.body), adopter]));
  return wanted.map(({ contact, ...rest }) => {
    const old = before.get(bodyKey(rest.body));
    const merged = mergeContact(old?.contact, contact);
    return {
      ...rest,
      ...(merged !== undefined && { contact: merged }),
      ...(old?.enteredBy !== undefined && { enteredBy: old.enteredBy }),
    };
  });
}

/** The member behind a contact is in no file; as long as the rest is the same, it is still the contact. */
export function mergeContact(known: Contact | undefined, wanted: Contact | undefined): Contact | undefined {
  const isSame = (['name', 'email', 'phone'] as const).every((part) => known?.[part] === wanted?.[part]);
  return known?.memberId !== undefined && isSame ? known : wanted;
}

/** Those that are known and the added ones; the record's own id, under which an export may name it, is none. */
export function mergeIds({ id, provenance }: UseCase, added: readonly string[]): readonly string[] {
  const known = provenance.externalIds;
  return [...known, ...added.filter((one) => one !== id && !known.includes(one))];
}
