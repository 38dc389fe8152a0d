import type { ListedInquiries, ListedInquiry } from '../features/inquiries/list-inquiries.ts';
import { inquiryTexts } from '../texts/inquiry-texts.ts';
import { act, look } from './actions.ts';
import type { Surface } from './actions.ts';
import { buttonRows, card, heading, literal, pressableRow, smallText } from './card.ts';
import type { Button, Card, Element } from './card.ts';

const { list } = inquiryTexts;

/** "Anfragen" of organisers, and "Meine Anfragen": open ones first, five a page. */
export function inquiryListCard(result: ListedInquiries, surface: Surface): Card {
  const { rows, total, open, page, pages, of } = result;
  const sentence = of === 'community' ? list.heading(open, total) : list.ownHeading(total);
  return card({
    fallbackText: list.fallback(
      sentence,
      rows.map(({ inquiry }) => inquiry.question),
    ),
    body: [
      heading(sentence),
      ...rows.map((row) => inquiryRow(row, surface)),
      ...(pages > 1 ? [smallText(list.page(page, pages))] : []),
      ...buttonRows(pageButtons(result, surface)),
    ],
    actions: [act(surface, inquiryTexts.ask, 'inquiry.offer')],
  });
}

function inquiryRow({ inquiry, own }: ListedInquiry, surface: Surface): Element {
  const { id, question, state, answers } = inquiry;
  const words = [
    state.kind === 'draft' ? list.draft : list.state(state.kind, answers),
    ...(own === 'answered' ? [list.answered] : []),
  ];
  return pressableRow(
    [literal([{ text: question, weight: 'Bolder' }]), smallText(words.join(' · '), { spacing: 'None' })],
    look(surface, list.detailsOf(question), 'inquiry.show', { inquiryId: id }),
  );
}

function pageButtons({ page, pages, of }: ListedInquiries, surface: Surface): readonly Button[] {
  const verb = of === 'community' ? 'inquiry.list' : 'inquiry.listOwn';
  return [
    ...(page > 1 ? [look(surface, list.previous, verb, { page: page - 1 })] : []),
    ...(page < pages ? [look(surface, list.next, verb, { page: page + 1 })] : []),
  ];
}
