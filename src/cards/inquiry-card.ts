import { isOpen } from '../domain/inquiry.ts';
import type { InquiryThread } from '../domain/inquiry.ts';
import { inquiryTexts } from '../texts/inquiry-texts.ts';
import { look } from './actions.ts';
import type { Surface } from './actions.ts';
import { buttonRows, card } from './card.ts';
import type { Button, Card } from './card.ts';
import { fromWords, inquiryElements } from './inquiry-parts.ts';
import type { Communes } from './inquiry-parts.ts';

const { kinds, posted } = inquiryTexts;

/** The card in the channels. Each button opens a form for the presser alone; a closed inquiry has none but for reading. */
export function inquiryCard(
  thread: InquiryThread,
  communes: Communes,
  surface: Surface,
  { short = false }: { readonly short?: boolean } = {},
): Card {
  const { inquiry } = thread;
  return card({
    fallbackText: posted.summary(fromWords(inquiry, communes), inquiry.question),
    body: [
      ...inquiryElements(thread, communes, { short }),
      ...buttonRows([
        ...(isOpen(inquiry) ? answerButtons(thread, surface) : []),
        ...allButton(thread, surface),
      ]),
    ],
  });
}

/** In the order in which two of them fit beside each other on a phone. */
export function answerButtons({ inquiry }: InquiryThread, surface: Surface): readonly Button[] {
  const order = ['doing', 'words', 'knows'] as const;
  return order.map((kind) =>
    look(surface, kinds[kind], 'inquiry.offerAnswer', { inquiryId: inquiry.id, kind }),
  );
}

function allButton({ inquiry, answers }: InquiryThread, surface: Surface): readonly Button[] {
  return answers.length === 0 ? [] : [look(surface, posted.all, 'inquiry.show', { inquiryId: inquiry.id })];
}
