import type { Deps } from '../../deps.ts';
import type { Commune } from '../../domain/commune.ts';
import type { CommuneId, MemberId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import type { JsonObject } from '../../ports/document-store.ts';

/** A kind of things kept about people. Every feature that stores something personal adds one. */
export type PersonalDataKind =
  | 'profile'
  | 'last-questions'
  | 'user-groups'
  | 'own-place'
  | 'use-case-drafts'
  | 'submissions'
  | 'subscription'
  | 'use-cases'
  | 'announcements'
  | 'announcement-templates'
  | 'acknowledgements'
  | 'inquiries'
  | 'inquiry-answers'
  | 'topic-requests'
  | 'topic-participations'
  | 'topic-comments'
  | 'topic-invitations'
  | 'meetings'
  | 'rsvps'
  | 'cafe-wishes'
  | 'follows'
  | 'kept-questions'
  | 'open-questions'
  | 'given-answers'
  | 'model-turns'
  | 'broadcasts'
  | 'deliveries';

/** How one kind of personal data is told and erased. */
export interface PersonalDataSource {
  readonly kind: PersonalDataKind;
  /** Everything of this kind that is kept about the member, as it is stored. */
  read(member: MemberId): Promise<readonly JsonObject[]>;
  /** Erases all of it; returns how many entries went. */
  erase(member: MemberId): Promise<number>;
}

export interface PersonalDataPart {
  readonly kind: PersonalDataKind;
  readonly entries: readonly JsonObject[];
}

export type ShowPersonalDataResult =
  | {
      readonly kind: 'shown';
      readonly at: Instant;
      readonly parts: readonly PersonalDataPart[];
      readonly communes: ReadonlyMap<CommuneId, Commune>;
    }
  | { readonly kind: 'denied' };

/** Everything that is kept about the person who asks; nobody can ask about somebody else. */
export async function showPersonalData(
  deps: Pick<Deps, 'clock' | 'operator' | 'personalData'>,
  asker: Asker,
): Promise<ShowPersonalDataResult> {
  if (asker.memberId === undefined || may(asker, 'see-own-data').kind === 'denied') {
    return { kind: 'denied' };
  }
  const { memberId } = asker;
  const parts = await Promise.all(
    deps.personalData.map(async (source) => ({ kind: source.kind, entries: await source.read(memberId) })),
  );
  return {
    kind: 'shown',
    at: deps.clock.now(),
    parts: parts.filter(({ entries }) => entries.length > 0),
    communes: deps.operator.current().communes,
  };
}

export type ErasePersonalDataResult =
  | { readonly kind: 'erased'; readonly entries: number }
  | { readonly kind: 'denied' };

/** Erases everything that is kept about the person who asks, from the store's bytes too. */
export async function erasePersonalData(
  deps: Pick<Deps, 'personalData' | 'purge'>,
  asker: Asker,
): Promise<ErasePersonalDataResult> {
  if (asker.memberId === undefined || may(asker, 'erase-own-data').kind === 'denied') {
    return { kind: 'denied' };
  }
  let entries = 0;
  for (const source of deps.personalData) {
    entries += await source.erase(asker.memberId);
  }
  await deps.purge();
  return { kind: 'erased', entries };
}
