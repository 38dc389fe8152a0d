import * as fc from 'fast-check';

export const letters = ['a', 'b', 'c'] as const;
export type Letter = (typeof letters)[number];
export const members = ['m0', 'm1', 'm2', 'm3', 'm4'] as const;

const letter = fc.constantFrom(...letters);
const member = fc.constantFrom(...members);
const ballot = fc.record({ kind: fc.constantFrom('vote' as const, 'withdraw' as const), on: letter, member });

/** `burst`: several at once, on three instances. */
export const step = fc.oneof(
  { weight: 6, arbitrary: ballot },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('burst' as const),
      ballots: fc.uniqueArray(ballot, {
        minLength: 2,
        maxLength: 6,
        selector: (one) => `${one.member} ${one.on}`,
      }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('merge' as const), on: letter, into: letter }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('restore' as const, 'decline' as const), on: letter }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('erase' as const), member }) },
);
export type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
export type Ballot = typeof ballot extends fc.Arbitrary<infer Value> ? Value : never;

/** What must be true, told without counting: whose votes a request has, and by what each of them: given there, or come with a merged one. */
interface Expected {
  state: 'open' | 'declined' | 'merged';
  into?: Letter;
  readonly votes: Map<string, Set<'own' | Letter>>;
}
export type Model = Record<Letter, Expected>;

function vote(model: Model, { kind, on, member: who }: Ballot): void {
  const { state, votes } = model[on];
  if (kind === 'vote' && state === 'open') {
    votes.set(who, new Set([...(votes.get(who) ?? []), 'own' as const]));
  }
  if (kind === 'withdraw' && state !== 'merged') {
    votes.delete(who);
  }
}

/** What went from there further on is given back as well. */
function giveBack(model: Model, from: Letter | undefined, who: string, by: Letter): void {
  const votes = from === undefined ? undefined : model[from].votes;
  const left = votes?.get(who);
  if (from === undefined || left?.delete(by) !== true || left.size > 0) {
    return;
  }
  votes?.delete(who);
  giveBack(model, model[from].into, who, from);
}

export function follow(model: Model, one: Step): void {
  switch (one.kind) {
    case 'vote':
    case 'withdraw':
      vote(model, one);
      break;
    case 'burst':
      for (const each of one.ballots) {
        vote(model, each);
      }
      break;
    case 'merge': {
      const [from, into] = [model[one.on], model[one.into]];
      if (one.on !== one.into && from.state === 'open' && into.state === 'open') {
        from.state = 'merged';
        from.into = one.into;
        for (const who of from.votes.keys()) {
          into.votes.set(who, new Set([...(into.votes.get(who) ?? []), one.on]));
        }
      }
      break;
    }
    case 'restore': {
      const restored = model[one.on];
      const from = restored.state === 'merged' ? restored.into : undefined;
      restored.state = 'open';
      delete restored.into;
      for (const who of members) {
        giveBack(model, from, who, one.on);
      }
      break;
    }
    case 'decline':
      if (model[one.on].state === 'open') {
        model[one.on].state = 'declined';
      }
      break;
    case 'erase':
      for (const each of letters) {
        model[each].votes.delete(one.member);
      }
      break;
  }
}

/** Nobody has voted yet. */
export function fresh(): Expected {
  return { state: 'open', votes: new Map() };
}
