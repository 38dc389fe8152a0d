import type { Contact, UseCase, Visibility } from '../../../domain/use-case.ts';
import { cleanValue, type WholeRecord, WholeRecordSchema } from '../whole-record.ts';

/** A use case as it may leave, and the key ("Kennung") by which another system knows it. */
export interface ExchangeRecord {
  readonly key: string;
  readonly useCase: WholeRecord;
}

/** Why a use case is not in an export. */
export type LeftOut = 'archived' | 'example' | 'visibility';

const mayLeave: Readonly<Record<Visibility, readonly Visibility[]>> = {
  public: ['public'],
  community: ['public', 'community'],
  organisation: ['public', 'community', 'organisation'],
};

export function whyLeftOut(useCase: UseCase, visibility: Visibility): LeftOut | undefined {
  if (useCase.archived !== undefined) {
    return 'archived';
  }
  if (useCase.example) {
    return 'example';
  }
  return mayLeave[visibility].includes(useCase.visibility) ? undefined : 'visibility';
}

/** What of a use case may leave for readers of this visibility; texts are cleaned as an import would clean them. */
export function toExchangeRecord(useCase: UseCase, visibility: Visibility): ExchangeRecord {
  const forReaders = {
    ...useCase,
    costs: useCase.costs.filter((cost) => mayLeave[visibility].includes(cost.visibility)),
    contact: toContact(useCase.contact, visibility),
    adopters: useCase.adopters.map((adopter) => ({
      ...adopter,
      contact: toContact(adopter.contact, visibility),
    })),
  };
  const record = WholeRecordSchema.parse(cleanValue(forReaders));
  const [key = useCase.id] = record.provenance.externalIds;
  const externalIds = [key, ...record.provenance.externalIds.slice(1)];
  return { key, useCase: { ...record, provenance: { ...record.provenance, externalIds } } };
}

/** The public gets functional mailboxes: with a name or a member beside it, an address is a person's, and phones ring on desks. */
function toContact(contact: Contact | undefined, visibility: Visibility): Contact | undefined {
  if (contact === undefined || visibility !== 'public') {
    return contact;
  }
  const { name, memberId, email } = contact;
  const isPerson = name !== undefined || memberId !== undefined;
  return isPerson || email === undefined ? undefined : { email };
}
