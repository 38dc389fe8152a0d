import { hasBegun } from '../../domain/meetings/meeting-times.ts';
import type { CommuneId } from '../../domain/ids.ts';
import type { ShownMeeting } from '../../features/meetings/meeting-results.ts';
import { meetingCardTexts } from '../../texts/meetings/meeting-card-texts.ts';
import { meetingTexts } from '../../texts/meetings/meeting-texts.ts';
import { act, look } from '../actions.ts';
import type { Surface } from '../actions.ts';
import { card, heading, literal, section, smallText, text } from '../card.ts';
import type { Button, Card, Element } from '../card.ts';
import { fillButtonRows } from '../fill-button-rows.ts';
import type { MeetingList } from './meeting-actions.ts';
import { cancelledElements, countRows, meetingHead, meetingPayload, phaseOfShown } from './meeting-parts.ts';

const texts = meetingCardTexts.organising;

/**
 * "Organisieren": who answered what, and everything that can be done with the meeting now. For the presser alone. `hasCafe`: a World Café was
 * set up.
 */
export function meetingOrganiseCard(
  shown: ShownMeeting,
  surface: Surface,
  from: MeetingList | undefined,
  hasCafe = false,
): Card {
  const data = meetingPayload(shown, from);
  return card({
    fallbackText: texts.summary(shown.meeting.title),
    body: [
      heading(texts.heading),
      ...cancelledElements(shown),
      meetingHead(shown),
      answerCounts(shown),
      ...communeElements(shown),
      section(fillButtonRows(organisersButtons(shown, surface, data, hasCafe))),
    ],
    actions: [act(surface, meetingTexts.back, 'meeting.show', data)],
  });
}

function answerCounts({ meeting: { seats, capacity } }: ShownMeeting): Element {
  const { accepted, taken, tentative, declined, waiting } = seats;
  const communes = Object.keys(seats.takenByCommune).length;
  const free = capacity === undefined ? undefined : capacity - taken;
  return countRows([
    { count: accepted, word: meetingCardTexts.accepted(accepted, communes, taken - accepted) },
    ...(free === undefined || capacity === undefined
      ? []
      : [{ count: free, word: meetingCardTexts.free(free, capacity) }]),
    { count: tentative, word: meetingCardTexts.tentative },
    { count: declined, word: meetingCardTexts.declined(declined) },
    ...(waiting === 0 ? [] : [{ count: waiting, word: meetingCardTexts.waiting }]),
  ]);
}

/** More are on the list of participants. */
const mostCommunes = 10;

/** Those with the most seats first. */
function communeElements({ meeting, communes }: ShownMeeting): readonly Element[] {
  const counts = [...communes.values()]
    .map(({ id, name }) => ({ name, seats: seatsOf(meeting.seats.takenByCommune, id) }))
    .filter(({ seats }) => seats > 0)
    .toSorted((one, other) => other.seats - one.seats || one.name.localeCompare(other.name, 'de'));
  if (counts.length === 0) {
    return [];
  }
  const rows = counts.slice(0, mostCommunes).map(({ name, seats }) => texts.seatsOf(name, seats));
  const more = counts.length - mostCommunes;
  return [
    section([
      text(texts.byCommune, { weight: 'Bolder' }),
      literal([{ text: rows.join(' · ') }], { spacing: 'Small' }),
      ...(more > 0 ? [smallText(texts.moreCommunes(more))] : []),
    ]),
  ];
}

function seatsOf(taken: Readonly<Record<CommuneId, number>>, id: CommuneId): number {
  return taken[id] ?? 0;
}

function organisersButtons(
  shown: ShownMeeting,
  surface: Surface,
  data: ReturnType<typeof meetingPayload>,
  hasCafe: boolean,
): readonly Button[] {
  const { meeting, now } = shown;
  const phase = phaseOfShown(shown);
  if (phase === 'draft') {
    return [look(surface, meetingCardTexts.showDraft, 'meeting.showDraft', { meetingId: meeting.id })];
  }
  const isToCome = phase !== 'cancelled' && phase !== 'over';
  const isRepeated = meeting.repetition !== undefined && meeting.repeated === undefined;
  return [
    ...(isToCome ? [look(surface, texts.change, 'meeting.offerChange', data)] : []),
    look(surface, texts.participants, 'meeting.listParticipants', { ...data, page: 1 }),
    ...(isToCome ? [look(surface, texts.cafe, 'cafe.offer', data)] : []),
    // Nothing is set up any more; what was can still be seen.
    ...(phase === 'over' && hasCafe ? [look(surface, texts.cafe, 'cafe.showPlan', data)] : []),
    ...(phase !== 'cancelled' && hasBegun(meeting, now)
      ? [look(surface, meetingCardTexts.results, 'meeting.offerResults', data)]
      : []),
    ...(phase === 'over' ? [look(surface, texts.feedback, 'meeting.showFeedback', data)] : []),
    ...(isToCome ? [look(surface, texts.cancel, 'meeting.askToCancel', data)] : []),
    ...(isRepeated ? [act(surface, texts.endSeries, 'meeting.endSeries', data)] : []),
  ];
}
