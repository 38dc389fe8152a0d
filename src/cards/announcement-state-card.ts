import type { AnnouncementId } from '../domain/ids.ts';
import type { DescribedAnnouncement } from '../features/announcements/describe-announcement.ts';
import { announcementTexts } from '../texts/announcement-texts.ts';
import { act } from './actions.ts';
import type { Surface } from './actions.ts';
import { shownDraft } from './announcement-preview-card.ts';
import { audienceElements } from './announcement-parts.ts';
import { buttonRows, card, heading, literal, section, smallText, text } from './card.ts';
import type { Button, Card, Element } from './card.ts';

const { state: states, confirmation, preview } = announcementTexts;

export interface StateCardOptions {
  /** What just happened. */
  readonly outcome?: string;
  /** The bot posts it by itself: it may be pressed much later, so it leads to the state of then. */
  readonly posted?: boolean;
}

/** An announcement that waits for its time or for a second organiser, or of which nothing came. */
export function announcementStateCard(
  described: DescribedAnnouncement,
  surface: Surface,
  { outcome, posted = false }: StateCardOptions = {},
): Card {
  const sentence = sentenceOf(described);
  const first = outcome === undefined ? sentence : `${outcome} ${sentence}`;
  return card({
    fallbackText: `${first} ${described.announcement.content.title}`,
    body: [
      heading(first),
      ...explanation(described),
      section(shownDraft(described)),
      ...audienceElements(described),
      ...buttonRows(posted ? postedButtons(described, surface) : buttons(described, surface)),
    ],
    actions: posted ? [] : [act(surface, states.all, 'announcement.list', { page: 1 })],
  });
}

/** Asks to look at it, where the whole card was too big: nobody confirms what they have not seen. */
export function shortConfirmationCard(described: DescribedAnnouncement, surface: Surface): Card {
  const sentence = confirmation.heading(described.count);
  const { id, content } = described.announcement;
  return card({
    fallbackText: `${sentence} ${content.title}`,
    body: [heading(sentence), literal([{ text: content.title, weight: 'Bolder' }])],
    actions: [act(surface, confirmation.show, 'announcement.showDraft', { announcementId: id })],
  });
}

function sentenceOf({ announcement: { state }, isUnderWay, own, count }: DescribedAnnouncement): string {
  switch (state.kind) {
    case 'draft':
    case 'started':
      return states.now;
    case 'scheduled':
      return isUnderWay ? states.now : states.scheduled(state.sendAt);
    case 'awaiting-confirmation':
      return own.mayConfirm ? confirmation.heading(count) : states.awaiting;
    case 'discarded':
      return states.discarded;
    case 'missed':
      return states.missed;
  }
}

function explanation({
  announcement,
  own,
  confirmAbove,
  asked = 0,
  now,
}: DescribedAnnouncement): readonly Element[] {
  const { state } = announcement;
  if (state.kind !== 'awaiting-confirmation') {
    return [];
  }
  return [
    own.mayConfirm ? text(confirmation.why(confirmAbove)) : text(states.awaitingMore(confirmAbove, asked)),
    ...(announcement.grownAt === undefined ? [] : [text(states.grown)]),
    smallText(whenConfirmed(state.sendAt, now)),
  ];
}

function whenConfirmed(sendAt: number | undefined, now: number): string {
  if (sendAt === undefined) {
    return confirmation.atOnce;
  }
  return sendAt > now ? confirmation.at(sendAt) : confirmation.tooLate(sendAt);
}

function postedButtons({ announcement, own }: DescribedAnnouncement, surface: Surface): readonly Button[] {
  const { id, version } = announcement;
  return [
    ...(own.mayConfirm ? [confirmButton(id, version, surface)] : []),
    act(surface, confirmation.show, 'announcement.showDraft', { announcementId: id }),
  ];
}

function confirmButton(announcementId: AnnouncementId, version: number, surface: Surface): Button {
  const data = { announcementId, version };
  return act(surface, confirmation.confirm, 'announcement.confirm', data, { style: 'positive' });
}

function buttons(
  { announcement, own, isUnderWay }: DescribedAnnouncement,
  surface: Surface,
): readonly Button[] {
  const { id, version, state } = announcement;
  const one = { announcementId: id };
  const seen = { ...one, version };
  const confirm = confirmButton(id, version, surface);
  const discard = act(surface, preview.discard, 'announcement.discard', one);
  const change = act(surface, preview.change, 'announcement.offerChange', one);
  const changeTime = act(surface, states.changeTime, 'announcement.offerSchedule', seen);
  switch (state.kind) {
    case 'draft':
    case 'started':
      return [];
    case 'scheduled':
      return isUnderWay ? [] : [...(own.isAuthor ? [change] : []), changeTime, discard];
    case 'awaiting-confirmation':
      return [...(own.mayConfirm ? [confirm] : []), ...(own.isAuthor ? [change, changeTime] : []), discard];
    case 'discarded':
    case 'missed':
      return own.isAuthor ? [act(surface, states.takeUp, 'announcement.offerChange', one)] : [];
  }
}
