import { toLocalTime } from '../local-time.ts';
import { readCount } from '../typed-count.ts';
import { keptLine, toLine, when } from './check-meeting-form-parts.ts';
import type { CheckedPart } from './check-meeting-form-parts.ts';
import type { MeetingFormContext, TypedMeeting } from './meeting-form.ts';
import { readTypedDay } from './meeting-form-when.ts';
import { meetingLimits } from './meeting.ts';
import type { MeetingFields } from './meeting.ts';

export type MeetingSeats = Pick<MeetingFields, 'capacity' | 'reserved' | 'mostGuests'>;

/** How many may come. Seats are reserved out of a limited number; nobody who has one is thrown out. */
export function checkMeetingSeats(
  typed: TypedMeeting,
  { communes, published }: Pick<MeetingFormContext, 'communes' | 'published'>,
): CheckedPart<MeetingSeats> {
  const words = {
    capacity: toLine(typed.capacity),
    seatsPerCommune: toLine(typed.seatsPerCommune),
    mostGuests: toLine(typed.mostGuests),
  };
  const capacity = readWithin(words.capacity, 1, meetingLimits.capacity);
  const perCommune = readWithin(words.seatsPerCommune, 1, meetingLimits.capacity);
  const mostGuests = readWithin(words.mostGuests, 0, meetingLimits.guests);
  const taken = published?.seats.taken ?? 0;
  // As many as there were when it was planned: a list of communes that grew meanwhile changes nothing.
  const counted = published?.reserved?.communes ?? communes;
  const kept = perCommune === undefined ? 0 : perCommune * counted;
  return {
    value: {
      ...(capacity !== undefined && { capacity }),
      ...(perCommune !== undefined && { reserved: { perCommune, communes: counted } }),
      mostGuests: mostGuests ?? 0,
    },
    problems: [
      ...when(words.capacity !== '' && capacity === undefined, 'capacity-invalid'),
      ...when(capacity !== undefined && capacity < taken, 'capacity-taken', taken),
      ...when(words.seatsPerCommune !== '' && perCommune === undefined, 'reserved-invalid'),
      ...when(perCommune !== undefined && words.capacity === '', 'reserved-without-capacity'),
      ...when(capacity !== undefined && kept > capacity, 'reserved-too-many', kept),
      ...when(words.mostGuests !== '' && mostGuests === undefined, 'guests-invalid'),
    ],
    fields: {
      capacity: keptLine(words.capacity),
      seatsPerCommune: keptLine(words.seatsPerCommune),
      mostGuests: keptLine(words.mostGuests),
    },
  };
}

function readWithin(words: string, least: number, most: number): number | undefined {
  const count = readCount(words);
  return count !== undefined && count >= least && count <= most ? count : undefined;
}

/** The last day for answers: today or later, and not after the day on which it begins; one that holds already may have passed. */
export function checkRespondBy(
  typed: TypedMeeting,
  { now, published }: Pick<MeetingFormContext, 'now' | 'published'>,
): CheckedPart<string | undefined> {
  const words = toLine(typed.respondBy);
  const day = readTypedDay(words);
  const begins = readTypedDay(toLine(typed.date));
  const isPast = day !== undefined && day !== published?.respondBy && day < toLocalTime(now).date;
  return {
    value: day,
    problems: [
      ...when(words !== '' && day === undefined, 'respond-by-invalid'),
      ...when(isPast, 'respond-by-past'),
      ...when(day !== undefined && begins !== undefined && day > begins, 'respond-by-late'),
    ],
    fields: { respondBy: day ?? keptLine(words) },
  };
}
