import type { Announcement } from '../../../src/domain/announcement.ts';
import type { Broadcast } from '../../../src/domain/broadcast.ts';
import type { Delivery, Recipient } from '../../../src/domain/delivery.ts';
import { broadcastId } from '../../../src/domain/ids.ts';
import { Acknowledgements } from '../../../src/store/acknowledgements.ts';
import { AnnouncementTemplates } from '../../../src/store/announcement-templates.ts';
import { Broadcasts } from '../../../src/store/broadcasts.ts';
import { Claims } from '../../../src/store/claims.ts';
import { Deliveries } from '../../../src/store/deliveries.ts';
import { ReportLinks } from '../../../src/store/report-links.ts';
import { anAnnouncement } from '../../support/builders.ts';
import { storeSent } from '../../support/sent-announcement.ts';
import { organiser, tenant } from '../user-groups/scene.ts';
import { aScene } from './scene.ts';

export const b1 = broadcastId('a1');

/** What features about sent announcements ask for as well. */
export async function aSentScene() {
  const scene = await aScene();
  return {
    ...scene,
    deliveries: new Deliveries(scene.store),
    acknowledgements: new Acknowledgements(scene.store),
    announcementTemplates: new AnnouncementTemplates(scene.store),
    reportLinks: new ReportLinks(scene.store),
    claims: new Claims(scene.store),
  };
}

export type SentScene = Awaited<ReturnType<typeof aSentScene>>;

export interface Sent {
  readonly announcement?: Partial<Announcement>;
  readonly broadcast?: Partial<Broadcast>;
  readonly deliveries?: readonly Partial<Delivery>[];
}

/** An announcement of the first organiser that is sent, with these deliveries in one tenant, as the engine leaves them. */
export async function send(scene: SentScene, { announcement, ...rest }: Sent = {}): Promise<void> {
  const state = { kind: 'started', at: scene.clock.now() } as const;
  const sent = anAnnouncement({ by: organiser.memberId, state, ...announcement });
  await storeSent(scene, sent, rest);
}

export async function broadcastOf({ broadcasts }: SentScene) {
  return (await broadcasts.find(b1))?.value;
}

export async function deliveryOf(scene: SentScene, recipient: Recipient) {
  return (await scene.deliveries.find({ broadcastId: b1, tenantId: tenant }, recipient))?.value;
}

/** The same where no broadcast can be changed. */
export function failing(scene: SentScene): SentScene {
  class Failing extends Broadcasts {
    override change(): Promise<never> {
      return Promise.reject(new Error('killed'));
    }
  }
  return { ...scene, broadcasts: new Failing(scene.store) };
}
