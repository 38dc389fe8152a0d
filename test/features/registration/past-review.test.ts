import { describe, expect, it } from 'vitest';
import { submissionId, useCaseId } from '../../../src/domain/ids.ts';
import { askContact } from '../../../src/features/freshness/ask-contact.ts';
import { registerUseCase } from '../../../src/features/registration/register-use-case.ts';
import { decideSubmission } from '../../../src/features/review/decide-submission.ts';
import { offerRevision } from '../../../src/features/review/offer-revision.ts';
import { withdrawSubmission } from '../../../src/features/review/withdraw-submission.ts';
import { archiveUseCase } from '../../../src/features/upkeep/archive-use-case.ts';
import { anAsker } from '../../support/builders.ts';
import { organiser } from '../../support/submissions.ts';
import { aChange, aDraft, anna, aScene, existing, pressed, shown, words } from './scene.ts';
import type { Scene } from './scene.ts';

const asOrganiser = anAsker({ memberId: organiser, role: 'organiser' });
const dayMs = 86_400_000;

function decided(scene: Scene, id: string, version: number, kind: 'publish' | 'ask') {
  const decision = kind === 'ask' ? ({ kind, remark: 'Seit wann?' } as const) : ({ kind } as const);
  return decideSubmission(scene, { asker: asOrganiser, submissionId: submissionId(id), version, decision });
}

/** Anna's change was handed in, asked about, and she goes on with it. */
async function askedBack(scene: Scene) {
  const draft = await aChange(scene);
  await pressed(scene, draft.id);
  await decided(scene, draft.id, 1, 'ask');
  await offerRevision(scene, { asker: anna, submissionId: submissionId(draft.id) });
  await scene.useCaseDrafts.change(draft.memberId, draft.id, (known) => ({
    ...known,
    typed: { ...known.typed, title: 'Besserer Titel' },
  }));
  return draft;
}

describe('what waits for organisers when the review is switched off', () => {
  it('goes to them again after their question, so that the earlier round is never published over it', async () => {
    const scene = await aScene({ review: true });
    const draft = await askedBack(scene);
    const off = { ...scene, rules: { ...scene.rules, review: false } };

    const check = await shown(off, draft.id);
    const result = await pressed(off, draft.id);
    const old = await decided(scene, draft.id, 2, 'publish');
    const current = await decided(scene, draft.id, 3, 'publish');

    expect(check).toMatchObject({ described: { isReviewed: true } });
    expect([result.kind, old.kind, current.kind]).toEqual(['submitted', 'outdated', 'decided']);
    expect((await scene.useCases.find(existing.id))?.value.title).toBe('Besserer Titel');
    expect(await scene.useCases.historyOf(existing.id)).toHaveLength(1);
  });

  it('tells in the history that an organiser changed it, when its author is one by now', async () => {
    const scene = await aScene({ review: true });
    const draft = await askedBack(scene);
    const asked = { asker: { ...anna, role: 'organiser' as const }, draftId: draft.id };

    await registerUseCase(scene, { ...asked, roster: () => Promise.resolve(undefined) });
    await decided(scene, draft.id, 3, 'publish');

    const [entry] = await scene.useCases.historyOf(existing.id);
    expect(entry?.by).toMatchObject({ memberId: anna.memberId, organiser: true });
  });

  it('publishes at once what nobody has handed in', async () => {
    const scene = await aScene({ review: true });
    const draft = await aDraft(scene);

    const result = await pressed({ ...scene, rules: { ...scene.rules, review: false } }, draft.id);

    expect(result).toMatchObject({ kind: 'registered', useCaseId: useCaseId(draft.id) });
  });
});

describe('what its author took back', () => {
  it('is still theirs to go on with, with everything they typed', async () => {
    const scene = await aScene({ review: true });
    const draft = await aDraft(scene);
    await pressed(scene, draft.id);
    const id = submissionId(draft.id);
    await withdrawSubmission(scene, { asker: anna, submissionId: id });

    const revision = await offerRevision(scene, { asker: anna, submissionId: id });
    const again = await pressed(scene, draft.id);

    expect(revision).toMatchObject({ kind: 'offered', draft: { typed: words } });
    expect(again).toMatchObject({ kind: 'submitted', again: false });
    expect((await scene.submissions.find(id))?.value).toMatchObject({ round: 2, state: { kind: 'waiting' } });
  });
});

describe('a question whether a use case is still true', () => {
  it.each([true, false])('is not sent any more after a change was published (review: %s)', async (review) => {
    const scene = await aScene({ review });
    await scene.useCases.change(existing.id, (useCase) => ({
      useCase: { ...useCase, provenance: { ...useCase.provenance, createdBy: organiser } },
    }));
    scene.clock.advance(400 * dayMs);
    const asked = await askContact(scene, existing.id);
    const draft = await aChange(scene);

    await pressed(scene, draft.id);
    if (review) {
      await decided(scene, draft.id, 1, 'publish');
    }

    const questions = (await Array.fromAsync(scene.broadcasts.all())).filter(
      ({ subject }) => subject.kind === 'freshness',
    );
    expect(asked).toBe('asked');
    expect(questions).toMatchObject([{ cancelledAt: scene.clock.now() }]);
  });

  it('is not sent any more after the use case was archived', async () => {
    const scene = await aScene();
    await scene.useCases.change(existing.id, (useCase) => ({
      useCase: { ...useCase, provenance: { ...useCase.provenance, createdBy: organiser } },
    }));
    scene.clock.advance(400 * dayMs);
    await askContact(scene, existing.id);

    await archiveUseCase(scene, { asker: asOrganiser, useCaseId: existing.id });

    expect(await Array.fromAsync(scene.broadcasts.all())).toMatchObject([{ cancelledAt: scene.clock.now() }]);
  });
});
