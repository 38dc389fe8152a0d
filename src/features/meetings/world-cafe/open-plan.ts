import type { Deps } from '../../../deps.ts';
import type { Commune } from '../../../domain/commune.ts';
import { meetingId } from '../../../domain/ids.ts';
import type { CommuneId } from '../../../domain/ids.ts';
import type { Meeting } from '../../../domain/meetings/meeting.ts';
import { describePlan } from './describe-plan.ts';
import type { DescribedPlan, DescribeDeps } from './describe-plan.ts';

/** A plan as files show it. */
export interface OpenedPlan {
  readonly meeting: Meeting;
  readonly described: DescribedPlan;
  readonly communes: ReadonlyMap<CommuneId, Commune>;
}

/** The plan that a key opens; undefined when it opens none, no longer, or that plan is not kept any more. */
export async function openPlan(
  deps: DescribeDeps & Pick<Deps, 'operator'>,
  { id, key }: { readonly id: string; readonly key: string },
): Promise<OpenedPlan | undefined> {
  const number = await deps.worldCafes.findLinked(meetingId(id), key);
  if (number === undefined) {
    return undefined;
  }
  const meeting = await deps.meetings.find(meetingId(id));
  const cafe = await deps.worldCafes.find(meetingId(id));
  const plan = [cafe?.plan, cafe?.told].find((one) => one?.number === number);
  if (meeting === undefined || plan === undefined) {
    return undefined;
  }
  const { communes } = deps.operator.current();
  return { meeting, described: await describePlan(deps, meeting.id, plan), communes };
}
