import type { Asker } from './member.ts';
import type { UseCase } from './use-case.ts';

/** What somebody may want to do; every later feature adds its lines here. */
export type Action =
  | { readonly kind: 'ask' }
  | { readonly kind: 'see-use-case'; readonly useCase: UseCase }
  | { readonly kind: 'choose-commune' }
  | { readonly kind: 'see-own-data' }
  | { readonly kind: 'erase-own-data' };

export type Permission =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'denied'; readonly because: 'anonymous' | 'guest' | 'other-organisation' };
