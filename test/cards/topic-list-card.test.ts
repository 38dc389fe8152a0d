import { describe, expect, it } from 'vitest';
import { topicListCard } from '../../src/cards/topic-list-card.ts';
import { topicRequestId, userGroupId } from '../../src/domain/ids.ts';
import { aUserGroup } from '../support/builders.ts';
import { buttonsOf, wordsOf } from '../support/conversation.ts';
import { aListedTopic, aTopicList } from '../support/topic-list-cards.ts';
import { groupsOn } from '../support/topic-proposing.ts';

const personal = { shared: false, dialogs: true };
const everybody = { shared: true, dialogs: true };
const tags = ['Bauamt', 'Anträge'];
const row = aListedTopic({ title: 'KI im Bauamt', votes: 1234, tags }, { voted: true, waits: true });

describe('a topic on the list', () => {
  it('says its votes with the word, and what it is', () => {
    const one = aListedTopic({ id: topicRequestId('t2'), title: 'Telefonie', votes: 1 });

    const words = wordsOf(topicListCard(aTopicList({ rows: [row, one] }), personal));

    expect(words).toContain('▲\n1.234\nStimmen\nKI im Bauamt\n');
    expect(words).toContain('▲\n1\nStimme\nTelefonie\nGanze Community\n');
  });

  it('is voted for on the left and opens on the right, read aloud in whole sentences', () => {
    const list = aTopicList({ rows: [aListedTopic({ title: 'KI im Bauamt' })], view: 'new', page: 1 });

    const [vote, details, arrow] = buttonsOf(topicListCard(list, personal));

    expect(vote).toMatchObject({
      title: 'Für „KI im Bauamt“ stimmen',
      verb: 'topic.vote',
      data: { topicRequestId: 't1', from: { view: 'new', page: 1 }, onList: true },
    });
    expect(details).toMatchObject({ title: 'Thema „KI im Bauamt“ ansehen', verb: 'topic.show' });
    expect(arrow).toEqual(details);
  });

  it('says one’s own vote to oneself alone', () => {
    const list = aTopicList({ rows: [row] });

    const [own, shared] = [topicListCard(list, personal), topicListCard(list, everybody)];

    expect(wordsOf(own)).toContain('Ihre Stimme ist dabei');
    expect(buttonsOf(own)[0]?.verb).toBe('topic.withdrawVote');
    expect(wordsOf(shared)).not.toContain('Ihre Stimme');
    expect(buttonsOf(shared)[0]?.verb).toBe('topic.vote');
    expect(JSON.stringify(shared)).not.toContain('withdrawVote');
  });

  it.each([
    [{ kind: 'planned', plan: { date: '2026-12-03' } }, 'geplant'],
    [{ kind: 'treated', result: { text: 'x' } }, 'behandelt'],
    [{ kind: 'declined', reason: 'x' }, 'abgelehnt'],
    [{ kind: 'merged', into: topicRequestId('t2') }, 'zusammengeführt'],
  ] as const)('that is no longer open has no arrow to vote: %j', (state, said) => {
    const card = topicListCard(aTopicList({ rows: [aListedTopic({ state })] }), personal);

    expect(wordsOf(card).toLowerCase()).toContain(said);
    expect(wordsOf(card)).not.toContain('▲');
    expect(buttonsOf(card).map(({ verb }) => verb)).not.toContain('topic.vote');
  });
});

describe('the list', () => {
  it('offers the views that it is not, one’s own to oneself alone', () => {
    const viewsOn = (card: unknown) =>
      buttonsOf(card).flatMap(({ verb, data }) =>
        data?.['verb'] === 'topic.list' || verb === 'topic.list' ? [data?.['view']] : [],
      );

    expect(viewsOn(topicListCard(aTopicList(), personal))).toEqual(['new', 'planned', 'done', 'mine']);
    expect(viewsOn(topicListCard(aTopicList(), everybody))).toEqual(['new', 'planned', 'done']);
    expect(viewsOn(topicListCard(aTopicList({ takesPart: false }), personal))).not.toContain('mine');
  });

  it('says what to do where there is nothing yet', () => {
    expect(wordsOf(topicListCard(aTopicList(), personal))).toMatch(
      /^Noch gibt es kein offenes Thema\.\nMit „Thema vorschlagen“ machen Sie den Anfang\./,
    );
  });

  it('keeps every title where the words are so long that not all of them fit, and leaves out tags and groups', () => {
    const word = 'Ü'.repeat(100);
    const groups = Array.from({ length: 100 }, (_, index) =>
      aUserGroup({ id: userGroupId(`${index}`.padStart(36, 'g')), name: `${index} ${word}`.slice(0, 60) }),
    );
    const [userGroup = aUserGroup()] = groups.slice(99);
    const rows = Array.from({ length: 5 }, (_, index) =>
      aListedTopic(
        {
          id: topicRequestId(`${index}`.padStart(36, 't')),
          title: `${index}${word.slice(1)}`,
          tags: tags.map(() => word.slice(0, 30)),
        },
        { userGroup, waits: true, voted: true },
      ),
    );

    const card = topicListCard(aTopicList({ rows, groups, userGroup, pages: 9, page: 2 }), personal);

    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(25 * 1024);
    const words = wordsOf(card).replaceAll('\u200b', '');
    for (const { request } of rows) {
      expect(words).toContain(`\n${request.title}\n`);
    }
    expect(groupsOn(card).chosen).toBe(userGroup.id);
    expect(groupsOn(card).names).toHaveLength(1 + 40 + 1);
    expect(words).toContain('59 weitere User Groups fehlen hier.');
  });
});
