import { expect } from 'vitest';
import type { Deps } from '../../src/deps.ts';
import type { Announcement } from '../../src/domain/announcement.ts';
import type { Broadcast } from '../../src/domain/broadcast.ts';
import { tallyKey } from '../../src/domain/delivery.ts';
import type { Delivery } from '../../src/domain/delivery.ts';
import { announcementId, broadcastId, memberId, tenantId } from '../../src/domain/ids.ts';
import { dayMs } from '../../src/domain/instant.ts';
import { startBroadcast } from '../../src/features/broadcasts/start-broadcast.ts';
import { drafted, keyOf } from './announcements.ts';
import { anAnnouncement } from './builders.ts';
import { anna, buttonNamed } from './conversation.ts';
import type { TestBot } from './conversation.ts';
import { pressed } from './user-groups.ts';

type StoreDeps = Pick<Deps, 'announcements' | 'broadcasts' | 'clock' | 'deliveries'>;

export const sentTenant = tenantId('11111111-0000-4000-8000-000000000000');

/** Stores an announcement as it is when it was sent, with these deliveries in one tenant, as the engine leaves them. */
export async function storeSent(
  deps: StoreDeps,
  announcement: Announcement,
  {
    broadcast,
    deliveries = [],
    revised = {},
  }: {
    readonly broadcast?: Partial<Broadcast>;
    readonly deliveries?: readonly Partial<Delivery>[];
    readonly revised?: { readonly toRevise?: number; readonly notRevised?: number };
  } = {},
): Promise<void> {
  const id = broadcastId(announcement.id);
  const forgetAt = deps.clock.now() + dayMs;
  await deps.announcements.add(announcement);
  await startBroadcast(deps, {
    id,
    subject: { kind: 'announcement', announcementId: announcement.id },
    audience: announcement.audience,
    lifeMs: dayMs,
  });
  const key = { broadcastId: id, tenantId: sentTenant };
  const all = deliveries.map((fields): Delivery => ({
    ...key,
    recipient: { kind: 'erased' },
    state: { kind: 'delivered', at: 1, activityId: 'x' },
    attempts: 1,
    expiresAt: forgetAt,
    revision: 1,
    ...fields,
  }));
  const tally: Record<string, number> = {};
  for (const { state } of all) {
    tally[tallyKey(state)] = (tally[tallyKey(state)] ?? 0) + 1;
  }
  const counts = { toRevise: 0, notRevised: 0, ...revised, repeats: 0, revision: 1 };
  await deps.deliveries.addBucket({ ...key, ...counts, sealed: true, total: all.length, tally }, forgetAt);
  for (const batch of inBatches(all)) {
    const bucket = await deps.deliveries.findBucket(key);
    if (bucket !== undefined) {
      await deps.deliveries.addMissing(bucket, batch, forgetAt);
    }
  }
  await deps.broadcasts.change(id, (known) => ({
    ...known,
    phase: 'finished',
    tenants: [sentTenant],
    ...broadcast,
  }));
}

function* inBatches<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += 50) {
    yield items.slice(start, start + 50);
  }
}

/** Anna sends an announcement that asks for "Gelesen", and it is sent to its end; returns its key and her report. */
export async function sent(bot: TestBot) {
  const preview = await drafted(bot, { acknowledgement: 'true' });
  const id = keyOf(preview);
  await bot.press(buttonNamed(preview, 'Jetzt senden'));
  await untilFinished(bot, id);
  return { id, report: await reportOf(bot, id) };
}

export async function untilFinished(bot: TestBot, id: string): Promise<void> {
  const phase = async () => (await bot.app.deps.broadcasts.find(broadcastId(id)))?.value.phase;
  await expect.poll(phase, { timeout: 15_000 }).toBe('finished');
}

/** What Anna sees of it now. */
export function reportOf(bot: TestBot, id: string): Promise<unknown> {
  return bot.press(pressed('announcement.report', { announcementId: id }));
}

/** An announcement of Anna's that went out at this moment. */
export function annas({ clock }: TestBot, id = 'a1'): Announcement {
  return anAnnouncement({
    id: announcementId(id),
    content: { title: 'Einladung', text: 'Wir treffen uns.', acknowledgement: true },
    by: memberId(sentTenant, anna.aadObjectId),
    state: { kind: 'started', at: clock.now() },
  });
}

/** To one person. */
export function to(objectId: string, fields: Partial<Delivery> = {}): Partial<Delivery> {
  return { recipient: { kind: 'member', memberId: memberId(sentTenant, objectId) }, ...fields };
}
