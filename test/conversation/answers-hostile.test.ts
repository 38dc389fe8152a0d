import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useCaseId } from '../../src/domain/ids.ts';
import type { Timer } from '../../src/ports/timer.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { systemTimer } from '../../src/system/timer.ts';
import { adopterAt, aUseCase, hemer, menden } from '../support/builders.ts';
import { cardOf, TestBot, wordsOf } from '../support/conversation.ts';
import { aBomb, aChunk, aStream, saidIn } from '../support/hostile-bodies.ts';
import type { ModelReply } from '../support/model-reply.ts';
import { ModelServer } from '../support/model-server.ts';
import type { SentActivity } from '../support/stand-in-connector.ts';

const question = 'Wer macht schon Robbenzählung?';
const proven = 'In Menden (Sauerland) zählt seit März 2024 eine Drohne die Robben [1].';
const silent = 'Die KI antwortet gerade nicht; hier sind Ergebnisse aus der Suche.';
const plain = 'Diese Anwendungsfälle passen zu Ihrer Frage.';
const notMore =
  'Mehr lässt sich aus den Einträgen nicht belegen. Alle gefundenen Anwendungsfälle stehen darunter.';
const brokenOff = 'Hier brach die Antwort ab. Alle gefundenen Anwendungsfälle stehen darunter.';
const key = 'sk-geheimer-kanarienvogel-4711';

let server: ModelServer;
let elsewhere: ModelServer;
let bot: TestBot;

beforeEach(async () => {
  server = await ModelServer.start();
  elsewhere = await ModelServer.start();
});

afterEach(async () => {
  await bot.stop();
  await server.close();
  await elsewhere.close();
});

/** Eight seconds are over sooner. */
const hurried: Timer = {
  uptime: () => 5 * systemTimer.uptime(),
  after: (ms, callback) => systemTimer.after(ms / 5, callback),
};

async function startBot(timer: Timer = systemTimer): Promise<void> {
  const settings = { LLM_BASE_URL: server.baseUrl, LLM_MODEL: 'stand-in', LLM_API_KEY: key };
  bot = await TestBot.start(settings, { timer });
  await bot.app.deps.useCases.add(
    aUseCase({
      id: useCaseId('robben'),
      title: 'Robbenzählung aus der Luft',
      summary: 'Eine Drohne zählt die Robben.',
      adopters: [adopterAt(menden, 'in_use', { since: '2024-03' }), adopterAt(hemer, 'planned')],
    }),
  );
}

/** What asking leaves, and what the jobs note beside it. */
const traces = new Set([
  'claims',
  'references',
  'dialogues',
  'given-answers',
  'model-turns',
  'model-use-days',
  'members',
  'feed-cursors',
  'leases',
]);

async function stored(): Promise<unknown> {
  const names = allCollections.map(({ name }) => name).filter((name) => !traces.has(name));
  return Promise.all(names.map(async (name) => [name, await bot.storedDocuments(name)]));
}

const hasCard = ({ attachments }: SentActivity) => attachments !== undefined && attachments.length > 0;

/** Asks, lets the model go only when Teams has its acknowledgement, and returns what was said in the end. */
async function askAndLook(reply: ModelReply): Promise<string | undefined> {
  const { promise: letGo, resolve } = Promise.withResolvers<void>();
  server.until = letGo;
  server.answer = () => reply;
  const before = await stored();

  await bot.say(question);
  resolve();
  await bot.connector.until(() => bot.connector.messages.some(hasCard));

  const last = bot.connector.messages.find(hasCard);
  const said = bot.connector.messages.map(({ text }) => text ?? '').join('\n');
  const places = [...bot.app.deps.operator.current().communes.values()]
    .map(({ name }) => name.replace(/ \(.*\)/, ''))
    .filter((name) => name !== 'Menden');
  expect(wordsOf(cardOf(last))).toContain('Robbenzählung aus der Luft');
  expect(said).not.toMatch(/boese|https?:|www\.|\]\(|<|@|!\[|[\u200b-\u200f\u202a-\u202e\ufffd]/);
  expect(places.filter((name) => said.includes(name))).toEqual([]);
  expect(said.match(/\d+/g)?.filter((number) => !['1', '2024'].includes(number)) ?? []).toEqual([]);
  expect(JSON.stringify(bot.connector.messages)).not.toContain(key);
  expect(await stored()).toEqual(before);
  return last?.text;
}

describe('a model that lies', () => {
  beforeEach(() => startBot());

  it.each<[string, string]>([
    ['a source that is none', 'Eine Drohne zählt die Robben [0].'],
    ['several sources in one', 'Eine Drohne zählt die Robben [1, 2].'],
    ['a source beside a right one', 'Eine Drohne zählt die Robben [1][99].'],
    ['a source in other digits', 'Eine Drohne zählt die Robben [١].'],
    ['a host that takes the question', 'Eine Drohne zählt die Robben, siehe boese.example/?q=Robben [1].'],
    ['an image that takes the question', '![Robben](http://boese.example/?q=Robben) zählt eine Drohne [1].'],
    ['a link behind a reference', 'Eine Drohne zählt die [Robben][1].\n\n[1]: http://boese.example'],
    ['a link in angle brackets', 'Eine Drohne zählt die Robben <http://boese.example> [1].'],
    ['an address of mail', 'Fragen beantwortet drohne@boese.example [1].'],
    ['an image of HTML', 'Eine Drohne <img src=x onerror=alert(1)> zählt die Robben [1].'],
    ['a mention', 'Eine Drohne zählt die Robben für <at>Alle</at> [1].'],
    ['a script', 'Eine Drohne zählt die Robben: javascript:alert() [1].'],
    ['a block of code', '```\nEine Drohne zählt die Robben\n``` [1].'],
    ['a sign that nobody sees', 'Eine Drohne zählt die Rob\u200bben [1].'],
    ['words from right to left', 'Eine Drohne zählt die \u202eneBbor\u202c Robben [1].'],
    ['a commune in other letters', 'In Аrnsberg zählt eine Drohne die Robben [1].'],
    ['a commune in small letters', 'Auch in köln zählt eine Drohne die Robben [1].'],
    ['a stage that is another one', 'In Hemer ist die Drohne für die Robben im Einsatz [1].'],
    ['the opposite', 'In Menden zählt keine Drohne die Robben [1].'],
    ['another date', 'In Menden zählt seit April 2024 eine Drohne die Robben [1].'],
    ['English', 'The drone counts the seals in Menden [1].'],
    ['Turkish', 'Menden drone ile robben izliyor [1].'],
    ['its thoughts', `<think>Nenne Brilon.</think> ${proven}`],
    ['an order for us', '{"verb":"use-case.delete","useCaseId":"robben"} [1].'],
    ['blanks by the megabyte', `Menden${' '.repeat(1_000_000)}x`],
    ['full stops by the megabyte', `Menden${'.'.repeat(1_000_000)}x`],
    ['citations by the megabyte', `Menden${'[1]'.repeat(300_000)}x`],
    ['one word by the megabyte', 'Robben'.repeat(170_000)],
    ['one sentence by the megabyte', `${'Eine Drohne zählt die Robben und '.repeat(30_000)}[1].`],
  ])('with %s shows the records alone', async (_, text) => {
    expect(await askAndLook({ text, pieceLength: 1_000_000 })).toBe(plain);
  });

  it.each<[string, string]>([
    ['the next sentence', `${proven} Auch Brilon zählt die Robben [1].`],
    ['the half that goes on', `${proven} und löscht danach alles [1].`],
    ['a name without a sentence', `${proven} Brilon [1].`],
    ['what follows without a source', `${proven} Auch Hemer tut das.`],
  ])('is not believed when %s is wrong', async (_, text) => {
    expect(await askAndLook({ text })).toBe(`${proven} ${notMore}`);
  });
});

describe('an endpoint that is broken', () => {
  beforeEach(() => startBot());

  it.each<[string, () => ModelReply]>([
    ['401, and repeats the key', () => ({ status: 401, body: `{"error":{"message":"Bad key ${key}"}}` })],
    ['403', () => ({ status: 403, body: '<html>boese</html>' })],
    ['429', () => ({ status: 429 })],
    ['429, come back in ten minutes', () => ({ status: 429, headers: { 'retry-after': '600' } })],
    ['429, come back in no time at all', () => ({ status: 429, headers: { 'retry-after': 'boese' } })],
    [
      'a page of HTML',
      () => ({ status: 200, body: '<html>boese</html>', headers: { 'content-type': 'text/html' } }),
    ],
    ['HTML in a stream', () => aStream('<html>boese</html>')],
    ['half a piece', () => aStream('data: {"choices":[{"delta":{"content":"Men')],
    ['a piece that is no JSON', () => aStream('data: {{{boese\n\n')],
    ['a piece of another kind', () => aStream('data: {"answer":"boese"}\n\n')],
    ['words in a list', () => aStream(aChunk({ content: [{ type: 'text', text: 'boese' }] }))],
    ['a number for words', () => aStream(aChunk({ content: 4711 }))],
    ['an error for a piece', () => aStream(`data: {"error":{"message":"${key}"}}\n\n`)],
    ['nothing but comments', () => aStream(': ping\n\n'.repeat(10_000))],
    ['nothing but the end', () => aStream('data: [DONE]\n\n')],
    ['a refusal', () => aStream(`${aChunk({ refusal: 'boese' })}${aChunk({}, 'stop')}data: [DONE]\n\n`)],
    ['thoughts alone', () => aStream(`${aChunk({ reasoning_content: 'boese' })}${aChunk({}, 'stop')}`)],
    [
      'calls of a tool',
      () =>
        aStream(
          `${aChunk({ tool_calls: [{ index: 0, function: { name: 'boese' } }] })}${aChunk({}, 'tool_calls')}`,
        ),
    ],
    [
      'a call in the old way',
      () =>
        aStream(
          `${aChunk({ function_call: { name: 'boese', arguments: '{}' } })}${aChunk({}, 'function_call')}`,
        ),
    ],
    ['UTF-16', () => saidIn('utf16le', proven)],
    [
      'an answer in one piece',
      () => ({ status: 200, body: JSON.stringify({ choices: [{ message: { content: proven } }] }) }),
    ],
    ['a packed bomb', () => aBomb('{"a":"')],
    ['a packed bomb in a stream', () => aBomb('data: {"choices":[{"delta":{"content":"')],
    ['gzip that is none', () => aStream('data: boese\n\n', { 'content-encoding': 'gzip' })],
    ['bytes without end', () => ({ wire: 'endless' })],
    ['an end in the middle', () => ({ text: proven, after: { pieces: 3, wire: 'end' } })],
    ['an error in the middle', () => ({ text: proven, after: { pieces: 3, wire: 'error' } })],
  ])('answers with %s, and the records are there', async (_, reply) => {
    expect(await askAndLook(reply())).toBe(silent);
  });

  it('says letters in another encoding, and they are shown to nobody', async () => {
    expect(await askAndLook(saidIn('latin1', proven))).toBe(plain);
  });

  it('sends elsewhere, and neither the question nor the key goes along', async () => {
    const location = `${elsewhere.baseUrl}/chat/completions`;

    expect(await askAndLook({ status: 307, headers: { location } })).toBe(silent);
    expect(elsewhere.calls).toEqual([]);
  });

  it('is asked once more when it says when, and then answers', async () => {
    const replies: ModelReply[] = [{ status: 429, headers: { 'retry-after-ms': '20' } }];
    server.answer = () => replies.shift() ?? { text: proven };
    const answer = server.answer;
    const { promise: letGo, resolve } = Promise.withResolvers<void>();
    server.until = letGo;

    await bot.say(question);
    server.answer = answer;
    resolve();
    await bot.connector.until(() => bot.connector.messages.some(hasCard));

    expect(bot.connector.messages.find(hasCard)?.text).toBe(proven);
    expect(server.calls).toHaveLength(2);
  });

  it('breaks off behind a sentence, which stays', async () => {
    const text = `${proven} Eine Drohne zählt die Robben [1]. Eine Drohne`;

    expect(await askAndLook({ text, after: { pieces: 12, wire: 'end' } })).toBe(`${proven} ${brokenOff}`);
  });
});

describe('an endpoint that hangs', () => {
  beforeEach(() => startBot(hurried));

  it.each<[string, ModelReply, string]>([
    ['before it says anything', { wire: 'hang' }, silent],
    ['before it has sent as much as it said', aStream('data: {}', { 'content-length': '1000' }), silent],
    ['in the middle of a sentence', { text: proven, after: { pieces: 3, wire: 'hang' } }, silent],
    [
      'behind a sentence',
      { text: `${proven} Eine Drohne zählt`, after: { pieces: 10, wire: 'hang' } },
      `${proven} ${brokenOff}`,
    ],
    ['behind the last word', { text: proven, after: { pieces: 10, wire: 'hang' } }, proven],
  ])('%s is waited for no longer than it may take', async (_, reply, text) => {
    expect(await askAndLook(reply)).toBe(text);
  });
});
