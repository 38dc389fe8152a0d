import type { MemberId } from '../../domain/ids.ts';
import { dayMs } from '../../domain/instant.ts';
import type { Instant } from '../../domain/instant.ts';
import { keepMeetingDraftDays } from '../../domain/meetings/meeting.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { forgetAnswersAt } from '../../domain/meetings/meeting-times.ts';
import type { Rsvp } from '../../domain/meetings/rsvp.ts';
import type { JsonObject, WriteOperation } from '../../ports/document-store.ts';
import { toMeetingBody } from './meeting-document.ts';
import { rsvpId, toRsvpBody } from './rsvp-document.ts';

/** What a decision is about, besides the meeting itself. */
export interface AboutMeeting {
  readonly member?: MemberId;
  /** How many of the first of the waiting list are to be known, at most 50; 0 for none. */
  readonly waiting?: (meeting: Meeting, rsvp: Rsvp | undefined) => number;
}

/** A meeting as it is now, with as much of what is about it as was asked for. */
export interface KnownMeeting {
  readonly meeting: Meeting;
  readonly rsvp?: Rsvp;
  /** In their order. */
  readonly waiting: readonly Rsvp[];
}

/** What is to be written, all at once; at most 90 answers, all of them known before. The version rises by itself. */
export interface DecidedMeeting {
  readonly meeting: Meeting;
  readonly rsvps?: readonly Rsvp[];
  readonly removed?: readonly Rsvp[];
}

/** Of the documents that were read, by their ids. */
export type Etags = ReadonlyMap<string, string>;

export function toOperations(decided: DecidedMeeting, etags: Etags, now: Instant): readonly WriteOperation[] {
  const { meeting, rsvps = [], removed = [] } = decided;
  const { id } = meeting;
  const expiresAt = forgetAnswersAt(meeting);
  return [
    { ...put(etags, id, toMeetingBody(meeting)), ...draftExpiry(meeting, now) },
    ...rsvps.map((rsvp) =>
      Object.assign(put(etags, rsvpId(id, rsvp.memberId), toRsvpBody(rsvp)), { expiresAt }),
    ),
    ...removed.flatMap((rsvp) => remove(etags, rsvpId(id, rsvp.memberId))),
  ];
}

export function draftExpiry({ state }: Meeting, now: Instant): { readonly expiresAt?: Instant } {
  return state.kind === 'draft' ? { expiresAt: now + keepMeetingDraftDays * dayMs } : {};
}

function put(etags: Etags, id: string, body: JsonObject) {
  const etag = etags.get(id);
  return etag === undefined
    ? ({ kind: 'create', id, body } as const)
    : ({ kind: 'replace', id, etag, body } as const);
}

function remove(etags: Etags, id: string): readonly WriteOperation[] {
  const etag = etags.get(id);
  return etag === undefined ? [] : [{ kind: 'delete', id, etag }];
}
