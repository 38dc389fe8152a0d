import { storedMemberId, topicRequestId } from '../../src/domain/ids.ts';
import { minuteMs } from '../../src/domain/instant.ts';
import { proposeTopic } from '../../src/domain/topic-states.ts';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { TopicRequests } from '../../src/store/topic-requests.ts';
import { systemClock } from '../../src/system/clock.ts';
import { BotProcess } from './bot-process.ts';
import type { BotScript } from './bot-process.ts';
import { Connector } from './connector.ts';
import { newPerson } from './crowd.ts';
import { toTable } from './press-table.ts';
import type { Row } from './press-table.ts';
import { bareInvoke, Presser } from './presser.ts';
import type { Press, Pressed } from './presser.ts';

const requests = 5_000;
const authors = 400;
/** Five on a page. */
const pagesOfTop20 = 4;
const lookers = 50;
const looksEach = 200;
const voters = 1_000;
const votesASecond = 100;
const inStep = { aSecond: votesASecond };
const mostMs = 50;
const mostVoteMs = 300;
const [byKnown, byStrangers] = [topicRequestId('t7'), topicRequestId('t8')];

/**
 * Topics of our bot beside a bare invoke of the floor that is answered with as many bytes, in the same run: listing a page and the top 20 of
 * 5,000, and 1,000 votes on one request at 100 a second, by people whom the bot knows and by people whom it meets with this press. What it
 * takes to meet somebody is shown by 1,000 others who only look. Throws when votes are missing in the end. Returns a table.
 */
export async function measureTopics(
  path: string,
  scripts: { readonly ours: BotScript; readonly floor: BotScript },
  { tell, nodeOptions }: { readonly tell: (what: string) => void; readonly nodeOptions: readonly string[] },
): Promise<string> {
  tell(`writing ${requests} topic requests`);
  await fillWithTopics(path);
  const connector = await Connector.start();
  const ours = new Presser(await BotProcess.start(scripts.ours, nodeOptions), connector.url);
  const floor = new Presser(await BotProcess.start(scripts.floor), connector.url);
  let rows: readonly Row[];
  try {
    tell('listing');
    const { lists, size } = await measureLists(ours, floor);
    tell('voting');
    rows = [...lists, ...(await measureVotes(ours, floor, size))];
  } finally {
    await ours.stop();
    await floor.stop();
    await connector.close();
  }
  return [
    toTable(`topics in ms; looks and votes: ${votesASecond} a second`, rows),
    ...(await recount(path)),
  ].join('\n');
}

async function measureLists(ours: Presser, floor: Presser): Promise<{ lists: readonly Row[]; size: number }> {
  const people = Array.from({ length: lookers }, (_, index) => newPerson(index));
  const [pages, top20, bare]: [number[], number[], number[]] = [[], [], []];
  let size = 0;
  for (let look = 0; look < 2 * looksEach; look += 1) {
    const person = people[look % lookers] ?? newPerson(0);
    const answers = [];
    for (let page = 1; page <= pagesOfTop20; page += 1) {
      answers.push(await ours.press(person, listing(page)));
    }
    size = answers[0]?.size ?? 0;
    const { ms } = await floor.press(person, bareInvoke, size);
    // The first half warms up.
    if (look >= looksEach) {
      pages.push(...answers.map((answer) => answer.ms));
      top20.push(answers.reduce((sum, answer) => sum + answer.ms, 0));
      bare.push(ms);
    }
  }
  return {
    size,
    lists: [
      { name: `a page of ${requests} requests`, ours: pages, floor: bare },
      { name: `the top 20: ${pagesOfTop20} pages`, ours: top20, floor: bare, target: mostMs },
    ],
  };
}

async function measureVotes(ours: Presser, floor: Presser, size: number): Promise<readonly Row[]> {
  const crowd = (from: number) => Array.from({ length: voters }, (_, index) => newPerson(from + index));
  const [known, strangers, others] = [crowd(10_000), crowd(20_000), crowd(30_000)];
  const { ms: bare } = await floor.pressInStep(known, bareInvoke, { ...inStep, bytes: size });
  await ours.pressInStep(known, listing(1), inStep);
  const looks = await ours.pressInStep(known, listing(1), inStep);
  const votes = await ours.pressInStep(known, voting(byKnown), inStep);
  const firstLooks = await ours.pressInStep(others, listing(1), inStep);
  const firstVotes = await ours.pressInStep(strangers, voting(byStrangers), inStep);
  const toRow = (name: string, { ms, processorMs }: Pressed) => ({
    name,
    ours: ms,
    floor: bare,
    processorMs,
  });
  return [
    toRow('look, known', looks),
    { ...toRow('vote, known', votes), target: mostVoteMs },
    toRow('look, never met', firstLooks),
    toRow('vote, never met', firstVotes),
  ];
}

function listing(page: number): Press {
  return { verb: 'topic.list', data: { view: 'votes', page }, expected: '5.000 offene Themen' };
}

function voting(id: string): Press {
  const data = { topicRequestId: id, from: { view: 'votes', page: 1 }, onList: true };
  return { verb: 'topic.vote', data, expected: 'ist eingetragen' };
}

async function openTopics(path: string) {
  const store = createSqliteStore({ path, clock: systemClock });
  await store.open(allCollections);
  return { store, topics: new TopicRequests(store) };
}

async function fillWithTopics(path: string): Promise<void> {
  const { store, topics } = await openTopics(path);
  const now = systemClock.now();
  await Promise.all(
    Array.from({ length: requests }, async (_, index) => {
      const fields = {
        title: `Thema Nummer ${index} im Bauamt`,
        question: 'Wie machen das andere Kommunen?',
        tags: ['Bauamt'],
      };
      const by = storedMemberId(`tenant.author${index % authors}`);
      const { request, participation } = proposeTopic(topicRequestId(`t${index}`), fields, {
        by,
        votes: true,
        now: now - index * minuteMs,
      });
      await topics.add(request, participation);
    }),
  );
  await store.close();
}

/** The vote of whoever proposed it counts as well. */
async function recount(path: string): Promise<readonly string[]> {
  const { store, topics } = await openTopics(path);
  const lines: string[] = [];
  for (const id of [byKnown, byStrangers]) {
    const votes = (await topics.find(id))?.votes;
    const all = await Array.fromAsync(topics.participations(id));
    const counted = all.filter(({ votedAt }) => votedAt !== undefined).length;
    if (votes !== voters + 1 || counted !== voters + 1) {
      throw new Error(
        `${voters + 1} votes were given, ${votes} are counted, and ${counted} are written down`,
      );
    }
    lines.push(`votes of ${id}: ${votes}, counted one by one: ${counted}`);
  }
  await store.close();
  return lines;
}
