import type { Announcement, AnnouncementContent, ShownIn } from './announcement.ts';
import { announcementLifeMs } from './announcement.ts';
import { forgetAgreement, forgetGrowth } from './announcement-agreement.ts';
import { isSameContent } from './announcement-content.ts';
import { toDiscarded, toDraftAgain } from './announcement-states.ts';
import type { AudiencePart } from './audience.ts';
import { toAudienceKey } from './audience-keys.ts';
import type { AnnouncementId, MemberId } from './ids.ts';
import { dayMs } from './instant.ts';
import type { Instant } from './instant.ts';

/** How long a draft is kept that nobody touches, and one that was discarded. */
export const keepDraftsMs = 30 * dayMs;

/** When it is forgotten that it was given up, or held back as a draft; undefined for what is kept. */
export function forgetAt({ state, grownAt }: Announcement): Instant | undefined {
  const since = state.kind === 'draft' ? grownAt : state.kind === 'discarded' ? state.at : undefined;
  return since === undefined ? undefined : since + keepDraftsMs;
}

/** It is being sent, or was. */
export interface UnderWay {
  readonly kind: 'under-way';
}

/** Somebody changed it since the card was drawn. */
export interface Outdated {
  readonly kind: 'outdated';
}

/** Nothing was sent and nothing will be, unless its author takes it up again. */
export interface Over {
  readonly kind: 'over';
  readonly because: 'discarded' | 'missed';
}

/** What became of it; whatever else is true of it stayed. */
interface Became<Kind extends string> {
  readonly kind: Kind;
  readonly announcement: Announcement;
}

export function createDraft(
  id: AnnouncementId,
  words: { readonly content: AnnouncementContent; readonly audience: readonly AudiencePart[] },
  by: MemberId,
  now: Instant,
): Announcement {
  const { content, audience } = words;
  return { id, content, audience, by, createdAt: now, state: { kind: 'draft' }, version: 1 };
}

/** Whether it says this to these people, whatever the order in which they were named. */
export function hasWords(
  announcement: Announcement,
  { content, audience }: Pick<Announcement, 'content' | 'audience'>,
): boolean {
  return isSameContent(announcement.content, content) && keysOf(announcement.audience) === keysOf(audience);
}

function keysOf(audience: readonly AudiencePart[]): string {
  return audience.map(toAudienceKey).sort().join(',');
}

export type ChangeOutcome = Became<'changed'> | { readonly kind: 'unchanged' } | Outdated | UnderWay;

/** New words make a draft of it again, also of what was planned, discarded or missed: it is agreed to and sent anew. */
export function changeDraft(
  announcement: Announcement,
  words: Pick<Announcement, 'content' | 'audience'>,
  { version, now }: { readonly version: number; readonly now: Instant },
): ChangeOutcome {
  if (isUnderWay(announcement, now)) {
    return { kind: 'under-way' };
  }
  const isOver = announcement.state.kind === 'discarded' || announcement.state.kind === 'missed';
  if (!isOver && hasWords(announcement, words)) {
    return { kind: 'unchanged' };
  }
  if (announcement.version !== version) {
    return { kind: 'outdated' };
  }
  const { shownIn: _shown, ...rest } = forgetAgreement(announcement);
  const { content, audience } = words;
  return {
    kind: 'changed',
    announcement: {
      ...rest,
      content,
      audience,
      state: toDraftAgain(announcement.state),
      version: version + 1,
    },
  };
}

export interface SendRequest {
  readonly version: number;
  readonly now: Instant;
  /** Absent: now. */
  readonly sendAt?: Instant;
  /** No second organiser is needed. */
  readonly agreed: boolean;
  /** Because the only one typed the number of recipients. */
  readonly countTyped?: boolean;
  readonly shownIn?: ShownIn;
}

export type SendOutcome = Became<'scheduled' | 'awaiting'> | Outdated | UnderWay | Over;

/** Sends a draft, or plans a planned one anew. Sent twice, it is sent once. */
export function sendAnnouncement(announcement: Announcement, request: SendRequest): SendOutcome {
  const { version, now, sendAt, agreed, countTyped = false, shownIn } = request;
  const { state } = announcement;
  if (isUnderWay(announcement, now)) {
    return { kind: 'under-way' };
  }
  if (state.kind === 'discarded' || state.kind === 'missed') {
    return { kind: 'over', because: state.kind };
  }
  if (announcement.version !== version) {
    return { kind: 'outdated' };
  }
  if (state.kind === 'awaiting-confirmation') {
    const planned = { ...state, ...(sendAt !== undefined && { sendAt }) };
    return { kind: 'awaiting', announcement: { ...announcement, state: planned } };
  }
  const next = {
    ...forgetGrowth(announcement),
    ...(countTyped && ({ countTyped } as const)),
    ...(shownIn !== undefined && { shownIn }),
  };
  if (agreed || announcement.confirmedBy !== undefined) {
    return {
      kind: 'scheduled',
      announcement: { ...next, state: { kind: 'scheduled', sendAt: sendAt ?? now } },
    };
  }
  const awaiting = { kind: 'awaiting-confirmation', askedAt: now } as const;
  return {
    kind: 'awaiting',
    announcement: { ...next, state: { ...awaiting, ...(sendAt !== undefined && { sendAt }) } },
  };
}

export type ConfirmOutcome =
  | Became<'confirmed'>
  /** Nobody confirms what they have written themselves. */
  | { readonly kind: 'own' }
  /** Somebody else did, and it is planned. */
  | Became<'already'>
  | Outdated
  | UnderWay
  | Over;

/** The second organiser agrees to what they have seen. When its time has passed meanwhile, it goes out now. */
export function confirmAnnouncement(
  announcement: Announcement,
  { version, by, now }: { readonly version: number; readonly by: MemberId; readonly now: Instant },
): ConfirmOutcome {
  const { state } = announcement;
  if (isUnderWay(announcement, now)) {
    return { kind: 'under-way' };
  }
  switch (state.kind) {
    case 'discarded':
    case 'missed':
      return { kind: 'over', because: state.kind };
    case 'scheduled':
      return { kind: 'already', announcement };
    case 'started':
      return { kind: 'under-way' };
    case 'draft':
      return { kind: 'outdated' };
    case 'awaiting-confirmation': {
      if (announcement.by === by) {
        return { kind: 'own' };
      }
      if (announcement.version !== version) {
        return { kind: 'outdated' };
      }
      const sendAt = Math.max(state.sendAt ?? now, now);
      return {
        kind: 'confirmed',
        announcement: {
          ...forgetGrowth(announcement),
          confirmedBy: by,
          state: { kind: 'scheduled', sendAt },
        },
      };
    }
  }
}

export type DiscardOutcome = Became<'discarded'> | { readonly kind: 'unchanged' } | UnderWay;

/** What is due can be discarded as long as its broadcast has not begun. The card of anybody else shows it. */
export function discardAnnouncement(
  announcement: Announcement,
  { now, by, hasBegun = true }: { readonly now: Instant; readonly by: MemberId; readonly hasBegun?: boolean },
): DiscardOutcome {
  const { state, shownIn } = announcement;
  if (state.kind === 'started' || (hasBegun && isUnderWay(announcement, now))) {
    return { kind: 'under-way' };
  }
  if (state.kind === 'discarded') {
    return { kind: 'unchanged' };
  }
  const { shownIn: _shown, ...rest } = forgetAgreement(announcement);
  const others = shownIn !== undefined && shownIn.memberId !== by && { shownIn };
  return { kind: 'discarded', announcement: { ...rest, ...others, state: toDiscarded(state, now) } };
}

export type StartOutcome = Became<'started' | 'missed'> | { readonly kind: 'not-due' };

/** What is due begins; what was due too long ago does not, unless it had begun before. */
export function startAnnouncement(
  announcement: Announcement,
  { now, hasBegun }: { readonly now: Instant; readonly hasBegun: boolean },
): StartOutcome {
  const { state } = announcement;
  if (state.kind !== 'scheduled' || state.sendAt > now) {
    return { kind: 'not-due' };
  }
  const kind = now - state.sendAt > announcementLifeMs && !hasBegun ? 'missed' : 'started';
  return { kind, announcement: { ...announcement, state: { kind, at: now } } };
}

/** From the moment it is due nothing can be changed any more: the job may have begun already. */
export function isUnderWay({ state }: Announcement, now: Instant): boolean {
  return state.kind === 'started' || (state.kind === 'scheduled' && state.sendAt <= now);
}
