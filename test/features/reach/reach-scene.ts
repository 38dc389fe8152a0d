import { someRules } from '../../support/rules.ts';
import { tenantId } from '../../../src/domain/ids.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import { forgetPlace } from '../../../src/features/reach/forget-place.ts';
import { rememberPlace } from '../../../src/features/reach/remember-place.ts';
import type { RememberPlaceRequest } from '../../../src/features/reach/remember-place.ts';
import type { ToldPlace } from '../../../src/features/reach/told-place.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { referenceCollection, References } from '../../../src/store/references.ts';
import { isAllowedServiceUrl } from '../../../src/teams/service-url.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { annasAddress, annasTenant, channelAddress, groupAddress, teamId } from '../../support/reach.ts';

export const start = Date.UTC(2026, 10, 22, 9);

const sender = { tenantId: annasTenant, objectId: 'aaaaaaaa-0000-4000-8000-000000000001' };
const { serviceUrl, botId, conversationId: annasChat } = annasAddress;
const channelId = channelAddress.conversationId;

/** Where something happens, as Teams tells it. */
export const places = {
  personal: { conversation: { id: annasChat, kind: 'personal' }, sender, service: { serviceUrl, botId } },
  group: {
    conversation: { id: groupAddress.conversationId, kind: 'group' },
    sender,
    service: { serviceUrl, botId },
  },
  channel: {
    conversation: { id: channelId, kind: 'channel', channelId },
    sender,
    service: { serviceUrl, botId, teamId },
  },
} satisfies Record<string, ToldPlace>;

/** Real rules of Teams mode, with a list of hosts that a test may change. */
export async function aReachScene(settings: { readonly allowedTenants?: readonly string[] } = {}) {
  const clock = new FakeClock(start);
  const store = createMemoryStore(clock);
  await store.open([referenceCollection]);
  const hosts = new Set(['smba.trafficmanager.net']);
  const deps = {
    clock,
    references: new References(store),
    isServiceAllowed: (url: string) => isAllowedServiceUrl(url, 'teams', hosts),
    rules: someRules({ allowedTenants: new Set((settings.allowedTenants ?? []).map(tenantId)) }),
  };
  return {
    deps,
    clock,
    hosts,
    stored: async () => (await store.query(referenceCollection, { limit: 1000 })).documents,
    remember: (place: ToldPlace, sign: RememberPlaceRequest['sign'], happenedAt: Instant, wholeTeam = true) =>
      rememberPlace(deps, { ...place, sign, happenedAt, wholeTeam }),
    forget: (place: ToldPlace, because: 'removed' | 'deleted', happenedAt: Instant, wholeTeam = true) =>
      forgetPlace(deps, { ...place, because, happenedAt, wholeTeam }),
  };
}
