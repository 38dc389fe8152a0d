import type { AnnouncementId, CommuneId } from './ids.ts';
import type { Instant } from './instant.ts';

/** Somebody pressed "Gelesen". Who it was is known by the hash alone under which it is kept. */
export interface Acknowledgement {
  readonly announcementId: AnnouncementId;
  /** At the time of the press. */
  readonly communeId?: CommuneId;
  readonly at: Instant;
}

/** How many have confirmed that they read an announcement; those without a commune under `undefined`. */
export type AcknowledgementCounts = ReadonlyMap<CommuneId | undefined, number>;
