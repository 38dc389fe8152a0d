import type { WriteOperation } from '../../src/ports/document-store.ts';

/** One transaction of the store, as far as a point may look at it. */
export interface Write {
  readonly collection: string;
  readonly operations: readonly WriteOperation[];
}

/** A moment of a sender's life at which it is killed: before the store is asked for a write, or when it is durable. */
export interface WritePoint {
  readonly when: 'before' | 'after';
  readonly matches: (write: Write) => boolean;
  /** The seed chooses among so many first writes of this kind; every first life has as many. */
  readonly among: number;
  /** The point is met only by whoever comes after a sender that was killed at this one. */
  readonly afterKillAt?: string;
}

type Kind = Pick<WritePoint, 'matches' | 'among' | 'afterKillAt'>;

const creation: Kind = { matches: broadcastIs('create', 'preparing'), among: 1 };
const start: Kind = { matches: ({ collection }) => collection === 'announcements', among: 1 };
const batch: Kind = {
  matches: (write) => creates(write, 'planned') || creates(write, 'unreachable'),
  among: 3,
};
const sealing: Kind = { matches: sealsBucket, among: 2 };
const phase: Kind = { matches: broadcastIs('replace', 'sending'), among: 1 };
const taking: Kind = { matches: writesLease((body) => body['holder'] !== undefined), among: 3 };
const giving: Kind = { matches: writesLease((body) => body['holder'] === undefined), among: 3 };
const claim: Kind = { matches: (write) => replacesBy(write, 'claimed'), among: 2 };
const sending: Kind = { matches: (write) => replacesBy(write, 'sending'), among: 50 };
const outcome: Kind = {
  matches: (write) => replacesBy(write, 'delivered') || replacesBy(write, 'unclear'),
  among: 50,
};
const counts: Kind = { matches: storesCounts, among: 2 };
const end: Kind = { matches: broadcastIs('replace', 'finished'), among: 1 };
const recovery: Kind = {
  matches: (write) => replacesBy(write, 'planned') || replacesBy(write, 'unclear'),
  among: 1,
  afterKillAt: 'after `sending` is written',
};

/** Every point in the order of a broadcast's life. The one at which a request has gone out is no write: see `duringPost`. */
export const writePoints: Readonly<Record<string, WritePoint>> = {
  'before the broadcast is created': { when: 'before', ...creation },
  'after the broadcast is created': { when: 'after', ...creation },
  'after the announcement is marked as started': { when: 'after', ...start },
  'before a batch of recipients is written': { when: 'before', ...batch },
  'after a batch of recipients is written': { when: 'after', ...batch },
  'before the recipients of a tenant are sealed': { when: 'before', ...sealing },
  'after the recipients of a tenant are sealed': { when: 'after', ...sealing },
  'before sending begins': { when: 'before', ...phase },
  'after sending begins': { when: 'after', ...phase },
  'after a lease is taken': { when: 'after', ...taking },
  'before a claim': { when: 'before', ...claim },
  'after a claim': { when: 'after', ...claim },
  'before `sending` is written': { when: 'before', ...sending },
  'after `sending` is written': { when: 'after', ...sending },
  'before an outcome is written': { when: 'before', ...outcome },
  'after an outcome is written': { when: 'after', ...outcome },
  'before the counts are stored': { when: 'before', ...counts },
  'after the counts are stored': { when: 'after', ...counts },
  'before a lease is given back': { when: 'before', ...giving },
  'before the broadcast is finished': { when: 'before', ...end },
  'after the broadcast is finished': { when: 'after', ...end },
  'before what was left is sorted out': { when: 'before', ...recovery },
  'after what was left is sorted out': { when: 'after', ...recovery },
};

/** The service has accepted the message, and its answer is still on the way: only the service sees this moment. */
export const duringPost = 'while the answer to a message is on its way';

const posts = 50;

/** Among how many moments of this kind a seed may choose. */
export function amongOf(point: string): number {
  return point === duringPost ? posts : (writePoints[point]?.among ?? 1);
}

function broadcastIs(kind: 'create' | 'replace', wanted: string) {
  return ({ collection, operations }: Write): boolean =>
    collection === 'broadcasts' &&
    operations.some((operation) => operation.kind === kind && bodyOf(operation)['phase'] === wanted);
}

function writesLease(matches: (body: Body) => boolean) {
  return ({ collection, operations }: Write): boolean =>
    collection === 'leases' && operations.some((operation) => matches(bodyOf(operation)));
}

function creates(write: Write, state: string): boolean {
  return writesDelivery(write, 'create', state);
}

function replacesBy(write: Write, state: string): boolean {
  return writesDelivery(write, 'replace', state);
}

function writesDelivery(
  { collection, operations }: Write,
  kind: WriteOperation['kind'],
  state: string,
): boolean {
  return (
    collection === 'deliveries' &&
    operations.some((operation) => operation.kind === kind && bodyOf(operation)['stateKind'] === state)
  );
}

/** The first time that a bucket says so; it goes on saying so whenever its counts are stored. */
function sealsBucket(write: Write): boolean {
  return bucketsOf(write).some(
    ({ sealed, tally }) => sealed === true && Object.keys(Object(tally)).every(isFromTheBeginning),
  );
}

function storesCounts(write: Write): boolean {
  return bucketsOf(write).some(
    ({ sealed, tally }) => sealed === true && !Object.keys(Object(tally)).every(isFromTheBeginning),
  );
}

function isFromTheBeginning(key: string): boolean {
  return key === 'planned' || key.startsWith('unreachable');
}

function bucketsOf({ collection, operations }: Write): readonly Body[] {
  return collection === 'deliveries'
    ? operations.filter(({ id }) => id === 'bucket').map((operation) => bodyOf(operation))
    : [];
}

type Body = Readonly<Record<string, unknown>>;

function bodyOf(operation: WriteOperation): Body {
  return operation.kind === 'delete' ? {} : operation.body;
}
