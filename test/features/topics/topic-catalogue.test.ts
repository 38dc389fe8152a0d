import { beforeEach, describe, expect, it } from 'vitest';
import { storedMemberId, topicRequestId } from '../../../src/domain/ids.ts';
import { isOpenTopic } from '../../../src/domain/topic-request.ts';
import { useCaseFields } from '../../../src/features/ask/use-case-catalogue.ts';
import { changeTopic } from '../../../src/features/topics/change-topic.ts';
import { TopicCatalogue } from '../../../src/features/topics/topic-catalogue.ts';
import { createSearchEngine } from '../../../src/search/create-search-engine.ts';
import type { SearchEngine } from '../../../src/search/search-engine.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { TopicRequests } from '../../../src/store/topic-requests.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { aTopicRequest } from '../../support/topics.ts';

const id = topicRequestId('t1');
/** Documents that went into each index so far. */
let puts: number[];
let catalogue: TopicCatalogue;

function createEngine(synonyms: readonly (readonly string[])[]): SearchEngine {
  const engine = createSearchEngine({ fields: { ...useCaseFields }, synonyms });
  const put = engine.put.bind(engine);
  const index = puts.push(0) - 1;
  engine.put = (...call) => {
    puts[index] = (puts[index] ?? 0) + 1;
    put(...call);
  };
  return engine;
}

beforeEach(() => {
  puts = [];
  catalogue = new TopicCatalogue(createEngine, []);
});

const found = (text: string, accept: Parameters<TopicCatalogue['search']>[1] = () => true, limit = 10) =>
  catalogue.search(text, accept, limit).hits.map((hit) => hit.id);

describe('the catalogue of topic requests', () => {
  it('finds them by title, question, tags and result', () => {
    catalogue.put(
      aTopicRequest({
        id,
        title: 'KI im Bauamt',
        question: 'Wer digitalisiert Luftbilder?',
        tags: ['Kanalnetz'],
        state: { kind: 'treated', result: { text: 'Ein Leitfaden zur Vergabe.' } },
      }),
    );

    expect(['Bauamt', 'Luftbild', 'Kanalnetz', 'Leitfaden'].map((word) => found(word))).toEqual(
      Array.from({ length: 4 }, () => ['t1']),
    );
    expect(found('Telefonie')).toEqual([]);
  });

  it('finds only what may be found, and no more than is wanted', () => {
    for (let index = 0; index < 5; index += 1) {
      catalogue.put(aTopicRequest({ id: topicRequestId(`t${index}`) }));
    }
    catalogue.put(aTopicRequest({ id: topicRequestId('no'), state: { kind: 'declined', reason: 'x' } }));

    expect(found('Bauamt', isOpenTopic)).toHaveLength(5);
    expect(found('Bauamt', (request) => !isOpenTopic(request))).toEqual(['no']);
    expect(found('Bauamt', isOpenTopic, 2)).toHaveLength(2);
  });

  it('does not list what is gone because somebody changed it a moment before', () => {
    catalogue.put(aTopicRequest({ id, version: 1 }));
    catalogue.remove(id);
    catalogue.put(aTopicRequest({ id, version: 2 }));

    expect([...catalogue.all()]).toEqual([]);
    expect(found('Bauamt')).toEqual([]);
  });

  it('counts its changes, and takes no older or equal version', () => {
    const revisions = [catalogue.revision];
    for (const version of [2, 2, 1, 3]) {
      catalogue.put(aTopicRequest({ id, version, votes: version }));
      revisions.push(catalogue.revision);
    }
    catalogue.remove('unknown');
    catalogue.remove(id);

    expect(revisions).toEqual([0, 1, 1, 1, 2]);
    expect(catalogue.revision).toBe(3);
    expect([catalogue.find(id), found('Bauamt')]).toEqual([undefined, []]);
  });

  it('puts nothing into the index for a vote, which changes no words', () => {
    const request = aTopicRequest({ id });
    catalogue.put(request);
    catalogue.put({ ...request, version: 2, votes: 2 });
    const afterVote = [...puts];
    catalogue.put({ ...request, version: 3, title: 'Drohnen' });

    expect([afterVote, puts]).toEqual([[1], [2]]);
    expect([found('Bauamt'), found('Drohnen')]).toEqual([[], ['t1']]);
  });

  it('shows what was changed right afterwards, before any feed brings it', async () => {
    const store = createMemoryStore(new FakeClock(0));
    await store.open(allCollections);
    const topicRequests = new TopicRequests(store);
    const memberId = storedMemberId('t.author');
    await topicRequests.add(aTopicRequest({ id, by: memberId }), {
      topicRequestId: id,
      memberId,
      votedAt: 0,
    });

    await changeTopic({ topicRequests, topicCatalogue: catalogue }, id, {}, (known) => ({
      request: { ...known.request, title: 'Drohnen' },
    }));
    const nothing = await changeTopic({ topicRequests, topicCatalogue: catalogue }, id, {}, () => undefined);

    expect(nothing).toBeUndefined();
    expect(catalogue.find(id)).toMatchObject({ title: 'Drohnen', version: 2 });
  });
});

describe('other synonyms', () => {
  const synonyms = [['bauamt', 'fachdienst']];

  beforeEach(() => {
    for (let index = 0; index < 120; index += 1) {
      catalogue.put(aTopicRequest({ id: topicRequestId(`t${index}`), title: 'Drohnen' }));
    }
  });

  it('are taken over, with everything that is written, changed or removed meanwhile', async () => {
    catalogue.put(aTopicRequest({ id: topicRequestId('gone') }));

    const rebuilding = catalogue.rebuild(synonyms);
    catalogue.put(aTopicRequest({ id: topicRequestId('new') }));
    catalogue.put(aTopicRequest({ id: topicRequestId('t0'), title: 'Kanalnetz', version: 2 }));
    catalogue.remove('gone');
    const during = [found('Bauamt'), found('Kanalnetz'), found('Fachdienst')];
    await rebuilding;

    expect(during).toEqual([['new'], ['t0'], []]);
    expect([found('Fachdienst'), found('Kanalnetz')]).toEqual([['new'], ['t0']]);
    expect(found('Drohnen')).toHaveLength(10);
  });

  it('of a later call win over those that are still being taken over, which end it', async () => {
    catalogue.put(aTopicRequest({ id: topicRequestId('new') }));

    const earlier = catalogue.rebuild([['bauamt', 'hochbau']]);
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    const later = catalogue.rebuild(synonyms);
    await earlier;
    catalogue.put(aTopicRequest({ id: topicRequestId('t0'), title: 'Kanalnetz', version: 2 }));
    await later;

    expect([found('Fachdienst'), found('Hochbau'), found('Kanalnetz')]).toEqual([['new'], [], ['t0']]);
  });
});
