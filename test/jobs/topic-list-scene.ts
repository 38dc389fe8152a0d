import { conversationId, topicRequestId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { SendResult } from '../../src/domain/send-result.ts';
import type { SharedTopicList } from '../../src/domain/shared-topic-list.ts';
import type { TopicView } from '../../src/domain/topic-view.ts';
import { useCaseFields } from '../../src/features/ask/use-case-catalogue.ts';
import { TopicCatalogue } from '../../src/features/topics/topic-catalogue.ts';
import { showTopicLists } from '../../src/jobs/show-topic-lists.ts';
import type { Message, Messenger } from '../../src/ports/messenger.ts';
import { createSearchEngine } from '../../src/search/create-search-engine.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { Claims } from '../../src/store/claims.ts';
import { References } from '../../src/store/references.ts';
import { SharedTopicLists } from '../../src/store/shared-topic-lists.ts';
import { channelAddress, groupAddress } from '../support/reach.ts';
import { aTopicRequest } from '../support/topics.ts';
import { VirtualTime } from '../support/virtual-time.ts';

export const accepted: SendResult = { kind: 'accepted', activityId: 'card-1' };

const startAt = Date.UTC(2026, 10, 22, 9);
const group = conversationId('19:group@thread.v2');

export function aSharedList(fields: Partial<SharedTopicList> = {}): SharedTopicList {
  return {
    conversationId: group,
    placeId: group,
    activityId: 'card-1',
    list: { view: 'votes', page: 1 },
    postedAt: startAt,
    ...fields,
  };
}

interface Update {
  readonly at: Instant;
  readonly to: string;
  readonly activityId: string;
  readonly summary: string;
}

export type ListScene = Awaited<ReturnType<typeof aListScene>>;

/** A store that several instances share, a messenger that notes what is shown, and a time that passes when a test says so. */
export async function aListScene() {
  const clock = new VirtualTime(startAt, 12);
  const store = createMemoryStore(clock);
  await store.open(allCollections);
  const references = new References(store);
  for (const address of [groupAddress, channelAddress]) {
    await references.learn(address, { sign: 'wrote', at: startAt, address });
  }
  let isBroken = false;
  class Lists extends SharedTopicLists {
    override async latest() {
      if (isBroken) {
        throw new Error('busy');
      }
      return super.latest();
    }
  }
  const lists = new Lists(store);
  const updates: Update[] = [];
  const failures: unknown[] = [];
  const scene = {
    clock,
    lists,
    updates,
    failures,
    answer: async (): Promise<SendResult> => accepted,
    failReads(fails: boolean) {
      isBroken = fails;
    },
    /** Whatever is due at that moment is done as well. */
    async pass(ms: number) {
      for (const wait of [ms, 0]) {
        let isOver = false;
        clock.after(wait, () => {
          isOver = true;
        });
        await clock.run(() => isOver);
      }
    },
    startInstance,
  };
  const messenger: Messenger = {
    send: () => Promise.reject(new Error('posts nothing anew')),
    async update(address, activityId, { summary }: Message) {
      updates.push({ at: clock.now(), to: address.conversationId, activityId, summary });
      return scene.answer();
    },
  };

  /** It draws what it knows, whatever the others know. */
  function startInstance() {
    const topicCatalogue = new TopicCatalogue(() => createSearchEngine({ fields: { ...useCaseFields } }), []);
    let words = '1 Stimme';
    let version = 1;
    let draws = 0;
    let broken: TopicView | undefined;
    const deps = {
      claims: new Claims(store),
      clock,
      isServiceAllowed: () => true,
      logger: {
        info: () => undefined,
        warn: () => undefined,
        error: (_event: string, facts?: Readonly<Record<string, unknown>>) => {
          failures.push(facts?.['error']);
        },
      },
      references,
      sharedTopicLists: lists,
      topicCatalogue,
    };
    const drawList = async ({ view }: SharedTopicList['list']) => {
      if (view === broken) {
        throw new Error('cannot be drawn');
      }
      draws += 1;
      return { card: { words }, summary: words };
    };
    const job = showTopicLists(deps, { messenger, timer: clock, drawList });
    return {
      ...job,
      draws: () => draws,
      /** What changes without a change of any topic. */
      say(said: string) {
        words = said;
      },
      /** A change of a topic has reached this instance. */
      learn(said: string) {
        words = said;
        topicCatalogue.put(aTopicRequest({ id: topicRequestId('t1'), version }));
        version += 1;
      },
      breakView(view: TopicView | undefined) {
        broken = view;
      },
    };
  }
  return scene;
}
