import { isFinal, tallyKey } from '../../src/domain/delivery.ts';
import type { Recipient } from '../../src/domain/delivery.ts';
import type { StoredDelivery } from '../../src/store/deliveries.ts';
import type { SendingLedger } from '../support/sending-ledger.ts';
import { countIn } from './read-store.ts';
import type { Found } from './read-store.ts';

/** As a journal names them. */
const finalKinds = new Set(['delivered', 'rejected', 'unclear', 'unreachable', 'cancelled', 'expired']);

export interface Accounts {
  readonly found: Found;
  /** What the service saw, which was never killed. */
  readonly ledger: SendingLedger;
  /** The last state of each delivery, by its id, of which a sender was told that it is durable. */
  readonly journal: ReadonlyMap<string, string>;
  /** How many were in `sending` when their sender died. */
  readonly left: number;
}

/** What of the promises P1 and P2 is broken when a broadcast has come to its end, in words; nothing, if all are kept. */
export function findProblems(accounts: Accounts): readonly string[] {
  return [
    ...problemsOfWhole(accounts),
    ...problemsOfSums(accounts.found),
    ...accounts.found.deliveries.flatMap((delivery) => problemsOf(delivery, accounts)),
  ];
}

function problemsOfWhole({ found, ledger, left }: Accounts): readonly string[] {
  const { duplicates, ambiguous } = ledger.report();
  const unclear = countIn(found.deliveries, 'unclear');
  return [
    found.report?.broadcast.phase === 'finished' ? '' : `the broadcast is ${found.report?.broadcast.phase}`,
    found.announcement === 'started' ? '' : `the announcement is ${found.announcement}`,
    duplicates === 0 ? '' : `${duplicates} got it twice`,
    unclear <= ambiguous + left ? '' : `${unclear} are unclear, and ${ambiguous} + ${left} may be`,
  ].filter((problem) => problem !== '');
}

/** Everybody who is meant has one delivery, and the report says the same as the deliveries. */
function problemsOfSums({ report, deliveries, meant }: Found): readonly string[] {
  const recipients = deliveries.map(({ value }) => keyOf(value.recipient));
  const missing = [...meant.keys()].filter((key) => !recipients.includes(key));
  const counted: Record<string, number> = {};
  for (const { value } of deliveries) {
    const key = tallyKey(value.state);
    counted[key] = (counted[key] ?? 0) + 1;
  }
  return [
    ...missing.map((key) => `${key} was left out`),
    recipients.length === new Set(recipients).size ? '' : 'somebody was written down twice',
    recipients.length === meant.size ? '' : `${recipients.length} deliveries for ${meant.size} who are meant`,
    report?.total === meant.size ? '' : `the report counts ${report?.total} of ${meant.size}`,
    inWords(report?.tally ?? {}) === inWords(counted)
      ? ''
      : `the report says ${inWords(report?.tally ?? {})}, the deliveries ${inWords(counted)}`,
  ].filter((problem) => problem !== '');
}

function problemsOf({ id, value }: StoredDelivery, { found, ledger, journal }: Accounts): readonly string[] {
  const key = keyOf(value.recipient);
  const conversation = found.meant.get(key);
  const accepted = conversation === undefined ? 0 : ledger.acceptedBy(conversation);
  const { kind } = value.state;
  const told = journal.get(id);
  const expected = conversation === undefined ? ['unreachable'] : ['delivered', 'unclear'];
  return [
    isFinal(value.state) ? '' : `${key} is ${kind} for ever`,
    expected.includes(kind) ? '' : `${key} is ${tallyKey(value.state)}`,
    kind !== 'delivered' || accepted === 1 ? '' : `${key} is delivered, and the service accepted ${accepted}`,
    told === undefined || !finalKinds.has(told) || told === kind
      ? ''
      : `${key} was told to be ${told}, and is ${kind}`,
  ].filter((problem) => problem !== '');
}

function keyOf(recipient: Recipient): string {
  switch (recipient.kind) {
    case 'member':
      return recipient.memberId;
    case 'place':
      return recipient.conversationId;
    case 'erased':
      return 'erased';
  }
}

function inWords(counts: Readonly<Record<string, number>>): string {
  return JSON.stringify(Object.entries(counts).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
