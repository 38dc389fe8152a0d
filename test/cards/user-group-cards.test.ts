import { describe, expect, it } from 'vitest';
import { askToArchiveCard } from '../../src/cards/archive-card.ts';
import { userGroupCard } from '../../src/cards/user-group-card.ts';
import { channelFormCard, openChannelFormCard } from '../../src/cards/user-group-channel-card.ts';
import { openUserGroupFormCard, userGroupFormCard } from '../../src/cards/user-group-form-card.ts';
import { userGroupListCard } from '../../src/cards/user-group-list-card.ts';
import { userGroupId } from '../../src/domain/ids.ts';
import { userGroupLimits } from '../../src/domain/user-group.ts';
import type { UserGroup } from '../../src/domain/user-group.ts';
import { aUserGroup } from '../support/builders.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';

const personal = { shared: false, dialogs: true };
const shared = { shared: true, dialogs: true };
const inDialog = { ...shared, inDialog: true };
const everything = { joinedAt: 1, organises: true, mayJoin: true, mayChange: true, mayOrganise: true };

function described(userGroup: UserGroup) {
  return { userGroup, members: 1234, channels: 20, own: everything };
}

function listed(userGroups: readonly UserGroup[]) {
  return {
    rows: userGroups.map((userGroup) => ({ userGroup, joined: true })),
    counts: { 'user-group': 500, 'working-group': 500 },
    joined: 500,
    page: 2,
    pages: 200,
    mayCreate: true,
  };
}

describe('words that people typed about a group', () => {
  const naughty = '[Klick](https://evil.example) **fett** <at>alle</at> &#64;x';
  const group = aUserGroup({ name: naughty, description: naughty, contact: naughty });

  it.each([
    ['group', userGroupCard(described(group), personal, 'Gespeichert.')],
    ['shared group', userGroupCard(described(group), shared)],
    ['list', userGroupListCard(listed([group]), personal)],
    ['confirmation', askToArchiveCard(group, 3, personal)],
    ['outdated form', userGroupFormCard({ fields: group, userGroup: group, problem: 'outdated' }, personal)],
  ])('stand in the %s as they were typed, and never where markdown is live', (_, card) => {
    const blocks = elementsOf(card).filter(({ type }) => type === 'TextBlock');

    expect(wordsOf(card)).toContain(naughty);
    expect(JSON.stringify(blocks)).not.toContain('Klick');
  });
});

describe('the longest that is possible', () => {
  const longest = (index: number) =>
    aUserGroup({
      id: userGroupId(`${index}`.padStart(36, 'x')),
      name: 'Ü'.repeat(userGroupLimits.name),
      description: 'ä\n'.repeat(userGroupLimits.description / 2),
      contact: 'ß'.repeat(userGroupLimits.contact),
      organisers: [],
    });
  const groups = Array.from({ length: 300 }, (_, index) => longest(index));
  const [group = longest(0)] = groups;
  const form = { fields: group, userGroup: group, problem: 'outdated' } as const;

  it.each([
    ['group', userGroupCard(described(group), personal, 'Gespeichert.')],
    ['group in a dialog', userGroupCard(described(group), inDialog)],
    ['list', userGroupListCard(listed(groups.slice(0, 5)), personal)],
    ['form', userGroupFormCard(form, personal)],
    ['form in a dialog', userGroupFormCard(form, inDialog)],
    [
      'form for a channel',
      channelFormCard(
        {
          kind: 'offered',
          userGroups: groups,
          chosen: userGroupId('299'.padStart(36, 'x')),
          mayBeCommunity: true,
        },
        'channel',
        inDialog,
        'x',
      ),
    ],
    ['confirmation', askToArchiveCard(group, 1234, personal)],
  ])('%s: is below 25 KB, with rows of buttons that fit', (_, card) => {
    const rows = elementsOf(card).map(({ actions }) => buttonsOf(actions).map(({ title }) => title));

    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(25_000);
    expect(rows.filter((row) => row.length > 3 || (row.length > 1 && row.join('').length > 26))).toEqual([]);
  });

  it('the form for a channel offers the group it belongs to, however many there are, and says what is missing', () => {
    const chosen = userGroupId('299'.padStart(36, 'x'));

    const offered = { kind: 'offered', userGroups: groups, chosen, mayBeCommunity: false } as const;
    const card = channelFormCard(offered, 'channel', personal);

    expect(JSON.stringify(card)).toContain(`"value":"${chosen}"`);
    expect(wordsOf(card)).toContain('200 weitere Einträge passen nicht in diese Liste.');
  });
});

describe('what a card says of the person', () => {
  const group = described(aUserGroup());

  it.each([
    ['in the 1:1 chat', personal, true],
    ['in a dialog', inDialog, true],
    ['where everybody sees it', shared, false],
  ])('%s', (_, surface, says) => {
    const card = JSON.stringify(userGroupCard(group, surface));

    expect(/Sie sind dabei|Sie organisieren|Archivieren/.test(card)).toBe(says);
  });

  it('is, where everybody sees it, the same for a member, an organiser and somebody who may not join', () => {
    const nothing = { organises: false, mayJoin: false, mayChange: false, mayOrganise: false };

    expect(userGroupCard({ ...group, own: nothing }, shared)).toEqual(userGroupCard(group, shared));
  });
});

describe('buttons', () => {
  it.each([
    ['of a new group', openUserGroupFormCard('working-group', shared)],
    ['of a channel', openChannelFormCard('channel', shared)],
  ])('that open the form %s ask Teams for a dialog', (_, card) => {
    expect(buttonNamed(card, 'Formular öffnen')).toMatchObject({
      type: 'Action.Submit',
      data: { msteams: { type: 'task/fetch' } },
    });
  });

  it('that lead away from a form leave its fields unchecked, and a dialog has none', () => {
    const inChat = userGroupFormCard({ fields: { kind: 'user-group' } }, personal);
    const asDialog = userGroupFormCard({ fields: { kind: 'user-group' } }, inDialog);

    expect(inChat.actions?.find(({ title }) => title === 'Abbrechen')).toMatchObject({
      associatedInputs: 'none',
    });
    expect(asDialog.actions?.map(({ title, type }) => [title, type])).toEqual([['Anlegen', 'Action.Submit']]);
  });

  it('send the same from the chat and from the dialog', () => {
    const group = aUserGroup();
    const [inChat, asDialog] = [personal, inDialog].map((surface) =>
      buttonNamed(userGroupFormCard({ fields: group, userGroup: group }, surface), 'Speichern'),
    );

    const data = { userGroupId: 'g1', version: 1 };
    expect(inChat).toMatchObject({ verb: 'userGroup.change', data });
    expect(asDialog).toMatchObject({ data: { verb: 'userGroup.change', ...data } });
  });
});

function elementsOf(value: unknown): Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) {
    return value.flatMap(elementsOf);
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return [Object.fromEntries(Object.entries(value)), ...Object.values(value).flatMap(elementsOf)];
}
