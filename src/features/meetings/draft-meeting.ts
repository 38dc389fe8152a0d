import type { Deps } from '../../deps.ts';
import { meetingId } from '../../domain/ids.ts';
import type { MeetingId, MemberId } from '../../domain/ids.ts';
import { toMeetingFormFields } from '../../domain/meetings/meeting-form.ts';
import type { TypedMeeting } from '../../domain/meetings/meeting-form.ts';
import type { Meeting, MeetingFields } from '../../domain/meetings/meeting.ts';
import { changeMeeting, draftMeeting as toDraft } from '../../domain/meetings/meeting-states.ts';
import type { Asker } from '../../domain/member.ts';
import { checkTypedMeeting } from './check-typed-meeting.ts';
import type { CheckTypedDeps } from './check-typed-meeting.ts';
import { toMeetingForm } from './meeting-form-results.ts';
import type { InvalidMeeting } from './meeting-form-results.ts';
import type { DeniedMeeting, GoneMeeting } from './meeting-results.ts';
import { findMeetingPreview } from './preview-meeting.ts';
import type { MeetingPreview, PreviewDeps } from './preview-meeting.ts';

export type DraftMeetingResult =
  | { readonly kind: 'drafted'; readonly preview: MeetingPreview }
  | InvalidMeeting
  /** Everybody can see it already, so nothing was kept. */
  | { readonly kind: 'published'; readonly meetingId: MeetingId }
  | GoneMeeting
  | DeniedMeeting;

export type DraftMeetingDeps = CheckTypedDeps & PreviewDeps & Pick<Deps, 'ids' | 'meetings'>;

export interface DraftMeetingRequest {
  readonly asker: Asker;
  readonly meetingId: MeetingId;
  /** Of the draft whose words stood in the form; absent for a new one. */
  readonly edition?: number;
  readonly typed: TypedMeeting;
}

/** "Vorschau": keeps what was typed as a draft of the asker's own, or says what is wrong with it. Sent twice, it is one draft. */
export async function draftMeeting(
  deps: DraftMeetingDeps,
  request: DraftMeetingRequest,
): Promise<DraftMeetingResult> {
  const { asker, edition } = request;
  const id = request.meetingId;
  const before = await deps.meetings.find(id);
  const result = await checkTypedMeeting(
    deps,
    asker,
    request.typed,
    before?.state.kind === 'draft' ? before : undefined,
  );
  if (result.kind === 'denied') {
    return result;
  }
  const { memberId, choices, checked } = result;
  const isMissing = before === undefined && (edition !== undefined || (await isOfSeries(deps, id)));
  if (isMissing || (before !== undefined && before.by !== memberId)) {
    return { kind: 'gone' };
  }
  if (before !== undefined && before.state.kind !== 'draft') {
    return { kind: 'published', meetingId: id };
  }
  const form = { meetingId: id, of: edition === undefined ? 'new' : 'draft', choices } as const;
  if (checked.kind === 'invalid') {
    const { problems, fields } = checked;
    const kept = { ...form, fields, problems, ...(edition !== undefined && { edition }) };
    return { kind: 'invalid', form: toMeetingForm(deps, kept) };
  }
  const { value, fields } = checked;
  const kept = await keep(deps, { id, memberId, edition, value });
  switch (kept.kind) {
    case 'kept': {
      const preview = await findMeetingPreview(deps, asker, kept.meeting);
      return preview === undefined ? { kind: 'gone' } : { kind: 'drafted', preview };
    }
    case 'outdated': {
      const current = toMeetingFormFields(kept.meeting, choices.channels);
      const problems = [{ kind: 'outdated' }] as const;
      const outdated = { ...form, of: 'draft', edition: kept.meeting.edition, current } as const;
      return { kind: 'invalid', form: toMeetingForm(deps, { ...outdated, fields, problems }) };
    }
    case 'published':
      return { kind: 'published', meetingId: id };
    case 'gone':
      return { kind: 'gone' };
  }
}

type Kept =
  | { readonly kind: 'kept'; readonly meeting: Meeting }
  | { readonly kind: 'outdated'; readonly meeting: Meeting }
  | { readonly kind: 'published' | 'gone' };

interface ToKeep {
  readonly id: MeetingId;
  readonly memberId: MemberId;
  readonly edition: number | undefined;
  readonly value: MeetingFields;
}

/** A new draft, or the one that is there with new words. */
async function keep(deps: DraftMeetingDeps, { id, memberId, edition, value }: ToKeep): Promise<Kept> {
  const now = deps.clock.now();
  if (edition === undefined) {
    const draft = toDraft(id, value, { by: memberId, now, calendarKey: deps.ids.next() });
    if ((await deps.meetings.add(draft, now)) === 'added') {
      return { kind: 'kept', meeting: draft };
    }
  }
  let kept: Kept = { kind: 'gone' };
  const written = await deps.meetings.change(id, {}, now, ({ meeting }) => {
    if (meeting.by !== memberId || meeting.state.kind !== 'draft') {
      kept = { kind: meeting.by === memberId ? 'published' : 'gone' };
      return undefined;
    }
    // A form that was opened for a new draft has not seen what is there.
    const outcome = changeMeeting(meeting, value, { by: memberId, now, edition: edition ?? 0 });
    kept = outcome.kind === 'unchanged' ? { kind: 'kept', meeting } : { kind: 'outdated', meeting };
    return outcome.kind === 'changed' ? { meeting: outcome.meeting } : undefined;
  });
  return written === undefined ? kept : { kind: 'kept', meeting: written };
}

/** Whoever takes a name that a series gives itself would stop it. */
async function isOfSeries({ meetings }: Pick<Deps, 'meetings'>, id: MeetingId): Promise<boolean> {
  const [, seriesId] = /^(.+)-\d+$/.exec(id) ?? [];
  return seriesId !== undefined && (await meetings.find(meetingId(seriesId))) !== undefined;
}
