import type { MemberId } from './ids.ts';
import type { HistoryEntry } from './use-case-history.ts';
import type { Adopter, Contact, Interest, UseCase } from './use-case.ts';

/** The use case without a member: what the communes do and want stays, and the person goes, as a contact with name and mail. */
export function withoutMember(useCase: UseCase, member: MemberId): UseCase {
  const { contact, provenance, ...rest } = useCase;
  const { createdBy, reviewedBy, ...origin } = provenance;
  return {
    ...rest,
    adopters: useCase.adopters.map((adopter) => withoutMemberInAdopter(adopter, member)),
    interests: useCase.interests.map((interest) => withoutMemberInInterest(interest, member)),
    ...(contact !== undefined && contact.memberId !== member && { contact }),
    provenance: {
      ...origin,
      ...(createdBy !== undefined && createdBy !== member && { createdBy }),
      ...(reviewedBy !== undefined && reviewedBy !== member && { reviewedBy }),
    },
  };
}

/** Whether the use case names the member anywhere. */
export function namesMember(useCase: UseCase, member: MemberId): boolean {
  const { createdBy, reviewedBy } = useCase.provenance;
  return (
    createdBy === member ||
    reviewedBy === member ||
    contactsOf(useCase).some(({ memberId }) => memberId === member) ||
    useCase.adopters.some(({ enteredBy }) => enteredBy === member) ||
    useCase.interests.some(({ by }) => by === member)
  );
}

/** By which name, address and number a use case names the member. */
export function wordsFor(useCase: UseCase, member: MemberId): readonly string[] {
  return contactsOf(useCase)
    .filter(({ memberId }) => memberId === member)
    .flatMap(({ name = '', email = '', phone = '' }) => [name, email, phone])
    .filter((words) => words !== '');
}

/** The entry without a member; what a changed field said with any of these words is left out. The same entry when nothing is to go. */
export function withoutMemberInEntry(
  entry: HistoryEntry,
  member: MemberId,
  words: readonly string[],
): HistoryEntry {
  const { by, change } = entry;
  const { memberId, ...others } = by;
  const clean = (text: string) => (words.some((word) => text.includes(word)) ? '' : text);
  const isNamed =
    change.kind === 'edited' &&
    change.fields.some(({ before, after }) => clean(before) !== before || clean(after) !== after);
  if (memberId !== member && !isNamed) {
    return entry;
  }
  return {
    ...entry,
    by: memberId === undefined || memberId === member ? others : by,
    change:
      change.kind === 'edited'
        ? {
            kind: 'edited',
            fields: change.fields.map(({ field, before, after }) => ({
              field,
              before: clean(before),
              after: clean(after),
            })),
          }
        : change,
  };
}

function contactsOf({ contact, adopters }: UseCase): readonly Contact[] {
  return [contact, ...adopters.map((adopter) => adopter.contact)].filter((one) => one !== undefined);
}

function withoutMemberInAdopter(adopter: Adopter, member: MemberId): Adopter {
  const { contact, enteredBy, ...rest } = adopter;
  return {
    ...rest,
    ...(contact !== undefined && contact.memberId !== member && { contact }),
    ...(enteredBy !== undefined && enteredBy !== member && { enteredBy }),
  };
}

function withoutMemberInInterest(interest: Interest, member: MemberId): Interest {
  const { by, ...rest } = interest;
  return { ...rest, ...(by !== undefined && by !== member && { by }) };
}
