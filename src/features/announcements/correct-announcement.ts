import type { Deps } from '../../deps.ts';
import type { Announcement } from '../../domain/announcement.ts';
import { checkContent } from '../../domain/announcement-content.ts';
import type { ContentFields, ContentProblem, TypedAnnouncement } from '../../domain/announcement-content.ts';
import {
  correctAnnouncement as toCorrected,
  whyNotCorrectable,
} from '../../domain/announcement-correction.ts';
import type { NotCorrectable } from '../../domain/announcement-correction.ts';
import { broadcastId } from '../../domain/ids.ts';
import type { AnnouncementId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import type { DeniedAnnouncement, GoneAnnouncement } from './announcement-results.ts';
import { carryOutRevision } from './carry-out-revision.ts';
import { findAnnouncement } from './find-announcement.ts';
import type { FindAnnouncementDeps } from './find-announcement.ts';

/** The announcement was not sent yet, was taken back, or was sent so long ago that its messages are not known any more. */
export interface NotCorrectableNow {
  readonly kind: NotCorrectable | 'forgotten';
}

export type OfferCorrectionResult =
  | { readonly kind: 'offered'; readonly announcement: Announcement; readonly fields: ContentFields }
  | NotCorrectableNow
  | GoneAnnouncement
  | DeniedAnnouncement;

type CorrectDeps = FindAnnouncementDeps & Pick<Deps, 'broadcasts' | 'clock'>;
interface OfferRequest {
  readonly asker: Asker;
  readonly announcementId: AnnouncementId;
}

/** The form with the words as everybody sees them now. */
export async function offerCorrection(
  deps: FindAnnouncementDeps & Pick<Deps, 'broadcasts'>,
  { asker, announcementId }: OfferRequest,
): Promise<OfferCorrectionResult> {
  const found = await findAnnouncement(deps, asker, announcementId);
  if (found.kind !== 'found') {
    return found;
  }
  const { value: announcement } = found.stored;
  const refused = whyNotCorrectable(announcement) ?? (await whetherForgotten(deps, announcementId));
  return refused === undefined
    ? { kind: 'offered', announcement, fields: announcement.content }
    : { kind: refused };
}

export type CorrectAnnouncementResult =
  | { readonly kind: 'corrected' | 'unchanged'; readonly announcementId: AnnouncementId }
  | {
      readonly kind: 'invalid';
      readonly problems: readonly (ContentProblem | 'outdated')[];
      /** What was typed, cleaned. */
      readonly fields: ContentFields;
      /** As it is now. */
      readonly announcement: Announcement;
    }
  | NotCorrectableNow
  | GoneAnnouncement
  | DeniedAnnouncement;

/**
 * New words for what was sent: stored first, then every posted message follows. Interrupted between the two, the next press or a job does
 * the rest.
 */
export async function correctAnnouncement(
  deps: CorrectDeps,
  request: OfferRequest & { readonly version: number; readonly typed: TypedAnnouncement },
): Promise<CorrectAnnouncementResult> {
  const { asker, announcementId, version, typed } = request;
  for (;;) {
    const found = await findAnnouncement(deps, asker, announcementId);
    if (found.kind !== 'found') {
      return found;
    }
    const { value: announcement, etag } = found.stored;
    const shown = await findRevision(deps, announcementId);
    if (shown === undefined && announcement.state.kind === 'started') {
      return { kind: 'forgotten' };
    }
    const checked = checkContent(typed);
    if (checked.kind === 'invalid') {
      return { kind: 'invalid', problems: checked.problems, fields: checked.fields, announcement };
    }
    const outcome = toCorrected(announcement, checked.content, {
      version,
      now: deps.clock.now(),
      shown: shown ?? 0,
    });
    switch (outcome.kind) {
      case 'not-sent':
      case 'withdrawn':
        return outcome;
      case 'unchanged':
        if (announcement.revisionWanted === undefined) {
          return { kind: 'unchanged', announcementId };
        }
        await carryOutRevision(deps, announcementId);
        return { kind: 'corrected', announcementId };
      case 'outdated':
        return { kind: 'invalid', problems: ['outdated'], fields: checked.fields, announcement };
      case 'repeated':
        await carryOutRevision(deps, announcementId);
        return { kind: 'corrected', announcementId };
      case 'corrected':
        if ((await deps.announcements.replace(outcome.announcement, etag)) === 'replaced') {
          await carryOutRevision(deps, announcementId);
          return { kind: 'corrected', announcementId };
        }
    }
  }
}

/** Whom it reached is kept for a while only. */
export async function whetherForgotten(
  deps: Pick<Deps, 'broadcasts'>,
  announcementId: AnnouncementId,
): Promise<'forgotten' | undefined> {
  return (await findRevision(deps, announcementId)) === undefined ? 'forgotten' : undefined;
}

/** Which revision its messages are to show by now. To be read after the announcement: a press that stores both comes in between. */
export async function findRevision(
  { broadcasts }: Pick<Deps, 'broadcasts'>,
  announcementId: AnnouncementId,
): Promise<number | undefined> {
  return (await broadcasts.find(broadcastId(announcementId)))?.value.revision;
}
