import type { ShownInquiry } from '../features/inquiries/inquiry-results.ts';
import type { CommunityChannel } from '../domain/user-group.ts';
import { inquiryTexts } from '../texts/inquiry-texts.ts';
import { act } from './actions.ts';
import type { Surface } from './actions.ts';
import { buttonRows, card, literal, section, smallText } from './card.ts';
import type { Card } from './card.ts';
import { inquiryElements } from './inquiry-parts.ts';

const { preview } = inquiryTexts;

/** A draft exactly as it will stand in the channels, and which ones those are. */
export function inquiryPreviewCard(
  shown: ShownInquiry,
  channels: readonly CommunityChannel[],
  surface: Surface,
): Card {
  const { inquiry, communes } = shown;
  const one = { inquiryId: inquiry.id };
  const sentence = preview.heading(channels.map(({ name }) => name));
  return card({
    fallbackText: `${sentence} ${inquiry.question}`,
    body: [
      // The names of channels are words that people typed.
      literal([{ text: sentence, weight: 'Bolder', size: 'Medium' }]),
      section(inquiryElements(shown, communes)),
      smallText(preview.buttons, { separator: true }),
      ...buttonRows([
        act(surface, preview.send, 'inquiry.send', one, { style: 'positive' }),
        act(surface, preview.change, 'inquiry.offerChange', one),
        act(surface, preview.discard, 'inquiry.discard', one),
      ]),
    ],
  });
}
