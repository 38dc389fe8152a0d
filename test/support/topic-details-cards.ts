import { followListCard } from '../../src/cards/follow-list-card.ts';
import { topicCommentFormCard } from '../../src/cards/topic-comment-form-card.ts';
import { topicCommentsCard } from '../../src/cards/topic-comments-card.ts';
import { topicDetailsCard } from '../../src/cards/topic-details-card.ts';
import { storedMemberId, topicRequestId } from '../../src/domain/ids.ts';
import type { TopicComment } from '../../src/domain/topic-request.ts';
import type { ShownOffer, ShownTopic } from '../../src/features/topics/topic-results.ts';
import { aUserGroup, hemer, menden, olpe } from './builders.ts';
import { shippedCommunes } from './shipped-communes.ts';
import { aTopicRequest } from './topics.ts';

const day = Date.UTC(2026, 10, 22, 9);

/** What somebody sees who may take part and has done nothing yet. */
export const aViewer: ShownTopic['viewer'] = {
  memberId: storedMemberId('t.viewer'),
  takesPart: true,
  voted: false,
  follows: false,
  offers: false,
  isAuthor: false,
  organises: false,
  mayEdit: false,
  mayRemove: false,
};

export function aShownTopic(fields: Partial<ShownTopic> = {}): ShownTopic {
  return {
    request: aTopicRequest({ createdAt: day }),
    waits: false,
    comments: [],
    offers: [],
    communes: shippedCommunes,
    viewer: aViewer,
    ...fields,
  };
}

export function aComment(fields: Partial<TopicComment> = {}): TopicComment {
  return {
    topicRequestId: topicRequestId('t1'),
    number: 1,
    by: storedMemberId('t.commenter'),
    communeId: menden,
    at: day,
    text: 'Bei uns fragen die Bauherren jede Woche danach.',
    ...fields,
  };
}

export function anOffer(fields: Partial<ShownOffer> = {}): ShownOffer {
  return { memberId: storedMemberId('t.offering'), at: day, communeId: hemer, ...fields };
}

const personal = { shared: false, dialogs: true };
const from = { view: 'votes', page: 2 } as const;
const comments = Array.from({ length: 12 }, (_, index) => aComment({ number: index + 1 }));
const full = aShownTopic({
  request: aTopicRequest({
    createdAt: day,
    votes: 23,
    comments: 12,
    question: 'Wie prüfen andere Bauämter, ob ein Antrag vollständig ist?\nUnd was kostet das?',
    tags: ['Bauamt', 'Anträge'],
  }),
  userGroup: aUserGroup({ name: 'Bauen und Planen' }),
  waits: true,
  comments,
  offers: [anOffer({ text: 'Wir prüfen seit 2025 so; digitales@example.org' }), anOffer({ communeId: olpe })],
});
const organiser = { ...aViewer, voted: true, follows: true, organises: true, mayEdit: true };
const { request } = full;

export const topicDetailsCardNames = [
  'topic',
  'topic for its author',
  'topic for organisers',
  'topic shared',
  'topic planned',
  'topic treated',
  'topic declined',
  'topic merged',
  'topic comment form',
  'topic comment refused',
  'topic comments',
  'topics followed',
] as const;

/** Every card about one request. */
export function drawTopicDetailsCards(): Readonly<Record<(typeof topicDetailsCardNames)[number], unknown>> {
  const inState = (state: typeof request.state, more: Partial<ShownTopic> = {}) =>
    topicDetailsCard(
      { ...full, ...more, waits: false, request: { ...request, state } },
      { surface: personal },
    );
  const author = { ...aViewer, voted: true, follows: true, isAuthor: true, mayEdit: true, mayRemove: true };
  return {
    topic: topicDetailsCard(full, { surface: personal, from }),
    'topic for its author': topicDetailsCard(aShownTopic({ viewer: author }), {
      surface: personal,
      outcome: 'Ihr Thema steht in der Liste.',
    }),
    'topic for organisers': topicDetailsCard({ ...full, viewer: organiser }, { surface: personal, from }),
    'topic shared': topicDetailsCard(full, { surface: { shared: true, dialogs: false } }),
    'topic planned': inState({
      kind: 'planned',
      plan: { date: '2026-12-03', reference: 'Treffen in Olpe' },
    }),
    'topic treated': inState({
      kind: 'treated',
      result: { text: 'Zwei Kommunen haben berichtet.', link: 'https://example.org/protokoll' },
    }),
    'topic declined': inState({ kind: 'declined', reason: 'Das gehört in die User Group Recht.' }),
    'topic merged': inState(
      { kind: 'merged', into: topicRequestId('t2'), reason: 'Beide fragen dasselbe.' },
      { into: aTopicRequest({ id: topicRequestId('t2'), title: 'Bauanträge mit KI prüfen' }) },
    ),
    'topic comment form': topicCommentFormCard({ shown: full, commune: 'Menden' }, personal, from),
    'topic comment refused': topicCommentFormCard(
      { shown: full, commune: 'Menden', text: 'x'.repeat(600), problem: 'too-long' },
      personal,
      from,
    ),
    'topic comments': topicCommentsCard({ ...full, viewer: organiser }, 2, { surface: personal, from }),
    'topics followed': followListCard({
      kind: 'listed',
      rows: [
        {
          kind: 'topic',
          topicRequestId: request.id,
          topic: { title: request.title, state: 'planned' },
        },
        { kind: 'topic', topicRequestId: topicRequestId('gone') },
      ],
      total: 2,
      page: 1,
      pages: 1,
      communes: shippedCommunes,
    }),
  };
}
