import type { Deps } from '../../../deps.ts';
import { broadcastId } from '../../../domain/ids.ts';
import type { MeetingId } from '../../../domain/ids.ts';
import { minuteMs } from '../../../domain/instant.ts';
import { tellPlan } from '../../../domain/meetings/world-cafe/cafe-states.ts';
import { startBroadcast } from '../../broadcasts/start-broadcast.ts';
import { changeCafe, checkCafeOrganiser } from './cafe-results.ts';
import type { CafeDeps, CafeRequest, NoCafe, RefusedOrganiser } from './cafe-results.ts';

export type TellTablesResult =
  /** `outdated`: there is a later plan. */
  { readonly kind: 'told' | 'already' | 'outdated' } | NoCafe | RefusedOrganiser;

type TellDeps = CafeDeps & Pick<Deps, 'broadcasts'>;

/** Sends everybody who has a seat their tables in this plan, once. */
export async function tellTables(
  deps: TellDeps,
  { plan, ...asked }: CafeRequest & { readonly plan: number },
): Promise<TellTablesResult> {
  const permission = await checkCafeOrganiser(deps, asked);
  if (permission.kind !== 'allowed') {
    return permission;
  }
  const { meeting } = permission;
  const kind = await changeCafe(deps, meeting, (cafe) => tellPlan(cafe, plan));
  if (kind === 'told' || kind === 'already') {
    await carryOutTelling(deps, meeting.id);
  }
  return { kind };
}

/** Begins what was decided to be sent; begun again, it is sent once. Nothing when it is on its way already. */
export async function carryOutTelling(
  deps: Pick<Deps, 'broadcasts' | 'clock' | 'meetings' | 'worldCafes'>,
  meetingId: MeetingId,
): Promise<void> {
  const cafe = await deps.worldCafes.find(meetingId);
  const meeting = await deps.meetings.find(meetingId);
  const plan = cafe?.told?.number;
  if (cafe?.isTelling === undefined || meeting === undefined || plan === undefined) {
    return;
  }
  await startBroadcast(deps, {
    id: broadcastId(`cafe-plan.${meetingId}.${plan}`),
    subject: { kind: 'cafe-plan', meetingId, plan },
    audience: [{ kind: 'meeting-participants', meetingId, among: 'accepted' }],
    lifeMs: Math.max(minuteMs, meeting.endsAt - deps.clock.now()),
  });
  await changeCafe(deps, meeting, (known) => {
    const { isTelling: _, ...rest } = known;
    return known.told?.number === plan ? { kind: 'noted', cafe: rest } : { kind: 'overtaken' };
  });
}
