import { loadavg } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { useCaseId } from '../../src/domain/ids.ts';
import { hourMs } from '../../src/domain/instant.ts';
import { updateEveryMs } from '../../src/teams/send-stream.ts';
import { adopterAt, aUseCase, menden } from '../support/builders.ts';
import { TestBot } from '../support/conversation.ts';
import { composeBare } from './bare-composer.ts';
import { median, quantile } from './figures.ts';
import { measureVectors } from './measure-vectors.ts';
import { TickingModel } from './ticking-model.ts';

const questions = 25;
const warmUp = 3;
const askedMs = 50;
/** Nothing is waited for any longer. */
const longestMs = 20_000;

/** What we and the reference add to the model's own time, in milliseconds. */
interface Overheads {
  /** From the question to the first sign that it is read. */
  readonly sign: number[];
  /** From a sentence's last letter to its place in the chat. */
  readonly first: number[];
  /** From the last letter to the complete answer. */
  readonly whole: number[];
}

/**
 * What we add to a model that composes at a fixed rate: from the question to the first sign that it is read, from the first sentence's last
 * letter to its place in the chat, and from the last letter to the complete answer with its card. Beside it, by turns, what reading the same
 * stream and posting the same words bare takes, and to the first sign a message that needs no model. All over HTTP in one process, so that the stand-ins' own time is in both. And what comparing
 * vectors costs. Returns tables as text.
 */
export async function measureModels({ tell }: { readonly tell: (what: string) => void }): Promise<string> {
  const model = new TickingModel();
  const modelUrl = await model.start();
  const bot = await TestBot.start({ LLM_BASE_URL: modelUrl, LLM_MODEL: 'ticking' });
  const [ours, bare]: readonly [Overheads, Overheads] = [
    { sign: [], first: [], whole: [] },
    { sign: [], first: [], whole: [] },
  ];
  try {
    await bot.app.deps.useCases.add(
      aUseCase({
        id: useCaseId('seals'),
        title: 'Robbenzählung',
        summary: 'Eine Drohne zählt die Robben.',
        adopters: [adopterAt(menden, 'in_use')],
      }),
    );
    tell(`composing ${questions} answers, ours and bare by turns`);
    for (let question = -warmUp; question < questions; question += 1) {
      // What was asked within the last hour is answered from memory.
      bot.clock.advance(2 * hourMs);
      const one = await watch(bot, model, () => bot.say('Wer macht schon Robbenzählung?'));
      const other = await watch(bot, model, () =>
        composeBare(modelUrl, `${bot.connector.url}/v3/conversations/bare/activities`),
      );
      const plainMs = await measurePlain(bot);
      if (question >= 0) {
        keep(ours, one);
        keep(bare, { ...other, sign: plainMs });
      }
    }
  } finally {
    await bot.stop();
    await model.close();
  }
  return [
    `| Added to a model that streams, ms (load ${loadavg()[0]?.toFixed(1)}) | p50 | p95 | bare p50 | bare p95 | asked at p95 | met? |`,
    '|---|---|---|---|---|---|---|',
    row('question → first sign ("Ich lese …")', ours.sign, bare.sign),
    row('first sentence said → shown', ours.first, bare.first),
    row('last letter said → complete answer with its card', ours.whole, bare.whole),
    '',
    await measureVectors({ tell }),
  ].join('\n');
}

function row(name: string, ours: readonly number[], bare: readonly number[]): string {
  const all = [median(ours), quantile(ours, 0.95), median(bare), quantile(bare, 0.95)];
  const figures = all.map((figure) => (Number.isNaN(figure) ? '–' : figure.toFixed(1)));
  const isMet = quantile(ours, 0.95) < askedMs;
  return `| ${name} | ${figures.join(' | ')} | < ${askedMs} | ${isMet ? 'yes' : 'NO'} |`;
}

/** A message that is answered without a model. */
async function measurePlain(bot: TestBot): Promise<number> {
  let answeredAt = 0;
  bot.connector.script = () => {
    answeredAt = performance.now();
    return undefined;
  };
  const askedAt = performance.now();
  await bot.say('Hilfe');
  return answeredAt - askedAt;
}

type Times = ReadonlyMap<string, number>;

/** When the chat got the first message of each kind while an answer was composed. */
async function watch(bot: TestBot, model: TickingModel, ask: () => Promise<unknown>) {
  const at = new Map<string, number>();
  bot.connector.script = ({ activity }) => {
    const data: unknown = activity['channelData'];
    const isStream = typeof data === 'object' && data !== null && 'streamType' in data;
    const kind = isStream ? String(data.streamType) : '';
    at.set(kind, at.get(kind) ?? performance.now());
    return undefined;
  };
  const before = model.answers;
  const askedAt = performance.now();
  await ask();
  await Promise.race([
    bot.connector.until(() => at.has('final')),
    setTimeout(longestMs, undefined, { ref: false }),
  ]);
  if (model.answers !== before + 1) {
    throw new Error('no model was asked: the answer came from somewhere else');
  }
  return toOverheads(at, model.said, askedAt);
}

function toOverheads(at: Times, said: TickingModel['said'], askedAt: number) {
  const [sign, shown, final] = ['informative', 'streaming', 'final'].map((kind) => at.get(kind));
  if (shown === undefined || final === undefined || !(said.endedAt > said.firstAt)) {
    throw new Error('an answer was not composed to its end');
  }
  // A sentence that comes earlier waits until Teams takes another update.
  const mayBeShownAt = sign === undefined ? said.firstAt : Math.max(said.firstAt, sign + updateEveryMs);
  return {
    sign: sign === undefined ? undefined : sign - askedAt,
    first: shown - mayBeShownAt,
    whole: final - said.endedAt,
  };
}

function keep(all: Overheads, one: ReturnType<typeof toOverheads>): void {
  all.first.push(one.first);
  all.whole.push(one.whole);
  if (one.sign !== undefined) {
    all.sign.push(one.sign);
  }
}
