import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { announcementId, storedMemberId } from '../../src/domain/ids.ts';
import type { Collection, DocumentKey, JsonObject } from '../../src/ports/document-store.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { acknowledgementCollection, Acknowledgements } from '../../src/store/acknowledgements.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import {
  announcementTemplateCollection,
  AnnouncementTemplates,
} from '../../src/store/announcement-templates.ts';
import { reportLinkCollection, ReportLinks } from '../../src/store/report-links.ts';
import { menden } from '../support/builders.ts';
import { FakeClock } from '../support/fake-clock.ts';

const a1 = announcementId('a-1');
const member = storedMemberId('11111111-0000-4000-8000-000000000000.aaaaaaaa-0000-4000-8000-000000000001');

function fixture(name: string): JsonObject {
  const file = new URL(`../fixtures/documents/${name}.json`, import.meta.url);
  return z.record(z.string(), z.json()).parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** A store that holds this one document, as an earlier version of the program wrote it. */
async function storeWith(collection: Collection, { partition, id }: DocumentKey, name: string) {
  const store = createMemoryStore(new FakeClock(Date.UTC(2026, 10, 22)));
  await store.open(allCollections);
  await store.transact(collection, partition, [{ kind: 'create', id, body: fixture(name) }]);
  return store;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

it('reads acknowledgements of version 1 for ever', async () => {
  const key = { partition: a1, id: hashOf(`${a1}\n${member}`) };
  const store = await storeWith(acknowledgementCollection, key, 'acknowledgement.v1');

  const found = await new Acknowledgements(store).find(a1, member);

  expect(found).toEqual({ announcementId: a1, communeId: menden, at: 1_790_000_000_000 });
});

it('reads counts of acknowledgements of version 1 for ever', async () => {
  const key = { partition: a1, id: 'count.0' };
  const store = await storeWith(acknowledgementCollection, key, 'acknowledgement-count.v1');

  const counts = await new Acknowledgements(store).counts(a1);

  expect(counts).toEqual(
    new Map([
      [menden, 2],
      [undefined, 1],
    ]),
  );
});

it('reads templates of version 1 for ever', async () => {
  const key = { partition: 'announcement-templates', id: 'a-1' };
  const store = await storeWith(announcementTemplateCollection, key, 'announcement-template.v1');

  const { schemaVersion: _, ...fields } = fixture('announcement-template.v1');
  expect(await new AnnouncementTemplates(store).find('a-1')).toEqual(fields);
});

it('reads links of version 1 for ever', async () => {
  const key = { partition: a1, id: '2c70e12b7a0646f92279f427c7b38e73' };
  const store = await storeWith(reportLinkCollection, key, 'report-link.v1');

  expect([hashOf('key'), await new ReportLinks(store).opens(a1, 'key')]).toEqual([key.id, true]);
});
