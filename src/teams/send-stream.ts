import type { TurnContext } from 'botbuilder';

import type { Reply, StreamPiece } from '../chat/reply.ts';
import type { AnswerPath } from '../domain/answer-feedback.ts';
import type { Logger } from '../ports/logger.ts';
import type { Timer } from '../ports/timer.ts';
import { describeError } from './describe-error.ts';
import { composedActivity, unfinishedActivity } from './stream-activity.ts';
import { cardActivity, rateableCardActivity } from './to-activity.ts';

type Stream = Reply & { kind: 'stream' };

export interface StreamDeps {
  /** What Teams shows beside what a model has composed. */
  readonly sensitivityLabel?: string;
  readonly timer: Timer;
  readonly logger: Logger;
}

/** Teams takes one update of a stream in a second: https://learn.microsoft.com/microsoftteams/platform/bots/streaming-ux */
export const updateEveryMs = 1000;

/**
 * Sends what a model composes. In a chat with the bot alone it grows sentence by sentence; elsewhere, and where Teams takes no stream, it comes
 * as one message. Whoever stops it in Teams gets the card alone.
 */
export async function sendStream(deps: StreamDeps, context: TurnContext, reply: Stream): Promise<void> {
  if (context.activity.conversation.conversationType !== 'personal') {
    await context.sendActivity({ type: 'typing' });
    await sendWhole(deps, context, reply, new Words());
    return;
  }
  const streamId = await begin(deps, context, reply);
  const words = new Words();
  if (streamId === undefined) {
    await sendWhole(deps, context, reply, words);
    return;
  }
  const messageId = await sendGrowing(deps, context, { reply, words, streamId });
  if (messageId) {
    await reply.onAnswered?.(messageId, words.path);
  }
}

/** Returns Teams' id of the message with the card: a stream's is the one of its first message. */
async function sendGrowing(
  deps: StreamDeps,
  context: TurnContext,
  { reply, words, streamId }: { readonly reply: Stream; readonly words: Words; readonly streamId: string },
): Promise<string | undefined> {
  try {
    const stream = { streamId, sequence: 1, sentAt: deps.timer.uptime() };
    await growWith(deps, context, { reply, words, stream });
    await context.sendActivity(toActivity(deps, reply, words, streamId));
    words.show();
    return streamId;
  } catch (error) {
    deps.logger.info('teams.stream-stopped', { error: describeError(error) });
    const { card, onAnswered } = reply;
    const alone = onAnswered === undefined ? cardActivity(card) : rateableCardActivity(card);
    return (await context.sendActivity(alone))?.id;
  }
}

/** What was said so far. */
class Words {
  #text = '';
  #isShown = false;
  readonly #cited: number[] = [];

  add(text: string, cited: readonly number[] = []): void {
    this.#text = [this.#text, text].filter((part) => part !== '').join(' ');
    this.#cited.push(...cited);
  }

  get all() {
    return { text: this.#text, cited: this.#cited };
  }

  /** Somebody has it before their eyes. */
  show(): void {
    this.#isShown ||= this.#cited.length > 0;
  }

  /** A model's as soon as a sentence of it was shown: each cites something, and none of ours does. */
  get path(): AnswerPath {
    return this.#isShown ? 'model' : 'plain';
  }
}

/** Undefined: there can be no stream here. */
async function begin(
  { logger }: StreamDeps,
  context: TurnContext,
  { waiting }: Stream,
): Promise<string | undefined> {
  try {
    const info = { streamType: 'informative', streamSequence: 1 } as const;
    return (await context.sendActivity(unfinishedActivity(waiting, info)))?.id;
  } catch (error) {
    logger.info('teams.no-stream', { error: describeError(error) });
    return undefined;
  }
}

interface Growing {
  readonly reply: Stream;
  readonly words: Words;
  readonly stream: { readonly streamId: string; sequence: number; sentAt: number };
}

/** Shows each sentence as soon as Teams takes it. Throws when somebody, or Teams, has stopped it; then nothing more is composed. */
async function growWith(deps: StreamDeps, context: TurnContext, growing: Growing): Promise<void> {
  const pieces = growing.reply.pieces[Symbol.asyncIterator]();
  try {
    await grow(deps.timer, context, growing, pieces);
  } finally {
    pieces.return?.().catch((error: unknown) => {
      deps.logger.warn('teams.stream-not-left', { error: describeError(error) });
    });
  }
}

async function grow(
  timer: Timer,
  context: TurnContext,
  { words, stream }: Growing,
  pieces: AsyncIterator<StreamPiece>,
): Promise<void> {
  const { streamId } = stream;
  let shown = '';
  let next = pieces.next();
  for (;;) {
    const { text } = words.all;
    const waitMs = text === shown ? Infinity : stream.sentAt + updateEveryMs - timer.uptime();
    const came = await firstOf(timer, next, waitMs);
    if (came === 'time') {
      stream.sequence += 1;
      const info = { streamType: 'streaming', streamSequence: stream.sequence, streamId } as const;
      await context.sendActivity(unfinishedActivity(text, info));
      stream.sentAt = timer.uptime();
      shown = text;
      words.show();
      continue;
    }
    const piece: StreamPiece = came.done === true ? { kind: 'end' } : came.value;
    if (piece.kind === 'end') {
      words.add(piece.closing ?? '');
      return;
    }
    words.add(piece.text, piece.cited);
    next = pieces.next();
  }
}

/** The next piece, or that the time has come. */
async function firstOf<Piece>(timer: Timer, next: Promise<Piece>, ms: number): Promise<Piece | 'time'> {
  if (ms === Infinity) {
    return next;
  }
  const { promise: time, resolve } = Promise.withResolvers<'time'>();
  const cancel = timer.after(Math.max(0, ms), () => resolve('time'));
  try {
    return await Promise.race([next, time]);
  } finally {
    cancel();
  }
}

async function sendWhole(deps: StreamDeps, context: TurnContext, reply: Stream, words: Words): Promise<void> {
  for await (const piece of reply.pieces) {
    if (piece.kind === 'end') {
      words.add(piece.closing ?? '');
      break;
    }
    words.add(piece.text, piece.cited);
  }
  const sent = await context.sendActivity(toActivity(deps, reply, words));
  words.show();
  if (sent?.id) {
    await reply.onAnswered?.(sent.id, words.path);
  }
}

function toActivity({ sensitivityLabel }: StreamDeps, reply: Stream, words: Words, streamId?: string) {
  const { card, citations, onAnswered } = reply;
  const message = {
    ...words.all,
    card,
    citations,
    rateable: onAnswered !== undefined,
    ...(sensitivityLabel !== undefined && { sensitivityLabel }),
  };
  return composedActivity(message, streamId);
}
