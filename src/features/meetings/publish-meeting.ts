import type { MeetingId } from '../../domain/ids.ts';
import { toChoices, toMeetingFormFields } from '../../domain/meetings/meeting-form.ts';
import type { MeetingFormFields, MeetingProblem } from '../../domain/meetings/meeting-form.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { publishMeeting as toPublished } from '../../domain/meetings/meeting-states.ts';
import type { Asker } from '../../domain/member.ts';
import { readCount } from '../../domain/typed-count.ts';
import { carryOutMeeting } from './carry-out-meeting.ts';
import type { CarryOutMeetingDeps } from './carry-out-meeting.ts';
import { checkTypedMeeting } from './check-typed-meeting.ts';
import { findMeetingChoices } from './find-meeting-choices.ts';
import type { CheckTypedDeps } from './check-typed-meeting.ts';
import { toMeetingForm } from './meeting-form-results.ts';
import type { InvalidMeeting } from './meeting-form-results.ts';
import { checkMeetingOrganiser } from './meeting-results.ts';
import type { DeniedMeeting, GoneMeeting } from './meeting-results.ts';
import { findMeetingPreview } from './preview-meeting.ts';
import type { MeetingPreview, PreviewDeps } from './preview-meeting.ts';

export type PublishMeetingResult =
  | { readonly kind: 'published'; readonly invites: boolean }
  | { readonly kind: 'already' }
  /** It was changed since the card was drawn, or the number of people is to be typed. */
  | { readonly kind: 'not-yet'; readonly preview: MeetingPreview }
  /** What was fine when it was kept is not any more: it would have begun, a channel is gone. */
  | InvalidMeeting
  | GoneMeeting
  | DeniedMeeting;

export type PublishMeetingDeps = CheckTypedDeps & PreviewDeps & CarryOutMeetingDeps;

export interface PublishMeetingRequest {
  readonly asker: Asker;
  readonly meetingId: MeetingId;
  /** The one that the card showed. */
  readonly edition: number;
  /** The number of people as it was typed. */
  readonly count?: string;
}

/** "Veröffentlichen": everybody can see it, and the invitations go out. Pressed twice, that happens once. */
export async function publishMeeting(
  deps: PublishMeetingDeps,
  request: PublishMeetingRequest,
): Promise<PublishMeetingResult> {
  const { asker, edition } = request;
  for (;;) {
    const permission = await checkMeetingOrganiser(deps, request);
    if (permission.kind !== 'allowed') {
      return permission;
    }
    const { meeting } = permission;
    if (meeting.state.kind !== 'draft') {
      return { kind: 'already' };
    }
    const objection = await findObjection(deps, asker, meeting);
    if (objection !== undefined) {
      return objection;
    }
    const preview = await findMeetingPreview(deps, asker, meeting);
    if (preview === undefined) {
      return { kind: 'gone' };
    }
    const problem = meeting.edition === edition ? countProblem(preview, request.count) : 'outdated';
    if (problem !== undefined) {
      return { kind: 'not-yet', preview: { ...preview, problem } };
    }
    if (await publish(deps, meeting)) {
      await carryOutMeeting(deps, meeting.id);
      const { people, channels } = preview.count;
      return { kind: 'published', invites: people + channels > 0 };
    }
  }
}

/** False: it is not the draft any more that was looked at. */
async function publish(
  { clock, meetings }: Pick<PublishMeetingDeps, 'clock' | 'meetings'>,
  { id, edition }: Meeting,
): Promise<boolean> {
  const now = clock.now();
  const written = await meetings.change(id, {}, now, ({ meeting }) =>
    meeting.state.kind === 'draft' && meeting.edition === edition
      ? { meeting: toPublished(meeting, now) }
      : undefined,
  );
  return written !== undefined;
}

/** The draft is checked as if it were typed at this moment. */
async function findObjection(
  deps: CheckTypedDeps,
  asker: Asker,
  meeting: Meeting,
): Promise<InvalidMeeting | DeniedMeeting | undefined> {
  const choices = await findMeetingChoices(deps, asker);
  const typed = toMeetingFormFields(meeting, choices.channels);
  const result = await checkTypedMeeting(deps, asker, typed, meeting);
  if (result.kind === 'denied') {
    return result;
  }
  const { fields } = result.checked;
  const problems: readonly MeetingProblem[] =
    result.checked.kind === 'invalid' ? result.checked.problems : channelProblems(meeting, fields);
  if (problems.length === 0) {
    return undefined;
  }
  const { id, edition } = meeting;
  const form = { meetingId: id, edition, of: 'draft', fields, problems, choices } as const;
  return { kind: 'invalid', form: toMeetingForm(deps, form) };
}

/** A channel that was taken away from its group does not stand in the form any more. */
function channelProblems({ invited }: Meeting, { channels }: MeetingFormFields): readonly MeetingProblem[] {
  return toChoices(channels).length < invited.channels.length ? [{ kind: 'channels-gone' }] : [];
}

function countProblem(
  { count, confirmAbove }: MeetingPreview,
  typed: string | undefined,
): MeetingPreview['problem'] {
  if (count.people <= confirmAbove) {
    return undefined;
  }
  if (typed === undefined || typed.trim() === '') {
    return 'count-missing';
  }
  return readCount(typed) === count.people ? undefined : 'count-wrong';
}
