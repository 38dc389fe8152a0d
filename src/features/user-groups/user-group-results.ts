import type { DescribedUserGroup } from './describe-user-group.ts';

/** The group was archived, or never was. */
export interface Gone {
  readonly kind: 'gone';
}

export interface DeniedUserGroup {
  readonly kind: 'denied';
  readonly because: 'anonymous' | 'guest' | 'not-organiser';
}

/** What happened to a group, and how it is now. */
export interface Done<Kind extends string> {
  readonly kind: Kind;
  readonly described: DescribedUserGroup;
}
