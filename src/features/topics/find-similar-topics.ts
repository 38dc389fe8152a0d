import type { Deps } from '../../deps.ts';
import { topicRequestId } from '../../domain/ids.ts';
import type { MemberId } from '../../domain/ids.ts';
import type { TopicRequest } from '../../domain/topic-request.ts';
import { wordsKey } from '../../domain/typed-words.ts';
import type { UserGroup } from '../../domain/user-group.ts';
import { findGroupOf } from './topic-results.ts';

/** The most that "Gibt es das schon?" shows: whoever has written a form reads no list. */
export const similarTopicsAtMost = 3;

interface Likeness {
  readonly coverage: number;
  readonly confidence: number;
  readonly scoreShare: number;
}

/**
 * When a request asks for the same: how much of the words it covers, how sure the engine is of the best one, and which share of that
 * one's score it has. Set on requests in other words and on requests that nobody made, and checked among a few and among 1,000 requests.
 */
const sameWhole: Likeness = { coverage: 0.45, confidence: 0.3, scoreShare: 0.4 };
/** The same where there is nothing but a title, which is short. */
const sameTitle: Likeness = { coverage: 0.4, confidence: 0.2, scoreShare: 0.4 };
/** The same by the title, whatever the question behind it is: all of it. */
const verySameTitle: Likeness = { coverage: 0.95, confidence: 0.55, scoreShare: 0.4 };

/** Among a few requests no word is rare, so that the engine is never very sure: among so many its confidence says nothing. */
const fewRequests = 10;
/** Of a title alone it says something sooner: among as many half of it is asked for. */
const fewTitles = 1.5;

/** One that is like what somebody would like to propose. */
export interface SimilarTopic {
  readonly request: TopicRequest;
  readonly userGroup?: UserGroup;
  /** Whether the asker voted for it; never for a card that others see. */
  readonly voted: boolean;
}

/**
 * Open, planned and treated requests that look like one that is not proposed yet, the likest first; of a merged one the one it was merged
 * into. None rather than one that is not like it.
 */
export function findSimilarTopics(
  { topicCatalogue }: Pick<Deps, 'topicCatalogue'>,
  proposed: { readonly title: string; readonly question?: string },
): readonly TopicRequest[] {
  const { title, question = '' } = proposed;
  const all = [...topicCatalogue.all()];
  const key = wordsKey(title);
  const sure = Math.max(0, 1 - fewRequests / all.length);
  const sureOfTitle = all.length / (all.length + fewTitles);
  const found = [
    ...all.filter((request) => wordsKey(request.title) === key).map(({ id }) => id),
    ...(question === ''
      ? search(topicCatalogue, title, sameTitle, sure)
      : [
          ...search(topicCatalogue, `${title}. ${question}`, sameWhole, sure),
          ...search(topicCatalogue, title, verySameTitle, sureOfTitle),
        ]),
  ];
  const ends = found.map((id) => findLiving(topicCatalogue, id));
  return [...new Set(ends)].filter((one) => one !== undefined).slice(0, similarTopicsAtMost);
}

/** The same with what is shown beside them. */
export async function describeSimilarTopics(
  deps: Pick<Deps, 'topicCatalogue' | 'topicRequests' | 'userGroups'>,
  proposed: Parameters<typeof findSimilarTopics>[1],
  viewer: MemberId | undefined,
): Promise<readonly SimilarTopic[]> {
  const describe = async (request: TopicRequest): Promise<SimilarTopic> => {
    const [userGroup, own] = await Promise.all([
      findGroupOf(deps, request),
      viewer === undefined ? undefined : deps.topicRequests.findParticipation(request.id, viewer),
    ]);
    const voted = own?.votedAt !== undefined;
    return userGroup === undefined ? { request, voted } : { request, userGroup, voted };
  };
  return Promise.all(findSimilarTopics(deps, proposed).map(describe));
}

/** `sure`: which share of the confidence can be asked for among so many requests. */
function search(
  catalogue: Deps['topicCatalogue'],
  text: string,
  same: Likeness,
  sure: number,
): readonly string[] {
  const accept = ({ id }: TopicRequest) => findLiving(catalogue, id) !== undefined;
  const { hits, confidence } = catalogue.search(text, accept, similarTopicsAtMost);
  const atLeast = same.scoreShare * (hits[0]?.score ?? 0);
  return confidence < same.confidence * sure
    ? []
    : hits.filter(({ coverage, score }) => coverage >= same.coverage && score >= atLeast).map(({ id }) => id);
}

/** As long a chain of merged requests as anybody makes. */
const longestChain = 20;

/** The request, or the one that it was merged into, unless that is declined or gone. */
function findLiving(catalogue: Deps['topicCatalogue'], id: string): TopicRequest | undefined {
  let request = catalogue.find(topicRequestId(id));
  for (let step = 0; step < longestChain && request?.state.kind === 'merged'; step += 1) {
    request = catalogue.find(request.state.into);
  }
  const kind = request?.state.kind;
  return kind === 'open' || kind === 'planned' || kind === 'treated' ? request : undefined;
}
