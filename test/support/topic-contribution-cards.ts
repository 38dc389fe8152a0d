import { topicContributionsCard } from '../../src/cards/topic-contributions-card.ts';
import { topicInvitationAnswerCard, topicInvitationCard } from '../../src/cards/topic-invitation-card.ts';
import { topicOfferFormCard } from '../../src/cards/topic-offer-form-card.ts';
import { storedMemberId, useCaseId } from '../../src/domain/ids.ts';
import { dayMs } from '../../src/domain/instant.ts';
import type { TopicInvitation } from '../../src/domain/topic-request.ts';
import type { Contribution, Contributions } from '../../src/features/topics/list-contributions.ts';
import { adopterAt, aUseCase, hemer, menden, olpe } from './builders.ts';
import { aShownTopic } from './topic-details-cards.ts';
import { aTopicRequest } from './topics.ts';

const day = Date.UTC(2026, 10, 22, 9);
const berta = storedMemberId('t.berta');
const personal = { shared: false, dialogs: true };
const from = { view: 'votes', page: 2 } as const;

const request = aTopicRequest({
  createdAt: day,
  votes: 12,
  question: 'Wie prüfen andere Bauämter, ob ein Antrag vollständig ist?\nUnd was kostet das?',
});
const shown = aShownTopic({ request });
const useCase = aUseCase({
  title: 'Bauanträge auf Vollständigkeit prüfen',
  adopters: [adopterAt(menden, 'in_use'), adopterAt(hemer, 'pilot'), adopterAt(olpe, 'planned')],
});

export function anInvitation(fields: Partial<TopicInvitation> = {}): TopicInvitation {
  return {
    topicRequestId: request.id,
    number: 1,
    useCaseId: useCaseId('u1'),
    memberId: berta,
    askedBy: storedMemberId('t.anna'),
    askedAt: day,
    round: 1,
    version: 0,
    ...fields,
  };
}

export function contributionsOf(
  contributions: readonly Partial<Contribution>[],
  fields: Partial<Contributions> = {},
): Contributions {
  const usual = { useCase, speaker: { kind: 'nobody' }, offers: false } as const;
  return {
    shown,
    contributions: contributions.map((one) => ({ ...usual, ...one })),
    others: [],
    ...fields,
  };
}

const later = anInvitation({ answer: 'later', answeredAt: day, version: 1 });
const contact = { memberId: berta, name: 'Berta Beispiel', email: 'berta@example.org' };
const member = { kind: 'member', memberId: berta, contact } as const;

export const listedContributions = contributionsOf(
  [
    { speaker: member },
    { speaker: { kind: 'member', memberId: berta }, invitation: anInvitation() },
    { speaker: member, invitation: anInvitation({ answer: 'yes', answeredAt: day }), offers: true },
    { speaker: { kind: 'address', contact: { email: 'bauamt@example.org' } } },
    { speaker: { kind: 'address', contact: { name: 'Carla Beispiel', email: 'carla@example.org' } } },
  ],
  { others: [{ invitation: later, useCase }, { invitation: anInvitation() }] },
);

export const topicContributionCardNames = [
  'topic offer form',
  'topic offer form of a known offer',
  'topic offer refused',
  'topic contributions',
  'no topic contributions',
  'topic invitation',
  'topic invitation again',
  'topic invitation accepted',
  'topic invitation later',
  'topic invitation answer',
] as const;

/** Every card about who can report on a request. */
export function drawTopicContributionCards(): Readonly<
  Record<(typeof topicContributionCardNames)[number], unknown>
> {
  const form = { shown, commune: 'Menden', isKnown: false };
  const text = 'Wir prüfen seit 2025 so; digitales@example.org';
  const described = { request, useCase, invitation: anInvitation() };
  const accepted = anInvitation({ answer: 'yes', answeredAt: day, version: 1 });
  const again = anInvitation({ round: 2, askedAt: day + 14 * dayMs, version: 1 });
  return {
    'topic offer form': topicOfferFormCard(form, personal, from),
    'topic offer form of a known offer': topicOfferFormCard({ ...form, text, isKnown: true }, personal),
    'topic offer refused': topicOfferFormCard(
      { ...form, text: 'x'.repeat(301), problem: 'text-too-long' },
      personal,
      from,
    ),
    'topic contributions': topicContributionsCard(listedContributions, personal, {
      from,
      outcome: 'Die Anfrage ist unterwegs. Ich schreibe Ihnen, sobald es eine Antwort gibt.',
    }),
    'no topic contributions': topicContributionsCard(contributionsOf([]), personal, { from }),
    'topic invitation': topicInvitationCard(described, personal),
    'topic invitation again': topicInvitationCard({ ...described, invitation: again }, personal),
    'topic invitation accepted': topicInvitationCard({ ...described, invitation: accepted }, personal),
    'topic invitation later': topicInvitationCard({ ...described, invitation: later }, personal),
    'topic invitation answer': topicInvitationAnswerCard(
      { ...described, invitation: later },
      'later',
      personal,
    ),
  };
}
