import { submissionId, useCaseId } from '../../src/domain/ids.ts';
import type { DocumentStore, StoredDocument } from '../../src/ports/document-store.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { carla, finished, startCommunity, words } from './announcements.ts';
import { adopterAt, aUseCase, menden } from './builders.ts';
import { anna, tenant } from './conversation.ts';
import type { TestBot } from './conversation.ts';
import { bertaId } from './followed.ts';
import { asked, answered, previewed, setUpChannel } from './inquiries.ts';
import { changeOpened, checked, sent, typed } from './registrations.ts';
import { handedIn, proposal } from './reviews.ts';
import { contentOf } from './submissions.ts';
import { asBerta, berta, created, pressed } from './user-groups.ts';

/** In every word that is nobody's business but its author's, the organisers' or their own organisation's. */
export const canary = 'Kanarienvogel';
/** The name of a person to ask, which members see and others do not. */
export const personCanary = 'Zeisiggrün';

export const otherTenant = '22222222-0000-4000-8000-000000000000';

const secret = aUseCase({
  id: useCaseId('secret'),
  title: `${canary} zählt Kegelrobben`,
  summary: `Ein Modell der ${canary}-Gruppe zählt Kegelrobben auf Luftbildern.`,
  themes: [`${canary}schutz`],
  note: canary,
  visibility: 'organisation',
  contact: { name: canary, email: `${canary}@menden.example` },
  adopters: [adopterAt(menden, 'pilot', { note: canary })],
  provenance: { externalIds: [], createdAt: 0, version: 1, createdBy: bertaId },
});
const shown = aUseCase({
  id: useCaseId('shown'),
  title: 'Sensoren messen Grundwasser',
  summary: 'Sensoren messen den Stand des Grundwassers.',
  adopters: [
    adopterAt(menden, 'in_use', {
      contact: { name: personCanary, email: `${personCanary}@menden.example`, memberId: bertaId },
    }),
  ],
  provenance: { externalIds: [], createdAt: 0, version: 1, createdBy: bertaId },
});

/** Berta of Menden and the organiser Anna have something of everything that others may not see or change. */
export async function startWithPrivateThings(store: DocumentStore): Promise<TestBot> {
  const bot = await startCommunity({ ALLOWED_TENANTS: `${tenant},${otherTenant}` }, { store });
  await bot.say('Hallo');
  await bot.press(pressed('commune.choose', { commune: menden }), 'personal', {}, asBerta);
  await setUpChannel(bot);
  await enterUseCases(bot);
  await fillIn(bot);
  await bot.say(`Wer nutzt ${canary}ware?`, 'personal', asBerta);
  await bot.press(pressed('follow.start', { useCaseId: 'secret' }), 'personal', {}, asBerta);
  const question = { sought: `${canary}ware`, filters: [], page: 1 };
  await bot.press(pressed('keptQuestion.keep', question), 'personal', {}, asBerta);
  const { id } = await asked(bot);
  await answered(bot, id);
  await previewed(bot, { question: `${canary}?`, more: canary });
  await bot.press(pressed('announcement.draft', { ...words, title: canary }));
  await created(bot);
  await finished(bot);
  return bot;
}

async function enterUseCases(bot: TestBot): Promise<void> {
  const { useCases } = bot.app.deps;
  const entry = {
    at: 1,
    by: { memberId: bertaId, organiser: false },
    change: { kind: 'published' as const },
  };
  await useCases.add(secret, entry);
  await useCases.add(shown, entry);
  const archived = { at: 2, reason: canary };
  await useCases.add({ ...secret, id: useCaseId('secret-archived'), archived }, entry);
}

/** A draft, a draft of a change, and what is handed in in every state. */
async function fillIn(bot: TestBot): Promise<void> {
  await checked(bot, { ...typed, title: canary, advice: canary });
  await sent(bot, await changeOpened(bot, 'secret'), { goal: canary });
  const content = contentOf({ ...proposal, title: canary, summary: canary });
  const one = { content, typed: { title: canary, summary: canary } };
  for (const id of ['s1', 's2', 's3']) {
    await handedIn(bot, { ...one, id: submissionId(id) });
  }
  await bot.press(pressed('review.ask', { submissionId: 's2', version: 1, remark: canary }));
  await bot.press(pressed('review.return', { submissionId: 's3', version: 1, remark: canary }));
}

const passing = new Set([
  'claims',
  'leases',
  'references',
  'feed-cursors',
  'broadcasts',
  'deliveries',
  'open-questions',
]);
const owners = [anna, berta, carla].map(({ aadObjectId }) => aadObjectId);

/** Every stored word of those people that nobody else may change. */
export async function privateDocuments(bot: TestBot): Promise<readonly string[]> {
  const names = allCollections.map(({ name }) => name).filter((name) => !passing.has(name));
  const all = await Promise.all(
    names.map(async (name) => (await bot.storedDocuments(name)).map((document) => describe(name, document))),
  );
  return all.flat().filter((line) => [canary, 'secret', ...owners].some((word) => line.includes(word)));
}

/** What others do to a use case and a question of everybody is theirs. */
function describe(collection: string, { partition, id, body }: StoredDocument): string {
  if (collection === 'use-cases' && !id.startsWith('secret')) {
    const adopters = Array.isArray(body['adopters']) ? body['adopters'] : [];
    const ofMenden = adopters.filter((adopter) => JSON.stringify(adopter).includes(menden));
    return `${collection} ${id} ${JSON.stringify([ofMenden, body['archived'], body['title']])}`;
  }
  if (collection === 'inquiries' && JSON.stringify(body['state'] ?? '').includes('answered')) {
    return `${collection} ${id} ${JSON.stringify([body['question'], body['by']])}`;
  }
  return `${collection} ${partition} ${id} ${JSON.stringify(body)}`;
}
