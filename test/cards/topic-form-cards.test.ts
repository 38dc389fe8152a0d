import { describe, expect, it } from 'vitest';
import { similarTopicsCard, typedTopicCard } from '../../src/cards/topic-check-card.ts';
import { openTopicFormCard, topicChangeCard, topicFormCard } from '../../src/cards/topic-form-card.ts';
import { removeTopicCard } from '../../src/cards/topic-remove-card.ts';
import { topicRequestId, userGroupId } from '../../src/domain/ids.ts';
import { checkTopic } from '../../src/domain/topic-form.ts';
import { aUserGroup } from '../support/builders.ts';
import { wordsOf } from '../support/conversation.ts';
import { findLiveWords, naughty as naughtyWords } from '../support/live-words.ts';
import { groupsOn } from '../support/topic-proposing.ts';
import { aTopicRequest } from '../support/topics.ts';

const naughty = naughtyWords.line;
const inChat = { shared: false, dialogs: true };
const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
const manyGroups = Array.from({ length: 300 }, (_, index) =>
  aUserGroup({ id: userGroupId(`group-${index}`), name: `${'ü'.repeat(55)} ${index}` }),
);
const { fields } = checkTopic({
  title: '„ü“'.repeat(700),
  question: '„ü“'.repeat(3000),
  tags: '„ü“;'.repeat(900),
});
const form = { topicRequestId: topicRequestId('t1'), fields, groups: { own: [], others: manyGroups } };
const short = { ...fields, title: naughty, question: naughty, tags: naughty };

describe('the form of a topic', () => {
  it('fits into a message with the longest words and hundreds of user groups', () => {
    const problems = ['title-too-long', 'question-too-long', 'tags-too-many', 'tag-too-long'] as const;
    const refused = { ...form, problems };
    const current = aTopicRequest({ title: '„ü“'.repeat(33), question: '„ü“'.repeat(200) });

    expect(bytes(topicFormCard(refused, inChat))).toBeLessThan(25_000);
    expect(bytes(topicChangeCard({ ...refused, edition: 1, current }, { surface: inChat }))).toBeLessThan(
      25_000,
    );
  });

  it('always has the chosen user group among those to choose from, and says how many are missing', () => {
    const chosen = userGroupId('group-299');
    const card = topicFormCard({ ...form, fields: { ...short, userGroupId: chosen } }, inChat);

    expect(groupsOn(card).chosen).toBe(chosen);
    expect(groupsOn(card).names).toContain(`User Group ${manyGroups[299]?.name}`);
    expect(wordsOf(card)).toMatch(/\d+ weitere User Groups fehlen hier\./);
  });

  it('misses none of a few user groups', () => {
    const card = topicFormCard(
      { ...form, fields: short, groups: { own: [], others: [aUserGroup()] } },
      inChat,
    );

    expect(groupsOn(card).names).toEqual(['Ganze Community', 'User Group Telefonie']);
    expect(wordsOf(card)).not.toContain('fehlen hier');
  });
});

describe('what people typed about a topic', () => {
  const request = aTopicRequest({ title: naughty, question: naughty });
  const similar = [
    { request, userGroup: aUserGroup({ name: naughty }), voted: false },
    {
      request: aTopicRequest({ title: naughty, state: { kind: 'planned', plan: { reference: naughty } } }),
      voted: true,
    },
  ];
  const typed = { ...form, fields: short };

  it.each([
    ['similar', similarTopicsCard(typed, similar, inChat)],
    ['typed', typedTopicCard({ ...typed, groups: { own: [], others: [] } }, similar, inChat)],
    ['carried', openTopicFormCard({ title: naughty }, { shared: true, dialogs: true })],
    ['outdated', topicChangeCard({ ...typed, edition: 1, current: request }, { surface: inChat })],
    ['removed', removeTopicCard(request, { surface: inChat })],
  ])('is shown literally (%s)', (_name, card) => {
    expect(wordsOf(card)).toContain(naughty);
    expect(findLiveWords(card)).toEqual([]);
  });

  it('fits into a message, too, beside what is like it', () => {
    const longest = aTopicRequest({ title: 'ü'.repeat(100) });
    const rows = [1, 2, 3].map(() => ({ request: longest, voted: true }));
    const longestTyped = { ...form, fields: { ...short, question: 'ü'.repeat(600) } };

    expect(bytes(similarTopicsCard(longestTyped, rows, inChat))).toBeLessThan(25_000);
    expect(bytes(typedTopicCard(longestTyped, rows, inChat))).toBeLessThan(25_000);
  });
});
