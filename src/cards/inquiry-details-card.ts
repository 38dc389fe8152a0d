import { isOpen } from '../domain/inquiry.ts';
import type { InquiryAnswer } from '../domain/inquiry.ts';
import type { ShownInquiry } from '../features/inquiries/inquiry-results.ts';
import { inquiryTexts } from '../texts/inquiry-texts.ts';
import { act } from './actions.ts';
import type { Surface } from './actions.ts';
import { buttonRows, card, literal, section, smallText } from './card.ts';
import type { Button, Card, Element } from './card.ts';
import { answerButtons } from './inquiry-card.ts';
import { answerElements, answerExcerpt, fromWords, questionElements, stateLine } from './inquiry-parts.ts';

const { details, posted } = inquiryTexts;

/** More answers of full length do not fit into 25 KB beside a question of full length. */
const mostAnswers = 8;
/** Of more, each is cut. */
const mostWhole = 4;

/** An inquiry with its answers, the latest first, and what the viewer may do with it. `outcome`: what just happened. */
export function inquiryDetailsCard(shown: ShownInquiry, surface: Surface, outcome?: string): Card {
  const { inquiry, answers, communes } = shown;
  const latest = answers.slice(-mostAnswers).toReversed();
  const excerpt = latest.length > mostWhole ? answerExcerpt.among : answerExcerpt.all;
  const hidden = answers.length - latest.length;
  const isPrivate = !surface.shared || surface.inDialog === true;
  return card({
    fallbackText: [outcome, posted.summary(fromWords(inquiry, communes), inquiry.question)].join(' ').trim(),
    body: [
      // A user group that is named in it is called what people typed.
      ...(outcome === undefined ? [] : [literal([{ text: outcome, weight: 'Bolder' }])]),
      ...questionElements(inquiry, communes),
      ...(inquiry.sentAt === undefined
        ? []
        : [smallText(details.sent(inquiry.sentAt), { spacing: 'Small' })]),
      smallText(stateLine(inquiry, answers.length), { spacing: 'None' }),
      ...latest.map((answer) =>
        section([
          ...answerElements(answer, communes, excerpt),
          ...(isPrivate ? buttonRows(ownButtons(shown, answer, surface)) : []),
        ]),
      ),
      ...(hidden > 0 ? [smallText(details.hidden(hidden))] : []),
      ...buttons(shown, surface, isPrivate),
    ],
  });
}

function ownButtons(
  { inquiry, viewer }: ShownInquiry,
  { number, kind, by }: InquiryAnswer,
  surface: Surface,
): readonly Button[] {
  const isOwn = by === viewer.memberId;
  const own = { inquiryId: inquiry.id, kind };
  const register = { inquiryId: inquiry.id, answer: number };
  const mayRegister = kind === 'doing' && (isOwn || viewer.isOrganiser);
  return [
    ...(isOwn && isOpen(inquiry) ? [act(surface, inquiryTexts.change, 'inquiry.offerAnswer', own)] : []),
    ...(isOwn ? [act(surface, inquiryTexts.takeBack, 'inquiry.takeBack', own)] : []),
    ...(mayRegister ? [act(surface, inquiryTexts.register, 'inquiry.register', register)] : []),
  ];
}

function buttons(shown: ShownInquiry, surface: Surface, isPrivate: boolean): readonly Element[] {
  const { inquiry, viewer } = shown;
  if (!isOpen(inquiry)) {
    return [];
  }
  const one = { inquiryId: inquiry.id };
  const { isAsker, isOrganiser } = viewer;
  if (!isPrivate) {
    return buttonRows(answerButtons(shown, surface));
  }
  return buttonRows([
    ...(isAsker ? [act(surface, details.done, 'inquiry.close', one)] : answerButtons(shown, surface)),
    ...(isOrganiser ? [act(surface, details.route, 'inquiry.offerRoute', one)] : []),
    ...(isOrganiser && !isAsker ? [act(surface, details.close, 'inquiry.close', one)] : []),
  ]);
}
