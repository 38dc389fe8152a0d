import type { Draft } from '../domain/draft.ts';
import { registrationTexts } from '../texts/registration-texts.ts';
import { act, look } from './actions.ts';
import type { Surface } from './actions.ts';
import { buttonRows, card, heading, literal, pressableRow, section, smallText } from './card.ts';
import type { Card, Element } from './card.ts';
import { shortenText } from './shorten-text.ts';

const { buttons, drafts: texts } = registrationTexts;

const pageSize = 5;
const longestTitle = 100;

/** What somebody has begun, and the way to a new form; their own, so for them alone. */
export function draftListCard(
  drafts: readonly Draft[],
  { page: wanted, isFull }: { readonly page: number; readonly isFull: boolean },
  surface: Surface,
): Card {
  const pages = Math.max(1, Math.ceil(drafts.length / pageSize));
  const page = Math.min(wanted, pages);
  const shown = drafts.slice((page - 1) * pageSize, page * pageSize);
  const sentence = toSentence(drafts.length, isFull);
  const more = [
    ...(page > 1 ? [look(surface, texts.previous, 'registration.list', { page: page - 1 })] : []),
    ...(page < pages ? [look(surface, texts.next, 'registration.list', { page: page + 1 })] : []),
  ];
  return card({
    fallbackText: sentence,
    body: [
      heading(sentence),
      ...shown.map((draft) => draftRow(draft, surface)),
      ...(pages > 1 ? [smallText(texts.page(page, pages), { separator: true })] : []),
      ...buttonRows(more),
    ],
    actions: isFull ? [] : [look(surface, buttons.anew, 'registration.offerForm', { anew: true })],
  });
}

function toSentence(count: number, isFull: boolean): string {
  if (isFull) {
    return texts.tooMany(count);
  }
  return count === 0 ? texts.none : texts.count(count);
}

function draftRow({ id, typed, origin, savedAt }: Draft, surface: Surface): Element {
  const words = (typed.title ?? '').trim();
  const title = words === '' ? texts.untitled : shortenText(words, longestTitle);
  const line = [...(origin.kind === 'change' ? [texts.ofChange] : []), texts.savedAt(savedAt)].join(', ');
  const data = { draftId: id };
  return section([
    pressableRow(
      [
        literal([{ text: title, weight: 'Bolder', ...(words === '' && { italic: true }) }]),
        smallText(line, { spacing: 'None' }),
      ],
      look(surface, texts.goOnWith(title), 'registration.goOn', data),
      { separator: false },
    ),
    ...buttonRows([act(surface, buttons.discard, 'registration.discard', data)]),
  ]);
}
