import type { Deps } from '../../deps.ts';
import {
  whyNotCorrectable,
  withdrawAnnouncement as toWithdrawn,
} from '../../domain/announcement-correction.ts';
import type { Announcement } from '../../domain/announcement.ts';
import type { AnnouncementId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import type { DeniedAnnouncement, GoneAnnouncement } from './announcement-results.ts';
import { carryOutRevision } from './carry-out-revision.ts';
import { findRevision, whetherForgotten } from './correct-announcement.ts';
import type { NotCorrectableNow } from './correct-announcement.ts';
import { findAnnouncement } from './find-announcement.ts';
import type { FindAnnouncementDeps } from './find-announcement.ts';

type WithdrawDeps = FindAnnouncementDeps & Pick<Deps, 'broadcasts' | 'clock'>;
interface WithdrawRequest {
  readonly asker: Asker;
  readonly announcementId: AnnouncementId;
}

export type OfferWithdrawalResult =
  | { readonly kind: 'offered'; readonly announcement: Announcement }
  | NotCorrectableNow
  | GoneAnnouncement
  | DeniedAnnouncement;

/** Whether it is to be taken back is asked first. */
export async function offerWithdrawal(
  deps: FindAnnouncementDeps & Pick<Deps, 'broadcasts'>,
  { asker, announcementId }: WithdrawRequest,
): Promise<OfferWithdrawalResult> {
  const found = await findAnnouncement(deps, asker, announcementId);
  if (found.kind !== 'found') {
    return found;
  }
  const { value: announcement } = found.stored;
  const refused = whyNotCorrectable(announcement) ?? (await whetherForgotten(deps, announcementId));
  return refused === undefined ? { kind: 'offered', announcement } : { kind: refused };
}

export type WithdrawAnnouncementResult =
  | { readonly kind: 'withdrawn'; readonly announcementId: AnnouncementId }
  | { readonly kind: 'not-sent' }
  | GoneAnnouncement
  | DeniedAnnouncement;

/**
 * Takes back what was sent: stored first, then every posted message is replaced and what is unsent is not sent. Interrupted between the
 * two, the next press or a job does the rest.
 */
export async function withdrawAnnouncement(
  deps: WithdrawDeps,
  { asker, announcementId }: WithdrawRequest,
): Promise<WithdrawAnnouncementResult> {
  for (;;) {
    const found = await findAnnouncement(deps, asker, announcementId);
    if (found.kind !== 'found') {
      return found;
    }
    const { value: announcement, etag } = found.stored;
    const shown = (await findRevision(deps, announcementId)) ?? 0;
    const outcome = toWithdrawn(announcement, { now: deps.clock.now(), shown });
    switch (outcome.kind) {
      case 'not-sent':
        return outcome;
      case 'already':
        await carryOutRevision(deps, announcementId);
        return { kind: 'withdrawn', announcementId };
      case 'withdrawn':
        if ((await deps.announcements.replace(outcome.announcement, etag)) === 'replaced') {
          await carryOutRevision(deps, announcementId);
          return { kind: 'withdrawn', announcementId };
        }
    }
  }
}
