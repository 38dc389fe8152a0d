import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { storedMemberId, topicRequestId } from '../../src/domain/ids.ts';
import { minuteMs } from '../../src/domain/instant.ts';
import { proposeTopic } from '../../src/domain/topic-states.ts';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { TopicRequests } from '../../src/store/topic-requests.ts';
import { systemClock } from '../../src/system/clock.ts';
import { frontTexts } from '../../src/texts/front-texts.ts';
import { BotProcess } from './bot-process.ts';
import type { BotScript } from './bot-process.ts';
import { Connector } from './connector.ts';
import { activityOf, newPerson, personalPlace } from './crowd.ts';
import type { Person } from './crowd.ts';
import { quantile } from './figures.ts';
import { post } from './pressed-bot.ts';

const requests = 5_000;
const authors = 400;
/** Five on a page. */
const pagesOfTop20 = 4;
const lookers = 50;
const looksEach = 200;
const voters = 1_000;
const votesASecond = 100;
const mostMs = 50;
const mostVoteMs = 300;
const [byKnown, byStrangers] = [topicRequestId('t7'), topicRequestId('t8')];

/** A press, and what stands in its answer. */
interface Press {
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly expected: string;
}

interface Row {
  readonly name: string;
  readonly ours: readonly number[];
  readonly floor: readonly number[];
  readonly target?: number;
  /** Processor time of ours for each press, which says the same on a machine that has other work. */
  readonly processorMs?: number;
}

/** A press of each of so many people. */
interface Pressed {
  readonly ms: readonly number[];
  readonly processorMs: number;
}

/** Every press of one bot; the floor answers with as many bytes as it is asked for. */
class Presser {
  readonly process: BotProcess;
  readonly #serviceUrl: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });

  constructor(bot: BotProcess, serviceUrl: string) {
    this.process = bot;
    this.#serviceUrl = serviceUrl;
  }

  async press(person: Person, { verb, data, expected }: Press, bytes = 0) {
    const activity = {
      ...activityOf(person, personalPlace(person), this.#serviceUrl),
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: 'card-1',
      value: { bytes, action: { type: 'Action.Execute', title: 'x', verb, data }, trigger: 'manual' },
    };
    const body = Buffer.from(JSON.stringify(activity));
    const sentAt = performance.now();
    const answer = await post(this.process.port, this.#agent, body);
    // Later than Teams waits the answer is a sentence, and the card follows: it counts with the time that it took.
    if (!answer.includes(expected) && !answer.includes(frontTexts.stillWorking)) {
      throw new Error(`The answer to ${verb} is not what it should be: ${answer.slice(0, 300)}`);
    }
    return { size: answer.length, ms: performance.now() - sentAt };
  }

  /** Each of them once, so many a second, whether or not the others have their answers. */
  async pressInStep(people: readonly Person[], press: Press, bytes = 0): Promise<Pressed> {
    const from = performance.now();
    const processorFrom = this.process.processorMs();
    const ms = await Promise.all(
      people.map(async (person, index) => {
        await sleep(Math.max(0, (index * 1000) / votesASecond - (performance.now() - from)));
        return (await this.press(person, press, bytes)).ms;
      }),
    );
    return { ms, processorMs: (this.process.processorMs() - processorFrom) / people.length };
  }

  async stop(): Promise<void> {
    this.#agent.destroy();
    await this.process.stop();
  }
}

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
  return [toTable(rows), ...(await recount(path))].join('\n');
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
  const { ms: bare } = await floor.pressInStep(known, bareInvoke, size);
  await ours.pressInStep(known, listing(1));
  const looks = await ours.pressInStep(known, listing(1));
  const votes = await ours.pressInStep(known, voting(byKnown));
  const firstLooks = await ours.pressInStep(others, listing(1));
  const firstVotes = await ours.pressInStep(strangers, voting(byStrangers));
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

const bareInvoke: Press = { verb: 'x', data: {}, expected: 'AdaptiveCard' };

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

function toTable(rows: readonly Row[]): string {
  const headings = ['p50', 'p95', 'max', 'floor p50', 'floor p95', 'cpu each', 'target'];
  const lines = rows.map(({ name, ours, floor, target, processorMs }) => {
    const p95 = quantile(ours, 0.95);
    const times = [quantile(ours, 0.5), p95, Math.max(...ours), quantile(floor, 0.5), quantile(floor, 0.95)];
    const met = target === undefined ? '' : `< ${target}: ${p95 < target ? 'yes' : 'NO'}`;
    return [name, ...times.map((ms) => ms.toFixed(1)), processorMs?.toFixed(1) ?? '', met];
  });
  return [[`topics in ms; looks and votes: ${votesASecond} a second`, ...headings], ...lines]
    .map(([name = '', ...cells]) =>
      `${name.padEnd(44)}${cells.map((cell) => cell.padStart(12)).join('')}`.trimEnd(),
    )
    .join('\n');
}
