import type { Announcement } from '../domain/announcement.ts';
import type { ListedAnnouncements } from '../features/announcements/list-announcements.ts';
import { announcementTexts } from '../texts/announcement-texts.ts';
import { act, look } from './actions.ts';
import type { Surface } from './actions.ts';
import { buttonRows, card, heading, literal, pressableRow, smallText } from './card.ts';
import type { Button, Card, Element } from './card.ts';

const { list, form } = announcementTexts;

/** The latest announcements with where each is on its way, five a page. */
export function announcementListCard(result: ListedAnnouncements, surface: Surface): Card {
  const { rows, total, page, pages } = result;
  const sentence = list.heading(total);
  return card({
    fallbackText: list.fallback(
      sentence,
      rows.map(({ content }) => content.title),
    ),
    body: [
      heading(sentence),
      ...rows.map((row) => announcementRow(row, result.now, surface)),
      ...(rows.length > 0 ? [smallText(list.openOne, { separator: true })] : []),
      ...(pages > 1 ? [smallText(list.page(page, pages))] : []),
      ...buttonRows(pageButtons(result, surface)),
    ],
    actions: [act(surface, form.create, 'announcement.offerForm')],
  });
}

function announcementRow(announcement: Announcement, now: number, surface: Surface): Element {
  const { id, content, state } = announcement;
  const verb = state.kind === 'started' ? 'announcement.report' : 'announcement.showDraft';
  return pressableRow(
    [
      literal([{ text: content.title, weight: 'Bolder' }]),
      smallText(stateWords(announcement, now), { spacing: 'None' }),
    ],
    look(surface, list.detailsOf(content.title), verb, { announcementId: id }),
  );
}

function stateWords({ state, withdrawnAt, correctedAt }: Announcement, now: number): string {
  switch (state.kind) {
    case 'draft':
      return list.draft;
    case 'awaiting-confirmation':
      return list.awaiting;
    case 'scheduled':
      return state.sendAt <= now ? list.sending : list.scheduled(state.sendAt);
    case 'started': {
      const also =
        withdrawnAt !== undefined ? list.withdrawn : correctedAt !== undefined ? list.corrected : '';
      return [list.started(state.at), also].filter((words) => words !== '').join(' · ');
    }
    case 'missed':
      return list.missed;
    case 'discarded':
      return list.discarded;
  }
}

function pageButtons({ page, pages }: ListedAnnouncements, surface: Surface): readonly Button[] {
  return [
    ...(page > 1 ? [look(surface, list.previous, 'announcement.list', { page: page - 1 })] : []),
    ...(page < pages ? [look(surface, list.next, 'announcement.list', { page: page + 1 })] : []),
  ];
}
