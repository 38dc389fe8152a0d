import { chatLink, isPerson, mailLink, titleInLink } from '../domain/contact.ts';
import { takesOffers } from '../domain/topic-offer.ts';
import type { TopicInvitation, TopicRequest } from '../domain/topic-request.ts';
import type { Contact } from '../domain/use-case.ts';
import type { Contribution, Contributions } from '../features/topics/list-contributions.ts';
import type { Speaker } from '../features/topics/find-speaker.ts';
import { topicContributionTexts as texts } from '../texts/topic-contribution-texts.ts';
import { act, look, questionPayload } from './actions.ts';
import type { Surface } from './actions.ts';
import {
  buttonRows,
  card,
  heading,
  literal,
  openUrl,
  pressableRow,
  section,
  smallText,
  text,
} from './card.ts';
import type { Button, Card, Element } from './card.ts';
import { contactText } from './contact-lines.ts';
import { drawToFit } from './fit-card.ts';
import { shortenText } from './shorten-text.ts';
import { toFromPayload } from './topic-actions.ts';
import type { TopicList } from './topic-actions.ts';
import { stageLines } from './use-case-parts.ts';

const { list: words } = texts;

/** Characters; an import may have more than the form allows. */
const longestTitle = 100;
const longestContact = 200;
const quiet = { isSubtle: true, size: 'Small' };
/** How much is said. */
interface Size {
  /** Rows of those who were asked besides. */
  readonly others: number;
  /** At each stage of a use case. */
  readonly names: number;
}
const sizes: readonly [Size, Size] = [
  { others: 10, names: 4 },
  { others: 3, names: 1 },
];

interface Place {
  readonly request: TopicRequest;
  readonly surface: Surface;
  readonly from?: TopicList;
}

/** "Mögliche Beiträge", for organisers: which communes could report, whom to ask, and what was answered. `outcome`: what just happened. */
export function topicContributionsCard(
  listed: Contributions,
  surface: Surface,
  { from, outcome }: { readonly from?: TopicList; readonly outcome?: string } = {},
): Card {
  const { request } = listed.shown;
  const place = { request, surface, ...toFromPayload(from) };
  return drawToFit(sizes, (size) => draw(listed, place, size, outcome));
}

function draw(
  { shown, contributions, others }: Contributions,
  place: Place,
  size: Size,
  outcome: string | undefined,
): Card {
  const { request, surface, from } = place;
  const { communes } = shown;
  const isNone = contributions.length === 0;
  const back = { topicRequestId: request.id, ...toFromPayload(from) };
  return card({
    fallbackText: [outcome, `${words.heading}: ${request.title}`].join(' ').trim(),
    body: [
      ...(outcome === undefined ? [] : [text(outcome, { weight: 'Bolder' })]),
      heading(words.heading),
      literal([{ text: request.title }], { spacing: 'None' }),
      smallText(toHint(request, isNone)),
      ...contributions.flatMap((contribution) => [
        pressableRow(
          [
            literal([{ text: titleOf(contribution), weight: 'Bolder' }]),
            ...stageLines(contribution.useCase, communes, { names: size.names }),
            ...stateLines(contribution),
          ],
          look(surface, words.detailsOf(titleOf(contribution)), 'useCase.show', {
            useCaseId: contribution.useCase.id,
          }),
        ),
        ...buttonRows(rowButtons(contribution, place)),
      ]),
      ...otherRows(others.slice(-size.others)),
      ...(isNone ? buttonRows([askCommunity(request, surface)]) : []),
    ],
    actions: [look(surface, words.back, 'topic.show', back)],
  });
}

function toHint(request: TopicRequest, isNone: boolean): string {
  if (isNone) {
    return words.none;
  }
  return takesOffers(request) ? words.hint : words.closed;
}

function stateLines({ speaker, offers, invitation }: Contribution): readonly Element[] {
  const state = invitation === undefined ? undefined : invitationWords(invitation);
  const lines = [whom(speaker), ...(offers && invitation?.answer !== 'yes' ? [words.offers] : [])];
  return [
    ...lines.map((line) => literal([{ text: line, ...quiet }], { spacing: 'Small' })),
    ...(state === undefined ? [] : [text(state, { size: 'Small', weight: 'Bolder', spacing: 'Small' })]),
  ];
}

function whom(speaker: Speaker): string {
  switch (speaker.kind) {
    case 'member': {
      const { contact } = speaker;
      const who = contact && contactText(contact, true);
      if (contact === undefined) {
        return words.author;
      }
      return who === undefined ? words.memberContact : words.contact(shortenText(who, longestContact));
    }
    case 'address': {
      const who = shortenText(contactText(speaker.contact, true) ?? '', longestContact);
      return isPerson(speaker.contact) ? words.contact(who) : words.mailbox(who);
    }
    case 'yourself':
    case 'nobody':
      return words[speaker.kind];
  }
}

function invitationWords({ answer, answeredAt, askedAt, round }: TopicInvitation): string {
  return answer === undefined || answeredAt === undefined
    ? words.asked(askedAt, round)
    : words.said(answer, answeredAt);
}

function titleOf({ useCase }: Pick<Contribution, 'useCase'>): string {
  return shortenText(useCase.title, longestTitle);
}

function rowButtons(contribution: Contribution, { request, surface, from }: Place): readonly Button[] {
  const { useCase, speaker, offers, invitation } = contribution;
  if (!takesOffers(request) || offers) {
    return [];
  }
  if (speaker.kind === 'address') {
    return writeButtons(speaker.contact, request);
  }
  const isAsked = speaker.kind !== 'member' || invitation?.memberId === speaker.memberId;
  const one = { topicRequestId: request.id, useCaseId: useCase.id, ...toFromPayload(from) };
  const tooltip = words.inviteSpoken(titleOf(contribution));
  return isAsked ? [] : [act(surface, words.invite, 'topic.invite', one, { tooltip })];
}

/** A person in a chat, a mailbox by mail; the question stands there already. */
function writeButtons(contact: Contact, { title }: TopicRequest): readonly Button[] {
  const question = texts.questionToSend(titleInLink(title));
  const { name, email = '' } = contact;
  const isChat = isPerson(contact);
  const url = isChat ? chatLink(email, question) : mailLink(email, question);
  const tooltip = words.writeTo(shortenText(name ?? email, longestContact));
  return url === undefined ? [] : [openUrl(isChat ? words.chat : words.mail, url, tooltip)];
}

function otherRows(others: Contributions['others']): readonly Element[] {
  return others.length === 0
    ? []
    : [
        section([
          text(words.others, { weight: 'Bolder' }),
          ...others.map(({ invitation, useCase }) => {
            const title = useCase === undefined ? words.useCaseGone : titleOf({ useCase });
            const line = `${title}: ${invitationWords(invitation)}`;
            return literal([{ text: line, size: 'Small' }], { spacing: 'Small' });
          }),
        ]),
      ];
}

function askCommunity({ title }: TopicRequest, surface: Surface): Button {
  const question = questionPayload({ sought: title, filters: [] }, 1);
  return look(surface, words.community, 'inquiry.offer', { question });
}
