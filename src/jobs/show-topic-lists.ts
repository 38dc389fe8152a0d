import type { Deps } from '../deps.ts';
import { minuteMs, secondMs } from '../domain/instant.ts';
import type { Instant } from '../domain/instant.ts';
import type { SharedTopicList } from '../domain/shared-topic-list.ts';
import { findWay } from '../features/reach/find-way.ts';
import type { Message, Messenger } from '../ports/messenger.ts';
import type { Timer } from '../ports/timer.ts';
import { updateCard } from './update-card.ts';

/** A card changes at most this often: what happens meanwhile is shown together. */
export const showEveryMs = 3 * secondMs;
/** Every instance draws the same; the first one to claim what is new shows it. */
const claimMs = 1.5 * showEveryMs;
/** Some things change with the time alone: a collection ends. */
const drawAgainMs = minuteMs;
const atOnce = 8;

type ShowDeps = Pick<
  Deps,
  'claims' | 'clock' | 'isServiceAllowed' | 'logger' | 'references' | 'sharedTopicLists' | 'topicCatalogue'
>;

interface Parts {
  readonly messenger: Messenger;
  readonly timer: Timer;
  /** How a list looks at this moment to everybody. */
  readonly drawList: (list: SharedTopicList['list']) => Promise<Message>;
}

/** What this instance knows of one card. */
interface Known {
  /** As it was shown last. */
  readonly drawn?: string;
  /** Of the catalogue when it was shown, and when that was. */
  readonly revision?: number;
  readonly at?: Instant;
  /** When this instance itself put something on it. */
  readonly putAt?: Instant;
  /** How often in a row Teams did not take what is to be shown. */
  readonly attempts: number;
  /** Teams wants to be left alone until then. */
  readonly notBefore: Instant;
}

const unknown: Known = { attempts: 0, notBefore: 0 };

/** Keeps the lists of topics that stand in channels and group chats as they are in the store. A card that is gone is forgotten. */
export function showTopicLists(deps: ShowDeps, parts: Parts): { stop(): Promise<void> } {
  const known = new Map<string, Known>();
  let cancel: (() => void) | undefined;
  const stopping = new AbortController();
  let running = Promise.resolve();

  async function look(): Promise<void> {
    try {
      const lists = await deps.sharedTopicLists.latest();
      const keys = new Set(lists.map(keyOf));
      for (const key of known.keys()) {
        if (!keys.has(key)) {
          known.delete(key);
        }
      }
      for (let start = 0; start < lists.length && !stopping.signal.aborted; start += atOnce) {
        await Promise.all(lists.slice(start, start + atOnce).map(showInTurn));
      }
    } catch (error) {
      deps.logger.error('topic-list.not-shown', { error });
    }
    if (!stopping.signal.aborted) {
      plan();
    }
  }

  /** One that cannot be shown keeps no other from it. */
  async function showInTurn(shared: SharedTopicList): Promise<void> {
    const key = keyOf(shared);
    try {
      known.set(key, await showOne(deps, parts, shared, known.get(key) ?? unknown));
    } catch (error) {
      deps.logger.error('topic-list.not-shown', { error });
    }
  }

  function plan(): void {
    cancel = parts.timer.after(showEveryMs, () => {
      running = look();
    });
  }

  plan();
  return {
    async stop() {
      stopping.abort();
      cancel?.();
      await running;
    },
  };
}

function keyOf({ conversationId, activityId }: SharedTopicList): string {
  return `${conversationId} ${activityId}`;
}

async function showOne(
  deps: ShowDeps,
  { messenger, drawList }: Parts,
  shared: SharedTopicList,
  before: Known,
): Promise<Known> {
  const now = deps.clock.now();
  const { revision } = deps.topicCatalogue;
  const isFresh = before.revision === revision && before.at !== undefined && now < before.at + drawAgainMs;
  if (now < before.notBefore || isFresh) {
    return before;
  }
  const { conversationId, placeId, activityId, list } = shared;
  const message = await drawList(list);
  const drawn = JSON.stringify(message.card);
  const { putAt } = before;
  const seen: Known = {
    drawn,
    revision,
    at: now,
    attempts: 0,
    notBefore: 0,
    ...(putAt !== undefined && { putAt }),
  };
  if (drawn === before.drawn) {
    return seen;
  }
  const way = await findWay(deps, { conversationId: placeId });
  if (way.kind !== 'open') {
    return before;
  }
  const isMine =
    before.attempts > 0 || (await deps.claims.claim(conversationId, `${activityId} ${drawn}`, now + claimMs));
  if (!isMine) {
    // Another instance shows the same, unless this one has put something older over it since: then it looks again.
    return putAt !== undefined && now < putAt + claimMs ? before : seen;
  }
  const card = { reference: { ...way.reference, conversationId }, activityId, message };
  const outcome = await updateCard(deps, messenger, card, before.attempts);
  switch (outcome.kind) {
    case 'shown':
      return { ...seen, putAt: deps.clock.now() };
    case 'later':
      return { ...before, attempts: before.attempts + 1, notBefore: outcome.until };
    case 'gone':
      deps.logger.warn('topic-list.card-gone');
      await deps.sharedTopicLists.remove(shared);
      return before;
  }
}
