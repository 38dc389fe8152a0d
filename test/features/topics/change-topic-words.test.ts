import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memberId, topicRequestId } from '../../../src/domain/ids.ts';
import { changeTopicWords } from '../../../src/features/topics/change-topic-words.ts';
import { changeTopic } from '../../../src/features/topics/change-topic.ts';
import { proposeTopic } from '../../../src/features/topics/propose-topic.ts';
import { removeTopic } from '../../../src/features/topics/remove-topic.ts';
import { mergeTopic } from '../../../src/domain/topic-states.ts';
import { voteForTopic } from '../../../src/domain/topic-votes.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { Memberships } from '../../../src/store/memberships.ts';
import { readConfig } from '../../../src/config.ts';
import { createWorkbench } from '../../../src/workbench.ts';
import type { Workbench } from '../../../src/workbench.ts';
import { anAsker } from '../../support/builders.ts';
import { FakeClock } from '../../support/fake-clock.ts';

const asker = anAsker();
const other = memberId(asker.tenantId, 'cccccccc-0000-4000-8000-000000000003');
const id = topicRequestId('t1');
const title = 'KI im Bauamt';

let folder: string;
let bench: Workbench;

/** Without the jobs that follow the store. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'topic-words-'));
  const operatorData = join(folder, 'operator');
  const config = {
    BOT_MODE: 'playground',
    STORE: 'memory',
    OPERATOR_DATA: operatorData,
    LOG_LEVEL: 'silent',
  };
  bench = createWorkbench(readConfig(config), { clock: new FakeClock(0) });
  await bench.open();
  await proposeTopic(bench.deps, { asker, topicRequestId: id, typed: { title }, checked: true });
});

afterEach(async () => {
  await bench.close();
  rmSync(folder, { recursive: true });
});

/** Somebody votes after it was looked up and before it is changed. */
class LateVote extends Memberships {
  override async ofMember(): Promise<readonly []> {
    const { clock } = bench.deps;
    await changeTopic(bench.deps, id, { member: other }, ({ request, participation }) => {
      const voted = voteForTopic(request, participation, other, clock.now());
      return voted.kind === 'voted' ? voted : undefined;
    });
    return [];
  }
}

describe('the words of a topic that somebody votes for at the same moment', () => {
  it('stay what they voted for', async () => {
    const memberships = new LateVote(createMemoryStore(bench.deps.clock));
    const change = { asker, topicRequestId: id, edition: 1, typed: { title: 'Etwas anderes' } };

    const result = await changeTopicWords({ ...bench.deps, memberships }, change);

    expect(result).toEqual({ kind: 'not-theirs' });
    expect(await bench.deps.topicRequests.find(id)).toMatchObject({ title, votes: 2, edition: 1 });
  });
});

describe('what this process lists', () => {
  it('has a topic as soon as it is proposed, and as it is changed, and no more when it is taken back', async () => {
    const { topicCatalogue } = bench.deps;
    const titles = () => [...topicCatalogue.all()].map((request) => request.title);
    const proposed = titles();

    const change = { asker, topicRequestId: id, edition: 1, typed: { title: 'KI in der Bauaufsicht' } };
    await changeTopicWords(bench.deps, change);
    const changed = titles();
    await removeTopic(bench.deps, { asker, topicRequestId: id });

    expect(proposed).toEqual([title]);
    expect(changed).toEqual(['KI in der Bauaufsicht']);
    expect(titles()).toEqual([]);
  });
});

describe('a topic that another one of the same author was merged into', () => {
  it('is not taken back: the other one would lead nowhere', async () => {
    const from = topicRequestId('t2');
    const typed = { title: 'Bauanträge mit KI prüfen' };
    await proposeTopic(bench.deps, { asker, topicRequestId: from, typed, checked: true });
    const into = await bench.deps.topicRequests.find(id);
    await changeTopic(bench.deps, from, {}, ({ request }) => {
      const merged = into && mergeTopic(request, into, { by: other, now: 0 });
      return merged?.kind === 'changed' ? merged : undefined;
    });

    expect(await removeTopic(bench.deps, { asker, topicRequestId: id })).toMatchObject({
      kind: 'not-theirs',
    });
    expect(await bench.deps.topicRequests.find(id)).toBeDefined();
  });
});

describe('a proposal whose id is taken meanwhile', () => {
  it('is one request of its author, however many were sent at once', async () => {
    const request = { asker, topicRequestId: topicRequestId('t2'), typed: { title }, checked: true };

    const results = await Promise.all([1, 2, 3].map(() => proposeTopic(bench.deps, request)));

    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['already', 'already', 'proposed']);
    expect(await bench.deps.topicRequests.find(request.topicRequestId)).toMatchObject({ votes: 1 });
  });

  it('is nothing of somebody else’s, not even where both are sent at once', async () => {
    const both = [asker, anAsker({ memberId: other })].map((one) => ({
      asker: one,
      topicRequestId: topicRequestId('t3'),
      typed: { title },
      checked: true,
    }));

    const results = await Promise.all(both.map((one) => proposeTopic(bench.deps, one)));

    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['gone', 'proposed']);
  });
});
