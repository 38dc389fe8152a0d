import { digestCard, toDigestItem } from '../../src/cards/digest-card.ts';
import { topicNewsCard } from '../../src/cards/topic-news-card.ts';
import { topicRequestId, userGroupId } from '../../src/domain/ids.ts';
import type { TopicState } from '../../src/domain/topic-request.ts';
import type { UserGroup } from '../../src/domain/user-group.ts';
import type { TopicDeadline } from '../../src/features/topics/describe-topic-deadline.ts';
import type { TopicNews } from '../../src/features/topics/describe-topic-news.ts';
import { anAnnouncement } from './builders.ts';
import { aTopicRequest } from './topics.ts';

const into = aTopicRequest({ id: topicRequestId('t2'), title: 'KI und digitale Bauakten', votes: 7 });

export const states = {
  open: { kind: 'open' },
  planned: { kind: 'planned', plan: { date: '2026-12-03', reference: 'Treffen in Olpe' } },
  treated: {
    kind: 'treated',
    result: {
      text: 'Hemer hat gezeigt, wie der Assistent Bauanträge vorprüft.\nDie Folien stehen im Netz.',
      link: 'https://www.example.org/folien',
    },
  },
  declined: { kind: 'declined', reason: 'Dazu gab es im Oktober ein eigenes Treffen.' },
  merged: { kind: 'merged', into: into.id, reason: 'Beide fragen dasselbe.' },
} as const satisfies Readonly<Record<string, TopicState>>;

/** That a request came into a state, and still is in it. */
export function topicNews(state: TopicState, fields: Partial<TopicNews> = {}): TopicNews {
  return {
    kind: 'topic-news',
    request: aTopicRequest({ votes: 12, state }),
    change: { number: 1, at: Date.UTC(2026, 10, 22), state, again: false },
    role: 'voter',
    voted: true,
    ...(state.kind === 'merged' && { into }),
    ...fields,
  };
}

const userGroup: UserGroup = {
  id: userGroupId('g1'),
  kind: 'user-group',
  name: 'Telefonie',
  description: 'Wer Anrufe mit KI annimmt.',
  organisers: [],
  createdAt: 0,
  topics: { until: '2026-12-04' },
  version: 1,
};

export function topicDeadline(fields: Partial<TopicDeadline> = {}): TopicDeadline {
  return {
    kind: 'topic-deadline',
    userGroup,
    until: '2026-12-04',
    open: 12,
    first: [
      aTopicRequest({ id: topicRequestId('t3'), title: 'Sprachassistent für das Bürgerbüro', votes: 9 }),
      into,
      aTopicRequest(),
    ],
    ...fields,
  };
}

/** Every card about topics that comes by itself. */
export function drawTopicNewsCards() {
  return {
    'news of a planned topic': topicNewsCard(topicNews(states.planned, { role: 'author' })),
    'news of a treated topic': topicNewsCard(topicNews(states.treated)),
    'news of a declined topic': topicNewsCard(topicNews(states.declined, { role: 'follower', voted: false })),
    'news of a merged topic': topicNewsCard(topicNews(states.merged)),
    'news of a topic open again': topicNewsCard(topicNews(states.open)),
    'topic deadline': topicNewsCard(topicDeadline()),
    'topic deadline without topics': topicNewsCard(topicDeadline({ open: 0, first: [] })),
    'digest with topics': digestCard([
      toDigestItem(anAnnouncement()),
      topicNews(states.treated),
      topicNews(states.planned, { role: 'counted', source: into, meanwhile: { state: states.declined } }),
      topicDeadline(),
    ]),
  };
}
