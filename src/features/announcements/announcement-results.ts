import type { DescribedAnnouncement } from './describe-announcement.ts';

/** There is none, it was forgotten, or it is somebody else's draft. */
export interface GoneAnnouncement {
  readonly kind: 'gone';
}

export interface DeniedAnnouncement {
  readonly kind: 'denied';
  readonly because: 'anonymous' | 'guest' | 'not-organiser';
}

/** What happened to an announcement, and how it is now. */
export interface DescribedAs<Kind extends string> {
  readonly kind: Kind;
  readonly described: DescribedAnnouncement;
}
