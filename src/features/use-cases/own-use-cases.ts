import type { Deps } from '../../deps.ts';
import { namesMember, withoutMember, withoutMemberInEntry, wordsFor } from '../../domain/erased-use-case.ts';
import type { MemberId, UseCaseId } from '../../domain/ids.ts';
import type { HistoryEntry } from '../../domain/use-case-history.ts';
import type { Contact, UseCase } from '../../domain/use-case.ts';
import type { JsonObject } from '../../ports/document-store.ts';
import type { PersonalDataSource } from '../members/personal-data.ts';

type OwnDeps = Pick<Deps, 'useCases'>;

/**
 * Where use cases name a member: what they entered, reviewed or stated for their commune, where they are the contact, and what the
 * history keeps of it. Erased, what the communes do stays, and nobody's name with it.
 */
export function ownUseCasesSource(deps: OwnDeps): PersonalDataSource {
  return {
    kind: 'use-cases',
    async read(member) {
      const entries: JsonObject[] = [];
      const titles = new Map<UseCaseId, string>();
      for await (const { value } of deps.useCases.all()) {
        titles.set(value.id, value.title);
        entries.push(...describeOwn(value, member));
      }
      for await (const { value } of deps.useCases.entries()) {
        if (value.by.memberId === member) {
          entries.push(describeEntry(value, titles));
        }
      }
      return entries;
    },
    async erase(member) {
      const own: UseCase[] = [];
      for await (const { value } of deps.useCases.all()) {
        if (namesMember(value, member)) {
          own.push(value);
        }
      }
      // The history first: by the words that the records still hold it is known what is to go there.
      const words = new Set(own.flatMap((useCase) => wordsFor(useCase, member)));
      const erased = await eraseFromHistory(deps, member, [...words]);
      for (const { id } of own) {
        await deps.useCases.change(id, (useCase) => ({ useCase: withoutMember(useCase, member) }));
      }
      return own.length + erased;
    },
  };
}

/** Returns in how many entries the member stood. */
async function eraseFromHistory(
  { useCases }: OwnDeps,
  member: MemberId,
  words: readonly string[],
): Promise<number> {
  let erased = 0;
  for (;;) {
    let overtaken = 0;
    for await (const { value, etag } of useCases.entries()) {
      const nameless = withoutMemberInEntry(value, member, words);
      if (nameless !== value) {
        const isReplaced = (await useCases.replaceEntry(nameless, etag)) === 'replaced';
        erased += isReplaced ? 1 : 0;
        overtaken += isReplaced ? 0 : 1;
      }
    }
    if (overtaken === 0) {
      return erased;
    }
  }
}

function describeOwn(useCase: UseCase, member: MemberId): readonly JsonObject[] {
  const { id: useCaseId, title, contact, adopters, interests, provenance } = useCase;
  const shares: JsonObject[] = [
    ...(provenance.createdBy === member ? [{ useCaseRole: 'entered' }] : []),
    ...(provenance.reviewedBy === member ? [{ useCaseRole: 'reviewed' }] : []),
    ...(contact?.memberId === member ? [describeContact(contact)] : []),
  ];
  for (const { body, contact: asked, enteredBy } of adopters) {
    const whose = body.kind === 'commune' ? { communeId: body.communeId } : {};
    if (enteredBy === member) {
      shares.push({ useCaseRole: 'adopted', ...whose });
    }
    if (asked?.memberId === member) {
      shares.push({ ...describeContact(asked), ...whose });
    }
  }
  for (const { by, communeId, since } of interests) {
    if (by === member) {
      shares.push({ useCaseRole: 'interested', communeId, statedAt: since });
    }
  }
  return shares.map((share) => Object.assign({ useCaseId, useCase: title }, share));
}

function describeContact({ name, email, phone }: Contact): JsonObject {
  return { useCaseRole: 'contact', contactName: name, contactMail: email, contactPhone: phone };
}

function describeEntry(
  { useCaseId, version, at, by, change }: HistoryEntry,
  titles: ReadonlyMap<UseCaseId, string>,
): JsonObject {
  return {
    useCaseId,
    useCase: titles.get(useCaseId),
    useCaseVersion: version,
    useCaseChange: change.kind,
    changedAt: at,
    ...(by.communeId !== undefined && { communeId: by.communeId }),
  };
}
