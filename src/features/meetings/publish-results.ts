import { checkResults, toTopicResult } from '../../domain/meetings/meeting-result-form.ts';
import type { ResultsContent, TypedResults } from '../../domain/meetings/meeting-result-form.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { publishResults as toPublished } from '../../domain/meetings/meeting-results.ts';
import type { PublishResultsOutcome } from '../../domain/meetings/meeting-results.ts';
import { carryOutMeeting } from './carry-out-meeting.ts';
import type { CarryOutMeetingDeps } from './carry-out-meeting.ts';
import type { DeniedMeeting, GoneMeeting } from './meeting-results.ts';
import { findMeetingWithResults, toResultsForm } from './offer-results.ts';
import type { AboutMeeting, ClosedResults, ResultsDeps, ResultsForm } from './offer-results.ts';
import { releaseTopic } from './post-results.ts';
import type { PostResultsDeps } from './post-results.ts';

export type PublishResultsResult =
  | { readonly kind: 'published' | 'changed' | 'unchanged' }
  | { readonly kind: 'invalid'; readonly form: ResultsForm }
  | ClosedResults
  | GoneMeeting
  | DeniedMeeting;

type PublishResultsDeps = ResultsDeps & CarryOutMeetingDeps & PostResultsDeps;

/** "Veröffentlichen": the first time, or anew in other words; nobody overwrites what they have not seen. */
export async function publishResults(
  deps: PublishResultsDeps,
  request: AboutMeeting & { readonly typed: TypedResults; readonly edition?: number },
): Promise<PublishResultsResult> {
  const { meetingId, typed, edition } = request;
  const found = await findMeetingWithResults(deps, request);
  if (found.kind !== 'found') {
    return found;
  }
  const { shown } = found;
  const agenda = shown.topics.map(({ id }) => id);
  const checked = checkResults(typed, agenda);
  const { fields } = checked;
  if (checked.kind === 'invalid') {
    const { problems } = checked;
    return { kind: 'invalid', form: await toResultsForm(deps, shown, { fields, problems, edition }) };
  }
  const now = deps.clock.now();
  const { content } = checked;
  if (toPublished(shown.meeting, content, { edition, now }).kind === 'changed') {
    await releaseUntreated(deps, shown.meeting, content);
  }
  let outcome: PublishResultsOutcome | undefined;
  await deps.meetings.change(meetingId, {}, now, ({ meeting }) => {
    outcome = toPublished(meeting, content, { edition, now });
    return outcome.kind === 'published' || outcome.kind === 'changed' ? outcome : undefined;
  });
  switch (outcome?.kind) {
    case undefined:
      return { kind: 'gone' };
    case 'published':
    case 'changed':
      await carryOutMeeting(deps, meetingId);
      return { kind: outcome.kind };
    case 'unchanged':
      return outcome;
    case 'closed':
      return { kind: 'closed', because: outcome.because };
    case 'outdated': {
      const { meeting } = outcome;
      const { results: current } = meeting;
      const form = await toResultsForm(
        deps,
        { ...shown, meeting },
        {
          fields,
          problems: [{ kind: 'outdated' }],
          edition: current?.edition,
          ...(current !== undefined && { current }),
        },
      );
      return { kind: 'invalid', form };
    }
  }
}

/**
 * Topics that count as treated no more are open again, as long as they say what these results said of them. Before the change is written:
 * interrupted in between, it is made again; afterwards nobody would know which they were.
 */
async function releaseUntreated(
  deps: PostResultsDeps,
  meeting: Meeting,
  { treated }: ResultsContent,
): Promise<void> {
  const { results: before } = meeting;
  if (before === undefined) {
    return;
  }
  const said = JSON.stringify(toTopicResult(before));
  for (const id of before.treated.filter((one) => !treated.includes(one))) {
    await releaseTopic(
      deps,
      meeting,
      id,
      ({ state }) => state.kind === 'treated' && JSON.stringify(state.result) === said,
    );
  }
}
