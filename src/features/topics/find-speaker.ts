import type { Deps } from '../../deps.ts';
import { isPerson, listContacts, namesPersonsTo } from '../../domain/contact.ts';
import type { MemberId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { seenBy } from '../../domain/permissions.ts';
import type { Stage } from '../../domain/stage.ts';
import type { Contact, UseCase } from '../../domain/use-case.ts';
import { canBeTold, findReader } from '../follows/may-be-told.ts';
import type { TellDeps } from '../follows/may-be-told.ts';

/** Who is to be asked about a use case, and how. */
export type Speaker =
  /** The bot can ask them. `contact`: as far as it may be shown; absent for somebody who entered it. */
  | { readonly kind: 'member'; readonly memberId: MemberId; readonly contact?: Contact }
  /** The bot cannot; whoever looks can write to them. */
  | { readonly kind: 'address'; readonly contact: Contact }
  /** Whoever looks is the one to be asked. */
  | { readonly kind: 'yourself' }
  | { readonly kind: 'nobody' };

export type FindSpeakerDeps = TellDeps & Pick<Deps, 'members' | 'rules'>;

/** Stages at which there is something to report, or soon will be. */
const speakingStages: ReadonlySet<Stage> = new Set(['in_use', 'pilot', 'in_development', 'planned']);

/** The use case with those who can report on it alone; undefined when nobody who is named can. */
export function whereSpokenOf(useCase: UseCase): UseCase | undefined {
  const adopters = useCase.adopters.filter(
    ({ body, stage }) => body.kind !== 'unnamed' && speakingStages.has(stage),
  );
  const { reportedAdopters: _, ...rest } = useCase;
  return adopters.length === 0 ? undefined : { ...rest, adopters };
}

/**
 * A contact who is a member, or a member of the communes that do it who entered it; otherwise an address. `useCase`: with those who can
 * report on it alone.
 */
export async function findSpeaker(deps: FindSpeakerDeps, asker: Asker, useCase: UseCase): Promise<Speaker> {
  const contacts = listContacts(useCase).map(({ contact }) => contact);
  const isShown = (contact: Contact) => !isPerson(contact) || namesPersonsTo(asker);
  for (const contact of contacts) {
    const { memberId } = contact;
    if (
      memberId !== undefined &&
      (memberId === asker.memberId || (await canBeAsked(deps, memberId, useCase)))
    ) {
      return memberId === asker.memberId
        ? { kind: 'yourself' }
        : { kind: 'member', memberId, ...(isShown(contact) && { contact }) };
    }
  }
  const authors = authorsOf(useCase).filter((author) => author !== asker.memberId);
  for (const memberId of authors) {
    const reader = await canBeAsked(deps, memberId, useCase);
    if (reader !== undefined && isOfAdopter(reader, useCase)) {
      return { kind: 'member', memberId };
    }
  }
  const written = contacts.find((contact) => contact.email !== undefined && isShown(contact));
  if (written !== undefined) {
    return { kind: 'address', contact: written };
  }
  const isOwn = authorsOf(useCase).length > authors.length && isOfAdopter(asker, useCase);
  return { kind: isOwn ? 'yourself' : 'nobody' };
}

function authorsOf({ provenance, adopters }: UseCase): readonly MemberId[] {
  const authors = [provenance.createdBy, ...adopters.map(({ enteredBy }) => enteredBy)];
  return [...new Set(authors.filter((author) => author !== undefined))];
}

function isOfAdopter({ communeId }: Asker, { adopters }: UseCase): boolean {
  return adopters.some(
    ({ body }) => body.kind === 'commune' && communeId !== undefined && body.communeId === communeId,
  );
}

/** A member at this moment, who may see it and to whom the bot can write. */
async function canBeAsked(
  deps: FindSpeakerDeps,
  memberId: MemberId,
  useCase: UseCase,
): Promise<Asker | undefined> {
  const reader = await findReader(deps, memberId);
  return reader !== undefined && seenBy(reader)(useCase) && (await canBeTold(deps, memberId))
    ? reader
    : undefined;
}
