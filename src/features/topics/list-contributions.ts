import type { Deps } from '../../deps.ts';
import { useCaseId } from '../../domain/ids.ts';
import type { MemberId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { seenBy } from '../../domain/permissions.ts';
import type { TopicInvitation, TopicRequest } from '../../domain/topic-request.ts';
import type { UseCase } from '../../domain/use-case.ts';
import { findSpeaker, whereSpokenOf } from './find-speaker.ts';
import type { FindSpeakerDeps, Speaker } from './find-speaker.ts';
import type { TopicRequestOf } from './offer-report.ts';
import { checkMember, findGroupOf, findShown } from './topic-results.ts';
import type { DeniedTopic, GoneTopic, ShownTopic, ShowTopicDeps } from './topic-results.ts';

/** A use case that matches a request, and who could report on it. */
export interface Contribution {
  /** With those who can report on it alone. */
  readonly useCase: UseCase;
  readonly speaker: Speaker;
  /** They offer it already. */
  readonly offers: boolean;
  /** That they, or somebody else because of this use case, were asked. */
  readonly invitation?: TopicInvitation;
}

export interface Contributions {
  readonly shown: ShownTopic;
  /** The best first. */
  readonly contributions: readonly Contribution[];
  /** Those that belong to none of them; the use case is absent when it is gone, archived, or not for the asker. */
  readonly others: readonly { readonly invitation: TopicInvitation; readonly useCase?: UseCase }[];
}

export type ListContributionsResult =
  | { readonly kind: 'listed'; readonly contributions: Contributions }
  | GoneTopic
  | DeniedTopic;

export type ListContributionsDeps = ShowTopicDeps & FindSpeakerDeps & Pick<Deps, 'catalogue' | 'logger'>;

/** Rows: the first ones are what organisers ask about. */
const shownAtMost = 5;
/**
 * When a use case is near enough for somebody to report on it: how much of the words it speaks of, how sure the engine is of the best one,
 * and which share of that one's score it has. Looser than where one is taken for the same: people look at the list before anybody is asked.
 * Set on the shipped and the demo's records. The title says best what it is about; the question brings what speaks of it in other words.
 */
const near = [
  { of: 'title', coverage: 0.3, confidence: 0.3, scoreShare: 0.4 },
  { of: 'title', coverage: 0.8, confidence: 0.15, scoreShare: 0.4 },
  { of: 'all', coverage: 0.2, confidence: 0.2, scoreShare: 0.45 },
] as const;
type Near = (typeof near)[number];

/** "Mögliche Beiträge": whom the organisers could ask to report, and what those said who were asked. */
export async function listContributions(
  deps: ListContributionsDeps,
  { asker, topicRequestId }: TopicRequestOf,
): Promise<ListContributionsResult> {
  const request = await deps.topicRequests.find(topicRequestId);
  const userGroup = request && (await findGroupOf(deps, request));
  const permission = checkMember(deps, asker, 'organise-topics', userGroup);
  if (permission.kind === 'denied') {
    return permission;
  }
  const shown = await findShown(deps, asker, topicRequestId);
  if (shown === undefined) {
    return { kind: 'gone' };
  }
  const invitations = await deps.topicRequests.invitations(topicRequestId);
  const contributions = await Promise.all(
    findMatching(deps, asker, shown.request).map((useCase) =>
      toContribution(deps, { asker, shown, invitations }, useCase),
    ),
  );
  const listed = new Set(contributions.map(({ invitation }) => invitation?.number));
  const others = invitations
    .filter(({ number }) => !listed.has(number))
    .map((invitation) => {
      const useCase = deps.catalogue.find(invitation.useCaseId);
      return useCase !== undefined && seenBy(asker)(useCase) ? { invitation, useCase } : { invitation };
    });
  return { kind: 'listed', contributions: { shown, contributions, others } };
}

async function toContribution(
  deps: FindSpeakerDeps,
  known: {
    readonly asker: Asker;
    readonly shown: ShownTopic;
    readonly invitations: readonly TopicInvitation[];
  },
  useCase: UseCase,
): Promise<Contribution> {
  const { asker, shown, invitations } = known;
  const speaker = await findSpeaker(deps, asker, useCase);
  const whom = toMember(asker, speaker);
  const invitation =
    invitations.find(({ memberId }) => memberId === whom) ??
    invitations.find((one) => one.useCaseId === useCase.id);
  return {
    useCase,
    speaker,
    offers: shown.offers.some(({ memberId }) => memberId === whom),
    ...(invitation !== undefined && { invitation }),
  };
}

function toMember(asker: Asker, speaker: Speaker): MemberId | undefined {
  switch (speaker.kind) {
    case 'member':
      return speaker.memberId;
    case 'yourself':
      return asker.memberId;
    case 'address':
    case 'nobody':
      return undefined;
  }
}

/** Use cases of communes that could report on the request, the nearest first, as far as the asker may see them. */
function findMatching(
  { catalogue }: Pick<Deps, 'catalogue'>,
  asker: Asker,
  { title, question }: TopicRequest,
): readonly UseCase[] {
  const texts = { title, all: question === undefined ? title : `${title}. ${question}` };
  const ids = new Set(near.flatMap((one) => find(catalogue, asker, texts[one.of], one)));
  return [...ids]
    .map((id) => catalogue.find(useCaseId(id)))
    .map((useCase) => useCase && whereSpokenOf(useCase))
    .filter((useCase) => useCase !== undefined)
    .slice(0, shownAtMost);
}

function find(catalogue: Deps['catalogue'], asker: Asker, text: string, atLeast: Near): readonly string[] {
  const isSeen = seenBy(asker);
  const accept = (useCase: UseCase) => isSeen(useCase) && whereSpokenOf(useCase) !== undefined;
  const { hits, confidence } = catalogue.search(text, accept, { limit: shownAtMost });
  const leastScore = atLeast.scoreShare * (hits[0]?.score ?? 0);
  return confidence < atLeast.confidence
    ? []
    : hits
        .filter(({ coverage, score }) => coverage >= atLeast.coverage && score >= leastScore)
        .map(({ id }) => id);
}
