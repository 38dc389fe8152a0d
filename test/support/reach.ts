import { conversationId, memberId, tenantId } from '../../src/domain/ids.ts';
import type { Address } from '../../src/domain/reach.ts';

export const annasTenant = tenantId('11111111-0000-4000-8000-000000000000');
export const anna = memberId(annasTenant, 'aaaaaaaa-0000-4000-8000-000000000001');
export const teamId = '19:team@thread.tacv2';

const shared = { tenantId: annasTenant, serviceUrl: 'https://smba.trafficmanager.net/de/', botId: '28:bot' };

export const annasAddress: Address = {
  ...shared,
  conversationId: conversationId('a:personal-anna'),
  kind: 'personal',
  memberId: anna,
};
export const groupAddress: Address = {
  ...shared,
  conversationId: conversationId('19:group@thread.v2'),
  kind: 'group',
};
export const channelAddress: Address = {
  ...shared,
  conversationId: conversationId('19:channel@thread.tacv2'),
  kind: 'channel',
  teamId,
};
