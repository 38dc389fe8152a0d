import type { Deps } from '../../src/deps.ts';
import { conversationId, memberId } from '../../src/domain/ids.ts';
import type { MemberId, TenantId } from '../../src/domain/ids.ts';
import type { Subscription } from '../../src/domain/subscription.ts';

type PeopleDeps = Pick<Deps, 'clock' | 'deliveries' | 'members' | 'references' | 'subscriptions'>;

/** Whom something is sent to. */
export class OutboxPeople {
  readonly #deps: PeopleDeps;
  #erased = 0;

  constructor(deps: PeopleDeps) {
    this.#deps = deps;
  }

  async add(tenant: TenantId, name: string): Promise<MemberId> {
    const { clock, members, references } = this.#deps;
    const id = memberId(tenant, name);
    const now = clock.now();
    await members.add({ id, tenantId: tenant, guest: false, firstSeenAt: now, rosterReadAt: now });
    const address = {
      conversationId: conversationId(`${tenant}-${name}`),
      kind: 'personal' as const,
      tenantId: tenant,
      serviceUrl: 'http://127.0.0.1:1/',
      botId: '28:bot',
      memberId: id,
    };
    await references.learn(address, { sign: 'installed', at: now, address });
    return id;
  }

  async addChannel(tenant: TenantId, name: string) {
    const now = this.#deps.clock.now();
    const address = {
      conversationId: conversationId(`${tenant}-${name}`),
      kind: 'channel' as const,
      tenantId: tenant,
      serviceUrl: 'http://127.0.0.1:1/',
      botId: '28:bot',
    };
    await this.#deps.references.learn(address, { sign: 'installed', at: now, address });
    return address.conversationId;
  }

  async choose(
    member: MemberId,
    choice: Omit<Subscription, 'memberId' | 'frequencies'> & Partial<Subscription>,
  ) {
    await this.#deps.subscriptions.change(member, () => ({ frequencies: {}, ...choice, memberId: member }));
  }

  /** "Meine Daten löschen", as far as it concerns what is sent. */
  async erase(member: MemberId): Promise<void> {
    const { deliveries, members, references } = this.#deps;
    await references.eraseOf(member);
    const stored = await members.find(member);
    await members.remove(member, stored?.etag ?? '');
    for (const delivery of await deliveries.ofMember(member)) {
      let known: typeof delivery | undefined = delivery;
      while (known !== undefined) {
        this.#erased += 1;
        const value = { ...known.value, recipient: { kind: 'erased' as const } };
        if ((await deliveries.anonymise(known, value, `erased-${this.#erased}`)) === 'done') {
          break;
        }
        known = await deliveries.findById(known.value, known.id);
      }
    }
  }
}

export const noOperatorData = {
  current: () => ({
    communes: new Map(),
    communesOf: new Map(),
    synonyms: [],
    serviceHosts: new Set<string>(),
  }),
};
