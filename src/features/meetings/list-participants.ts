import type { Deps } from '../../deps.ts';
import type { Commune } from '../../domain/commune.ts';
import type { CommuneId, MeetingId } from '../../domain/ids.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { countParticipants, inOrder } from '../../domain/meetings/participants.ts';
import type { Participant, ParticipantCounts } from '../../domain/meetings/participants.ts';
import type { Rsvp } from '../../domain/meetings/rsvp.ts';
import type { Asker } from '../../domain/member.ts';
import { checkMeetingOrganiser } from './meeting-results.ts';
import type { DeniedMeeting, GoneMeeting } from './meeting-results.ts';

export interface CommuneParticipants extends ParticipantCounts {
  /** Absent: they have said none, or one that is no longer known. */
  readonly commune?: Commune;
}

export interface ParticipantList {
  readonly meeting: Meeting;
  readonly total: ParticipantCounts;
  /** Of those who come, may, wait or are there; by name, those without a commune at the end. */
  readonly byCommune: readonly CommuneParticipants[];
  readonly participants: readonly Participant[];
  readonly communes: ReadonlyMap<CommuneId, Commune>;
}

export type ListParticipantsResult =
  | { readonly kind: 'listed'; readonly list: ParticipantList }
  | GoneMeeting
  | DeniedMeeting;

type ReadDeps = Pick<Deps, 'meetings' | 'operator'>;

/** Who said what, for those who organise the meeting. */
export async function listParticipants(
  deps: ReadDeps & Pick<Deps, 'logger' | 'userGroups'>,
  request: { readonly asker: Asker; readonly meetingId: MeetingId },
): Promise<ListParticipantsResult> {
  const permission = await checkMeetingOrganiser(deps, request);
  return permission.kind === 'allowed'
    ? { kind: 'listed', list: await readParticipants(deps, permission.meeting) }
    : permission;
}

/** For whoever was found to organise it. */
export async function readParticipants(
  { meetings, operator }: ReadDeps,
  meeting: Meeting,
): Promise<ParticipantList> {
  const rsvps = await Array.fromAsync(meetings.rsvps(meeting.id));
  return toParticipantList(meeting, rsvps, operator.current().communes);
}

/** Pure. */
export function toParticipantList(
  meeting: Meeting,
  rsvps: readonly Rsvp[],
  communes: ReadonlyMap<CommuneId, Commune>,
): ParticipantList {
  return {
    meeting,
    total: countParticipants(rsvps),
    byCommune: countByCommune(rsvps, communes),
    participants: inOrder(rsvps),
    communes,
  };
}

function countByCommune(
  rsvps: readonly Rsvp[],
  communes: ReadonlyMap<CommuneId, Commune>,
): readonly CommuneParticipants[] {
  const byCommune = Map.groupBy(rsvps, ({ communeId }) => communeId && communes.get(communeId));
  return [...byCommune]
    .map(([commune, some]) => Object.assign(countParticipants(some), commune && { commune }))
    .filter(({ accepted, tentative, waiting, present }) => accepted + tentative + waiting + present > 0)
    .toSorted(byName);
}

function byName({ commune: one }: CommuneParticipants, { commune: other }: CommuneParticipants): number {
  return one === undefined || other === undefined
    ? Number(one === undefined) - Number(other === undefined)
    : one.name.localeCompare(other.name, 'de');
}
