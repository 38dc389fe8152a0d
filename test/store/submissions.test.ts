import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { communeId, submissionId, useCaseId } from '../../src/domain/ids.ts';
import type { JsonObject } from '../../src/ports/document-store.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { submissionCollection, Submissions } from '../../src/store/submissions.ts';
import { adopterAt, aUseCase, menden } from '../support/builders.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { aSubmission, author, contentOf, organiser } from '../support/submissions.ts';

const clock = new FakeClock(Date.UTC(2026, 10, 22));

async function openStore() {
  const store = createMemoryStore(clock);
  await store.open(allCollections);
  return { store, submissions: new Submissions(store) };
}

function fixture(): JsonObject {
  const file = new URL('../fixtures/documents/submission.v1.json', import.meta.url);
  return z.record(z.string(), z.json()).parse(JSON.parse(readFileSync(file, 'utf8')));
}

it('gives back what was handed in, with everything the form can say', async () => {
  const { submissions } = await openStore();
  const content = contentOf(
    aUseCase({
      description: 'Lang',
      technologies: ['generative', 'nlp'],
      costs: [{ kind: 'Lizenz', euros: 12_000.5, basis: 'pro Jahr', visibility: 'community' }],
      lessons: { advice: 'Früh mit dem Personalrat sprechen.' },
      effectMeasured: { value: 30, unit: '%' },
      contact: { email: 'ki@menden.example', memberId: author, name: 'Anna Beispiel' },
      visibility: 'organisation',
    }),
  );
  const submission = aSubmission({ content, changed: ['summary', 'costs'], untold: true });

  await submissions.add(submission);

  expect((await submissions.find(submission.id))?.value).toEqual(submission);
  expect(await submissions.add(submission)).toBe('exists');
});

it('lists what is open, the oldest first, and what somebody is still to be told of', async () => {
  const { submissions } = await openStore();
  const at = (n: number) => ({ submittedAt: n });
  const by = { at: 1, by: organiser };
  await submissions.add(aSubmission({ id: submissionId('new'), ...at(3) }));
  await submissions.add(aSubmission({ id: submissionId('old'), ...at(1), untold: true }));
  await submissions.add(
    aSubmission({ id: submissionId('asked'), ...at(2), state: { kind: 'asked', question: 'Wo?', ...by } }),
  );
  await submissions.add(
    aSubmission({ id: submissionId('done'), ...at(0), state: { kind: 'returned', reason: 'Nein.', ...by } }),
  );

  expect((await submissions.open()).map(({ id }) => id)).toEqual(['old', 'asked', 'new']);
  expect((await submissions.untold()).map(({ id }) => id)).toEqual(['old']);
  expect((await submissions.decidedBy(organiser)).map(({ value }) => value.id)).toEqual(['asked', 'done']);
  expect(await submissions.ofMember(author)).toHaveLength(4);
  expect(await submissions.ofMember(organiser)).toEqual([]);
});

it('lets one of two win who decide at the same moment', async () => {
  const { submissions } = await openStore();
  await submissions.add(aSubmission());
  const stored = await submissions.find(submissionId('s1'));
  const etag = stored?.etag ?? '';

  const outcomes = await Promise.all([
    submissions.replace(aSubmission({ version: 2 }), etag),
    submissions.replace(aSubmission({ version: 3 }), etag),
  ]);

  expect(outcomes.sort()).toEqual(['conflict', 'replaced']);
});

it('forgets what was decided when its time has come, and leaves nothing of what was removed', async () => {
  const { store, submissions } = await openStore();
  await submissions.add(aSubmission());
  await submissions.add(aSubmission({ id: submissionId('s2') }));
  const stored = await submissions.find(submissionId('s1'));
  await submissions.replace(aSubmission({ version: 2 }), stored?.etag ?? '', clock.now() + 1000);

  clock.advance(1001);

  expect(await submissions.find(submissionId('s1'))).toBeUndefined();
  expect(await submissions.remove(submissionId('s2'))).toBe('removed');
  expect(await submissions.remove(submissionId('s2'))).toBe('absent');
  expect((await store.query(submissionCollection, { limit: 10 })).documents).toEqual([]);
});

it('reads submissions of version 1 for ever, without fields that the form no longer has', async () => {
  const { store, submissions } = await openStore();
  await store.transact(submissionCollection, 's-1', [{ kind: 'create', id: 's-1', body: fixture() }]);

  expect((await submissions.find(submissionId('s-1')))?.value).toEqual({
    id: 's-1',
    origin: { kind: 'change', useCaseId: useCaseId('u-1') },
    content: contentOf(
      aUseCase({
        title: 'Sprachassistent am Telefon',
        summary: 'Nimmt Anrufe an.',
        themes: ['Bürgerservice'],
      }),
    ),
    adopter: adopterAt(menden, 'pilot', { since: '2026-03' }),
    changed: ['summary', 'themes'],
    typed: { title: 'Sprachassistent am Telefon', summary: 'Nimmt Anrufe an.', themes: 'Bürgerservice' },
    by: author,
    communeId: communeId('05962040'),
    submittedAt: 1_795_338_000_000,
    round: 2,
    version: 5,
    state: {
      kind: 'published',
      at: 1_795_424_400_000,
      by: organiser,
      useCaseId: useCaseId('u-1'),
      version: 4,
    },
    untold: true,
  });
  expect(await submissions.untold()).toHaveLength(1);
});
