import type { Deps } from '../deps.ts';
import { secondMs } from '../domain/instant.ts';
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

type ShowDeps = Pick<
  Deps,
  'claims' | 'clock' | 'isServiceAllowed' | 'logger' | 'references' | 'sharedTopicLists'
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
  let isStopped = false;
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
      for (const shared of lists) {
        const key = keyOf(shared);
        known.set(key, await showOne(deps, parts, shared, known.get(key) ?? unknown));
      }
    } catch (error) {
      deps.logger.error('topic-list.not-shown', { error });
    }
    if (!isStopped) {
      plan();
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
      isStopped = true;
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
  if (deps.clock.now() < before.notBefore) {
    return before;
  }
  const { conversationId, activityId, list } = shared;
  const message = await drawList(list);
  const drawn = JSON.stringify(message.card);
  if (drawn === before.drawn) {
    return before;
  }
  const way = await findWay(deps, { conversationId });
  if (way.kind !== 'open') {
    return before;
  }
  const isMine =
    before.attempts > 0 ||
    (await deps.claims.claim(conversationId, `${activityId} ${drawn}`, deps.clock.now() + claimMs));
  if (!isMine) {
    return { drawn, attempts: 0, notBefore: 0 };
  }
  const { reference } = way;
  const outcome = await updateCard(deps, messenger, { reference, activityId, message }, before.attempts);
  switch (outcome.kind) {
    case 'shown':
      return { drawn, attempts: 0, notBefore: 0 };
    case 'later':
      return { ...before, attempts: before.attempts + 1, notBefore: outcome.until };
    case 'gone':
      deps.logger.warn('topic-list.card-gone');
      await deps.sharedTopicLists.remove(shared);
      return before;
  }
}
