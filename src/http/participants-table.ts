import { toTextCell } from '../features/exchange/export/cells.ts';
import type { Cell } from '../features/exchange/export/cells.ts';
import type { ParticipantList } from '../features/meetings/list-participants.ts';
import { participantTexts } from '../texts/meetings/participant-texts.ts';

const texts = participantTexts.file;
const { headings } = texts;

export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** One line for each answer, in the order of the list; no text is taken for a formula, and numbers are numbers. */
export function toParticipantsTable({ meeting, participants, communes }: ParticipantList): Table {
  const asked = participants.flatMap(({ rsvp }) => rsvp.details.map(({ question }) => question));
  // A question that was changed since somebody answered it has a column of its own.
  const questions = [...new Set([...meeting.questions, ...asked])];
  return {
    headings: [...Object.values(headings), ...questions].map(toText),
    rows: participants.map(({ rsvp, standing, waitingPlace }) => {
      const { communeId, name, guests, checkedInAt, details } = rsvp;
      return [
        toText((communeId && communes.get(communeId)?.name) ?? ''),
        toText(name ?? ''),
        texts.standing(standing),
        waitingPlace ?? '',
        guests,
        checkedInAt === undefined ? '' : texts.yes,
        texts.at(rsvp),
        ...questions.map((question) => toText(details.find((one) => one.question === question)?.text ?? '')),
      ];
    }),
  };
}

/** Every one of our fields is far shorter than a cell. */
function toText(words: string): string {
  return toTextCell(words, () => {});
}
