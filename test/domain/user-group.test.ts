import { describe, expect, it } from 'vitest';
import { storedMemberId, userGroupId } from '../../src/domain/ids.ts';
import {
  addOrganiser,
  archiveUserGroup,
  changeUserGroup,
  checkUserGroup,
  createUserGroup,
  removeOrganiser,
  userGroupLimits,
} from '../../src/domain/user-group.ts';
import { aUserGroup } from '../support/builders.ts';

const anna = storedMemberId('t.anna');
const berta = storedMemberId('t.berta');
const fields = { kind: 'working-group', name: 'Neu', description: 'Anders' } as const;

describe('what is typed about a group', () => {
  it('is cleaned; a kind that does not exist is a user group', () => {
    const checked = checkUserGroup({
      kind: 'secret-society',
      name: '  Telefonie\u202e ',
      description: 'Wer Anrufe\r\nannimmt.',
      contact: ' ',
    });

    expect(checked).toEqual({
      kind: 'valid',
      fields: { kind: 'user-group', name: 'Telefonie', description: 'Wer Anrufe\nannimmt.' },
    });
  });

  it.each([
    [{}, 'name-missing'],
    [{ name: ' \u200b ', description: 'x' }, 'name-missing'],
    [{ name: '---', description: 'x' }, 'name-missing'],
    [{ name: 'Telefonie' }, 'description-missing'],
    [{ name: 'Telefonie', description: ' … ' }, 'description-missing'],
  ])('%j is not enough: %s', (typed, problem) => {
    expect(checkUserGroup(typed)).toMatchObject({ kind: 'invalid', problem });
  });

  it('keeps what was typed when something is missing', () => {
    const checked = checkUserGroup({ kind: 'working-group', description: 'Wer annimmt.', contact: 'Anna' });

    expect(checked).toMatchObject({
      fields: { kind: 'working-group', name: '', description: 'Wer annimmt.', contact: 'Anna' },
    });
  });

  it('is cut to the limits', () => {
    const long = 'x'.repeat(10_000);

    const { fields: cut } = checkUserGroup({ name: long, description: long, contact: long });

    expect([cut.name.length, cut.description.length, cut.contact?.length]).toEqual([
      userGroupLimits.name,
      userGroupLimits.description,
      userGroupLimits.contact,
    ]);
  });
});

describe('a new group', () => {
  it('is open, of version 1, and organised by whoever created it', () => {
    expect(createUserGroup(userGroupId('g1'), fields, anna, 7)).toEqual({
      ...fields,
      id: 'g1',
      organisers: [anna],
      createdAt: 7,
      version: 1,
    });
  });
});

describe('changing a group', () => {
  it('takes the new words, drops a contact that was emptied, and counts the version', () => {
    const before = aUserGroup({ contact: 'Anna', version: 4, organisers: [anna] });

    expect(changeUserGroup(before, fields, 4)).toEqual({
      kind: 'changed',
      userGroup: {
        ...fields,
        id: before.id,
        organisers: [anna],
        createdAt: before.createdAt,
        version: 5,
      },
    });
  });

  it('does not overwrite what somebody else has written since the form was opened', () => {
    expect(changeUserGroup(aUserGroup({ version: 5 }), fields, 4)).toEqual({ kind: 'outdated' });
  });

  it('is done already when it is sent twice', () => {
    expect(changeUserGroup(aUserGroup({ ...fields, version: 5 }), fields, 4)).toEqual({ kind: 'unchanged' });
  });

  it('is over when the group is archived', () => {
    expect(changeUserGroup(aUserGroup({ archivedAt: 1 }), fields, 1)).toEqual({ kind: 'archived' });
  });
});

it('archives once: the first date stays', () => {
  const archived = archiveUserGroup(aUserGroup(), 5);

  expect(archiveUserGroup(archived, 9).archivedAt).toBe(5);
});

it('has each organiser once, and loses only the one who stops', () => {
  const both = addOrganiser(addOrganiser(aUserGroup({ organisers: [anna] }), berta), berta);

  expect(both.organisers).toEqual([anna, berta]);
  expect(removeOrganiser(both, anna).organisers).toEqual([berta]);
});
