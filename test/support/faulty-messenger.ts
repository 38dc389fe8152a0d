import type { Address } from '../../src/domain/reach.ts';
import type { SendResult } from '../../src/domain/send-result.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Message, Messenger } from '../../src/ports/messenger.ts';
import type { Timer } from '../../src/ports/timer.ts';
import { toSendResult } from '../../src/teams/to-send-result.ts';
import type { WireReply } from './faulty-plan.ts';
import { FaultyService } from './faulty-service.ts';
import type { FaultyCall, FaultyOptions } from './faulty-service.ts';
import type { SendingLedger } from './sending-ledger.ts';

export interface FaultyMessengerOptions extends FaultyOptions {
  readonly clock: Clock;
  readonly timer: Timer;
  /** After so long a hanging call is given up. */
  readonly callMs?: number;
  /** What happens to a call before it goes out: a network or a login that is down. */
  readonly outage?: (now: number, address: Address) => SendResult | undefined;
}

/** The twin of a `FaultyConnector` and the real messenger without HTTP: the same faults and accounts, in any kind of time. */
export class FaultyMessenger implements Messenger {
  readonly #options: FaultyMessengerOptions;
  readonly #service: FaultyService;

  constructor(options: FaultyMessengerOptions) {
    this.#options = options;
    this.#service = new FaultyService(options);
  }

  get ledger(): SendingLedger {
    return this.#service.ledger;
  }

  send(address: Address, message: Message): Promise<SendResult> {
    const newThread = address.kind === 'channel';
    return this.#call(address, message, { operation: 'post', newThread });
  }

  async update(address: Address, activityId: string, message: Message): Promise<SendResult> {
    const result = await this.#call(address, message, { operation: 'update', activityId });
    return result.kind === 'accepted' ? { ...result, activityId } : result;
  }

  async #call(
    address: Address,
    { card, summary }: Message,
    kind: Omit<FaultyCall, 'conversationId' | 'bytes'>,
  ): Promise<SendResult> {
    const { clock, callMs = 12_000, outage } = this.#options;
    const stopped = outage?.(clock.now(), address);
    if (stopped !== undefined) {
      return stopped;
    }
    const bytes = Buffer.byteLength(JSON.stringify(card)) + Buffer.byteLength(summary);
    const call = { ...kind, conversationId: address.conversationId, bytes };
    const { reply, latencyMs, answered } = this.#service.receive(call, clock.now());
    await this.#wait(reply.kind === 'hang' ? callMs : latencyMs);
    answered(clock.now());
    return resultOf(reply);
  }

  #wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.#options.timer.after(ms, resolve);
    });
  }
}

function resultOf(reply: WireReply): SendResult {
  const watch = { dispatched: true, connection: 'open' } as const;
  switch (reply.kind) {
    case 'answer': {
      const { status, body, retryAfter } = reply;
      const answer = { status, body, ...(retryAfter !== undefined && { retryAfter }) };
      return toSendResult({ watch: { ...watch, answer } });
    }
    case 'reset':
      return toSendResult({ watch, error: { code: 'ECONNRESET' } });
    case 'hang':
      return toSendResult({ watch, error: { name: 'TimeoutError' } });
  }
}
