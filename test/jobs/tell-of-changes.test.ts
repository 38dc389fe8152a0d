import { describe, expect, it } from 'vitest';
import { withdrawAdoption } from '../../src/domain/adoption.ts';
import { useCaseId } from '../../src/domain/ids.ts';
import { dayMs } from '../../src/domain/instant.ts';
import { followUseCases } from '../../src/jobs/follow-use-cases.ts';
import { toKeptQuestionId } from '../../src/store/kept-questions.ts';
import { aDrone, drones, dronesQuestion, edits, moves } from '../features/follows/drones.ts';
import { anna, aScene, berta, start } from '../features/follows/scene.ts';
import { adopterAt, aUseCase, hemer, menden } from '../support/builders.ts';

describe('whoever follows a use case', () => {
  it('is told when a commune joins and when its stage changes, and of nothing else', async () => {
    const scene = await aScene();
    await scene.deps.useCases.add(aDrone({ adopters: [adopterAt(menden, 'pilot')] }));
    await scene.deps.follows.add({ useCaseId: drones, memberId: anna, since: start });

    await moves(scene, 'planned');
    await moves(scene, 'pilot');
    await edits(scene, { goal: 'Weniger Gerüste' });
    await scene.deps.useCases.change(drones, (useCase) => {
      const outcome = withdrawAdoption(useCase, hemer);
      return outcome.kind === 'withdrawn'
        ? { useCase: outcome.useCase, entry: { at: start, by: { organiser: false }, change: outcome.change } }
        : undefined;
    });
    await scene.settle();

    expect(await scene.toldOf(drones)).toEqual(['news.drones.2', 'news.drones.3']);
    expect((await scene.begun())[0]).toMatchObject({
      subject: { kind: 'use-case-news', useCaseId: 'drones', version: 2 },
      audience: [{ kind: 'followers', useCaseId: 'drones' }],
      except: [berta],
    });
  });

  it('is not told of what the same person did, nor of what was before', async () => {
    const scene = await aScene();
    await scene.deps.useCases.add(aDrone());
    await moves(scene, 'planned');
    scene.clock.advance(1000);
    await scene.deps.follows.add({ useCaseId: drones, memberId: anna, since: scene.clock.now() });
    scene.clock.advance(1000);

    await moves(scene, 'pilot', anna);
    await scene.settle();

    expect(await scene.begun()).toEqual([]);
  });

  it('is not told again of what was told long ago, when that is forgotten', async () => {
    const scene = await aScene();
    await scene.deps.useCases.add(aDrone());
    await scene.deps.follows.add({ useCaseId: drones, memberId: anna, since: start });
    await moves(scene, 'planned');
    await scene.settle();

    scene.clock.advance(200 * dayMs);
    await edits(scene, { goal: 'Weniger Gerüste' });
    await scene.settle();

    expect(await scene.begun()).toEqual([]);
  });
});

describe('whoever keeps a question', () => {
  it('is told once of a new use case that answers it, not again after a change', async () => {
    const scene = await aScene();
    await scene.meet(anna);
    await scene.keep(anna, 'Drohnen');
    await scene.deps.useCases.add(aDrone());
    await scene.settle();
    const first = await scene.toldOf(drones);

    await edits(scene, { goal: 'Weniger Gerüste' });
    scene.clock.advance(200 * dayMs);
    await moves(scene, 'pilot');
    await scene.settle();

    const id = toKeptQuestionId(anna, dronesQuestion);
    expect(first).toEqual([`question.${id}.drones`]);
    // What was begun is forgotten by now.
    expect(await scene.toldOf(drones)).toEqual([]);
    expect((await scene.deps.keptQuestions.find(anna, id))?.told).toEqual(['drones']);
  });

  it('is told of one that answers it only after a change', async () => {
    const scene = await aScene();
    await scene.meet(anna);
    await scene.deps.useCases.add(aDrone({ title: 'Dächer prüfen', summary: 'Schäden an Dächern finden.' }));
    await scene.keep(anna, 'Drohnen');
    await scene.settle();
    const before = await scene.begun();

    await edits(scene, { title: 'Drohnen prüfen Dächer', summary: 'Mit Drohnen.' });
    await scene.settle();

    expect(before).toEqual([]);
    expect(await scene.begun()).toMatchObject([{ audience: [{ kind: 'member', memberId: anna }] }]);
  });

  it('is not told of what answered it already, of another thing, nor of what they entered themselves', async () => {
    const scene = await aScene();
    await scene.meet(anna);
    await scene.deps.useCases.add(aDrone({ id: useCaseId('known') }));
    await scene.settle();
    const catalogue = await followUseCases(scene.deps);
    await scene.keep(anna, 'Drohnen');
    await catalogue.stop();
    await scene.deps.useCases.add(aUseCase({ id: useCaseId('chatbot') }));
    const own = aDrone({ id: useCaseId('own') });
    await scene.deps.useCases.add({ ...own, provenance: { ...own.provenance, createdBy: anna } });
    await scene.deps.useCases.change(useCaseId('known'), (useCase) => ({
      useCase: { ...useCase, goal: 'Weniger Gerüste' },
    }));

    await scene.settle();

    const kept = await scene.deps.keptQuestions.find(anna, toKeptQuestionId(anna, dronesQuestion));
    expect(await scene.begun()).toEqual([]);
    expect(kept?.told).toEqual(['known', 'own']);
  });

  it('is told only of what they may see: not of one for another commune alone, and by nobody but members', async () => {
    const scene = await aScene();
    await scene.meet(anna, hemer);
    await scene.meet(berta, menden);
    await scene.keep(anna, 'Drohnen');
    await scene.keep(berta, 'Drohnen');
    await scene.deps.useCases.add(
      aDrone({ visibility: 'organisation', adopters: [adopterAt(menden, 'pilot')] }),
    );
    await scene.settle();

    expect(await scene.begun()).toMatchObject([{ audience: [{ kind: 'member', memberId: berta }] }]);
  });

  it('is told nothing after "Beenden"', async () => {
    const scene = await aScene();
    await scene.meet(anna);
    await scene.keep(anna, 'Drohnen');
    await scene.deps.keptQuestions.remove(anna, toKeptQuestionId(anna, dronesQuestion));
    await scene.deps.useCases.add(aDrone());

    await scene.settle();

    expect(await scene.begun()).toEqual([]);
  });
});
