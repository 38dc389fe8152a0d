import type { Asker } from './member.ts';
import type { UseCase } from './use-case.ts';

/** What somebody may want to do, with what it is done to; every later feature adds its lines here. */
export type Action = 'ask' | 'see-use-case' | 'choose-commune' | 'see-own-data' | 'erase-own-data';

export type Permission =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'denied'; readonly because: 'anonymous' | 'guest' | 'other-organisation' };

const allowed: Permission = { kind: 'allowed' };

/** The one rule of who may do what. Pure: tenant, role and commune of the asker were established before. */
export function may(asker: Asker, action: Action, subject?: UseCase): Permission {
  switch (action) {
    case 'ask':
      return allowed;
    case 'see-use-case':
      return subject === undefined || isVisibleTo(asker, subject)
        ? allowed
        : { kind: 'denied', because: 'other-organisation' };
    case 'choose-commune':
      if (asker.memberId === undefined) {
        return { kind: 'denied', because: 'anonymous' };
      }
      return asker.guest ? { kind: 'denied', because: 'guest' } : allowed;
    case 'see-own-data':
    case 'erase-own-data':
      return asker.memberId === undefined ? { kind: 'denied', because: 'anonymous' } : allowed;
  }
}

/** Which use cases somebody may see. */
export function seenBy(asker: Asker): (useCase: UseCase) => boolean {
  return (useCase) => may(asker, 'see-use-case', useCase).kind === 'allowed';
}

/** `organisation` records are for the adopting communes' own people and for organisers, and for nobody where others read along. */
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
  return useCase.adopters.some(
    ({ body }) =>
      body.kind === 'commune' && asker.communeId !== undefined && body.communeId === asker.communeId,
  );
}
