import { announcementId, conversationId, memberId, tenantId } from '../../src/domain/ids.ts';
import type { MemberId } from '../../src/domain/ids.ts';
import type { DocumentStore } from '../../src/ports/document-store.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { Announcements } from '../../src/store/announcements.ts';
import { Members } from '../../src/store/members.ts';
import { References } from '../../src/store/references.ts';
import { systemClock } from '../../src/system/clock.ts';

export interface Audience {
  /** People who can be reached. */
  readonly people: number;
  readonly tenants: number;
  /** People of the first tenant whom the bot has never met in a chat of their own. */
  readonly strangers?: number;
  /** Channels of the first tenant. */
  readonly channels?: number;
  readonly serviceUrl: string;
  /** When the announcement is due, in milliseconds after everything else was written; at once when absent. */
  readonly dueInMs?: number;
}

/** The announcement that is due, and the broadcast that carries it. */
export const announced = 'bench-announcement';
const botId = '28:bot';
const atOnce = 100;

/** Writes an audience, and an announcement to all of it, into a new store, through the product's own classes. */
export async function fillAudience(store: DocumentStore, audience: Audience): Promise<void> {
  await store.open(allCollections);
  const { people, tenants, strangers = 0, channels = 0, serviceUrl, dueInMs = 0 } = audience;
  const [members, references] = [new Members(store), new References(store)];
  const at = systemClock.now();
  const addMember = (id: MemberId, tenant: number) =>
    members.add({ id, tenantId: tenantName(tenant), guest: false, firstSeenAt: at, rosterReadAt: at });

  await inBatches(people, async (number) => {
    const tenant = number % tenants;
    const id = personName(tenant, number);
    const conversation = conversationId(personalChat(tenant, number));
    const place = { conversationId: conversation, kind: 'personal', memberId: id } as const;
    const address = { ...place, tenantId: tenantName(tenant), serviceUrl, botId };
    await addMember(id, tenant);
    await references.learn(address, { sign: 'installed', at, address });
  });
  await inBatches(strangers, async (number) => {
    await addMember(memberId(tenantName(0), `stranger${number}`), 0);
  });
  const places = Array.from({ length: channels }, (_, number) => conversationId(channelName(number)));
  for (const conversation of places) {
    const place = { conversationId: conversation, kind: 'channel', teamId: conversation } as const;
    const address = { ...place, tenantId: tenantName(0), serviceUrl, botId };
    await references.learn(address, { sign: 'installed', at, address });
  }

  await new Announcements(store).add({
    id: announcementId(announced),
    content: {
      title: 'Einladung zum Werkstattgespräch Telefonassistenz',
      text: 'Am Donnerstag zeigen drei Kommunen, was ihre Telefonassistenz im Bürgerbüro beantwortet.\n\n'.repeat(
        5,
      ),
      link: 'https://example.org/werkstatt',
      acknowledgement: true,
    },
    audience: [
      { kind: 'all-members' },
      ...places.map((conversation) => ({ kind: 'channel', conversationId: conversation }) as const),
    ],
    createdAt: at,
    state: { kind: 'scheduled', sendAt: systemClock.now() + dueInMs },
    version: 1,
  });
}

/** The tenant of a conversation of the audience. */
export function tenantOfConversation(conversation: string): string {
  return conversation.slice(0, conversation.indexOf('-'));
}

/** Where a person of the audience is written to. */
export function personalChat(tenant: number, number: number): string {
  return `t${tenant}-p${number}`;
}

function channelName(number: number): string {
  return `t0-channel${number}`;
}

function personName(tenant: number, number: number): MemberId {
  return memberId(tenantName(tenant), `p${number}`);
}

function tenantName(tenant: number) {
  return tenantId(`t${tenant}`);
}

async function inBatches(count: number, work: (number: number) => Promise<void>): Promise<void> {
  for (let start = 0; start < count; start += atOnce) {
    const length = Math.min(atOnce, count - start);
    await Promise.all(Array.from({ length }, (_, index) => work(start + index)));
  }
}
