import { asksAgainAt } from '../domain/topic-invitation.ts';
import { takesOffers } from '../domain/topic-offer.ts';
import { invitationAnswers } from '../domain/topic-request.ts';
import type { InvitationAnswer, TopicInvitation } from '../domain/topic-request.ts';
import type { DescribedInvitation } from '../features/topics/answer-invitation.ts';
import { topicContributionTexts as texts } from '../texts/topic-contribution-texts.ts';
import { topicTexts } from '../texts/topic-texts.ts';
import { act, look } from './actions.ts';
import type { Surface } from './actions.ts';
import { buttonRows, card, heading, literal, smallText, text } from './card.ts';
import type { Button, Card, Element } from './card.ts';
import { shortenText } from './shorten-text.ts';
import { descriptionLines } from './user-group-card.ts';

const { invitation: words, told } = texts;

/** Characters; an import may have more than the form allows. */
const longestTitle = 100;
const quiet = { isSubtle: true, size: 'Small' };

/** "Würden Sie berichten?", as it comes to whoever is asked; afterwards what they said, which they can change while it is open. */
export function topicInvitationCard(
  { request, invitation, useCase }: DescribedInvitation,
  surface: Surface,
  { short = false }: { readonly short?: boolean } = {},
): Card {
  const sentence = texts.question(request.title);
  const isOpen = takesOffers(request);
  const answered = answeredWords(invitation);
  return card({
    fallbackText: answered === undefined ? sentence : `${answered} ${sentence}`,
    body: [
      ...(answered === undefined ? [] : [heading(answered)]),
      literal([{ text: sentence, weight: 'Bolder' }]),
      ...(request.question === undefined || short ? [] : descriptionLines(request.question)),
      ...(short && request.question !== undefined ? [smallText(words.short)] : []),
      literal([{ text: `${topicTexts.stateLine(request)} · ${topicTexts.votes(request.votes)}`, ...quiet }], {
        spacing: 'Small',
      }),
      ...useCaseLine(words.useCase, useCase?.title),
      ...(answered === undefined ? questionLines(invitation) : []),
      ...(answered !== undefined && isOpen ? [text(words.change, { spacing: 'Medium' })] : []),
      ...(isOpen ? buttonRows(answerButtons(invitation, surface)) : []),
    ],
    actions: [look(surface, words.topic, 'topic.showNews', { topicRequestId: request.id })],
  });
}

function questionLines({ round }: TopicInvitation): readonly Element[] {
  return [
    ...(round > 1 ? [text(words.again, { spacing: 'Medium' })] : []),
    smallText(words.why, { spacing: round > 1 ? 'Small' : 'Medium' }),
  ];
}

/** What somebody said, to themselves; undefined while they said nothing. */
export function answeredWords(invitation: TopicInvitation): string | undefined {
  const { answer } = invitation;
  if (answer === undefined) {
    return undefined;
  }
  return answer === 'later' ? words.later(asksAgainAt(invitation)) : words.answered[answer];
}

function answerButtons(
  { topicRequestId, number, answer: known }: TopicInvitation,
  surface: Surface,
): readonly Button[] {
  return invitationAnswers
    .filter((answer) => answer !== known)
    .map((answer) => {
      const data = { topicRequestId, invitation: number, answer };
      const style = answer === 'yes' && known === undefined ? { style: 'positive' } : {};
      return act(surface, words.buttons[answer], 'topic.answerInvitation', data, style);
    });
}

function useCaseLine(before: string, title: string | undefined): readonly Element[] {
  return title === undefined
    ? []
    : [
        literal(
          [
            { text: before, ...quiet },
            { text: `„${shortenText(title, longestTitle)}“`, size: 'Small' },
          ],
          {
            spacing: 'None',
          },
        ),
      ];
}

/** What the organiser who asked gets when there is an answer. `answer`: what was said last; asked again, it is none. */
export function topicInvitationAnswerCard(
  { request, invitation, useCase }: DescribedInvitation,
  answer: InvitationAnswer,
  surface: Surface,
): Card {
  const again = asksAgainAt(invitation) !== undefined;
  const { topicRequestId } = invitation;
  return card({
    fallbackText: `${told.heading(answer)}. ${request.title}`,
    body: [
      heading(told.heading(answer)),
      literal([{ text: told.topic, isSubtle: true }, { text: request.title }]),
      ...useCaseLine(told.useCase, useCase?.title),
      ...(again ? [smallText(told.again)] : []),
      ...(invitation.answer === undefined ? [smallText(told.askedAgain)] : []),
      ...(invitation.version > invitation.round ? [smallText(told.changed)] : []),
    ],
    actions: [look(surface, words.topic, 'topic.showNews', { topicRequestId })],
  });
}
