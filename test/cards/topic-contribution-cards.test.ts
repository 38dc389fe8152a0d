import { describe, expect, it } from 'vitest';
import { topicContributionsCard } from '../../src/cards/topic-contributions-card.ts';
import { topicInvitationAnswerCard, topicInvitationCard } from '../../src/cards/topic-invitation-card.ts';
import { topicOfferFormCard } from '../../src/cards/topic-offer-form-card.ts';
import { storedMemberId } from '../../src/domain/ids.ts';
import { invitationAnswers } from '../../src/domain/topic-request.ts';
import type { UseCase } from '../../src/domain/use-case.ts';
import { adopterAt, aUseCase, menden } from '../support/builders.ts';
import { breachesOf } from '../support/card-breaches.ts';
import { buttonsOf, wordsOf } from '../support/conversation.ts';
import { anInvitation, contributionsOf } from '../support/topic-contribution-cards.ts';
import { aShownTopic } from '../support/topic-details-cards.ts';
import { aTopicRequest } from '../support/topics.ts';

const personal = { shared: false, dialogs: true };
const markdown = '[Ihr Konto](https://example.org) **sofort**';
const request = aTopicRequest({ title: markdown, question: markdown });
const described = { request, useCase: aUseCase({ title: markdown }), invitation: anInvitation() };
const memberId = storedMemberId('t.berta');

/** As long as everything may be. */
const longest = 'ß&<>"\'%ü'.repeat(60);
const longestUseCase: UseCase = aUseCase({
  title: longest,
  adopters: Array.from(
    { length: 40 },
    (_, index) =>
      ({
        body: { kind: 'organisation', name: `${index} ${longest.slice(0, 90)}` },
        stage: 'in_use',
      }) as const,
  ),
});
const contact = { name: longest, email: `${'a'.repeat(200)}@menden.example`, phone: longest };

/** Of every text block, in which markdown is live. */
function liveText(value: unknown): string {
  return JSON.stringify(value, (_, field: unknown) =>
    typeof field === 'object' && field !== null && 'type' in field && field.type === 'RichTextBlock'
      ? undefined
      : field,
  );
}

describe('cards about who can report', () => {
  it('show what people typed as text alone', () => {
    const cards = [
      topicInvitationCard(described, personal),
      topicInvitationAnswerCard(described, 'yes', personal),
      topicOfferFormCard({ shown: aShownTopic({ request }), isKnown: false }, personal),
      topicContributionsCard(
        contributionsOf([], {
          shown: aShownTopic({ request }),
          others: [{ invitation: anInvitation(), useCase: described.useCase }],
        }),
        personal,
      ),
    ];

    for (const card of cards) {
      const { body } = card;
      expect(JSON.stringify(body)).toContain(markdown);
      expect(liveText(body.filter(({ type }) => type !== 'ActionSet'))).not.toContain(markdown);
    }
  });

  it('fit, however much there is to say', () => {
    const shown = aShownTopic({ request: aTopicRequest({ title: longest.slice(0, 100) }) });
    const row = { useCase: longestUseCase, speaker: { kind: 'address', contact } } as const;
    const other = { invitation: anInvitation(), useCase: longestUseCase };
    const listed = contributionsOf([row, row, row, row, row], {
      shown,
      others: Array.from({ length: 40 }, () => other),
    });

    const card = topicContributionsCard(listed, personal, { from: { view: 'votes', page: 1 } });

    expect(breachesOf({ ...card })).toEqual([]);
    expect(wordsOf(card)).toContain('Außerdem angefragt');
  });

  it('can be short where the whole question was refused as too big', () => {
    const long = { ...described, request: aTopicRequest({ question: longest }) };

    const card = topicInvitationCard(long, personal, { short: true });

    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(5000);
    expect(wordsOf(card)).toContain('Gekürzt');
    expect(buttonsOf(card)).toHaveLength(4);
  });
});

describe('the question whether somebody would report', () => {
  it.each(invitationAnswers)('answered "%s" leaves the two other answers', (answer) => {
    const invitation = anInvitation({ answer, answeredAt: 1, version: 1 });

    const said = buttonsOf(topicInvitationCard({ ...described, invitation }, personal)).map(
      ({ data }) => data?.['answer'],
    );

    expect(said.filter((one) => one !== undefined)).toEqual(
      invitationAnswers.filter((one) => one !== answer),
    );
  });

  it('has no answers left when the topic is decided', () => {
    const treated = { ...request, state: { kind: 'treated', result: { text: 'Berichtet.' } } } as const;
    const invitation = anInvitation({ answer: 'yes', answeredAt: 1, version: 1 });

    const card = topicInvitationCard({ request: treated, invitation }, personal);

    expect(buttonsOf(card).map(({ verb }) => verb)).toEqual(['topic.showNews']);
  });
});

describe('"Mögliche Beiträge"', () => {
  it('asks nobody who was asked, who offers it, or when the topic is decided', () => {
    const speaker = { kind: 'member', memberId } as const;
    const useCase = aUseCase({ adopters: [adopterAt(menden, 'in_use')] });
    const invites = (listed: ReturnType<typeof contributionsOf>) =>
      buttonsOf(topicContributionsCard(listed, personal)).filter(({ title }) => title === 'Anfragen').length;
    const declined = aTopicRequest({ state: { kind: 'declined', reason: 'Nein.' } });

    expect(invites(contributionsOf([{ speaker, useCase }]))).toBe(1);
    expect(invites(contributionsOf([{ speaker, useCase, invitation: anInvitation() }]))).toBe(0);
    expect(invites(contributionsOf([{ speaker, useCase, offers: true }]))).toBe(0);
    expect(
      invites(contributionsOf([{ speaker, useCase }], { shown: aShownTopic({ request: declined }) })),
    ).toBe(0);
  });

  it('asks another one where somebody else was asked because of the same use case', () => {
    const speaker = { kind: 'member', memberId: storedMemberId('t.new') } as const;
    const listed = contributionsOf([{ speaker, invitation: anInvitation() }]);

    const card = topicContributionsCard(listed, personal);

    expect(buttonsOf(card).map(({ title }) => title)).toContain('Anfragen');
    expect(wordsOf(card)).toContain('Angefragt am');
  });
});
