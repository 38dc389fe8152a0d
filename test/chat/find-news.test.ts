import { describe, expect, it } from 'vitest';
import { findNewsItem } from '../../src/chat/find-news.ts';
import { useCaseId } from '../../src/domain/ids.ts';
import type { MemberId } from '../../src/domain/ids.ts';
import type { UseCase } from '../../src/domain/use-case.ts';
import { toKeptQuestionId } from '../../src/store/kept-questions.ts';
import { anna, aScene, berta, start } from '../features/follows/scene.ts';
import { adopterAt, aUseCase, hemer, menden } from '../support/builders.ts';

const id = useCaseId('u1');
const question = { sought: 'Chatbot', filters: [] };
const news = { kind: 'use-case-news', useCaseId: id, version: 2 } as const;
const answered = {
  kind: 'question-news',
  questionId: toKeptQuestionId(anna, question),
  memberId: anna,
  useCaseId: id,
} as const;

/** Anna, of Hemer, follows a use case that Menden has joined, and keeps a question that it answers. */
async function aFollowed(since = start) {
  const scene = await aScene();
  await scene.meet(anna, hemer);
  await scene.deps.useCases.add(aUseCase());
  await scene.deps.follows.add({ useCaseId: id, memberId: anna, since });
  await scene.keep(anna, 'Chatbot');
  await scene.deps.useCases.change(id, (useCase) => ({
    useCase: { ...useCase, adopters: [adopterAt(menden, 'pilot')] },
    entry: {
      at: start,
      by: { organiser: false },
      change: { kind: 'adopted', body: { kind: 'commune', communeId: menden }, stage: 'pilot' },
    },
  }));
  const find = (member: MemberId = anna) =>
    Promise.all(
      [news, answered].map(async (subject) => {
        const item = await findNewsItem(scene.deps, subject, { kind: 'member', memberId: member });
        return item?.kind;
      }),
    );
  const becomes = (fields: Partial<UseCase>) =>
    scene.deps.useCases.change(id, (useCase) => ({ useCase: { ...useCase, ...fields } }));
  return { ...scene, find, becomes };
}

describe('what somebody is told when it is sent', () => {
  it('is what they follow and what they keep, and nothing to others', async () => {
    const scene = await aFollowed();
    await scene.meet(berta);

    expect(await scene.find()).toEqual(['use-case-news', 'question-news']);
    expect(await scene.find(berta)).toEqual([undefined, undefined]);
  });

  it('is nothing of what was before they followed it', async () => {
    const scene = await aFollowed(start + 1);

    expect(await scene.find()).toEqual([undefined, 'question-news']);
  });

  it('is nothing any more when they have ended it', async () => {
    const scene = await aFollowed();
    await scene.deps.follows.remove(id, anna);
    await scene.deps.keptQuestions.remove(anna, answered.questionId);

    expect(await scene.find()).toEqual([undefined, undefined]);
  });

  it('is nothing of a commune that has withdrawn by then', async () => {
    const scene = await aFollowed();
    await scene.becomes({ adopters: [adopterAt(hemer, 'pilot')] });

    expect(await scene.find()).toEqual([undefined, 'question-news']);
  });

  it('is in one message what came together, without what is archived by then', async () => {
    const scene = await aFollowed();
    const ids = ['u2', 'u3', 'u4'].map(useCaseId);
    for (const one of ids) {
      await scene.deps.useCases.add(aUseCase({ id: one }));
    }
    await scene.deps.keptQuestions.planTelling(anna, answered.questionId, ids);
    await scene.deps.useCases.change(useCaseId('u2'), (useCase) => ({
      useCase: { ...useCase, archived: { at: start } },
    }));

    const subject = { ...answered, useCaseId: useCaseId('u2') };
    const item = await findNewsItem(scene.deps, subject, { kind: 'member', memberId: anna });

    expect(item).toMatchObject({ useCase: { id: 'u3' }, others: [{ id: 'u4' }] });
  });

  it.each<[string, Partial<UseCase>]>([
    ['closed to them', { visibility: 'organisation' }],
    ['archived', { archived: { at: start } }],
  ])('is nothing of a use case that is %s by then', async (_name, fields) => {
    const scene = await aFollowed();
    await scene.becomes(fields);

    expect(await scene.find()).toEqual([undefined, undefined]);
  });
});
