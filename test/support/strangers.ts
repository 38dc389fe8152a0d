import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { compose } from './compose.ts';
import { anna, tenant } from './conversation.ts';
import type { Place, TestBot } from './conversation.ts';
import { submitAction } from './message-action.ts';
import { otherTenant } from './private-things.ts';
import { seeded } from './seeded.ts';
import { pressed } from './user-groups.ts';

export interface Stranger {
  readonly name: string;
  readonly from: Readonly<Record<string, string>>;
  readonly tenantId: string;
  readonly isMember: boolean;
  readonly role: 'user' | 'guest';
}

/** Works for Olpe, if she says so. */
export const dora = { id: '29:dora', name: 'Dora', aadObjectId: 'dddddddd-0000-4000-8000-00000000000d' };
const olpe = '05966024';

export const someMember: Stranger = {
  name: 'a member of another commune',
  from: dora,
  tenantId: tenant,
  isMember: true,
  role: 'user',
};

export const strangers: readonly Stranger[] = [
  someMember,
  { name: 'a guest', from: dora, tenantId: tenant, isMember: false, role: 'guest' },
  {
    name: 'somebody without an account',
    from: { id: '29:x', name: 'X' },
    tenantId: tenant,
    isMember: false,
    role: 'user',
  },
  {
    name: 'a member of another allowed tenant',
    from: dora,
    tenantId: otherTenant,
    isMember: true,
    role: 'user',
  },
];

const folder = new URL('../cards/shipped/', import.meta.url);
/** What buttons carry. */
export const shippedPayloads = readdirSync(folder).flatMap((file) =>
  z.array(z.looseObject({ verb: z.string() })).parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
);

/** What claims to be somebody else. */
const forged = {
  memberId: `${tenant}.${anna.aadObjectId}`,
  userId: anna.id,
  aadObjectId: anna.aadObjectId,
  tenantId: tenant,
  role: 'organiser',
  organiser: true,
  communeId: '05962040',
};

/** Where a stranger says something, and as whom. */
export function activityOf({ from, tenantId }: Stranger, place: Place) {
  const conversation = { id: 'a:personal-dora', conversationType: 'personal', tenantId };
  const channelData = { tenant: { id: tenantId } };
  return place === 'personal' ? { from, conversation, channelData } : { from, channelData };
}

/** The roster knows the stranger, who has written and says which commune it is. */
export async function introduce(bot: TestBot, stranger: Stranger): Promise<void> {
  const { from, tenantId, role } = stranger;
  bot.connector.members.set(String(from['id']), { ...dora, ...from, tenantId, userRole: role });
  const more = activityOf(stranger, 'personal');
  await bot.say('Hallo', 'personal', more);
  await bot.press(pressed('commune.choose', { commune: olpe }), 'personal', {}, more);
}

export interface Tries {
  readonly payloads: typeof shippedPayloads;
  readonly commands: readonly string[];
  /** Of everything that is there, by the field of a payload that names such a thing. */
  readonly ids: Readonly<Record<string, readonly unknown[]>>;
  readonly count: number;
  /** Where the stranger presses most. */
  readonly places?: readonly Place[];
}

/** Presses, opens, sends off and says everything; returns what came back to the stranger. */
export async function tryEverything(bot: TestBot, stranger: Stranger, tries: Tries): Promise<unknown[]> {
  const { payloads, commands, ids, count, places = ['personal', 'personal', 'channel', 'group'] } = tries;
  const { from, tenantId, role } = stranger;
  const more = (place: Place) => activityOf(stranger, place);
  const chance = seeded(5, `${tenantId}${role}${String(from['id'])}`);
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(chance() * items.length)];
  const answers: unknown[] = [];

  // An empty answer closes a dialog.
  const opened = async (name: string, data: unknown, place: Place) =>
    (await bot.post({ type: 'invoke', name, value: { data }, ...more(place) }, place)).text();
  const generate = (index: number) => {
    const payload: Record<string, unknown> = {
      ...payloads[index % payloads.length],
      ...(chance() < 0.5 && forged),
    };
    for (const [field, known] of Object.entries(ids)) {
      payload[field] = field in payload ? (pick(known) ?? payload[field]) : payload[field];
    }
    // Whoever says that they work for a commune is believed: that is not a forgery.
    if (/[.]choose(?:Commune)?$/.test(String(payload['verb']))) {
      payload['commune'] = olpe;
    }
    if (typeof payload['version'] === 'number') {
      payload['version'] = 1 + Math.floor(chance() * 3);
    }
    return payload;
  };
  for (let index = 0; index < count; index += 1) {
    const place = pick(places) ?? 'personal';
    const { verb, ...data } = generate(index);
    const way = pick(['press', 'press', 'press', 'fetch', 'submit', 'action', 'say', 'compose'] as const);
    switch (way) {
      case 'say':
        await bot.say(pick(commands) ?? '', place, more(place));
        break;
      case 'compose':
        answers.push(await compose(bot, pick(commands) ?? '', place, more(place)));
        break;
      case 'fetch':
        answers.push(await opened('task/fetch', { verb, ...data }, place));
        break;
      case 'submit':
        answers.push(await opened('task/submit', { verb, ...data }, place));
        break;
      case 'action':
        answers.push(await submitAction(bot, { verb, ...data }, place, more(place)));
        break;
      case 'press':
      case undefined:
        answers.push(await bot.press(pressed(String(verb), data), place, {}, more(place)));
    }
  }
  return answers;
}

/** Everything that the bot has said since then, in answers and of its own accord, but to those whose it is. */
export function saidToOthers(bot: TestBot, from: number): string {
  const theirs = new Set(['a:personal-anna', 'a:personal-berta', 'a:personal-carla']);
  const calls = bot.connector.calls.slice(from).filter(({ conversationId }) => !theirs.has(conversationId));
  return JSON.stringify(calls.map(({ activity }) => activity));
}
