import { setTimeout as sleep } from 'node:timers/promises';
import { conversationId, meetingId, tenantId } from '../../src/domain/ids.ts';
import { dayMs, hourMs } from '../../src/domain/instant.ts';
import { draftMeeting, publishMeeting } from '../../src/domain/meetings/meeting-states.ts';
import { isWaiting } from '../../src/domain/meetings/rsvp.ts';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { Meetings } from '../../src/store/meetings/meetings.ts';
import { References } from '../../src/store/references.ts';
import { systemClock } from '../../src/system/clock.ts';
import { BotProcess } from './bot-process.ts';
import type { BotScript } from './bot-process.ts';
import { Connector } from './connector.ts';
import { newPerson } from './crowd.ts';
import { toTable } from './press-table.ts';
import type { Row } from './press-table.ts';
import { bareInvoke, Presser } from './presser.ts';
import type { Press } from './presser.ts';

const people = 500;
const aSecond = 50;
const seats = 20;
const mostMs = 300;
/** Of a card in a channel. */
const leastGapMs = 2_000;
/** The last counts are on the card by then. */
const settleMs = 6_000;
const [shared, own, wide] = [meetingId('shared'), meetingId('own'), meetingId('wide')];
const channel = '19:bench@thread.tacv2';

/**
 * Answers to meetings beside a bare invoke of the floor that is answered with as many bytes, in the same run: 500 members in ten seconds on
 * the card in a channel with 20 seats, the same in their own chats, and on a meeting that has room for all. Throws when seats or the waiting
 * list are not what they should be in the end. Returns a table.
 */
export async function measureMeetings(
  path: string,
  scripts: { readonly ours: BotScript; readonly floor: BotScript },
  { tell, nodeOptions }: { readonly tell: (what: string) => void; readonly nodeOptions: readonly string[] },
): Promise<string> {
  const connector = await Connector.start();
  await fillWithMeetings(path, connector.url);
  const ours = new Presser(await BotProcess.start(scripts.ours, nodeOptions), connector.url);
  const floor = new Presser(await BotProcess.start(scripts.floor), connector.url);
  let rows: readonly Row[];
  try {
    tell('answering meetings');
    rows = await measureAnswers(ours, floor);
    await sleep(settleMs);
  } finally {
    await ours.stop();
    await floor.stop();
    await connector.close();
  }
  const table = toTable(`answers to meetings in ms; ${aSecond} a second`, rows);
  return [table, ...(await recount(path)), ...describeUpdates(connector)].join('\n');
}

async function measureAnswers(ours: Presser, floor: Presser): Promise<readonly Row[]> {
  const crowd = (from: number) => Array.from({ length: people }, (_, index) => newPerson(from + index));
  const [inChannel, inChats, further] = [crowd(40_000), crowd(50_000), crowd(60_000)];
  const looking: Press = {
    verb: 'meeting.show',
    data: { meetingId: own },
    expected: 'Werkstattgespräch',
  };
  for (const members of [inChannel, inChats, further]) {
    await ours.pressInStep(members, looking, { aSecond: 2 * aSecond });
  }
  const [first] = inChats;
  const size = first === undefined ? 0 : (await ours.press(first, looking)).size;
  const { ms: bare } = await floor.pressInStep(inChats, bareInvoke, { aSecond, bytes: size });
  const onCard = await ours.pressInStep(inChannel, accepting(shared, true), { aSecond });
  const inOwn = await ours.pressInStep(inChats, accepting(own), { aSecond });
  const withRoom = await ours.pressInStep(further, accepting(wide), { aSecond });
  const toRow = (name: string, { ms, processorMs }: typeof onCard): Row => ({
    name,
    ours: ms,
    floor: bare,
    processorMs,
    target: mostMs,
  });
  return [
    toRow(`${people} on the card in a channel, ${seats} seats`, onCard),
    toRow(`${people} in their own chats, ${seats} seats`, inOwn),
    toRow(`${people} in their own chats, room for all`, withRoom),
  ];
}

function accepting(id: string, inChannel = false): Press {
  return {
    verb: 'meeting.respond',
    data: { meetingId: id, answer: 'accepted' },
    expected: inChannel ? 'message' : 'AdaptiveCard',
    ...(inChannel && {
      place: { id: `${channel};messageid=1`, conversationType: 'channel', isGroup: true },
    }),
  };
}

async function openMeetings(path: string) {
  const store = createSqliteStore({ path, clock: systemClock });
  await store.open(allCollections);
  return { store, meetings: new Meetings(store) };
}

async function fillWithMeetings(path: string, serviceUrl: string): Promise<void> {
  const { store, meetings } = await openMeetings(path);
  const now = systemClock.now();
  const place = conversationId(channel);
  const { tenant } = newPerson(0);
  const address = {
    conversationId: place,
    kind: 'channel',
    teamId: place,
    tenantId: tenantId(tenant),
    serviceUrl,
    botId: '28:bot',
  } as const;
  await new References(store).learn(address, { sign: 'installed', at: now, address });
  for (const id of [shared, own, wide]) {
    const startsAt = now + 14 * dayMs;
    const fields = {
      title: 'Werkstattgespräch Telefonassistenz',
      startsAt,
      endsAt: startsAt + 2 * hourMs,
      place: { address: 'Rathaus Musterstadt' },
      ...(id !== wide && { capacity: seats }),
      mostGuests: 0,
      questions: [],
      topics: [],
      reminders: ['week', 'day'],
      invited: { people: 'nobody', channels: id === shared ? [place] : [] },
    } as const;
    await meetings.add(publishMeeting(draftMeeting(id, fields, { now, calendarKey: `key-${id}` }), now), now);
  }
  await store.close();
}

async function recount(path: string): Promise<readonly string[]> {
  const { store, meetings } = await openMeetings(path);
  const lines: string[] = [];
  for (const id of [shared, own, wide]) {
    const known = await meetings.find(id);
    const rsvps = await Array.fromAsync(meetings.rsvps(id));
    const waiting = rsvps.filter(isWaiting).length;
    const counts = [known?.seats.taken, known?.seats.waiting, rsvps.length - waiting, waiting];
    const taken = id === wide ? people : seats;
    if (counts.join() !== [taken, people - taken, taken, people - taken].join()) {
      throw new Error(`${id}: seats, waiting, and both counted one by one are ${counts.join(', ')}`);
    }
    lines.push(`${id}: ${taken} seats taken, ${people - taken} wait, counted one by one the same`);
  }
  await store.close();
  return lines;
}

/** Of the card in the channel. */
function describeUpdates({ updates }: Connector): readonly string[] {
  const ofCard = updates.filter(({ path }) => decodeURIComponent(path).includes(channel));
  const gaps = ofCard.slice(1).map(({ at }, index) => at - (ofCard[index]?.at ?? at));
  const least = Math.min(...gaps);
  const isRight = ofCard.at(-1)?.body.includes(String(people - seats)) === true;
  return [
    `card in the channel: ${ofCard.length} updates, the least gap ${(least / 1000).toFixed(2)} s` +
      ` (at least ${leastGapMs / 1000}: ${least >= leastGapMs ? 'yes' : 'NO'}), right in the end: ${isRight ? 'yes' : 'NO'}`,
  ];
}
