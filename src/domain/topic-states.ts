import type { MemberId, TopicRequestId } from './ids.ts';
import type { Instant } from './instant.ts';
import type {
  Participation,
  TopicFields,
  TopicOffer,
  TopicPlan,
  TopicRequest,
  TopicResult,
  TopicState,
} from './topic-request.ts';

/** A new request; whoever proposes it follows it, and votes for it where they have a vote left. */
export function proposeTopic(
  id: TopicRequestId,
  fields: TopicFields,
  proposal: {
    readonly by: MemberId;
    readonly votes: boolean;
    readonly offer?: TopicOffer;
    readonly now: Instant;
  },
): { readonly request: TopicRequest; readonly participation: Participation } {
  const { by, votes, offer, now } = proposal;
  return {
    request: {
      ...fields,
      id,
      by,
      createdAt: now,
      state: { kind: 'open' },
      changedAt: now,
      votes: votes ? 1 : 0,
      comments: 0,
      numberedComments: 0,
      numberedInvitations: 0,
      edition: 1,
      version: 1,
      history: [],
      untold: [],
    },
    participation: {
      topicRequestId: id,
      memberId: by,
      followsSince: now,
      ...(votes && { votedAt: now }),
      ...(offer !== undefined && { offer }),
    },
  };
}

export type ChangeStateOutcome =
  | { readonly kind: 'changed'; readonly request: TopicRequest }
  /** It is so already, word for word. */
  | { readonly kind: 'already'; readonly request: TopicRequest }
  /** From its state no way leads there. */
  | { readonly kind: 'impossible'; readonly request: TopicRequest };

interface Change {
  /** Who decided it; they are not told. Absent after their data was erased. */
  readonly by?: MemberId;
  readonly now: Instant;
}

/** To a meeting, or to another one. */
export function planTopic(request: TopicRequest, plan: TopicPlan, change: Change): ChangeStateOutcome {
  return changeState(request, { kind: 'planned', plan }, ['open', 'planned'], change);
}

/** At a meeting or otherwise; what came of it may be said again in other words. */
export function treatTopic(request: TopicRequest, result: TopicResult, change: Change): ChangeStateOutcome {
  return changeState(request, { kind: 'treated', result }, ['open', 'planned', 'treated'], change);
}

export function declineTopic(request: TopicRequest, reason: string, change: Change): ChangeStateOutcome {
  return changeState(request, { kind: 'declined', reason }, ['open', 'planned'], change);
}

/** Open again, whatever was decided; a merged request gets its votes back. */
export function restoreTopic(request: TopicRequest, change: Change): ChangeStateOutcome {
  const { state } = request;
  const outcome = changeState(
    request,
    { kind: 'open' },
    ['planned', 'treated', 'declined', 'merged'],
    change,
  );
  if (outcome.kind !== 'changed' || state.kind !== 'merged') {
    return outcome;
  }
  return {
    kind: 'changed',
    request: { ...outcome.request, moving: { kind: 'back-from', other: state.into } },
  };
}

export type MergeTopicOutcome = ChangeStateOutcome | { readonly kind: 'no-target' };

/** `into`: open or planned, and another one. Votes that are on their way back arrive first. */
export function mergeTopic(
  request: TopicRequest,
  into: TopicRequest,
  { reason, ...change }: Change & { readonly reason?: string },
): MergeTopicOutcome {
  const takes = into.id !== request.id && (into.state.kind === 'open' || into.state.kind === 'planned');
  if (!takes) {
    return { kind: 'no-target' };
  }
  if (request.moving !== undefined) {
    return { kind: 'impossible', request };
  }
  const state: TopicState = { kind: 'merged', into: into.id, ...(reason !== undefined && { reason }) };
  const outcome = changeState(request, state, ['open', 'planned'], change);
  return outcome.kind === 'changed'
    ? { kind: 'changed', request: { ...outcome.request, moving: { kind: 'to', other: into.id } } }
    : outcome;
}

export type EditTopicOutcome =
  | { readonly kind: 'edited'; readonly request: TopicRequest }
  | { readonly kind: 'unchanged'; readonly request: TopicRequest }
  /** Somebody else changed it since the form was opened. */
  | { readonly kind: 'outdated'; readonly request: TopicRequest };

/** `edition` is the one whose words stood in the form: nobody overwrites what they have not seen. */
export function editTopic(request: TopicRequest, fields: TopicFields, edition: number): EditTopicOutcome {
  if (hasFields(request, fields)) {
    return { kind: 'unchanged', request };
  }
  if (request.edition !== edition) {
    return { kind: 'outdated', request };
  }
  const { question: _q, userGroupId: _g, ...rest } = request;
  return { kind: 'edited', request: { ...rest, ...fields, edition: edition + 1 } };
}

export function hasFields(
  request: TopicRequest,
  { title, question, userGroupId, tags }: TopicFields,
): boolean {
  return (
    request.title === title &&
    request.question === question &&
    request.userGroupId === userGroupId &&
    request.tags.join('\n') === tags.join('\n')
  );
}

/** Nobody but its author has anything to do with it yet, so that it may still become something else, or nothing. */
export function isOnlyTheirs(
  { by, state, comments, numberedInvitations }: TopicRequest,
  participations: readonly Participation[],
): boolean {
  return (
    by !== undefined &&
    state.kind === 'open' &&
    comments === 0 &&
    numberedInvitations === 0 &&
    participations.every(({ memberId }) => memberId === by)
  );
}

function changeState(
  request: TopicRequest,
  state: TopicState,
  from: readonly TopicState['kind'][],
  { by, now }: Change,
): ChangeStateOutcome {
  if (JSON.stringify(request.state) === JSON.stringify(state)) {
    return { kind: 'already', request };
  }
  if (!from.includes(request.state.kind)) {
    return { kind: 'impossible', request };
  }
  const number = (request.history.at(-1)?.number ?? 0) + 1;
  const again = request.state.kind === state.kind;
  return {
    kind: 'changed',
    request: {
      ...request,
      state,
      changedAt: now,
      history: [...request.history, { number, at: now, state, again }],
      untold: [...request.untold, { number, ...(by !== undefined && { except: by }) }],
    },
  };
}
