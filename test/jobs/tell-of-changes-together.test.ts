import { describe, expect, it } from 'vitest';
import { useCaseId } from '../../src/domain/ids.ts';
import { followUseCases } from '../../src/jobs/follow-use-cases.ts';
import { tellOfChanges } from '../../src/jobs/tell-of-changes.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { toKeptQuestionId } from '../../src/store/kept-questions.ts';
import { aDrone, drones, dronesQuestion, edits, moves } from '../features/follows/drones.ts';
import { anna, aScene, start } from '../features/follows/scene.ts';
import { FakeClock } from '../support/fake-clock.ts';

const dronesId = toKeptQuestionId(anna, dronesQuestion);

function manyDrones(count: number) {
  return Array.from({ length: count }, (_, index) => aDrone({ id: useCaseId(`drone${index}`) }));
}

describe('whoever keeps a question', () => {
  it('gets one message about 50 use cases that come at once, and another one about what comes later', async () => {
    const scene = await aScene();
    await scene.meet(anna);
    await scene.keep(anna, 'Drohnen');
    for (const useCase of manyDrones(50)) {
      await scene.deps.useCases.add(useCase);
    }
    await scene.settle();
    const atOnce = await scene.begun();
    const kept = await scene.deps.keptQuestions.find(anna, dronesId);
    await scene.deps.useCases.add(aDrone());
    await scene.settle();

    expect(atOnce).toHaveLength(1);
    expect(kept?.tellings.map((one) => one.length)).toEqual([50]);
    expect(kept?.told.toSorted()).toEqual(
      manyDrones(50)
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(await scene.begun()).toHaveLength(2);
    expect((await scene.deps.keptQuestions.find(anna, dronesId))?.tellings[1]).toEqual(['drones']);
  });

  it('is told once of a use case that answers two of their questions', async () => {
    const scene = await aScene();
    await scene.meet(anna);
    await scene.keep(anna, 'Drohnen');
    await scene.keep(anna, 'Drohnen Dächer');
    await scene.deps.useCases.add(aDrone());
    await scene.settle();
    await edits(scene, { goal: 'Weniger Gerüste' });
    await scene.settle();

    expect(await scene.begun()).toHaveLength(1);
    expect((await scene.deps.keptQuestions.ofMember(anna)).map(({ told }) => told)).toEqual([
      ['drones'],
      ['drones'],
    ]);
  });

  it('is told of one that answered another of their questions before they were told anything', async () => {
    const scene = await aScene();
    await scene.meet(anna);
    await scene.deps.useCases.add(aDrone({ summary: 'Schäden finden.', title: 'Drohnen' }));
    const catalogue = await followUseCases(scene.deps);
    await scene.keep(anna, 'Drohnen');
    await scene.keep(anna, 'Wärmebild');
    await catalogue.stop();
    await edits(scene, { summary: 'Schäden mit Wärmebild finden.' });
    await scene.settle();

    const id = toKeptQuestionId(anna, { sought: 'Wärmebild', filters: [] });
    expect(await scene.toldOf(drones)).toEqual([`question.${id}.drones`]);
  });

  it('is told the same once by several programs that look at the same time', async () => {
    const clock = new FakeClock(start);
    const store = createMemoryStore(clock);
    const scene = await aScene({ store, clock });
    await scene.meet(anna);
    await scene.keep(anna, 'Drohnen');
    await scene.keep(anna, 'Drohnen Dächer');
    for (const useCase of manyDrones(5)) {
      await scene.deps.useCases.add(useCase);
    }
    await scene.deps.follows.add({ useCaseId: drones, memberId: anna, since: start });
    await scene.deps.useCases.add(aDrone());
    await moves(scene, 'planned');

    const programs = await Promise.all([1, 2, 3].map(() => aScene({ store, clock })));
    const running = await Promise.all(
      programs.map(async ({ deps }) => [await followUseCases(deps), tellOfChanges(deps)] as const),
    );
    const end = await scene.endOfFeed();
    await expect.poll(() => scene.deps.feedCursors.find('use-case-news')).toBe(end);
    for (const job of running.flat()) {
      await job.stop();
    }

    const told = (await scene.deps.keptQuestions.ofMember(anna)).flatMap(({ tellings }) => tellings.flat());
    expect(told.toSorted()).toEqual(['drone0', 'drone1', 'drone2', 'drone3', 'drone4', 'drones']);
    expect((await scene.begun()).map(({ subject }) => subject.kind).toSorted()).toEqual([
      'question-news',
      'use-case-news',
    ]);
  });
});

describe('whoever is told when the program dies in between', () => {
  it('is told what was planned before, and in a message of its own what came since', async () => {
    const scene = await aScene();
    await scene.meet(anna);
    await scene.keep(anna, 'Drohnen');
    const [first, second, third] = manyDrones(3).map(({ id }) => id);
    for (const useCase of manyDrones(3)) {
      await scene.deps.useCases.add(useCase);
    }
    await scene.deps.keptQuestions.planTelling(
      anna,
      dronesId,
      [second, first].filter((id) => id !== undefined),
    );
    await scene.settle();

    expect((await scene.begun()).map(({ id }) => id).toSorted()).toEqual(
      [`question.${dronesId}.${third}`, `question.${dronesId}.${second}`].toSorted(),
    );
    expect((await scene.deps.keptQuestions.find(anna, dronesId))?.tellings).toEqual([
      [second, first],
      [third],
    ]);
  });
});
