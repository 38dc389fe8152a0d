import { announcementId, broadcastId } from '../../src/domain/ids.ts';
import type { Delivery } from '../../src/domain/delivery.ts';
import { reportBroadcast } from '../../src/features/broadcasts/report-broadcast.ts';
import type { BroadcastReport } from '../../src/features/broadcasts/report-broadcast.ts';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { Announcements } from '../../src/store/announcements.ts';
import { Broadcasts } from '../../src/store/broadcasts.ts';
import { Deliveries } from '../../src/store/deliveries.ts';
import type { StoredDelivery } from '../../src/store/deliveries.ts';
import { Members } from '../../src/store/members.ts';
import { References } from '../../src/store/references.ts';
import { systemClock } from '../../src/system/clock.ts';
import { announced } from '../bench/fill-audience.ts';

/** What stands in a store file about the broadcast. */
export interface Found {
  readonly report: BroadcastReport | undefined;
  /** The state of the announcement. */
  readonly announcement: string | undefined;
  readonly deliveries: readonly StoredDelivery[];
  /** Everybody who is meant, and every channel, with the conversation to write to, if there is one. */
  readonly meant: ReadonlyMap<string, string | undefined>;
}

/** Opens a file that no process holds any more, and reads everything. */
export async function readStore(path: string): Promise<Found> {
  const store = createSqliteStore({ path, clock: systemClock });
  await store.open(allCollections);
  try {
    const deps = { broadcasts: new Broadcasts(store), deliveries: new Deliveries(store) };
    const id = broadcastId(announced);
    const report = await reportBroadcast(deps, id);
    const deliveries: StoredDelivery[] = [];
    for (const tenantId of report?.broadcast.tenants ?? []) {
      deliveries.push(...(await Array.fromAsync(deps.deliveries.all({ broadcastId: id, tenantId }))));
    }
    const announcement = await new Announcements(store).find(announcementId(announced));
    return {
      report,
      announcement: announcement?.value.state.kind,
      deliveries,
      meant: await findMeant(new Members(store), new References(store)),
    };
  } finally {
    await store.close();
  }
}

export function countIn(deliveries: readonly StoredDelivery[], kind: Delivery['state']['kind']): number {
  return deliveries.filter(({ value }) => value.state.kind === kind).length;
}

async function findMeant(members: Members, references: References): Promise<Found['meant']> {
  const meant = new Map<string, string | undefined>();
  for await (const { id } of members.all()) {
    meant.set(id, (await references.find({ memberId: id }))?.conversationId);
  }
  for await (const { conversationId } of references.all({ kind: 'channel' })) {
    meant.set(conversationId, conversationId);
  }
  return meant;
}
