import type { AnnouncementContent } from './announcement.ts';
import type { AudiencePart } from './audience.ts';
import type { MemberId } from './ids.ts';
import type { Instant } from './instant.ts';

/** An announcement that organisers use again; its title is its name. */
export interface AnnouncementTemplate {
  readonly id: string;
  readonly content: AnnouncementContent;
  readonly audience: readonly AudiencePart[];
  /** Absent once their data was erased. */
  readonly by?: MemberId;
  readonly createdAt: Instant;
}
