import { topicListCard } from '../../src/cards/topic-list-card.ts';
import { topicRequestId, userGroupId } from '../../src/domain/ids.ts';
import type { TopicRequest } from '../../src/domain/topic-request.ts';
import type { ListedTopic, ListTopicsResult } from '../../src/features/topics/list-topics.ts';
import { aUserGroup } from './builders.ts';
import { aTopicRequest } from './topics.ts';

/** A topic on a list, for which whoever looks has not voted. */
export function aListedTopic(
  fields: Partial<TopicRequest> = {},
  more: Partial<ListedTopic> = {},
): ListedTopic {
  return { request: aTopicRequest(fields), waits: false, voted: false, ...more };
}

export function aTopicList(fields: Partial<ListTopicsResult> = {}): ListTopicsResult {
  const { rows = [] } = fields;
  return {
    kind: 'listed',
    view: 'votes',
    rows,
    total: rows.length,
    page: 1,
    pages: 1,
    groups: [],
    takesPart: true,
    ...fields,
  };
}

const personal = { shared: false, dialogs: true };
const everybody = { shared: true, dialogs: true };
const building = aUserGroup({ name: 'Bauen und Planen' });
const rows: readonly ListedTopic[] = [
  aListedTopic(
    { id: topicRequestId('t1'), title: 'KI im Bauamt', votes: 1234, tags: ['Bauamt', 'Anträge'] },
    { userGroup: building, voted: true },
  ),
  aListedTopic({
    id: topicRequestId('t2'),
    title: 'Wie prüfen andere, ob ein Antrag vollständig ist, bevor ihn jemand in die Hand nimmt?',
    votes: 23,
  }),
  aListedTopic({ id: topicRequestId('t3'), title: 'Telefonassistenz', votes: 4 }, { waits: true }),
  aListedTopic({ id: topicRequestId('t4'), title: 'Leichte Sprache mit KI', votes: 1 }, { voted: true }),
  aListedTopic({ id: topicRequestId('t5'), title: 'Übersetzen', votes: 0, tags: ['Sprachen'] }),
];
const inStates: readonly ListedTopic[] = [
  aListedTopic({
    id: topicRequestId('t6'),
    title: 'Drohnen zur Brückenprüfung',
    votes: 12,
    state: { kind: 'planned', plan: { date: '2026-12-03', reference: 'Treffen in Olpe' } },
  }),
  aListedTopic(
    { id: topicRequestId('t7'), title: 'Chatbots', votes: 7, state: { kind: 'planned', plan: {} } },
    { voted: true },
  ),
];
const done: readonly ListedTopic[] = [
  aListedTopic({
    id: topicRequestId('t8'),
    title: 'Datenschutz bei Telefonaten',
    votes: 9,
    state: { kind: 'treated', result: { text: 'Zwei Kommunen haben berichtet.' } },
  }),
  aListedTopic({
    id: topicRequestId('t9'),
    title: 'Wetterbericht',
    state: { kind: 'declined', reason: 'Das gehört nicht hierher.' },
  }),
];
const merged = aListedTopic(
  {
    id: topicRequestId('t10'),
    title: 'KI für Bauanträge',
    votes: 3,
    state: { kind: 'merged', into: topicRequestId('t1') },
  },
  { voted: true },
);

/** As much as ever stands on one: the longest words that can be typed, and more groups than can be chosen. */
function theLongest(): ListTopicsResult {
  const word = 'Ü'.repeat(100);
  const groups = Array.from({ length: 70 }, (_, index) =>
    aUserGroup({ id: userGroupId(`${index}`.padStart(36, 'g')), name: `${index} ${word}`.slice(0, 100) }),
  );
  const [userGroup] = groups;
  const tags = Array.from({ length: 8 }, (_, index) => `${index}${'ä'.repeat(29)}`);
  const longest = Array.from({ length: 5 }, (_, index) =>
    aListedTopic(
      { id: topicRequestId(`${index}`.padStart(36, 't')), title: word, votes: 99_999, tags },
      { voted: true, waits: true, ...(userGroup !== undefined && { userGroup }) },
    ),
  );
  return aTopicList({
    rows: longest,
    groups,
    ...(userGroup !== undefined && { userGroup }),
    total: 5000,
    page: 2,
    pages: 1000,
  });
}

export const topicListCardNames = [
  'topics',
  'topics by age',
  'topics of a group',
  'topics planned',
  'topics done',
  'own topics',
  'topics in a dialog',
  'topics for guests',
  'topics shared',
  'topics shared without dialogs',
  'no topics',
  'no topics shared',
  'no own topics',
  'topics in the longest words',
  'topics shared in the longest words',
] as const;

/** Every list of topics. */
export function drawTopicListCards(): Readonly<Record<(typeof topicListCardNames)[number], unknown>> {
  const groups = [building, aUserGroup()];
  const list = aTopicList({ rows, groups, total: 12, pages: 3 });
  const own = aTopicList({ view: 'mine', rows: [...rows.slice(0, 2), merged, ...inStates], groups });
  return {
    topics: topicListCard(list, personal, 'Ihre Stimme für „KI im Bauamt“ ist eingetragen.'),
    'topics by age': topicListCard({ ...list, view: 'new', page: 2 }, personal),
    'topics of a group': topicListCard(
      aTopicList({ rows: rows.slice(0, 1), groups, userGroup: building }),
      personal,
    ),
    'topics planned': topicListCard(aTopicList({ view: 'planned', rows: inStates, groups }), personal),
    'topics done': topicListCard(aTopicList({ view: 'done', rows: done, groups }), personal),
    'own topics': topicListCard(own, personal),
    'topics in a dialog': topicListCard(list, { ...everybody, inDialog: true }),
    'topics for guests': topicListCard({ ...list, takesPart: false }, personal),
    'topics shared': topicListCard({ ...list, takesPart: false }, everybody),
    'topics shared without dialogs': topicListCard(list, { shared: true, dialogs: false }),
    'no topics': topicListCard(aTopicList({ groups }), personal),
    'no topics shared': topicListCard(aTopicList({ takesPart: false }), everybody),
    'no own topics': topicListCard(aTopicList({ view: 'mine', groups }), personal),
    'topics in the longest words': topicListCard(theLongest(), personal),
    'topics shared in the longest words': topicListCard(theLongest(), everybody),
  };
}
