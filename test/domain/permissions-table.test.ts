import { describe, expect, it } from 'vitest';
import { storedMemberId } from '../../src/domain/ids.ts';
import type { Asker } from '../../src/domain/member.ts';
import { may } from '../../src/domain/permissions.ts';
import type { Action, Permission, Subject } from '../../src/domain/permissions.ts';
import { adopterAt, anAsker, aUseCase, aUserGroup, hemer, menden } from '../support/builders.ts';

const { memberId: _id, ...somebody } = anAsker();
const author = anAsker({ memberId: storedMemberId('t.author') });
const groupOrganiser = anAsker({ memberId: storedMemberId('t.group') });

/** Every kind of asker, under one letter each. */
const askers: Readonly<Record<string, Asker>> = {
  /** Nobody: without an account, and whatever else is claimed of them. */
  N: { ...somebody, guest: true },
  n: { ...somebody, role: 'organiser', communeId: menden },
  /** Guests of the tenant, whatever else is known of them. */
  G: anAsker({ guest: true }),
  g: anAsker({ guest: true, role: 'organiser', communeId: menden }),
  /** A member without a commune. */
  M: anAsker(),
  /** Of the commune that does it, and of another one. */
  A: anAsker({ communeId: menden }),
  B: anAsker({ communeId: hemer }),
  /** Who entered the use case; who organises the user group. */
  C: author,
  U: groupOrganiser,
  O: anAsker({ role: 'organiser' }),
};

const { memberId: createdBy } = author;
const { memberId: organises } = groupOrganiser;
const adopted = aUseCase({
  adopters: [
    adopterAt(menden, 'in_use'),
    { body: { kind: 'organisation', name: 'Zweckverband' }, stage: 'pilot' },
  ],
  provenance: { ...aUseCase().provenance, ...(createdBy !== undefined && { createdBy }) },
});

const subjects = {
  nothing: undefined,
  useCase: adopted,
  /** For its own organisation alone. */
  closed: { ...adopted, visibility: 'organisation' },
  archived: { ...adopted, archived: { at: 1 } },
  imported: aUseCase(),
  group: aUserGroup({ organisers: organises === undefined ? [] : [organises] }),
} satisfies Record<string, Subject | undefined>;

const everybody = 'NnGgMABCUO';
const withAccount = 'GgMABCUO';
const members = 'MABCUO';
const organisers = 'O';

type Row = string | (Partial<Record<keyof typeof subjects, string>> & { readonly others: string });

/** Who may do what, to what: the compiler misses the line of a new action. */
const table: Readonly<Record<Action, Row>> = {
  ask: everybody,
  // By commune and role alone: who has no account is given neither when they are identified, and a guest may be of the commune.
  'see-use-case': { closed: 'ngACO', others: everybody },
  'choose-commune': members,
  'see-own-data': withAccount,
  'erase-own-data': withAccount,
  'see-user-groups': everybody,
  'join-user-group': members,
  'leave-user-group': withAccount,
  'choose-subscriptions': withAccount,
  'register-use-case': members,
  'adopt-use-case': members,
  'state-interest': members,
  follow: members,
  'ask-community': members,
  'see-contact-person': members,
  'change-use-case': { useCase: 'ACO', closed: 'ACO', archived: 'ACO', others: organisers },
  'review-use-cases': organisers,
  'organise-inquiries': organisers,
  'take-part-in-topics': members,
  'organise-topics': { group: 'UO', others: organisers },
  'answer-meetings': withAccount,
  'organise-meetings': { group: 'UO', others: organisers },
  'see-demand': organisers,
  'see-figures': organisers,
  'create-user-group': organisers,
  'organise-user-group': organisers,
  'change-user-group': { group: 'UO', others: organisers },
  announce: { group: 'UO', others: organisers },
  'confirm-announcement': organisers,
  acknowledge: withAccount,
};

function findRow(action: Action, subject: string): string {
  const row = table[action];
  if (typeof row === 'string') {
    return row;
  }
  const special: Readonly<Record<string, string>> = row;
  return special[subject] ?? row.others;
}

const actions = Object.keys(table).filter((action): action is Action => action in table);
const cases = actions.flatMap((action) =>
  Object.entries(subjects).map(([on, subject]) => ({ action, on, subject })),
);

describe('who may do what to what', () => {
  it.each(cases)('$action: $on', ({ action, on, subject }) => {
    const allowed = Object.entries(askers)
      .filter(([, asker]) => may(asker, action, subject).kind === 'allowed')
      .map(([letter]) => letter);

    expect(allowed.join('')).toBe(findRow(action, on));
  });

  it.each<[string, Action, keyof typeof subjects, (Permission & { kind: 'denied' })['because']]>([
    ['N', 'register-use-case', 'nothing', 'anonymous'],
    ['n', 'change-use-case', 'useCase', 'anonymous'],
    ['g', 'review-use-cases', 'useCase', 'guest'],
    ['g', 'change-use-case', 'useCase', 'guest'],
    ['A', 'review-use-cases', 'useCase', 'not-organiser'],
    ['B', 'change-use-case', 'useCase', 'not-responsible'],
    ['M', 'change-use-case', 'imported', 'not-responsible'],
    ['U', 'change-use-case', 'group', 'not-responsible'],
    ['B', 'see-use-case', 'closed', 'other-organisation'],
    ['C', 'create-user-group', 'nothing', 'not-organiser'],
    ['N', 'acknowledge', 'nothing', 'anonymous'],
  ])('says why %s may not %s: %s', (letter, action, on, because) => {
    const asker = askers[letter];

    expect(asker && may(asker, action, subjects[on])).toEqual({ kind: 'denied', because });
  });

  it('shows what is for one organisation to none of them where others read along', () => {
    const seen = Object.values(askers).map(
      (asker) => may({ ...asker, overheard: true }, 'see-use-case', subjects.closed).kind,
    );

    expect(new Set(seen)).toEqual(new Set(['denied']));
  });
});
