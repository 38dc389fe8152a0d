import type { Participant } from '../../domain/meetings/participants.ts';
import type { CommuneParticipants, ParticipantList } from '../../features/meetings/list-participants.ts';
import { formatMeetingStart, meetingTexts } from '../../texts/meetings/meeting-texts.ts';
import { participantTexts as texts } from '../../texts/meetings/participant-texts.ts';
import { look } from '../actions.ts';
import type { Surface } from '../actions.ts';
import { card, heading, literal, section, smallText, text } from '../card.ts';
import type { Button, Card, Element } from '../card.ts';
import { fillButtonRows } from '../fill-button-rows.ts';
import { drawToFit } from '../fit-card.ts';
import { shortenText } from '../shorten-text.ts';
import { toFromPayload } from './meeting-actions.ts';
import type { MeetingList } from './meeting-actions.ts';

const communesOnAPage = 20;
const answersOnAPage = 8;

/** Characters of a question and of what somebody answered. */
interface Amount {
  readonly question: number;
  readonly answer: number;
}

const amounts: readonly [Amount, ...Amount[]] = [
  { question: 150, answer: 300 },
  { question: 80, answer: 300 },
  { question: 60, answer: 120 },
  { question: 30, answer: 60 },
];

/** Where on the list somebody is, and from where they came. */
interface Place {
  /** From 1; behind the last one it is the last. First come the communes, then what each person answered. */
  readonly page: number;
  readonly from: MeetingList | undefined;
}

/** Who takes part, for organisers alone. */
export function participantListCard(list: ParticipantList, surface: Surface, place: Place): Card {
  return drawToFit(amounts, (amount) => draw(list, surface, place, amount));
}

function draw(list: ParticipantList, surface: Surface, place: Place, amount: Amount): Card {
  const { meeting, total, byCommune, participants } = list;
  const { communePages, pages } = countPages(list);
  const page = Math.min(place.page, pages);
  const sentence =
    participants.length === 0
      ? sayWhyNone(meeting)
      : texts.heading(
          total,
          byCommune.filter(({ commune, accepted }) => commune !== undefined && accepted > 0).length,
        );
  const from = { meetingId: meeting.id, ...toFromPayload(place.from) };
  return card({
    fallbackText: `${texts.title}: ${sentence} ${meeting.title}`,
    body: [
      heading(sentence),
      literal([{ text: meeting.title, weight: 'Bolder' }]),
      smallText(formatMeetingStart(meeting.startsAt), { spacing: 'None' }),
      ...(page <= communePages
        ? communeElements(pageOf(byCommune, page, communesOnAPage))
        : answerElements(list, pageOf(participants, page - communePages, answersOnAPage), amount)),
      ...(pages > 1 ? [smallText(meetingTexts.page(page, pages), { separator: true })] : []),
      ...fillButtonRows(buttons(list, surface, page, from)),
    ],
    actions: [look(surface, texts.back, 'meeting.organise', from)],
  });
}

/** The meeting itself goes on counting those who were forgotten. */
function sayWhyNone({
  seats: { accepted, tentative, declined, waiting },
}: ParticipantList['meeting']): string {
  return accepted + tentative + declined + waiting > 0 ? texts.forgotten : texts.none;
}

function countPages({ byCommune, participants }: ParticipantList) {
  const communePages = Math.ceil(byCommune.length / communesOnAPage);
  const answerPages = Math.ceil(participants.length / answersOnAPage);
  return { communePages, pages: Math.max(1, communePages + answerPages) };
}

function pageOf<Row>(rows: readonly Row[], page: number, size: number): readonly Row[] {
  return rows.slice((page - 1) * size, page * size);
}

function communeElements(rows: readonly CommuneParticipants[]): readonly Element[] {
  if (rows.length === 0) {
    return [];
  }
  return [
    section([
      text(texts.byCommune, { weight: 'Bolder', color: 'Accent' }),
      ...rows.flatMap((row) => [
        literal([{ text: row.commune?.name ?? texts.withoutCommune, weight: 'Bolder' }], {
          spacing: 'Small',
        }),
        smallText(texts.ofCommune(row), { spacing: 'None' }),
      ]),
    ]),
  ];
}

function answerElements(
  { communes }: ParticipantList,
  rows: readonly Participant[],
  amount: Amount,
): readonly Element[] {
  if (rows.length === 0) {
    return [];
  }
  return [
    section([
      text(texts.answers, { weight: 'Bolder', color: 'Accent' }),
      ...rows.flatMap((row) => participantElements(row, communes, amount)),
    ]),
  ];
}

function participantElements(
  { rsvp, standing, waitingPlace }: Participant,
  communes: ParticipantList['communes'],
  { question: mostOfQuestion, answer: mostOfAnswer }: Amount,
): readonly Element[] {
  const { communeId, name, guests, details, checkedInAt } = rsvp;
  const commune = (communeId && communes.get(communeId)?.name) ?? texts.withoutCommune;
  const state = [
    texts.standing(standing, guests, waitingPlace),
    ...(checkedInAt === undefined ? [] : [texts.isThere]),
  ].join(' · ');
  return [
    literal([{ text: commune, weight: 'Bolder' }, ...(name === undefined ? [] : [{ text: ` · ${name}` }])], {
      spacing: 'Medium',
    }),
    text(state, { spacing: 'None' }),
    ...details.map(({ question, text: answer }) =>
      literal(
        [
          { text: texts.asked(shortenText(question, mostOfQuestion)), isSubtle: true, size: 'Small' },
          { text: shortenText(answer.replaceAll(/\n+/g, ' '), mostOfAnswer), size: 'Small' },
        ],
        { spacing: 'None' },
      ),
    ),
  ];
}

function buttons(
  list: ParticipantList,
  surface: Surface,
  page: number,
  from: Readonly<Record<string, unknown>>,
): readonly Button[] {
  const { communePages, pages } = countPages(list);
  const toPage = (title: string, number: number) =>
    look(surface, title, 'meeting.listParticipants', { ...from, page: number });
  const firstAnswers = communePages + 1;
  return [
    ...(page > 1 ? [toPage(meetingTexts.previous, page - 1)] : []),
    ...(page < pages ? [toPage(meetingTexts.next, page + 1)] : []),
    ...(page < firstAnswers && firstAnswers <= pages && page + 1 !== firstAnswers
      ? [toPage(texts.toAnswers, firstAnswers)]
      : []),
    ...(communePages > 0 && page > firstAnswers ? [toPage(texts.toCommunes, 1)] : []),
    ...(list.participants.length > 0
      ? [look(surface, texts.export, 'meeting.exportParticipants', from)]
      : []),
  ];
}
