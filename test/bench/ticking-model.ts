import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';

const sentence = 'In Menden zählt eine Drohne die Robben [1]. ';
const sentences = 4;
/** Before its first word, so that the first sentence is whole after Teams takes another update. */
const thinksMs = 900;
const pieceMs = 40;
const pieceLength = 6;

/** When an answer left the model. */
export interface Said {
  /** When the first sentence was whole, which is when the next one had begun. */
  readonly firstAt: number;
  readonly endedAt: number;
}

/** A model that says the same at a fixed rate, and notes when its words left it. */
export class TickingModel {
  #firstAt = Number.NaN;
  #endedAt = Number.NaN;
  #answers = 0;
  readonly #server: Server = createServer((request, response) => {
    request.resume();
    this.#say(response).catch((error: Error) => response.destroy(error));
  });

  /** Returns its address, as it stands in LLM_BASE_URL. */
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

  /** How often it was asked. */
  get answers(): number {
    return this.#answers;
  }

  /** Of the last answer. */
  get said(): Said {
    return { firstAt: this.#firstAt, endedAt: this.#endedAt };
  }

  async #say(response: ServerResponse): Promise<void> {
    this.#answers += 1;
    [this.#firstAt, this.#endedAt] = [Number.NaN, Number.NaN];
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.flushHeaders();
    await setTimeout(thinksMs);
    const text = sentence.repeat(sentences);
    for (let start = 0; start < text.length; start += pieceLength) {
      await setTimeout(pieceMs);
      response.write(toEvent({ content: text.slice(start, start + pieceLength) }, null));
      if (Number.isNaN(this.#firstAt) && start + pieceLength > sentence.length) {
        this.#firstAt = performance.now();
      }
    }
    response.write(toEvent({}, 'stop'));
    response.end('data: [DONE]\n\n');
    this.#endedAt = performance.now();
  }
}

function toEvent(delta: object, finish: string | null): string {
  const choices = [{ index: 0, delta, finish_reason: finish }];
  return `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 0, model: 'm', choices })}\n\n`;
}
