import type { OwnTables } from '../../features/meetings/world-cafe/find-own-tables.ts';
import { cafeTexts } from '../../texts/meetings/cafe-texts.ts';
import { formatMeetingTime, meetingTexts } from '../../texts/meetings/meeting-texts.ts';
import { look } from '../actions.ts';
import type { Surface } from '../actions.ts';
import { card, heading, literal, section, smallText, text } from '../card.ts';
import type { Button, Card, Element } from '../card.ts';
import type { MeetingList } from './meeting-actions.ts';
import { meetingPayload, phaseOfShown } from './meeting-parts.ts';

const { own: words } = cafeTexts;

/** "Meine Tische": where somebody sits in each round. */
export function cafeTablesCard(own: OwnTables, surface: Surface, from: MeetingList | undefined): Card {
  const data = meetingPayload(own.shown, from);
  const isOver = phaseOfShown(own.shown) === 'over';
  return draw(own, [
    ...(isOver ? [] : [look(surface, cafeTexts.wish, 'cafe.offerWishes', data)]),
    look(surface, meetingTexts.back, 'meeting.show', data),
  ]);
}

/** The same as a message, which stays as it is whatever is pressed on it. */
export function cafeTablesMessage(own: OwnTables, surface: Surface): Card {
  const { id: meetingId } = own.shown.meeting;
  return draw(own, [look(surface, cafeTexts.show, 'meeting.showNews', { meetingId })]);
}

function draw(own: OwnTables, actions: readonly Button[]): Card {
  const { meeting } = own.shown;
  return card({
    fallbackText: words.summary(meeting.title),
    body: [
      heading(words.heading),
      literal([{ text: meeting.title }], { spacing: 'Small' }),
      smallText(formatMeetingTime(meeting), { spacing: 'None' }),
      section(ownTableElements(own)),
    ],
    actions,
  });
}

/** A line for each round. */
export function ownTableElements({ rounds, guests }: OwnTables): readonly Element[] {
  return [
    ...ownTableLines({ rounds }).map((line) => literal([{ text: line }], { spacing: 'Small' })),
    ...(guests > 0 ? [text(words.guests(guests), { spacing: 'Small' })] : []),
  ];
}

/** "Runde 1: Tisch 3 – Robotic Process Automation" */
export function ownTableLines({ rounds }: Pick<OwnTables, 'rounds'>): readonly string[] {
  return rounds.map(({ table, topic }, index) =>
    cafeTexts.roundLine(index + 1, table, topic.title ?? cafeTexts.goneTopic),
  );
}
