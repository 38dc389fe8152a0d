import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Draft } from '../../src/domain/draft.ts';
import { draftId, storedMemberId, useCaseId } from '../../src/domain/ids.ts';
import { dayMs } from '../../src/domain/instant.ts';
import type { DocumentStore } from '../../src/ports/document-store.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { toMemberKey } from '../../src/store/member-key.ts';
import { useCaseDraftCollection, UseCaseDrafts } from '../../src/store/use-case-drafts.ts';
import { FakeClock } from '../support/fake-clock.ts';

const anna = storedMemberId('11111111-0000-4000-8000-000000000000.aaaaaaaa-0000-4000-8000-000000000001');
const berta = storedMemberId('11111111-0000-4000-8000-000000000000.bbbbbbbb-0000-4000-8000-000000000002');
const start = Date.UTC(2026, 10, 22);
let clock: FakeClock;
let store: DocumentStore;
let drafts: UseCaseDrafts;

beforeEach(async () => {
  clock = new FakeClock(start);
  store = createMemoryStore(clock);
  await store.open([useCaseDraftCollection]);
  drafts = new UseCaseDrafts(store);
});

function aDraft(fields: Partial<Draft> = {}): Draft {
  return {
    id: draftId('d1'),
    memberId: anna,
    origin: { kind: 'new' },
    typed: { title: 'Bienen', summary: 'Zählen.\nMit Kameras.' },
    savedAt: start,
    state: { kind: 'saved' },
    ...fields,
  };
}

describe('drafts of use cases', () => {
  it.each<Partial<Draft>>([
    {},
    { state: { kind: 'opened' } },
    { state: { kind: 'registering', at: 5 } },
    { state: { kind: 'registered', useCaseId: useCaseId('d1') }, typed: {} },
    { state: { kind: 'submitted' }, typed: {} },
    { origin: { kind: 'change', useCaseId: useCaseId('u1'), base: { title: 'Alt' } } },
  ])('are kept as they are: %j', async (fields) => {
    await drafts.add(aDraft(fields));

    expect((await drafts.find(anna, draftId('d1')))?.value).toEqual(aDraft(fields));
  });

  it("are found by their author alone, though somebody else's has the same id", async () => {
    await drafts.add(aDraft());
    await drafts.add(aDraft({ memberId: berta, typed: { title: 'Bertas' } }));

    await drafts.remove(berta, draftId('d1'));

    expect((await drafts.find(anna, draftId('d1')))?.value.typed.title).toBe('Bienen');
    expect(await drafts.find(berta, draftId('d1'))).toBeUndefined();
  });

  it('are listed with the latest first', async () => {
    await drafts.add(aDraft({ id: draftId('a'), savedAt: start - 2 }));
    await drafts.add(aDraft({ id: draftId('b'), savedAt: start - 1 }));
    await drafts.add(aDraft({ id: draftId('c'), savedAt: start - 3 }));

    expect((await drafts.ofMember(anna)).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  });

  it('are decided about again when somebody else was faster', async () => {
    await drafts.add(aDraft());

    await Promise.all([
      drafts.change(anna, draftId('d1'), (draft) => ({ ...draft, typed: { ...draft.typed, goal: 'Ziel' } })),
      drafts.change(anna, draftId('d1'), (draft) => ({
        ...draft,
        typed: { ...draft.typed, note: 'Hinweis' },
      })),
    ]);

    expect((await drafts.find(anna, draftId('d1')))?.value.typed).toMatchObject({
      goal: 'Ziel',
      note: 'Hinweis',
    });
  });

  it('end 90 days after the last change', async () => {
    await drafts.add(aDraft());
    clock.advance(80 * dayMs);
    await drafts.change(anna, draftId('d1'), (draft) => ({ ...draft, savedAt: clock.now() }));
    clock.advance(80 * dayMs);
    const kept = await drafts.find(anna, draftId('d1'));
    clock.advance(11 * dayMs);

    expect(kept).toBeDefined();
    expect(await drafts.find(anna, draftId('d1'))).toBeUndefined();
  });

  it('leave tombstones that name nobody', async () => {
    await drafts.add(aDraft());
    await drafts.remove(anna, draftId('d1'));

    const { changes } = await store.changes(useCaseDraftCollection, { limit: 10 });

    expect(changes).toHaveLength(1);
    expect(JSON.stringify(changes)).not.toContain('aaaaaaaa-0000');
  });

  it('of version 1 are read for ever', async () => {
    const file = new URL('../fixtures/documents/use-case-draft.v1.json', import.meta.url);
    const body = z.record(z.string(), z.json()).parse(JSON.parse(readFileSync(file, 'utf8')));
    await store.transact(useCaseDraftCollection, toMemberKey(anna).partition, [
      { kind: 'create', id: 'd-1', body },
    ]);

    const found = await drafts.find(anna, draftId('d-1'));

    const { schemaVersion: _, ...fields } = body;
    expect(found?.value).toEqual(fields);
  });
});
