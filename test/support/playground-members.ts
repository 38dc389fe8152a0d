import { randomUUID } from 'node:crypto';
import type { Playground } from './playground.ts';

/** The others in the Agents Playground, from `.m365agentsplayground.yml`: the tool shows one person at a time. */
export const others = {
  bea: person('29:bea-birke', 'Bea Birke (Beispiel)', 2),
  can: person('29:can-carlsen', 'Can Carlsen (Beispiel)', 3),
  dana: person('29:dana-distel', 'Dana Distel (Beispiel)', 4),
};
export type Other = keyof typeof others;

const tenantId = '11111111-1111-4111-8111-111111111111';
const channel = '19:austausch-beispiel@thread.tacv2';

function person(id: string, name: string, number: number) {
  return { id, name, aadObjectId: `aaaaaaaa-0000-4000-8000-${String(number).padStart(12, '0')}` };
}

/** Somebody else presses a button on a card in the channel; returns what they alone see. */
export async function pressAs(
  { addresses }: Playground,
  other: Other,
  verb: string,
  data: Readonly<Record<string, unknown>>,
): Promise<string> {
  const response = await fetch(addresses.bot, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'invoke',
      name: 'adaptiveCard/action',
      id: randomUUID(),
      channelId: 'msteams',
      serviceUrl: addresses.service,
      timestamp: new Date().toISOString(),
      from: others[other],
      recipient: { id: '28:22222222-2222-4222-8222-222222222222', name: 'KI-Community' },
      conversation: { id: channel, conversationType: 'channel', isGroup: true, tenantId },
      channelData: { tenant: { id: tenantId }, team: { id: channel }, channel: { id: channel } },
      value: { action: { type: 'Action.Execute', title: verb, verb, data }, trigger: 'manual' },
    }),
  });
  return response.text();
}
