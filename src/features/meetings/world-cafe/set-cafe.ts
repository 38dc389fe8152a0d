import type { Deps } from '../../../deps.ts';
import type { TopicRequestId } from '../../../domain/ids.ts';
import type { Meeting } from '../../../domain/meetings/meeting.ts';
import { checkCafe, toCafeFields } from '../../../domain/meetings/world-cafe/cafe-form.ts';
import type { CafeFields, CafeProblem, TypedCafe } from '../../../domain/meetings/world-cafe/cafe-form.ts';
import { setCafe as toSet } from '../../../domain/meetings/world-cafe/cafe-states.ts';
import type { WorldCafe } from '../../../domain/meetings/world-cafe/world-cafe.ts';
import { isOpenTopic } from '../../../domain/topic-request.ts';
import type { TopicRequest } from '../../../domain/topic-request.ts';
import { findShownMeeting } from '../meeting-results.ts';
import type { ShownMeeting } from '../meeting-results.ts';
import { forgetAnswersAt } from '../../../domain/meetings/meeting-times.ts';
import { checkCafeOrganiser, nameTopics } from './cafe-results.ts';
import type { CafeDeps, CafeRequest, CafeTopic, RefusedOrganiser } from './cafe-results.ts';

/** The form with which organisers set up a World Café. */
export interface CafeForm {
  readonly shown: ShownMeeting;
  readonly fields: CafeFields;
  readonly problems: readonly CafeProblem[];
  /** To choose from: the agenda first, then open requests, those with the most votes first. */
  readonly offered: readonly CafeTopic[];
  /** It was set up before. */
  readonly exists: boolean;
}

export type OfferCafeResult = { readonly kind: 'offered'; readonly form: CafeForm } | RefusedOrganiser;

export type SetCafeResult =
  | { readonly kind: 'set' | 'unchanged' }
  | { readonly kind: 'invalid'; readonly form: CafeForm }
  | RefusedOrganiser;

/** More would be no choice any more. */
const mostOffered = 25;

type SetDeps = CafeDeps & Pick<Deps, 'topicCatalogue'>;

/** What stands in the form is what holds now; at first what most would take. */
export async function offerCafe(deps: SetDeps, asked: CafeRequest): Promise<OfferCafeResult> {
  const ready = await prepare(deps, asked);
  if (ready.kind !== 'ready') {
    return ready;
  }
  const { cafe, offered } = ready;
  const fields = toCafeFields(
    cafe?.settings,
    offered.map(({ id }) => id),
  );
  return { kind: 'offered', form: toForm(ready, fields, []) };
}

export async function setCafe(
  deps: SetDeps,
  { typed, ...asked }: CafeRequest & { readonly typed: TypedCafe },
): Promise<SetCafeResult> {
  const ready = await prepare(deps, asked);
  if (ready.kind !== 'ready') {
    return ready;
  }
  const { meeting } = ready.shown;
  const checked = checkCafe(typed, {
    persons: meeting.seats.taken,
    offered: ready.offered.map(({ id }) => id),
  });
  if (checked.kind === 'invalid') {
    return { kind: 'invalid', form: toForm(ready, checked.fields, checked.problems) };
  }
  let kind: 'set' | 'unchanged' = 'unchanged';
  await deps.worldCafes.change(meeting.id, forgetAnswersAt(meeting), (known) => {
    const decided = toSet(known, meeting.id, checked.settings);
    ({ kind } = decided);
    return decided.cafe;
  });
  return { kind };
}

interface Ready {
  readonly kind: 'ready';
  readonly shown: ShownMeeting;
  readonly cafe: WorldCafe | undefined;
  readonly offered: readonly CafeTopic[];
}

async function prepare(deps: SetDeps, asked: CafeRequest): Promise<Ready | RefusedOrganiser> {
  const permission = await checkCafeOrganiser(deps, asked);
  if (permission.kind !== 'allowed') {
    return permission;
  }
  const shown = await findShownMeeting(deps, asked.asker, asked.meetingId);
  if (shown === undefined) {
    return { kind: 'gone' };
  }
  const cafe = await deps.worldCafes.find(asked.meetingId);
  return { kind: 'ready', shown, cafe, offered: await listOffered(deps, shown, cafe) };
}

function toForm(
  { shown, cafe, offered }: Ready,
  fields: CafeFields,
  problems: readonly CafeProblem[],
): CafeForm {
  return { shown, fields, problems, offered, exists: cafe !== undefined };
}

/** What is chosen already stays among them. */
async function listOffered(
  deps: SetDeps,
  { meeting, topics: agenda }: ShownMeeting,
  cafe: WorldCafe | undefined,
): Promise<readonly CafeTopic[]> {
  const chosen = cafe?.settings.topics ?? [];
  const ids = new Set<TopicRequestId>([...chosen, ...agenda.map(({ id }) => id)]);
  for (const { id } of listOpen(deps, meeting)) {
    if (ids.size < mostOffered) {
      ids.add(id);
    }
  }
  return nameTopics(deps, [...ids]);
}

/** Of the group and of the whole community. */
function listOpen(
  { topicCatalogue }: Pick<Deps, 'topicCatalogue'>,
  { userGroupId }: Meeting,
): readonly TopicRequest[] {
  return [...topicCatalogue.all()]
    .filter((one) => isOpenTopic(one) && (one.userGroupId === undefined || one.userGroupId === userGroupId))
    .sort(
      (one, other) =>
        other.votes - one.votes || one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1),
    );
}
