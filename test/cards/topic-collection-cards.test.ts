import { describe, expect, it } from 'vitest';
import { topicCollectionFormCard } from '../../src/cards/topic-collection-form-card.ts';
import { userGroupCard } from '../../src/cards/user-group-card.ts';
import { userGroupLimits } from '../../src/domain/user-group.ts';
import type { UserGroup } from '../../src/domain/user-group.ts';
import { aUserGroup } from '../support/builders.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';

const personal = { shared: false, dialogs: true };
const shared = { shared: true, dialogs: true };
const inDialog = { ...shared, inDialog: true };
const naughty = '[Klick](https://evil.example) **fett** <at>alle</at> &#64;x';
const organiser = { joinedAt: 1, organises: true, mayJoin: true, mayChange: true, mayOrganise: true };
const member = { organises: false, mayJoin: true, mayChange: false, mayOrganise: false };

function described(userGroup: UserGroup, own: typeof member = organiser) {
  return { userGroup, members: 5, channels: 1, own };
}

describe('the form of a collection', () => {
  it('shows words that people typed as they typed them, and never where markdown is live', () => {
    const userGroup = aUserGroup({ name: naughty });
    const typed = { until: naughty, votes: naughty };
    const card = topicCollectionFormCard({ userGroup, typed, problems: ['until-invalid'] }, personal);

    const blocks = card.body.filter(({ type }) => type === 'TextBlock');
    const runs = card.body.filter(({ type }) => type === 'RichTextBlock');

    expect(JSON.stringify(runs).split(JSON.stringify(naughty))).toHaveLength(3);
    expect(JSON.stringify(blocks)).not.toContain('Klick');
  });

  it('stands in a dialog without a button that leaves it, and everywhere with one that saves', () => {
    const state = { userGroup: aUserGroup(), typed: { until: '2026-12-05', votes: '3' } };

    const own = topicCollectionFormCard(state, personal);
    const dialog = topicCollectionFormCard(state, inDialog);

    expect(buttonsOf(own).map(({ title }) => title)).toEqual(['Speichern', 'Abbrechen']);
    expect(own.actions?.[1]).toMatchObject({ associatedInputs: 'none' });
    expect(buttonsOf(dialog).map(({ title }) => title)).toEqual(['Speichern']);
    expect(buttonNamed(dialog, 'Speichern')).toMatchObject({
      type: 'Action.Submit',
      data: { verb: 'topicCollection.set', userGroupId: 'g1' },
    });
  });

  it.each([
    ['until-invalid', 'Dieses Datum kenne ich nicht.'],
    ['until-past', 'Dieser Tag ist schon vorbei.'],
    ['until-too-far', 'Das ist mehr als ein Jahr hin.'],
    ['votes-invalid', 'Bitte eine ganze Zahl von 1 bis 50'],
  ] as const)('%s stands right below its field', (problem, sentence) => {
    const card = topicCollectionFormCard(
      { userGroup: aUserGroup(), typed: {}, problems: [problem] },
      personal,
    );

    const index = card.body.findIndex((element) => JSON.stringify(element).includes(`"text":"${sentence}`));

    expect(card.body[index]).toMatchObject({ color: 'Attention' });
    expect(card.body[index - 1]).toMatchObject({ id: problem.startsWith('until') ? 'until' : 'votes' });
  });
});

describe('the card of a user group', () => {
  const until = '2026-12-04';

  it.each([
    [{ until }, undefined, 'Themen werden bis Freitag, 4. Dezember gesammelt.'],
    [
      { until },
      true,
      'Die Themensammlung ist seit Freitag, 4. Dezember 2026, beendet; neue Vorschläge warten auf das nächste Treffen.',
    ],
    [{ votesPerMember: 1 }, undefined, 'Jedes Mitglied hat eine Stimme.'],
    [{ votesPerMember: 12 }, undefined, 'Jedes Mitglied hat zwölf Stimmen.'],
    [{ votesPerMember: 13 }, undefined, 'Jedes Mitglied hat 13 Stimmen.'],
  ] as const)('says of %j: over %s', (topics, collectionIsOver, sentence) => {
    const group = { ...described(aUserGroup({ topics })), ...(collectionIsOver && { collectionIsOver }) };

    expect(wordsOf(userGroupCard(group, personal))).toContain(sentence);
    expect(wordsOf(userGroupCard(group, shared))).toContain(sentence);
  });

  it('says nothing of a collection that nobody has set', () => {
    expect(wordsOf(userGroupCard(described(aUserGroup()), personal))).not.toMatch(/gesammelt|beendet|Jedes/);
  });

  it('offers its topics to everybody, and to collect them to whoever may change it', () => {
    const titles = (own: typeof member, surface: typeof personal) =>
      buttonsOf(userGroupCard(described(aUserGroup(), own), surface)).map(({ title }) => title);

    expect(titles(organiser, personal)).toEqual(expect.arrayContaining(['Themen', 'Themen sammeln']));
    expect(titles(organiser, inDialog)).toEqual(expect.arrayContaining(['Themen', 'Themen sammeln']));
    for (const offered of [titles(member, personal), titles(member, shared), titles(organiser, shared)]) {
      expect(offered).toContain('Themen');
      expect(offered).not.toContain('Themen sammeln');
    }
  });

  it('opens its topics in a dialog where others see the card', () => {
    const list = { verb: 'topic.list', view: 'votes', userGroupId: 'g1', page: 1 };

    const button = buttonNamed(userGroupCard(described(aUserGroup()), shared), 'Themen');

    expect(button.data).toEqual({ msteams: { type: 'task/fetch' }, ...list });
  });

  it('stays small with everything that it can say', () => {
    const userGroup = aUserGroup({
      name: 'Ü'.repeat(userGroupLimits.name),
      description: 'ä\n'.repeat(userGroupLimits.description / 2),
      contact: 'ß'.repeat(userGroupLimits.contact),
      topics: { until, votesPerMember: 50 },
    });
    const card = userGroupCard({ ...described(userGroup), collectionIsOver: true }, inDialog, 'Gespeichert.');

    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(25_000);
  });
});
