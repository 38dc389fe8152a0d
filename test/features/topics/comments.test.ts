import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../../src/config.ts';
import { topicRequestId, userGroupId } from '../../../src/domain/ids.ts';
import type { Asker } from '../../../src/domain/member.ts';
import type { TopicRequest } from '../../../src/domain/topic-request.ts';
import {
  commentOnTopic,
  offerComment,
  removeComment,
} from '../../../src/features/topics/comment-on-topic.ts';
import { followTopic, unfollowTopic } from '../../../src/features/topics/follow-topic.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { TopicRequests } from '../../../src/store/topic-requests.ts';
import { createWorkbench } from '../../../src/workbench.ts';
import type { Workbench } from '../../../src/workbench.ts';
import { aUserGroup, hemer } from '../../support/builders.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { aTopicRequest } from '../../support/topics.ts';
import { guest, member, nobody, organiser, otherOrganiser } from '../user-groups/scene.ts';

const id = topicRequestId('t1');
const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
let folder: string;
let bench: Workbench;
let store: DocumentStore;

/** As another process on the same store has it. */
function another() {
  return { ...bench.deps, topicRequests: new TopicRequests(store) };
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'topic-comments-'));
  store = createMemoryStore(clock);
  bench = createWorkbench(
    readConfig({
      BOT_MODE: 'playground',
      STORE: 'memory',
      OPERATOR_DATA: join(folder, 'operator'),
      LOG_LEVEL: 'silent',
    }),
    { clock, store },
  );
  await bench.open();
});

afterEach(async () => {
  await bench.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

async function added(fields: Partial<TopicRequest> = {}): Promise<void> {
  await bench.deps.topicRequests.add(aTopicRequest({ id, ...fields }), {
    topicRequestId: id,
    memberId: organiser.memberId,
    votedAt: 1,
    followsSince: 1,
  });
}

const say = (typed: string, asker: Asker = member, deps = bench.deps) =>
  commentOnTopic(deps, { asker, topicRequestId: id, typed });
const comments = () => bench.deps.topicRequests.comments(id);
const stored = () => bench.deps.topicRequests.find(id);

describe('commenting on a topic', () => {
  it('keeps the words, the commune and the day, and counts them', async () => {
    await added();

    const result = await say(' Bei uns\u202e läuft das. ', { ...member, communeId: hemer });

    expect(result).toEqual({ kind: 'commented' });
    expect(await comments()).toEqual([
      {
        topicRequestId: id,
        number: 1,
        by: member.memberId,
        communeId: hemer,
        at: clock.now(),
        text: 'Bei uns läuft das.',
      },
    ]);
    expect(bench.deps.topicCatalogue.find(id)?.comments).toBe(1);
  });

  it('twice with the same words at once is once, in two processes too', async () => {
    await added();
    const other = another();

    const results = await Promise.all([
      say('Ja', member),
      say('Ja', member, other),
      say('Ja', member),
      say('Ja', member, other),
    ]);

    expect(results.map(({ kind }) => kind).toSorted()).toEqual([
      'already',
      'already',
      'already',
      'commented',
    ]);
    expect(await comments()).toHaveLength(1);
  });

  it('by many at once loses nothing, and gives no number twice', async () => {
    await added();
    const processes = [bench.deps, another(), another()];
    const texts = Array.from({ length: 30 }, (_, index) => `Nummer ${index}`);

    await Promise.all(texts.map((text, index) => say(text, member, processes[index % 3] ?? bench.deps)));

    const all = await comments();
    expect(all.map(({ number }) => number)).toEqual(texts.map((_, index) => index + 1));
    expect(all.map(({ text }) => text).toSorted()).toEqual(texts.toSorted());
    expect(await stored()).toMatchObject({ comments: 30, numberedComments: 30 });
  });

  it('is refused with what was typed when nothing is said or too much', async () => {
    await added();
    const long = 'x'.repeat(501);

    expect(await say('…')).toMatchObject({ kind: 'invalid', form: { problem: 'missing', text: '…' } });
    expect(await say(long)).toMatchObject({ kind: 'invalid', form: { problem: 'too-long', text: long } });
    expect(await stored()).toMatchObject({ comments: 0, version: 1 });
  });

  it.each(['declined', 'merged'] as const)('is over on a %s one, and nothing is written', async (kind) => {
    const state = kind === 'declined' ? { kind, reason: 'Nein.' } : { kind, into: topicRequestId('t2') };
    await added({ state });

    expect(await say('Ja')).toMatchObject({ kind: 'closed', shown: { request: { state } } });
    expect(await offerComment(bench.deps, { asker: member, topicRequestId: id })).toMatchObject({
      kind: 'closed',
    });
    expect(await comments()).toEqual([]);
  });

  it('is for members: not for guests, not without an account, and not on one that is gone', async () => {
    expect(await say('Ja')).toEqual({ kind: 'gone' });
    await added();

    expect(await say('Ja', guest)).toEqual({ kind: 'denied', because: 'guest' });
    expect(await say('Ja', nobody)).toEqual({ kind: 'denied', because: 'anonymous' });
    expect(await comments()).toEqual([]);
  });
});

describe('removing a comment', () => {
  const remove = (asker: Asker, number = 1) =>
    removeComment(bench.deps, { asker, topicRequestId: id, number });

  it('is for whoever wrote it, also as a guest since, and the words may be said again', async () => {
    await added();
    await say('Ja');

    expect(await remove({ ...member, guest: true })).toEqual({ kind: 'removed' });
    expect(await remove(member)).toEqual({ kind: 'absent' });
    expect(await stored()).toMatchObject({ comments: 0, numberedComments: 1 });
    expect(await say('Ja')).toEqual({ kind: 'commented' });
    expect((await comments()).map(({ number }) => number)).toEqual([2]);
  });

  it('twice at once counts once', async () => {
    await added();
    await say('Ja');
    await say('Nein');

    const results = await Promise.all([remove(member), remove(member)]);

    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['absent', 'removed']);
    expect(await stored()).toMatchObject({ comments: 1 });
  });

  it('is for the organisers of its group as well, and for nobody else', async () => {
    const group = aUserGroup({ id: userGroupId('g1'), organisers: [otherOrganiser.memberId] });
    await bench.deps.userGroups.add(group);
    await added({ userGroupId: group.id });
    await say('Ja');
    await say('Nein');

    expect(await remove({ ...otherOrganiser, memberId: guest.memberId, role: 'member' })).toEqual({
      kind: 'not-yours',
    });
    expect(await remove(nobody)).toEqual({ kind: 'denied', because: 'anonymous' });
    expect(await remove({ ...otherOrganiser, role: 'member' })).toEqual({ kind: 'removed' });
    expect(await remove(organiser, 2)).toEqual({ kind: 'removed' });
    expect(await remove(organiser, 3)).toEqual({ kind: 'absent' });
    expect(await stored()).toMatchObject({ comments: 0 });
  });
});

describe('following a topic', () => {
  const about = { asker: member, topicRequestId: id };

  it('is done once, needs no vote, and ends without one', async () => {
    await added();

    expect(await followTopic(bench.deps, about)).toEqual({ kind: 'followed', reachable: false });
    expect(await followTopic(bench.deps, about)).toEqual({ kind: 'already', reachable: false });
    expect(await bench.deps.topicRequests.followersOf(id)).toContain(member.memberId);
    expect(await unfollowTopic(bench.deps, about)).toEqual({ kind: 'unfollowed', voted: false });
    expect(await unfollowTopic(bench.deps, about)).toEqual({ kind: 'absent', voted: false });
    expect(await bench.deps.topicRequests.followersOf(id)).toEqual([organiser.memberId]);
    expect(await stored()).toMatchObject({ votes: 1 });
  });

  it('ends for who voted, and the vote stays', async () => {
    await added();

    const result = await unfollowTopic(bench.deps, { ...about, asker: organiser });

    expect(result).toEqual({ kind: 'unfollowed', voted: true });
    expect(await bench.deps.topicRequests.findParticipation(id, organiser.memberId)).toEqual({
      topicRequestId: id,
      memberId: organiser.memberId,
      votedAt: 1,
    });
    expect(await stored()).toMatchObject({ votes: 1 });
  });

  it('is for members; whoever became a guest may end it', async () => {
    await added();
    await followTopic(bench.deps, about);

    expect(await followTopic(bench.deps, { ...about, asker: guest })).toEqual({
      kind: 'denied',
      because: 'guest',
    });
    expect(await unfollowTopic(bench.deps, { ...about, asker: { ...member, guest: true } })).toEqual({
      kind: 'unfollowed',
      voted: false,
    });
    expect(await unfollowTopic(bench.deps, { ...about, asker: nobody })).toEqual({
      kind: 'denied',
      because: 'anonymous',
    });
  });

  it('says that there is none where it is gone', async () => {
    expect(await followTopic(bench.deps, about)).toEqual({ kind: 'gone' });
    expect(await unfollowTopic(bench.deps, about)).toEqual({ kind: 'gone' });
  });
});
