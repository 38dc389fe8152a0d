import { describe, expect, it } from 'vitest';
import { broadcastId, useCaseId } from '../../../src/domain/ids.ts';
import { decideSubmission } from '../../../src/features/review/decide-submission.ts';
import type { TypedDecision } from '../../../src/features/review/decide-submission.ts';
import { withdrawSubmission } from '../../../src/features/review/withdraw-submission.ts';
import { adopterAt, anAsker, aUseCase, menden } from '../../support/builders.ts';
import { author, organiser } from '../../support/submissions.ts';
import {
  asAuthor,
  asOrganiser,
  asOtherOrganiser,
  before,
  change,
  clock,
  openStore,
  overStore,
  s1,
  submitted,
} from './scene.ts';
import type { Scene } from './scene.ts';

const publish: TypedDecision = { kind: 'publish' };

function decided(scene: Scene, decision = publish, version = 1, asker = asOrganiser) {
  return decideSubmission(scene, { asker, submissionId: s1, version, decision });
}

describe('publishing a new use case', () => {
  it('registers it with its author, who published it, and the beginning of its history', async () => {
    const scene = overStore(await openStore());
    expect(await submitted(scene)).toBe('submitted');

    const result = await decided(scene);

    expect(result).toMatchObject({
      kind: 'decided',
      described: { submission: { state: { kind: 'published' } } },
    });
    expect((await scene.useCases.find(useCaseId('s1')))?.value).toEqual({
      ...aUseCase({ id: useCaseId('s1') }),
      adopters: [adopterAt(menden, 'pilot', { enteredBy: author })],
      provenance: {
        externalIds: [],
        createdAt: clock.now(),
        createdBy: author,
        reviewedBy: organiser,
        lastConfirmedAt: clock.now(),
        version: 1,
      },
    });
    expect(await scene.useCases.historyOf(useCaseId('s1'))).toEqual([
      {
        useCaseId: 's1',
        version: 1,
        at: clock.now(),
        by: { memberId: author, communeId: menden, organiser: false },
        change: { kind: 'published' },
      },
    ]);
  });

  it('asks every organiser but the author, and tells the author', async () => {
    const scene = overStore(await openStore());
    await submitted(scene);
    const asked = await scene.broadcasts.find(broadcastId('review.s1.1'));

    await decided(scene);

    expect(asked?.value).toMatchObject({
      subject: { kind: 'review', submissionId: 's1', round: 1 },
      audience: [{ kind: 'role', role: 'organiser' }],
      except: [author],
    });
    expect((await scene.broadcasts.find(broadcastId('review.s1.1')))?.value).toMatchObject({
      cancelledAt: clock.now(),
      revision: 2,
    });
    expect((await scene.broadcasts.find(broadcastId('review-outcome.s1.2')))?.value).toMatchObject({
      subject: { kind: 'review-outcome', submissionId: 's1', round: 1 },
      audience: [{ kind: 'member', memberId: author }],
    });
  });
});

describe('publishing a change', () => {
  it('applies the changed fields to the use case as it is then, and nothing else', async () => {
    const scene = overStore(await openStore());
    await scene.useCases.add(before);
    await submitted(scene, change);
    await scene.useCases.change(before.id, (useCase) => ({
      useCase: {
        ...useCase,
        title: 'Von jemand anderem',
        provenance: { ...useCase.provenance, createdBy: organiser },
      },
      entry: { at: 5, by: { organiser: true }, change: { kind: 'edited', fields: [] } },
    }));

    await decided(scene);

    expect((await scene.useCases.find(before.id))?.value).toMatchObject({
      title: 'Von jemand anderem',
      summary: 'Neu beschrieben.',
      adopters: before.adopters,
      provenance: { version: 3, createdBy: organiser, reviewedBy: organiser, lastConfirmedAt: clock.now() },
    });
    expect((await scene.useCases.historyOf(before.id))[0]).toMatchObject({
      version: 3,
      by: { memberId: author, communeId: menden, organiser: false },
      change: {
        kind: 'edited',
        fields: [{ field: 'summary', before: before.summary, after: 'Neu beschrieben.' }],
      },
    });
  });

  it.each(['archived', 'gone'] as const)('decides nothing when the use case is %s', async (how) => {
    const scene = overStore(await openStore());
    if (how === 'archived') {
      await scene.useCases.add({ ...before, archived: { at: 1 } });
    }
    await submitted(scene, change);

    const result = await decided(scene);
    const returned = await decided(scene, { kind: 'return', remark: 'Archiviert.' });

    expect(result).toMatchObject({
      kind: 'impossible',
      described: { about: { kind: how }, submission: { state: { kind: 'waiting' }, version: 1 } },
    });
    expect(returned).toMatchObject({ kind: 'decided' });
  });
});

describe('two organisers', () => {
  it.each<[TypedDecision, TypedDecision]>([
    [publish, { kind: 'return', remark: 'Gibt es schon.' }],
    [{ kind: 'return', remark: 'Gibt es schon.' }, publish],
    [publish, publish],
    [{ kind: 'ask', remark: 'Wo?' }, publish],
    [
      { kind: 'ask', remark: 'Wo?' },
      { kind: 'ask', remark: 'Seit wann?' },
    ],
  ])('at the same moment: one decides, the other sees what the first did (%j, %j)', async (one, other) => {
    const store = await openStore();
    await submitted(overStore(store));

    const results = await Promise.all([
      decided(overStore(store), one, 1, asOrganiser),
      decided(overStore(store), other, 1, asOtherOrganiser),
    ]);

    expect(results.map(({ kind }) => kind).sort()).toEqual(['decided', 'outdated']);
    const { value } = (await overStore(store).submissions.find(s1)) ?? {};
    expect(value?.version).toBe(2);
    const published = await overStore(store).useCases.find(useCaseId('s1'));
    expect(published !== undefined).toBe(value?.state.kind === 'published');
    for (const result of results) {
      expect(result).toMatchObject({ described: { submission: { version: 2 } } });
    }
  });

  it('publishing and withdrawing at the same moment: either one or the other', async () => {
    const store = await openStore();
    await submitted(overStore(store));

    const [result, withdrawn] = await Promise.all([
      decided(overStore(store)),
      withdrawSubmission(overStore(store), { asker: asAuthor, submissionId: s1 }),
    ]);

    const isPublished = (await overStore(store).useCases.find(useCaseId('s1'))) !== undefined;
    expect([result.kind, withdrawn.kind]).toEqual(
      isPublished ? ['decided', 'too-late'] : ['outdated', 'withdrawn'],
    );
  });
});

describe('whoever may not', () => {
  it.each([
    [asAuthor, 'not-organiser'],
    [anAsker({ memberId: organiser, guest: true, role: 'organiser' }), 'guest'],
  ] as const)('decides nothing', async (asker, because) => {
    const scene = overStore(await openStore());
    await submitted(scene);

    expect(await decided(scene, publish, 1, asker)).toEqual({ kind: 'denied', because });
    expect((await scene.submissions.find(s1))?.value.state).toEqual({ kind: 'waiting' });
  });

  it('withdraws nothing of somebody else', async () => {
    const scene = overStore(await openStore());
    await submitted(scene);

    const result = await withdrawSubmission(scene, { asker: asOrganiser, submissionId: s1 });

    expect(result).toEqual({ kind: 'unknown-submission' });
    expect((await scene.submissions.find(s1))?.value.state).toEqual({ kind: 'waiting' });
  });
});

it('asking back, handing in again and publishing: each side is told in its turn', async () => {
  const scene = overStore(await openStore());
  await submitted(scene);
  await decided(scene, { kind: 'ask', remark: ' Läuft das schon?\u200B ' });
  const asked = (await scene.submissions.find(s1))?.value.state;

  const again = await submitted(scene, { typed: { title: 'Chatbot', summary: 'Ja, läuft.' } });
  const late = await decided(scene, publish, 2);
  const result = await decided(scene, publish, 3);

  expect(asked).toMatchObject({ kind: 'asked', question: 'Läuft das schon?' });
  expect(again).toBe('submitted');
  expect(late).toMatchObject({ kind: 'outdated', described: { submission: { round: 2, version: 3 } } });
  expect(result).toMatchObject({ kind: 'decided' });
  const ids = ['review.s1.1', 'review-outcome.s1.2', 'review.s1.2', 'review-outcome.s1.4'];
  const broadcasts = await Promise.all(ids.map((id) => scene.broadcasts.find(broadcastId(id))));
  expect(broadcasts.map((stored) => stored?.value.cancelledAt !== undefined)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

it.each([
  ['ask', '  \u200B'],
  ['return', ''],
] as const)('nothing is decided without words: %s', async (kind, remark) => {
  const scene = overStore(await openStore());
  await submitted(scene);

  expect(await decided(scene, { kind, remark })).toMatchObject({ kind: 'remark-missing' });
  expect((await scene.submissions.find(s1))?.value.version).toBe(1);
});
