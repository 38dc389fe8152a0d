import type { Offer } from '../cards/offer.ts';
import { adaptiveCardType } from './to-activity.ts';

/** The list below the compose box. */
export function offersAnswer(offers: readonly Offer[]): unknown {
  return {
    composeExtension: { type: 'result', attachmentLayout: 'list', attachments: offers.map(toAttachment) },
  };
}

/** A sentence in the place of the list; nothing in it is markup. */
export function composeNoteAnswer(text: string): unknown {
  return { composeExtension: { type: 'message', text } };
}

function toAttachment({ title, line, card }: Offer) {
  const preview = { title: escapeMarkup(title), text: escapeMarkup(line) };
  return {
    contentType: adaptiveCardType,
    content: card,
    preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: preview },
  };
}

/**
 * Teams draws HTML in a preview, titles included; markdown it does not. Only what would be markup is escaped, because other
 * clients show the escapes.
 */
function escapeMarkup(words: string): string {
  return words.replaceAll(/&(?=[#a-z])/gi, '&amp;').replaceAll(/<(?=[a-z/!?])/gi, '&lt;');
}
