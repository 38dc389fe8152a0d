import type { ExportedParticipants } from '../../features/meetings/export-participants.ts';
import { formatMeetingStart } from '../../texts/meetings/meeting-texts.ts';
import { participantTexts } from '../../texts/meetings/participant-texts.ts';
import { look } from '../actions.ts';
import type { Surface } from '../actions.ts';
import { buttonRows, card, heading, literal, openUrl, smallText, text } from '../card.ts';
import type { Card } from '../card.ts';
import { toFromPayload } from './meeting-actions.ts';
import type { MeetingList } from './meeting-actions.ts';

const texts = participantTexts.file;

/** The participants as files. `home`: the bot's own address. */
export function participantExportCard(
  { meeting, paths }: ExportedParticipants,
  { surface, home }: { readonly surface: Surface; readonly home: string },
  from: MeetingList | undefined,
): Card {
  const data = { meetingId: meeting.id, ...toFromPayload(from), page: 1 };
  return card({
    fallbackText: `${texts.heading} ${meeting.title}`,
    body: [
      heading(texts.heading),
      literal([{ text: meeting.title, weight: 'Bolder' }]),
      smallText(formatMeetingStart(meeting.startsAt), { spacing: 'None' }),
      ...buttonRows([
        openUrl(texts.xlsx, new URL(paths.xlsx, home).href, texts.xlsxMore),
        openUrl(texts.csv, new URL(paths.csv, home).href, texts.csvMore),
      ]),
      text(texts.hint),
    ],
    actions: [look(surface, participantTexts.back, 'meeting.listParticipants', data)],
  });
}
