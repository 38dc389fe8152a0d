import type { Deps } from '../../deps.ts';
import type { MeetingId } from '../../domain/ids.ts';
import type { CommunesPresent } from '../../domain/meetings/check-in.ts';
import type { MeetingResults } from '../../domain/meetings/meeting.ts';
import type { ResultsFields, ResultsProblem } from '../../domain/meetings/meeting-result-form.ts';
import { whyNoResults } from '../../domain/meetings/meeting-results.ts';
import type { WhyNoResults } from '../../domain/meetings/meeting-results.ts';
import type { Asker } from '../../domain/member.ts';
import { countPresent } from './count-present.ts';
import { checkMeetingOrganiser, findShownMeeting } from './meeting-results.ts';
import type { DeniedMeeting, GoneMeeting, ShowMeetingDeps, ShownMeeting } from './meeting-results.ts';

/** What is asked, with what stands in it. */
export interface ResultsForm {
  readonly shown: ShownMeeting;
  readonly present: CommunesPresent;
  readonly fields: ResultsFields;
  readonly problems: readonly (ResultsProblem | { readonly kind: 'outdated' })[];
  /** Of the results that whoever sends it has seen; absent for the first. */
  readonly edition?: number;
  /** What somebody else has written meanwhile. */
  readonly current?: MeetingResults;
}

export interface ClosedResults {
  readonly kind: 'closed';
  readonly because: WhyNoResults;
}

export type OfferResultsResult =
  | { readonly kind: 'offered'; readonly form: ResultsForm }
  | ClosedResults
  | GoneMeeting
  | DeniedMeeting;

export type ResultsDeps = Pick<Deps, 'logger'> & ShowMeetingDeps;

export interface AboutMeeting {
  readonly asker: Asker;
  readonly meetingId: MeetingId;
}

/** "Ergebnisse": what was published already; for the first time every topic of the agenda is taken for treated. */
export async function offerResults(deps: ResultsDeps, asked: AboutMeeting): Promise<OfferResultsResult> {
  const found = await findMeetingWithResults(deps, asked);
  if (found.kind !== 'found') {
    return found;
  }
  const { shown } = found;
  const { results } = shown.meeting;
  const fields: ResultsFields = {
    text: results?.text ?? '',
    links: results?.links.join('\n') ?? '',
    treated: results?.treated ?? shown.topics.map(({ id }) => id),
  };
  const form = await toResultsForm(deps, shown, { fields, problems: [], edition: results?.edition });
  return { kind: 'offered', form };
}

/** The meeting, if the asker may say at this moment what came of it; or why not. */
export async function findMeetingWithResults(
  deps: ResultsDeps,
  asked: AboutMeeting,
): Promise<
  { readonly kind: 'found'; readonly shown: ShownMeeting } | ClosedResults | GoneMeeting | DeniedMeeting
> {
  const permission = await checkMeetingOrganiser(deps, asked);
  if (permission.kind !== 'allowed') {
    return permission;
  }
  const because = whyNoResults(permission.meeting, deps.clock.now());
  if (because !== undefined) {
    return { kind: 'closed', because };
  }
  const shown = await findShownMeeting(deps, asked.asker, asked.meetingId);
  return shown === undefined ? { kind: 'gone' } : { kind: 'found', shown };
}

export async function toResultsForm(
  deps: Pick<Deps, 'meetings'>,
  shown: ShownMeeting,
  form: Pick<ResultsForm, 'fields' | 'problems' | 'current'> & { readonly edition: number | undefined },
): Promise<ResultsForm> {
  const { edition, ...rest } = form;
  const present = await countPresent(deps, shown.meeting);
  return { shown, present, ...rest, ...(edition !== undefined && { edition }) };
}
