import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { storedMemberId, topicRequestId } from '../../src/domain/ids.ts';
import { TopicCatalogue } from '../../src/features/topics/topic-catalogue.ts';
import { useCaseFields } from '../../src/features/ask/use-case-catalogue.ts';
import { followTopics } from '../../src/jobs/follow-topics.ts';
import type { Following } from '../../src/jobs/follow-feed.ts';
import { createSearchEngine } from '../../src/search/create-search-engine.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { TopicRequests } from '../../src/store/topic-requests.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { aTopicRequest } from '../support/topics.ts';

const patience = { timeout: 20_000 };

const by = storedMemberId('t.author');
const id = topicRequestId('t1');

let scene: Awaited<ReturnType<typeof aScene>>;
let following: Following | undefined;

beforeEach(async () => {
  scene = await aScene();
});

afterEach(async () => {
  await following?.stop();
  following = undefined;
});

async function aScene() {
  const store = createMemoryStore(new FakeClock(0));
  await store.open(allCollections);
  const errors: string[] = [];
  const feed = { isBusy: false };
  const changes = store.changes.bind(store);
  store.changes = async (...call) => (feed.isBusy ? Promise.reject(new Error('busy')) : changes(...call));
  return {
    store,
    feed,
    errors,
    topicRequests: new TopicRequests(store),
    topicCatalogue: new TopicCatalogue(
      (synonyms) => createSearchEngine({ fields: { ...useCaseFields }, synonyms }),
      [],
    ),
    logger: {
      info: () => undefined,
      warn: () => undefined,
      error(event: string) {
        errors.push(event);
      },
    },
  };
}

async function added(key: string, title = 'KI im Bauamt'): Promise<void> {
  const request = aTopicRequest({ id: topicRequestId(key), title, by });
  const participation = { topicRequestId: request.id, memberId: by, votedAt: 0, followsSince: 0 };
  await scene.topicRequests.add(request, participation);
}

const found = (text: string) => scene.topicCatalogue.search(text, () => true, 10).hits.map((hit) => hit.id);

describe('the catalogue of topic requests', () => {
  it('holds everything that is stored when it begins to follow, however many pages that is', async () => {
    for (let index = 0; index < 260; index += 1) {
      await added(`t${index}`);
    }

    following = await followTopics(scene);

    expect([...scene.topicCatalogue.all()]).toHaveLength(260);
    expect(found('Bauamt')).toHaveLength(10);
  });

  it('learns of what is written, changed and removed, by another process as well', async () => {
    following = await followTopics(scene);
    const other = new TopicRequests(scene.store);

    await added('t1');
    await vi.waitFor(() => expect(found('Bauamt')).toEqual(['t1']), patience);
    await other.change(id, {}, ({ request }) => ({
      request: { ...request, title: 'Drohnen', votes: 7, edition: 2 },
    }));
    await vi.waitFor(() => expect(scene.topicCatalogue.find(id)?.votes).toBe(7), patience);
    const afterChange = [found('Bauamt'), found('Drohnen')];
    await other.remove(id, () => true);
    await vi.waitFor(() => expect(scene.topicCatalogue.find(id)).toBeUndefined(), patience);

    expect(afterChange).toEqual([[], ['t1']]);
    expect(found('Drohnen')).toEqual([]);
  });

  it('takes nothing back that was put there before the feed brought an older version of it', async () => {
    await added('t1');
    const stored = await scene.topicRequests.find(id);
    scene.topicCatalogue.put(aTopicRequest({ id, title: 'Drohnen', votes: 9, version: 5, by }));

    following = await followTopics(scene);

    expect(stored?.version).toBe(1);
    expect(scene.topicCatalogue.find(id)).toMatchObject({ title: 'Drohnen', votes: 9, version: 5 });
  });

  it('logs that it is behind, and catches up with the next write', async () => {
    following = await followTopics(scene);
    scene.feed.isBusy = true;
    await added('t1');
    await vi.waitFor(() => expect(scene.errors).toEqual(['topic-catalogue.behind']), patience);
    scene.feed.isBusy = false;

    await added('t2');

    await vi.waitFor(() => expect([...scene.topicCatalogue.all()]).toHaveLength(2), patience);
  });

  it('learns of nothing after it stopped', async () => {
    following = await followTopics(scene);
    await following.stop();

    await added('t1');
    await new Promise((resolve) => {
      setImmediate(resolve);
    });

    expect(scene.topicCatalogue.find(id)).toBeUndefined();
  });
});
