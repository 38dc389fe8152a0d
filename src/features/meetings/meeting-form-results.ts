import type { Deps } from '../../deps.ts';
import type { MeetingId } from '../../domain/ids.ts';
import type { MeetingFormFields, MeetingProblem } from '../../domain/meetings/meeting-form.ts';
import type { TopicRequest } from '../../domain/topic-request.ts';
import { findTopicChoices } from './find-meeting-choices.ts';
import type { MeetingChoices } from './find-meeting-choices.ts';

/** The form of a meeting: what stands in it, what can be chosen, and what is wrong. */
export interface MeetingForm {
  readonly meetingId: MeetingId;
  /** Of what is changed; absent for a new one. */
  readonly edition?: number;
  /** `published`: whom it is for stays as it is. */
  readonly of: 'new' | 'draft' | 'published';
  readonly fields: MeetingFormFields;
  readonly problems: readonly MeetingProblem[];
  /** Where somebody changed it since the form was opened: what it says now. */
  readonly current?: MeetingFormFields;
  readonly choices: MeetingChoices;
  readonly topics: readonly TopicRequest[];
}

export interface InvalidMeeting {
  readonly kind: 'invalid';
  readonly form: MeetingForm;
}

/** With the topics that go with what is chosen. */
export function toMeetingForm(
  deps: Pick<Deps, 'topicCatalogue'>,
  form: Omit<MeetingForm, 'topics'>,
): MeetingForm {
  return { ...form, topics: findTopicChoices(deps, form.fields, form.choices) };
}
