import type { Delivery, DeliveryState } from '../../../src/domain/delivery.ts';
import { meetingId } from '../../../src/domain/ids.ts';
import type { Rsvp } from '../../../src/domain/meetings/rsvp.ts';
import type { SendResult } from '../../../src/domain/send-result.ts';
import { peopleId } from '../../../src/features/meetings/invitation-ids.ts';
import { startBroadcast } from '../../../src/features/broadcasts/start-broadcast.ts';
import { showOwnAnswers } from '../../../src/jobs/meetings/show-own-answers.ts';
import type { Message, Messenger } from '../../../src/ports/messenger.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { createStores } from '../../../src/stores.ts';
import { aMeeting } from '../../support/meetings.ts';
import { anna, annasAddress, annasTenant } from '../../support/reach.ts';
import { VirtualTime } from '../../support/virtual-time.ts';

export const id = meetingId('m1');
const startAt = Date.UTC(2026, 10, 22, 9);
export const accepted: SendResult = { kind: 'accepted', activityId: 'card-1' };

/** A meeting that Anna answered elsewhere, several instances on one store, and a messenger that notes what is shown. */
export async function anOwnAnswerScene() {
  const clock = new VirtualTime(startAt, 12);
  const store = createMemoryStore(clock);
  await store.open(allCollections);
  const stores = createStores(store);
  const { broadcasts, deliveries, meetings, references } = stores;
  await references.learn(annasAddress, { sign: 'wrote', at: startAt, address: annasAddress });
  await meetings.add(aMeeting({ id }, startAt), startAt);
  const updates: { readonly activityId: string; readonly summary: string }[] = [];
  const failures: unknown[] = [];
  const scene = {
    ...stores,
    clock,
    updates,
    failures,
    answer: (): SendResult => accepted,
    /** Before a card is put in the place of the other. */
    meanwhile: async () => undefined,
    /** How it is drawn, by the number of the answer. */
    draw: async (): Promise<Message | undefined> => {
      const rsvp = await meetings.findRsvp(id, anna);
      return { card: {}, summary: `${rsvp?.answer} ${rsvp?.number}` };
    },
    async answered(fields: Partial<Rsvp> = {}) {
      const rsvp: Rsvp = {
        meetingId: id,
        memberId: anna,
        answer: 'accepted',
        guests: 0,
        details: [],
        at: startAt,
        number: 1,
        isShownLate: true,
        ...fields,
      };
      await meetings.change(id, { member: anna }, startAt, ({ meeting }) => ({ meeting, rsvps: [rsvp] }));
    },
    /** The invitation in her own chat. */
    async invited(state: DeliveryState, fields: Partial<Delivery> = {}) {
      const broadcastId = peopleId(id);
      const audience = [{ kind: 'all-members' }] as const;
      const subject = { kind: 'meeting', meetingId: id } as const;
      await startBroadcast({ broadcasts, clock }, { id: broadcastId, subject, audience, lifeMs: 1 });
      await broadcasts.change(broadcastId, (known) => ({ ...known, phase: 'finished' }));
      const counts = { total: 1, tally: {}, toRevise: 0, notRevised: 0, repeats: 0 };
      const key = { broadcastId, tenantId: annasTenant };
      const forgetAt = startAt * 2;
      await deliveries.addBucket({ ...key, sealed: false, revision: 1, ...counts }, forgetAt);
      const bucket = await deliveries.findBucket(key);
      const recipient = { kind: 'member', memberId: anna } as const;
      const delivery = {
        ...key,
        recipient,
        state,
        attempts: 0,
        expiresAt: startAt + 1,
        revision: 1,
        ...fields,
      };
      if (bucket !== undefined) {
        await deliveries.addMissing(bucket, [delivery], forgetAt);
      }
    },
    isLate: async () => (await meetings.findRsvp(id, anna))?.isShownLate === true,
    /** What was begun to be sent. */
    begun: async () => (await Array.fromAsync(broadcasts.all())).map((one) => one.subject.kind),
    async pass(ms: number) {
      for (const wait of [ms, 0]) {
        let isOver = false;
        clock.after(wait, () => {
          isOver = true;
        });
        await clock.run(() => isOver);
      }
    },
    startInstance,
  };
  const messenger: Messenger = {
    send: () => Promise.reject(new Error('posts nothing anew')),
    async update(_address, activityId, { summary }: Message) {
      await scene.meanwhile();
      updates.push({ activityId, summary });
      return scene.answer();
    },
  };

  function startInstance() {
    const logger = {
      info: () => undefined,
      warn: () => undefined,
      error: (_event: string, facts?: Readonly<Record<string, unknown>>) => {
        failures.push(facts?.['error']);
      },
    };
    const deps = { ...createStores(store), clock, isServiceAllowed: () => true, logger };
    return showOwnAnswers(deps, { messenger, timer: clock, compose: () => scene.draw() });
  }

  return scene;
}
export type OwnAnswerScene = Awaited<ReturnType<typeof anOwnAnswerScene>>;
