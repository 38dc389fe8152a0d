import { seeded } from './seeded.ts';

/** How a call ends on the wire. */
export type WireReply =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: string;
      readonly type?: string;
      readonly retryAfter?: string;
      /** With a location that must not be followed. */
      readonly redirect?: true;
    }
  /** The connection is cut. */
  | { readonly kind: 'reset' }
  /** Nothing ever comes. */
  | { readonly kind: 'hang' };

interface Fault {
  /** The message arrives in spite of it. */
  readonly accepted?: true;
  /** The sender cannot know whether it arrived. */
  readonly ambiguous?: true;
  readonly reply: (now: number, chance: () => number) => WireReply;
}

function refusal(status: number, code: string, message = ''): WireReply {
  return { kind: 'answer', status, body: JSON.stringify({ error: { code, message } }) };
}

const forbidden: readonly WireReply[] = [
  refusal(403, 'BotDisabledByAdmin'),
  refusal(403, 'BotNotInConversationRoster'),
  refusal(403, 'ForbiddenOperationException'),
  refusal(403, 'ConversationBlockedByUser'),
  {
    kind: 'answer',
    status: 403,
    body: JSON.stringify({ errorCode: 209, message: '{"subCode":"MessageWritesBlocked","errorCode":null}' }),
  },
];

const faults = {
  '502-after-accept': { accepted: true, ambiguous: true, reply: () => refusal(502, 'ServiceError') },
  '502': { ambiguous: true, reply: () => refusal(502, 'ServiceError') },
  '408': { ambiguous: true, reply: () => refusal(408, 'RequestTimeout') },
  'reset-before-accept': { ambiguous: true, reply: () => ({ kind: 'reset' }) },
  'reset-after-accept': { accepted: true, ambiguous: true, reply: () => ({ kind: 'reset' }) },
  'answer-lost': { accepted: true, ambiguous: true, reply: () => ({ kind: 'hang' }) },
  hang: { ambiguous: true, reply: () => ({ kind: 'hang' }) },
  '400': { reply: () => refusal(400, 'BadSyntax') },
  '401': { reply: () => refusal(401, 'BotNotRegistered') },
  '403': { reply: (_now, chance) => pick(forbidden, chance) },
  '404': { reply: () => refusal(404, 'ConversationNotFound') },
  '412': { reply: () => refusal(412, 'PreconditionFailed') },
  '413': { reply: () => refusal(413, 'MessageSizeTooBig') },
  '429': { reply: (now, chance) => throttled(pick(oddRetryAfters, chance)(now)) },
  '307': { reply: () => ({ kind: 'answer', status: 307, body: '', redirect: true }) },
  'empty-201': { accepted: true, reply: () => ({ kind: 'answer', status: 201, body: '' }) },
  'html-201': {
    accepted: true,
    reply: () => ({ kind: 'answer', status: 201, body: '<p>Created', type: 'text/html' }),
  },
} as const satisfies Readonly<Record<string, Fault>>;

export type FaultKind = keyof typeof faults;
/** How many of a hundred calls have which fault, as fractions; together at most 1. */
export type FaultRates = { readonly [Kind in FaultKind]?: number };

export function faultOf(kind: FaultKind): Fault {
  return faults[kind];
}

/** The fault of a call, or none. Whoever makes the same call with the same seed meets the same fault. */
export function planFault(rates: FaultRates, chance: () => number): FaultKind | undefined {
  let drawn = chance();
  for (const kind of faultKinds) {
    drawn -= rates[kind] ?? 0;
    if (drawn < 0) {
      return kind;
    }
  }
  return undefined;
}

/** The chance of the nth call to a recipient, counted from 1. */
export function chanceOf(seed: number, operation: string, conversation: string, nth: number): () => number {
  return seeded(seed, `${operation} ${conversation} ${nth}`);
}

export const faultKinds = Object.keys(faults).filter(isFaultKind);

const oddRetryAfters: readonly ((now: number) => string | undefined)[] = [
  () => '1',
  () => '3',
  (now) => new Date(Math.ceil(now / 1_000) * 1_000 + 2_000).toUTCString(),
  () => 'soon',
  () => '-5',
  () => undefined,
];

export function throttled(retryAfter: string | undefined): WireReply {
  const reply = { kind: 'answer', status: 429, body: '{"error":{"code":"TooManyRequests"}}' } as const;
  return { ...reply, ...(retryAfter !== undefined && { retryAfter }) };
}

function pick<T>(items: readonly T[], chance: () => number): T {
  const item = items[Math.floor(chance() * items.length)];
  if (item === undefined) {
    throw new RangeError('There is nothing to pick from');
  }
  return item;
}

function isFaultKind(kind: string): kind is FaultKind {
  return Object.hasOwn(faults, kind);
}
