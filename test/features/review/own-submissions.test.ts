import { describe, expect, it } from 'vitest';
import { broadcastId, draftId, submissionId, useCaseId } from '../../../src/domain/ids.ts';
import { decideSubmission } from '../../../src/features/review/decide-submission.ts';
import { listOwnSubmissions, listSubmissions } from '../../../src/features/review/list-submissions.ts';
import { offerRevision } from '../../../src/features/review/offer-revision.ts';
import { ownSubmissionsSource } from '../../../src/features/review/own-submissions.ts';
import { showSubmission } from '../../../src/features/review/show-submission.ts';
import { submissionCollection } from '../../../src/store/submissions.ts';
import { anAsker, aUseCase } from '../../support/builders.ts';
import { author, contentOf, organiser } from '../../support/submissions.ts';
import { asAuthor, asOrganiser, clock, openStore, overStore, s1, submitted } from './scene.ts';

const returned = { kind: 'return', remark: 'Das gibt es schon.' } as const;

describe('what is told and erased about a person', () => {
  it('of what they handed in: everything, and it goes, published or not; the posted cards say so', async () => {
    const store = await openStore();
    const scene = overStore(store);
    await submitted(scene, { typed: { title: 'Chatbot', mailbox: 'kanarienvogel@menden.example' } });
    await submitted(scene, { id: submissionId('s2') });
    await decideSubmission(scene, {
      asker: asOrganiser,
      submissionId: submissionId('s2'),
      version: 1,
      decision: { kind: 'publish' },
    });
    const source = ownSubmissionsSource(scene);

    const told = await source.read(author);
    const erased = await source.erase(author);

    expect(told).toHaveLength(2);
    expect(told[0]).toMatchObject({
      submissionRole: 'submitted',
      submissionState: 'waiting',
      submittedAt: clock.now(),
      typed: { mailbox: 'kanarienvogel@menden.example' },
    });
    expect(erased).toBe(2);
    expect((await store.query(submissionCollection, { limit: 10 })).documents).toEqual([]);
    expect(await source.read(author)).toEqual([]);
    expect((await scene.broadcasts.find(broadcastId('review.s1.1')))?.value).toMatchObject({
      cancelledAt: clock.now(),
      revision: 2,
    });
    expect(await scene.useCases.find(useCaseId('s2'))).toBeDefined();
  });

  it('of what they decided: that and nothing of its author, and it stays without them', async () => {
    const scene = overStore(await openStore());
    await submitted(scene);
    await decideSubmission(scene, { asker: asOrganiser, submissionId: s1, version: 1, decision: returned });
    const source = ownSubmissionsSource(scene);

    const told = await source.read(organiser);
    const erased = await source.erase(organiser);

    expect(told).toEqual([
      {
        title: 'Chatbot im Bürgerservice',
        submissionRole: 'decided',
        submissionState: 'returned',
        decidedAt: clock.now(),
        remark: 'Das gibt es schon.',
      },
    ]);
    expect(erased).toBe(1);
    expect(await source.read(organiser)).toEqual([]);
    expect((await scene.submissions.find(s1))?.value).toMatchObject({
      by: author,
      state: { kind: 'returned', reason: 'Das gibt es schon.', at: clock.now() },
    });
    expect(JSON.stringify(await scene.submissions.find(s1))).not.toContain(organiser);
  });
});

describe('the lists', () => {
  it('show organisers what waits, the oldest first, five a page', async () => {
    const scene = overStore(await openStore());
    for (let n = 1; n <= 6; n += 1) {
      await submitted(scene, { id: submissionId(`s${n}`) });
      clock.advance(1000);
    }
    await decideSubmission(scene, { asker: asOrganiser, submissionId: s1, version: 1, decision: returned });

    const first = await listSubmissions(scene, { asker: asOrganiser, page: 1 });
    const behind = await listSubmissions(scene, { asker: asOrganiser, page: 7 });
    const own = await listOwnSubmissions(scene, { asker: asAuthor, page: 2 });

    expect(first.kind === 'listed' && first.rows.map(({ id }) => id)).toEqual(['s2', 's3', 's4', 's5', 's6']);
    expect(behind).toMatchObject({ page: 1, pages: 1, total: 5 });
    expect(own).toMatchObject({ page: 2, pages: 2, total: 6, rows: [{ id: 's1' }] });
  });

  it('are refused to whoever has none', async () => {
    const scene = overStore(await openStore());
    const guest = anAsker({ guest: true });

    expect(await listSubmissions(scene, { asker: asAuthor, page: 1 })).toMatchObject({
      because: 'not-organiser',
    });
    expect(await listOwnSubmissions(scene, { asker: guest, page: 1 })).toMatchObject({ because: 'guest' });
  });
});

describe('a submission', () => {
  it('is shown to organisers and its author, and to nobody else it is there', async () => {
    const scene = overStore(await openStore());
    await submitted(scene);
    const stranger = anAsker({ memberId: organiser });
    const show = async (asker = asAuthor) => (await showSubmission(scene, { asker, submissionId: s1 })).kind;

    expect([await show(), await show(asOrganiser), await show(stranger)]).toEqual([
      'own',
      'to-review',
      'unknown-submission',
    ]);
  });

  it('is offered for revision to its author alone, once somebody said why, and what they go on with is kept', async () => {
    const scene = overStore(await openStore());
    await submitted(scene);
    const offer = async (asker = asAuthor) => offerRevision(scene, { asker, submissionId: s1 });
    const before = await offer();
    await decideSubmission(scene, { asker: asOrganiser, submissionId: s1, version: 1, decision: returned });
    const first = await offer();
    await scene.useCaseDrafts.change(author, draftId('s1'), (draft) => ({
      ...draft,
      typed: { title: 'Neu' },
    }));

    expect(before.kind).toBe('not-now');
    expect(first).toMatchObject({
      kind: 'offered',
      draft: {
        id: 's1',
        memberId: author,
        origin: { kind: 'new' },
        state: { kind: 'saved' },
        typed: { stage: 'pilot' },
      },
    });
    expect(await offer()).toMatchObject({ draft: { typed: { title: 'Neu' } } });
    expect((await offer(asOrganiser)).kind).toBe('unknown-submission');
  });

  it('of a change is revised without undoing what others changed since', async () => {
    const scene = overStore(await openStore());
    const known = aUseCase({ id: useCaseId('u1'), tags: ['alt'] });
    await scene.useCases.add(known);
    await submitted(scene, {
      origin: { kind: 'change', useCaseId: known.id },
      content: contentOf({ ...known, summary: 'Neu' }),
      changed: ['summary'],
      typed: { title: known.title, summary: 'Neu', tags: 'alt' },
    });
    await decideSubmission(scene, { asker: asOrganiser, submissionId: s1, version: 1, decision: returned });
    await scene.useCases.change(known.id, (useCase) => ({ useCase: { ...useCase, tags: ['von anderen'] } }));

    const result = await offerRevision(scene, { asker: asAuthor, submissionId: s1 });

    expect(result).toMatchObject({
      draft: {
        typed: { summary: 'Neu', tags: 'alt' },
        origin: { kind: 'change', useCaseId: 'u1', base: { summary: known.summary, tags: 'alt' } },
      },
    });
    await scene.useCases.change(known.id, (useCase) => ({ useCase: { ...useCase, archived: { at: 1 } } }));
    expect(await offerRevision(scene, { asker: asAuthor, submissionId: s1 })).toMatchObject({
      kind: 'impossible',
    });
  });
});
