import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meetingId } from '../../../src/domain/ids.ts';
import { toFeedFile, toMeetingFile } from '../../../src/http/calendar-file.ts';
import { calendarEntryTexts as texts } from '../../../src/texts/meetings/meeting-calendar-texts.ts';
import { aUserGroup } from '../../support/builders.ts';
import {
  readNameWithNodeIcal,
  readWithIcalJs,
  readWithNodeIcal,
} from '../../support/meeting-calendar-parsers.ts';
import { anEntry, home } from './calendar-scene.ts';

const signs = [
  '\r\n',
  '\n',
  '\r',
  '\u0085',
  '\u2028',
  '\\',
  'n',
  'N',
  ';',
  ',',
  ':',
  '"',
  '^',
  '=',
  ' ',
  '\t',
  '\0',
  'ü',
  '\u202E',
  '\u200F',
  '\uD800',
  '👩‍💻',
  'z\u0300\u0301\u0302\u0303',
  'BEGIN:VALARM',
  'END:VEVENT',
  'ATTENDEE:mailto:anna@example.org',
  'Ü'.repeat(40),
];
const words = fc.oneof(
  fc.string({ unit: fc.constantFrom(...signs), maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);
const entries = fc
  .record({
    title: words,
    address: words,
    description: words,
    reason: words,
    agenda: fc.array(words, { maxLength: 3 }),
    isCancelled: fc.boolean(),
    calendarSequence: fc.nat({ max: 100 }),
    startsAt: fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2029, 0, 1) / 60_000 }),
    minutes: fc.integer({ min: 1, max: 3000 }),
  })
  .map(({ agenda, isCancelled, address, reason, startsAt: minute, minutes, ...fields }) =>
    anEntry(
      {
        ...fields,
        startsAt: minute * 60_000,
        endsAt: (minute + minutes) * 60_000,
        place: { address: `Rathaus ${address}` },
        state: isCancelled ? { kind: 'cancelled', at: 5, reason } : { kind: 'published', at: 5 },
      },
      { agenda },
    ),
  );

/** Without what some programs misread: a backslash before an "n", and quotation marks around everything. */
function readable(text: string): string {
  return text.replaceAll(/\\(?=[nN])/g, '/').replace(/^"(.*)"$/, '„$1“');
}

function linesOf(file: string): readonly string[] {
  expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
  return file.slice(0, -2).split('\r\n');
}

/** What the lines are about, those that go on together; what begins and ends, whole. */
function namesOf(lines: readonly string[]): readonly string[] {
  return lines
    .filter((line) => !line.startsWith(' '))
    .map((line) => (/^(?:BEGIN|END):/.test(line) ? line : line.replace(/[:;].*$/s, '')));
}

describe('whatever people type', () => {
  it('two programs read the same entry, with every word and at the right time', () => {
    fc.assert(
      fc.property(entries, (entry) => {
        const { meeting, agenda } = entry;
        const file = toMeetingFile(entry, home);
        const expected = {
          uid: `${meeting.id}@ki-community-bot`,
          summary: readable(texts.title(meeting)),
          location: readable(texts.place(meeting)),
          description: readable(texts.description(meeting, agenda, home)),
          start: new Date(meeting.startsAt).toISOString(),
          end: new Date(meeting.endsAt).toISOString(),
          sequence: meeting.calendarSequence,
          status: meeting.state.kind === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
          method: meeting.state.kind === 'cancelled' ? 'CANCEL' : 'PUBLISH',
        };

        expect(readWithIcalJs(file).entries).toMatchObject([expected]);
        expect(readWithNodeIcal(file)).toMatchObject([expected]);
      }),
      { numRuns: 500 },
    );
  });

  it('brings no line of its own, and none is longer than 75 octets or broken within a letter (fault 36)', () => {
    fc.assert(
      fc.property(entries, (entry) => {
        const { state, startsAt, endsAt } = entry.meeting;
        const plain = anEntry({ state, startsAt, endsAt });
        const lines = linesOf(toMeetingFile(entry, home));

        expect(namesOf(lines)).toEqual(namesOf(linesOf(toMeetingFile(plain, home))));
        expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
        expect(lines.filter((line) => !line.isWellFormed() || /[\r\n\0]/.test(line))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('a feed holds the entries that the files hold, under the name of its group', () => {
    fc.assert(
      fc.property(fc.array(entries, { maxLength: 4 }), words, (all, name) => {
        const some = all.map((entry, index) => ({
          ...entry,
          meeting: { ...entry.meeting, id: meetingId(`m${index}`) },
        }));
        const file = toFeedFile({ userGroup: aUserGroup({ name }), entries: some }, home);
        const read = readWithIcalJs(file);

        expect(read.entries).toEqual(readWithNodeIcal(file));
        expect(read.entries.map(({ uid }) => uid)).toEqual(
          some.map((_, index) => `m${index}@ki-community-bot`),
        );
        expect(readNameWithNodeIcal(file)).toBe(readable(texts.feed(name)));
      }),
      { numRuns: 100 },
    );
  });
});
