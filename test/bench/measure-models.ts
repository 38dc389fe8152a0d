import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { useCaseId } from '../../src/domain/ids.ts';
import { updateEveryMs } from '../../src/teams/send-stream.ts';
import { adopterAt, aUseCase, menden } from '../support/builders.ts';
import { TestBot } from '../support/conversation.ts';
import { median, quantile } from './figures.ts';
import { measureVectors } from './measure-vectors.ts';

const sentence = 'In Menden zählt eine Drohne die Robben [1]. ';
const sentences = 4;
const pieceMs = 40;
const pieceLength = 6;
const questions = 30;

/** A model that says the same at a fixed rate, and notes when each sentence and everything had left it. */
class TickingModel {
  saidAt: number[] = [];
  endedAt = 0;
  readonly #server: Server = createServer((request, response) => {
    request.resume();
    this.#say(response).catch((error: Error) => response.destroy(error));
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/v1`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
  }

  async #say(response: ServerResponse): Promise<void> {
    this.saidAt = [];
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const text = sentence.repeat(sentences);
    for (let start = 0; start < text.length; start += pieceLength) {
      await setTimeout(pieceMs);
      response.write(toEvent({ content: text.slice(start, start + pieceLength) }, null));
      // A sentence is complete when the next one has begun.
      const said = Math.floor((start + pieceLength - 1) / sentence.length);
      if (said > this.saidAt.length) {
        this.saidAt.push(performance.now());
      }
    }
    response.write(toEvent({}, 'stop'));
    response.end('data: [DONE]\n\n');
    this.endedAt = performance.now();
  }
}

function toEvent(delta: object, finish: string | null): string {
  const choices = [{ index: 0, delta, finish_reason: finish }];
  return `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 0, model: 'm', choices })}\n\n`;
}

/**
 * What we add to a model that composes at a fixed rate: from the question to the first sign that it is read, from a sentence's last letter to
 * its place in the chat, and from the last letter to the complete answer with its card; over HTTP in one process, so that the stand-ins' own
 * time is in it. And what comparing vectors costs. Returns tables as text.
 */
export async function measureModels({ tell }: { readonly tell: (what: string) => void }): Promise<string> {
  const model = new TickingModel();
  const bot = await TestBot.start({ LLM_BASE_URL: await model.start(), LLM_MODEL: 'ticking' });
  const figures: { sign: number[]; first: number[]; whole: number[] } = { sign: [], first: [], whole: [] };
  try {
    await bot.app.deps.useCases.add(
      aUseCase({
        id: useCaseId('seals'),
        title: 'Robbenzählung',
        summary: 'Eine Drohne zählt die Robben.',
        adopters: [adopterAt(menden, 'in_use')],
      }),
    );
    tell(`composing ${questions} answers`);
    for (let question = -3; question < questions; question += 1) {
      const one = await askOnce(bot, model);
      if (question >= 0) {
        figures.sign.push(one.sign);
        figures.first.push(one.first);
        figures.whole.push(one.whole);
      }
    }
  } finally {
    await bot.stop();
    await model.close();
  }
  const row = (name: string, all: readonly number[], asked: string) =>
    `| ${name} | ${median(all).toFixed(1)} | ${quantile(all, 0.95).toFixed(1)} | ${asked} |`;
  return [
    '| Composed answers, ms | p50 | p95 | asked |',
    '|---|---|---|---|',
    row('question → "Ich lese …"', figures.sign, ''),
    row(`first sentence said → shown (Teams takes one update in ${updateEveryMs} ms)`, figures.first, '< 50'),
    row('last letter said → complete answer with its card', figures.whole, '< 50'),
    '',
    measureVectors({ tell }),
  ].join('\n');
}

async function askOnce(bot: TestBot, model: TickingModel) {
  const at = new Map<string, number>();
  bot.connector.script = ({ activity }) => {
    const data: unknown = activity['channelData'];
    const kind =
      typeof data === 'object' && data !== null && 'streamType' in data ? String(data.streamType) : '';
    at.set(kind, at.get(kind) ?? performance.now());
    return undefined;
  };
  const askedAt = performance.now();
  await bot.say('Wer macht schon Robbenzählung?');
  await bot.connector.until(() => at.has('final'));
  const [sign = 0, shown = 0, whole = 0] = ['informative', 'streaming', 'final'].map((kind) => at.get(kind));
  // The first one may be said before Teams takes another update.
  const firstFrom = Math.max(model.saidAt[0] ?? 0, sign + updateEveryMs);
  return { sign: sign - askedAt, first: shown - firstFrom, whole: whole - model.endedAt };
}
