import type { CalendarEntry } from '../../features/meetings/open-calendar-entry.ts';
import { calendarEntryTexts as texts } from '../../texts/meetings/meeting-calendar-texts.ts';

/** Letters of an address that every browser and sign-in page passes on whole. */
const mostLetters = 2000;
const mostOfTitle = 600;
const mostOfPlace = 400;
const ellipsis = encodeURIComponent('\u2026');

/**
 * Opens Outlook's form for a new event, filled in. Nothing of it is documented by Microsoft; parameters and times as many projects use them
 * (github.com/InteractionDesignFoundation/add-event-to-calendar-docs): times in UTC with "Z", the body is HTML, and with `/0/` in the path
 * the form did not open in 2023 (github.com/OfficeDev/office-js/issues/3345).
 */
export function toOutlookUrl({ meeting, agenda }: CalendarEntry, home: string): string {
  const url = [
    'https://outlook.office.com/calendar/deeplink/compose?path=%2Fcalendar%2Faction%2Fcompose&rru=addevent',
    `startdt=${toUtc(meeting.startsAt)}`,
    `enddt=${toUtc(meeting.endsAt)}`,
    `subject=${encodeUpTo(mostOfTitle, lettersOf(texts.title(meeting)))}`,
    `location=${encodeUpTo(mostOfPlace, lettersOf(texts.place(meeting)))}`,
    'body=',
  ].join('&');
  // Between words: half an address would be another one.
  const words = texts.description(meeting, agenda, home).split(/(?<=\s)/);
  return `${url}${encodeUpTo(mostLetters - url.length, words, toHtml)}`;
}

/** Opens Outlook's form for a calendar from the internet. Not documented either. */
export function toOutlookFeedUrl(address: string, name: string): string {
  const [url, called] = [address, name].map((value) => encodeURIComponent(value));
  return `https://outlook.office.com/calendar/0/addfromweb?url=${url}&name=${called}`;
}

/** `2026-12-03T09:00:00Z` */
function toUtc(instant: number): string {
  return encodeURIComponent(`${new Date(instant).toISOString().slice(0, 19)}Z`);
}

/** As many of the parts as have room together, with an ellipsis where some are missing. */
function encodeUpTo(
  most: number,
  parts: readonly string[],
  toWritten: (part: string) => string = (part) => part,
): string {
  const encoded = parts.map((part) => encodeURIComponent(toWritten(part)));
  if (encoded.join('').length <= most) {
    return encoded.join('');
  }
  let written = '';
  for (const part of encoded) {
    if (written.length + part.length + ellipsis.length > most) {
      break;
    }
    written += part;
  }
  return `${written}${ellipsis}`;
}

function lettersOf(words: string): readonly string[] {
  return Array.from(new Intl.Segmenter('de').segment(words), ({ segment }) => segment);
}

/** What people typed is to be read, not to be carried out. */
function toHtml(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>');
}
