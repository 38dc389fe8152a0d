import { describe, expect, it } from 'vitest';
import { useCaseId } from '../../src/domain/ids.ts';
import { UseCaseCatalogue, useCaseFields } from '../../src/features/ask/use-case-catalogue.ts';
import { followUseCases } from '../../src/jobs/follow-use-cases.ts';
import { tellOfChanges } from '../../src/jobs/tell-of-changes.ts';
import type { DocumentStore } from '../../src/ports/document-store.ts';
import { createSearchEngine } from '../../src/search/create-search-engine.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { toKeptQuestionId } from '../../src/store/kept-questions.ts';
import { UseCases } from '../../src/store/use-cases.ts';
import { systemTimer } from '../../src/system/timer.ts';
import { technologyLabels } from '../../src/texts/labels.ts';
import { aDrone, drones, moves } from '../features/follows/drones.ts';
import { anna, aScene, start } from '../features/follows/scene.ts';
import { aUseCase } from '../support/builders.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { mortal } from '../support/mortal.ts';

class WatchedCatalogue extends UseCaseCatalogue {
  readonly #searches: string[];

  constructor(searches: string[]) {
    super(() => createSearchEngine({ fields: { ...useCaseFields } }), [], technologyLabels);
    this.#searches = searches;
  }

  override search(...call: Parameters<UseCaseCatalogue['search']>) {
    this.#searches.push(call[0]);
    return super.search(...call);
  }
}

class WatchedUseCases extends UseCases {
  readonly #pages: (string | undefined)[];

  constructor(store: DocumentStore, pages: (string | undefined)[]) {
    super(store);
    this.#pages = pages;
  }

  override changes(after?: string) {
    this.#pages.push(after);
    return super.changes(after);
  }
}

describe('a program that is killed', () => {
  const nobody = {
    send: () => Promise.reject(new Error('nothing is sent')),
    update: () => Promise.reject(new Error('nothing is sent')),
  };

  /** A new use case, and one in which a commune joins: what is begun when the first program dies at this call, and another one goes on. */
  async function told(diesAtCall: number) {
    const clock = new FakeClock(start);
    const store = createMemoryStore(clock);
    const scene = await aScene({ store, clock });
    await scene.meet(anna);
    await scene.deps.useCases.add(aDrone());
    await scene.deps.follows.add({ useCaseId: drones, memberId: anna, since: start });
    await scene.settle();
    await scene.keep(anna, 'Chatbot');
    await moves(scene, 'planned');
    await scene.deps.useCases.add(aUseCase());

    const doomed = mortal(store, nobody, systemTimer, { diesAtCall });
    const first = await aScene({ store, clock });
    const dying = await aScene({ store: { ...doomed.store, open: () => Promise.resolve() }, clock });
    const following = await followUseCases(first.deps);
    const job = tellOfChanges({ ...dying.deps, catalogue: first.deps.catalogue });
    const end = await scene.endOfFeed();
    while (!doomed.isDead() && (await scene.deps.feedCursors.find('use-case-news')) !== end) {
      await new Promise((resolve) => {
        setTimeout(resolve, 1);
      });
    }
    const wasKilled = doomed.isDead();
    if (!wasKilled) {
      await job.stop();
    }
    await following.stop();
    const next = await aScene({ store, clock });
    await next.settle();
    const kept = await next.deps.keptQuestions.ofMember(anna);
    return { wasKilled, begun: (await next.begun()).map(({ id }) => id), kept: kept[0]?.told };
  }

  it('loses nothing and tells nothing twice, at whichever call it dies', async () => {
    const id = toKeptQuestionId(anna, { sought: 'Chatbot', filters: [] });
    let kills = 0;
    for (let call = 1; ; call += 1) {
      const { wasKilled, begun, kept } = await told(call);
      expect(begun).toEqual(['news.drones.2', `question.${id}.u1`]);
      expect(kept).toEqual(['u1']);
      if (!wasKilled) {
        break;
      }
      kills += 1;
    }
    expect(kills).toBeGreaterThan(8);
  });
});

describe('a start with 10,000 use cases of which none has changed', () => {
  it('searches nothing', async () => {
    const scene = await aScene();
    await scene.meet(anna);
    await scene.keep(anna, 'Drohnen');
    for (let index = 0; index < 10_000; index += 1) {
      const title = `Nummer ${index}`;
      await scene.deps.useCases.add(aUseCase({ id: useCaseId(`u${index}`), title, summary: title }));
    }
    await scene.deps.feedCursors.put('use-case-news', await scene.endOfFeed());
    const searches: string[] = [];
    const pages: (string | undefined)[] = [];
    const catalogue = new WatchedCatalogue(searches);
    const useCases = new WatchedUseCases(scene.store, pages);

    const job = tellOfChanges({ ...scene.deps, catalogue, useCases });
    await expect.poll(() => pages.length).toBe(1);
    await job.stop();

    expect(searches).toEqual([]);
    expect(pages).toEqual([await scene.deps.feedCursors.find('use-case-news')]);
  });
});
