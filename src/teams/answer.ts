import type { Card } from '../cards/card.ts';
import type { Reply } from '../chat/reply.ts';
import type { FrontTexts } from '../texts/front-texts.ts';
import { composeNoteAnswer, offersAnswer } from './compose-answer.ts';
import { adaptiveCardType } from './to-activity.ts';
import type { Channel } from './to-incoming.ts';

/** What goes back as the answer to Teams' HTTP request. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** How Teams is asked by a press that waits for its answer. */
export type InvokeChannel = Exclude<Channel, 'message' | 'submit'>;

export function isInvoke(channel: Channel): channel is InvokeChannel {
  return channel !== 'message' && channel !== 'submit';
}

/** A sentence as the answer to a press, or in the place of a list. */
export function noteAnswer(channel: InvokeChannel, note: string): HttpAnswer {
  switch (channel) {
    case 'execute':
      return executeAnswer('application/vnd.microsoft.activity.message', note);
    case 'dialog-open':
    case 'dialog-submit':
    case 'feedback-open':
    case 'action-open':
    case 'action-submit':
      return taskAnswer({ type: 'message', value: note });
    case 'feedback-submit':
      return { status: 200 };
    case 'compose':
      return { status: 200, body: composeNoteAnswer(note) };
  }
}

/**
 * Puts the first reply that can be the answer to this press into the answer; the rest are messages. Without one the card
 * stays as it is, and a dialog that was sent off closes.
 */
export function toInvokeAnswer(
  channel: InvokeChannel,
  replies: readonly Reply[],
  texts: FrontTexts,
): { answer: HttpAnswer; rest: readonly Reply[] } {
  const first = replies.find((reply) => canAnswer(channel, reply));
  const rest = replies.filter((reply) => reply !== first);
  switch (first?.kind) {
    case 'note':
      return { answer: noteAnswer(channel, first.text), rest };
    case 'replace':
      return {
        answer:
          channel === 'execute'
            ? executeAnswer(adaptiveCardType, first.card)
            : dialogAnswer(texts.dialogTitle, first.card),
        rest,
      };
    case 'dialog':
      return {
        answer: dialogAnswer(first.title, first.card, channel === 'feedback-open' ? 'medium' : 'large'),
        rest,
      };
    case 'offers':
      return { answer: { status: 200, body: offersAnswer(first.offers) }, rest };
    case 'text':
      return { answer: noteAnswer(channel, first.text), rest };
    case 'card':
    case 'stream':
    case undefined:
      return { answer: answerWithout(channel, rest, texts), rest };
  }
}

/**
 * Takes a rating: Teams thanks by itself, and takes any body but an empty one for an error
 * (https://github.com/microsoft/teams-sdk/issues/2701). What is to be said comes as a message, but not to a whole chat: there a rating that could
 * not be kept (a `note`) shows Teams' own error, for its thanks would be untrue.
 */
export function toFeedbackAnswer(
  replies: readonly Reply[],
  shared: boolean,
): { answer: HttpAnswer; rest: readonly Reply[] } {
  if (!shared) {
    return { answer: { status: 200 }, rest: replies };
  }
  const isRefused = replies.some(({ kind }) => kind === 'note');
  return { answer: { status: isRefused ? 503 : 200 }, rest: [] };
}

/** An empty body closes a dialog; to any other press it looks like an error, and an empty sentence like an empty bar. */
function answerWithout(channel: InvokeChannel, rest: readonly Reply[], texts: FrontTexts): HttpAnswer {
  switch (channel) {
    case 'dialog-submit':
    case 'action-submit':
    case 'feedback-submit':
      return { status: 200 };
    case 'action-open':
      return noteAnswer(channel, texts.failed);
    case 'execute':
    case 'dialog-open':
    case 'feedback-open':
    case 'compose':
      return noteAnswer(channel, rest.length > 0 ? texts.answeredBelow : texts.done);
  }
}

function canAnswer(channel: InvokeChannel, { kind }: Reply): boolean {
  switch (channel) {
    case 'compose':
      return kind === 'note' || kind === 'offers';
    case 'execute':
      return kind === 'note' || kind === 'replace';
    case 'dialog-open':
    case 'dialog-submit':
    case 'feedback-open':
      return kind === 'note' || kind === 'replace' || kind === 'dialog';
    case 'feedback-submit':
      return false;
    // A sentence that cannot be a message must be said here.
    case 'action-open':
    case 'action-submit':
      return kind === 'note' || kind === 'replace' || kind === 'dialog' || kind === 'text';
  }
}

function executeAnswer(type: string, value: unknown): HttpAnswer {
  return { status: 200, body: { statusCode: 200, type, value } };
}

function dialogAnswer(title: string, card: Card, size: 'large' | 'medium' = 'large'): HttpAnswer {
  return taskAnswer({
    type: 'continue',
    value: { title, height: size, width: size, card: { contentType: adaptiveCardType, content: card } },
  });
}

function taskAnswer(task: unknown): HttpAnswer {
  return { status: 200, body: { task } };
}
