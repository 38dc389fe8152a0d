import type { Deps } from '../../deps.ts';
import type { Announcement, ShownIn } from '../../domain/announcement.ts';
import { isUnderWay, sendAnnouncement as toSent } from '../../domain/announcement-steps.ts';
import type { AnnouncementId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Asker } from '../../domain/member.ts';
import { checkSendTime } from '../../domain/send-time.ts';
import type { SendTimeProblem } from '../../domain/send-time.ts';
import { readCount } from '../../domain/typed-count.ts';
import type { DeniedAnnouncement, DescribedAs, GoneAnnouncement } from './announcement-results.ts';
import { askForConfirmation } from './ask-for-confirmation.ts';
import { countAsked, describeAnnouncement } from './describe-announcement.ts';
import type { DescribedAnnouncement } from './describe-announcement.ts';
import { findAnnouncement } from './find-announcement.ts';
import type { ShowAnnouncementDeps } from './show-announcement.ts';

export type SendAnnouncementResult =
  /** Planned: for now, or for later. */
  | DescribedAs<'scheduled'>
  /** A second organiser was asked. */
  | DescribedAs<'awaiting'>
  /** It was sent before, by somebody else or by the press before. */
  | { readonly kind: 'under-way'; readonly announcement: Announcement }
  /** It was changed since the card was drawn. */
  | DescribedAs<'outdated'>
  /** It was discarded, or missed. */
  | DescribedAs<'over'>
  /** Nobody can be reached. */
  | DescribedAs<'nobody'>
  /** So many that the only organiser types the number. */
  | (DescribedAs<'count'> & { readonly problem: 'missing' | 'wrong' })
  | GoneAnnouncement
  | DeniedAnnouncement;

export type SendDeps = ShowAnnouncementDeps & Pick<Deps, 'broadcasts'>;

export interface SendAnnouncementRequest {
  readonly asker: Asker;
  readonly announcementId: AnnouncementId;
  /** The one that the card showed. */
  readonly version: number;
  /** Absent: now. */
  readonly sendAt?: Instant;
  /** The number of recipients as the only organiser typed it. */
  readonly count?: string;
  /** The author's card, to be kept up to date. */
  readonly shownIn?: Omit<ShownIn, 'memberId'>;
}

/** Sends an announcement, or plans it. Pressed twice or by two people, it is sent once. */
export async function sendAnnouncement(
  deps: SendDeps,
  request: SendAnnouncementRequest,
): Promise<SendAnnouncementResult> {
  const { asker, version, sendAt, shownIn } = request;
  for (;;) {
    const found = await findAnnouncement(deps, asker, request.announcementId);
    if (found.kind !== 'found') {
      return found;
    }
    const { value: announcement, etag } = found.stored;
    if (isUnderWay(announcement, deps.clock.now())) {
      // Whoever pressed again need not wait until everybody is counted.
      return { kind: 'under-way', announcement };
    }
    const described = await describeAnnouncement(deps, asker, announcement);
    const outcome = toSent(announcement, {
      version,
      now: deps.clock.now(),
      ...agreedBy(described, request.count),
      ...(sendAt !== undefined && { sendAt }),
      ...(shownIn !== undefined && { shownIn: { ...shownIn, memberId: found.memberId } }),
    });
    switch (outcome.kind) {
      case 'under-way':
        return { kind: 'under-way', announcement };
      case 'outdated':
      case 'over':
        return { kind: outcome.kind, described };
      case 'scheduled':
      case 'awaiting': {
        const objection = objectionTo(described, outcome.kind, request.count);
        if (objection !== undefined) {
          return objection;
        }
        const { announcement: next } = outcome;
        if ((await deps.announcements.replace(next, etag)) === 'replaced') {
          if (outcome.kind === 'awaiting') {
            await askForConfirmation(deps, next);
          }
          return { kind: outcome.kind, described: await redescribe(deps, described, next) };
        }
      }
    }
  }
}

function agreedBy({ agreement, count }: DescribedAnnouncement, typed: string | undefined) {
  switch (agreement) {
    case 'none':
      return { agreed: true };
    case 'second-organiser':
      return { agreed: false };
    case 'typed-count': {
      const countTyped = readCount(typed ?? '') === count.recipients;
      return { agreed: countTyped, countTyped };
    }
  }
}

/** The same people, in its new state. */
async function redescribe(
  deps: SendDeps,
  described: DescribedAnnouncement,
  announcement: Announcement,
): Promise<DescribedAnnouncement> {
  const asked = await countAsked(deps, announcement);
  return {
    ...described,
    announcement,
    isUnderWay: isUnderWay(announcement, deps.clock.now()),
    ...(asked !== undefined && { asked }),
  };
}

function objectionTo(
  described: DescribedAnnouncement,
  next: 'scheduled' | 'awaiting',
  typed: string | undefined,
): SendAnnouncementResult | undefined {
  if (described.count.recipients === 0) {
    return { kind: 'nobody', described };
  }
  if (next === 'awaiting' && described.agreement === 'typed-count') {
    return {
      kind: 'count',
      described,
      problem: typed === undefined || typed.trim() === '' ? 'missing' : 'wrong',
    };
  }
  return undefined;
}

export interface TypedSchedule {
  readonly date?: string;
  readonly time?: string;
  readonly count?: string;
}

export type ScheduleAnnouncementResult =
  | SendAnnouncementResult
  | (DescribedAs<'invalid-time'> & { readonly problem: SendTimeProblem });

/** Plans an announcement for a time of day in Berlin. */
export async function scheduleAnnouncement(
  deps: SendDeps,
  request: Omit<SendAnnouncementRequest, 'sendAt' | 'count'> & { readonly typed: TypedSchedule },
): Promise<ScheduleAnnouncementResult> {
  const { typed, ...rest } = request;
  const time = checkSendTime(typed, deps.clock.now());
  if (time.kind === 'valid') {
    const { count } = typed;
    return sendAnnouncement(deps, { ...rest, sendAt: time.sendAt, ...(count !== undefined && { count }) });
  }
  const found = await findAnnouncement(deps, request.asker, request.announcementId);
  if (found.kind !== 'found') {
    return found;
  }
  const described = await describeAnnouncement(deps, request.asker, found.stored.value);
  return described.isUnderWay
    ? { kind: 'under-way', announcement: found.stored.value }
    : { kind: 'invalid-time', problem: time.problem, described };
}
