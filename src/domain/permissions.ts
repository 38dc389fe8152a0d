import type { AudiencePart } from './audience.ts';
import type { UserGroupId } from './ids.ts';
import type { Asker } from './member.ts';
import type { UseCase } from './use-case.ts';
import type { UserGroup } from './user-group.ts';

/** What somebody may want to do, with what it is done to; every later feature adds its lines here. */
export type Action =
  | 'ask'
  | 'see-use-case'
  | 'choose-commune'
  | 'see-own-data'
  | 'erase-own-data'
  | 'see-user-groups'
  | 'join-user-group'
  | 'leave-user-group'
  | 'choose-subscriptions'
  | 'register-use-case'
  | 'adopt-use-case'
  | 'state-interest'
  /** "Benachrichtigen": of a use case, or of a question that nothing answers yet. */
  | 'follow'
  | 'ask-community'
  | 'see-contact-person'
  /** Change, archive and restore. */
  | 'change-use-case'
  | 'review-use-cases'
  /** Route the community's questions and close those of others. */
  | 'organise-inquiries'
  /** Propose, vote, comment and offer to report. */
  | 'take-part-in-topics'
  /** Edit, plan, decline, merge and restore; of a user group's requests when one is given. */
  | 'organise-topics'
  /** Zusagen, Vielleicht, Absagen: guests too. */
  | 'answer-meetings'
  /** Plan, change, cancel and close them; of a user group when one is given, otherwise of the whole community. */
  | 'organise-meetings'
  /** What many ask and nobody does yet. */
  | 'see-demand'
  /** How answers are taken, and what models cost. */
  | 'see-figures'
  | 'create-user-group'
  | 'organise-user-group'
  | 'change-user-group'
  /** To a user group when one is given, otherwise to everybody. */
  | 'announce'
  | 'confirm-announcement'
  /** "Gelesen"; whether it was sent to them is another question. */
  | 'acknowledge';

export type Permission =
  | { readonly kind: 'allowed' }
  | {
      readonly kind: 'denied';
      readonly because: 'anonymous' | 'guest' | 'other-organisation' | 'not-organiser' | 'not-responsible';
    };

/** What it is done to, where that matters. */
export type Subject = UseCase | UserGroup;

const allowed: Permission = { kind: 'allowed' };

/** The one rule of who may do what. Pure: tenant, role and commune of the asker were established before. */
export function may(asker: Asker, action: Action, subject?: Subject): Permission {
  switch (action) {
    case 'ask':
    case 'see-user-groups':
      return allowed;
    case 'see-use-case':
      return subject === undefined || !('visibility' in subject) || isVisibleTo(asker, subject)
        ? allowed
        : { kind: 'denied', because: 'other-organisation' };
    case 'choose-commune':
    case 'join-user-group':
    case 'register-use-case':
    case 'adopt-use-case':
    case 'state-interest':
    case 'follow':
    case 'ask-community':
    case 'see-contact-person':
    case 'take-part-in-topics':
      return asMember(asker);
    case 'change-use-case': {
      const permission = asMember(asker);
      return permission.kind === 'allowed' && !keepsTrue(asker, subject)
        ? { kind: 'denied', because: 'not-responsible' }
        : permission;
    }
    case 'review-use-cases':
    case 'organise-inquiries':
    case 'organise-topics':
    case 'see-demand':
    case 'see-figures':
    case 'organise-meetings':
    case 'create-user-group':
    case 'organise-user-group':
    case 'change-user-group':
    case 'announce':
    case 'confirm-announcement': {
      const permission = asMember(asker);
      const organises = asker.role === 'organiser' || (isForOwnGroup(action) && isOwnGroup(asker, subject));
      return permission.kind === 'allowed' && !organises
        ? { kind: 'denied', because: 'not-organiser' }
        : permission;
    }
    case 'see-own-data':
    case 'erase-own-data':
    case 'answer-meetings':
    case 'leave-user-group':
    case 'choose-subscriptions':
    case 'acknowledge':
      return asker.memberId === undefined ? { kind: 'denied', because: 'anonymous' } : allowed;
  }
}

/** Announcing to all of these: a group's own organisers reach its members and its channels, nobody else. */
export function mayAnnounceTo(
  asker: Asker,
  audience: readonly AudiencePart[],
  userGroups: ReadonlyMap<UserGroupId, UserGroup>,
): Permission {
  for (const part of audience) {
    const permission = may(
      asker,
      'announce',
      'userGroupId' in part ? userGroups.get(part.userGroupId) : undefined,
    );
    if (permission.kind === 'denied') {
      return permission;
    }
  }
  return audience.length > 0 ? allowed : may(asker, 'announce');
}

/** Which use cases somebody may see. */
export function seenBy(asker: Asker): (useCase: UseCase) => boolean {
  return (useCase) => may(asker, 'see-use-case', useCase).kind === 'allowed';
}

/** What guests may not do, nor people without an account. */
function asMember(asker: Asker): Permission {
  if (asker.memberId === undefined) {
    return { kind: 'denied', because: 'anonymous' };
  }
  return asker.guest ? { kind: 'denied', because: 'guest' } : allowed;
}

/** What a group's own organisers may do for it. */
function isForOwnGroup(action: Action): boolean {
  return (
    action === 'change-user-group' ||
    action === 'announce' ||
    action === 'organise-topics' ||
    action === 'organise-meetings'
  );
}

/** A group's own organisers change it, whatever their role in the community. */
function isOwnGroup({ memberId }: Asker, subject: Subject | undefined): boolean {
  const organisers = subject !== undefined && 'organisers' in subject ? subject.organisers : [];
  return memberId !== undefined && organisers.includes(memberId);
}

/** Whoever entered a use case, the members of the communes that do it, and organisers. */
function keepsTrue(asker: Asker, subject: Subject | undefined): boolean {
  if (asker.role === 'organiser') {
    return true;
  }
  if (subject === undefined || !('visibility' in subject)) {
    return false;
  }
  const { createdBy } = subject.provenance;
  return (createdBy !== undefined && createdBy === asker.memberId) || isOfAdopter(asker, subject);
}

function isOfAdopter({ communeId }: Asker, { adopters }: UseCase): boolean {
  return adopters.some(
    ({ body }) => body.kind === 'commune' && communeId !== undefined && body.communeId === communeId,
  );
}

/** `organisation` records are for the adopting communes' own people, for whoever entered them and for organisers, and for nobody where others read along. */
function isVisibleTo(asker: Asker, useCase: UseCase): boolean {
  if (useCase.visibility !== 'organisation') {
    return true;
  }
  if (asker.overheard === true) {
    return false;
  }
  if (asker.role === 'organiser') {
    return true;
  }
  const isAuthor = asker.memberId !== undefined && useCase.provenance.createdBy === asker.memberId;
  return isAuthor || isOfAdopter(asker, useCase);
}
