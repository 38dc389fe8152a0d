import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { meetingId } from '../../../src/domain/ids.ts';
import { toFeedFile, toMeetingFile } from '../../../src/http/calendar-file.ts';
import { aUserGroup } from '../../support/builders.ts';
import { readWithIcalJs, readWithNodeIcal } from '../../support/meeting-calendar-parsers.ts';
import { anEntry, home, tenOClock } from './calendar-scene.ts';

const run = promisify(execFile);

describe('the file of a meeting', () => {
  it('is an entry with everything that one has to know, and without a single person', () => {
    const entry = anEntry(
      {
        title: 'KI-Telefonservice',
        description: 'Wer berichtet:\nHemer; Menden, Olpe',
        place: { address: 'Rathaus, Saal 1', link: 'https://teams.example.org/join?a=1,2;b' },
        calendarSequence: 3,
      },
      { agenda: ['KI im Bauamt', 'Leichte Sprache'], changedAt: Date.UTC(2026, 10, 5, 7) },
    );

    const file = toMeetingFile(entry, home);

    const expected = {
      uid: '0f8fad5b-d9cb-469f-a165-70867728950e@ki-community-bot',
      summary: 'KI-Telefonservice',
      location: 'Rathaus, Saal 1, und online',
      description: [
        'Online teilnehmen: https://teams.example.org/join?a=1,2;b',
        'Wer berichtet:\nHemer; Menden, Olpe',
        'Themen:\n– KI im Bauamt\n– Leichte Sprache',
        'Zusagen und absagen können Sie in Microsoft Teams: Schreiben Sie dem KI-Community-Bot „Termine“.\nhttps://bot.example.org/',
      ].join('\n\n'),
      url: 'https://teams.example.org/join?a=1%2C2%3Bb',
      start: '2026-12-03T09:00:00.000Z',
      end: '2026-12-03T11:30:00.000Z',
      stamp: '2026-11-05T07:00:00.000Z',
      lastModified: '2026-11-05T07:00:00.000Z',
      sequence: 3,
      status: 'CONFIRMED',
      method: 'PUBLISH',
      alarms: ['-PT15M', '-P1D'],
    };
    const read = readWithIcalJs(file);
    expect(read.entries).toEqual([expected]);
    expect(readWithNodeIcal(file)).toEqual([expected]);
    expect(read.properties.flat()).not.toEqual(expect.arrayContaining(['attendee']));
    expect(read.properties.flat()).not.toEqual(expect.arrayContaining(['organizer']));
    expect(file).toContain('\r\nDTSTART;TZID=Europe/Berlin:20261203T100000\r\n');
    expect(file).toContain('\r\nTZID:Europe/Berlin\r\n');
  });

  it('takes a meeting that falls out of the calendar, and says why', () => {
    const state = { kind: 'cancelled', at: 5, reason: 'Der Saal ist gesperrt.' } as const;
    const place = { link: 'https://teams.example.org/join' };

    const file = toMeetingFile(anEntry({ state, place, calendarSequence: 4 }), home);

    const expected = {
      uid: '0f8fad5b-d9cb-469f-a165-70867728950e@ki-community-bot',
      summary: 'Fällt aus: KI-Telefonservice',
      description: expect.stringMatching(/^Dieses Treffen fällt aus\. Der Saal ist gesperrt\.\n/),
      url: home,
      sequence: 4,
      status: 'CANCELLED',
      method: 'CANCEL',
      alarms: [],
    };
    expect(readWithIcalJs(file).entries).toMatchObject([expected]);
    expect(readWithNodeIcal(file)).toMatchObject([expected]);
    expect(file).toContain('\r\nTRANSP:TRANSPARENT\r\n');
    expect(file).not.toContain('teams.example.org');
  });

  it('is the same, byte for byte, whoever registers', () => {
    const before = anEntry();

    const after = anEntry({
      seats: { ...before.meeting.seats, accepted: 46, taken: 50, waiting: 2 },
      answered: 60,
      version: 61,
      isShownLate: true,
    });

    expect(toMeetingFile(after, home)).toBe(toMeetingFile(before, home));
  });

  it('stays the same entry when the bot moves to another address', () => {
    const [there] = readWithNodeIcal(toMeetingFile(anEntry(), 'https://new.example.org/'));

    expect(there?.uid).toBe(readWithNodeIcal(toMeetingFile(anEntry(), home))[0]?.uid);
  });

  it('is another entry for each meeting of a series', () => {
    const series = ['s1', 's1-2', 's1-3'].map((id) =>
      anEntry({ id: meetingId(id), seriesId: meetingId('s1') }),
    );

    const uids = series.flatMap((entry) => readWithIcalJs(toMeetingFile(entry, home)).entries);

    expect(new Set(uids.map(({ uid }) => uid)).size).toBe(3);
  });

  it('folds a title of umlauts between letters, at 75 octets, and drops none of 10,000', () => {
    const title = 'Ü'.repeat(10_000);

    const file = toMeetingFile(anEntry({ title }), home);

    const lengths = file.split('\r\n').map((line) => Buffer.byteLength(line));
    expect(Math.max(...lengths)).toBe(75);
    expect(readWithIcalJs(file).entries[0]?.summary).toBe(title);
    expect(readWithNodeIcal(file)[0]?.summary).toBe(title);
  });

  it('says no place where none is left of what was typed', () => {
    const file = toMeetingFile(anEntry({ place: { address: '\u200B\r\n' } }), home);

    expect(readWithIcalJs(file).entries[0]?.location).toBe('');
    expect(file).not.toContain('\r\nLOCATION');
  });

  it.each(['javascript:alert(1)\r\nATTENDEE:mailto:x@example.org', 'https://', 'Zoom'])(
    'has the address of the bot instead of the link %j',
    (link) => {
      const file = toMeetingFile(anEntry({ place: { link } }), home);

      expect(readWithIcalJs(file).properties[1]).not.toContain('attendee');
      expect(file).toContain(`\r\nURL;VALUE=URI:${home}\r\n`);
    },
  );
});

describe('the time of a meeting', () => {
  const hour = 60 * 60 * 1000;

  it.each([
    ['the day before the change to winter time', Date.UTC(2026, 9, 24, 8), '20261024T100000'],
    ['the day after it', Date.UTC(2026, 9, 26, 9), '20261026T100000'],
    ['the night of it, before', Date.UTC(2026, 9, 24, 22, 30), '20261025T003000'],
    ['the night of it, after', Date.UTC(2026, 9, 25, 2), '20261025T030000'],
    ['the day before the change to summer time', Date.UTC(2027, 2, 27, 9), '20270327T100000'],
    ['the day after it', Date.UTC(2027, 2, 29, 8), '20270329T100000'],
    ['the night of it, just before', Date.UTC(2027, 2, 28, 0, 30), '20270328T013000'],
    ['the night of it, just after', Date.UTC(2027, 2, 28, 1), '20270328T030000'],
  ])('is right on %s', (_, startsAt, local) => {
    const file = toMeetingFile(anEntry({ startsAt, endsAt: startsAt + hour }), home);

    expect(file).toContain(`\r\nDTSTART;TZID=Europe/Berlin:${local}\r\n`);
    expect(timesIn(file)).toEqual(twice(startsAt, startsAt + hour));
  });

  it.each([
    ['begins in the first of the two hours', Date.UTC(2026, 9, 25, 0, 30), 4 * hour],
    ['begins in the second', Date.UTC(2026, 9, 25, 1, 30), 4 * hour],
    ['ends in the first', Date.UTC(2026, 9, 24, 20), 4.5 * hour],
    ['ends in the second', Date.UTC(2026, 9, 24, 20), 5.5 * hour],
  ])('is right where it %s that clocks show twice', (_, startsAt, length) => {
    const file = toMeetingFile(anEntry({ startsAt, endsAt: startsAt + length }), home);

    expect(timesIn(file)).toEqual(twice(startsAt, startsAt + length));
  });

  it('is right over the whole night of each change', () => {
    for (const startsAt of [Date.UTC(2026, 9, 24, 20), Date.UTC(2027, 2, 27, 20)]) {
      const file = toMeetingFile(anEntry({ startsAt, endsAt: startsAt + 12 * hour }), home);

      expect(timesIn(file)).toEqual(twice(startsAt, startsAt + 12 * hour));
    }
  });

  it.each(['America/New_York', 'Pacific/Kiritimati'])('is the same on a server in %s', async (TZ) => {
    const entries = [tenOClock, Date.UTC(2026, 6, 1, 8), Date.UTC(2027, 2, 28, 1)].map((startsAt) =>
      anEntry({ startsAt }),
    );
    const { href } = new URL('../../../src/http/calendar-file.ts', import.meta.url);
    const script = `
      import { toFeedFile } from '${href}';
      if (new Date(0).getHours() === 1) throw new Error('this is Berlin');
      process.stdout.write(toFeedFile({ entries: ${JSON.stringify(entries)} }, '${home}'));`;

    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], {
      env: { ...process.env, TZ, NODE_OPTIONS: '' },
    });

    expect(stdout).toBe(toFeedFile({ entries }, home));
  });

  /** As both programs read them. */
  function timesIn(file: string) {
    const read = [...readWithIcalJs(file).entries, ...readWithNodeIcal(file)];
    return read.map(({ start, end }) => ({ start, end }));
  }

  function twice(startsAt: number, endsAt: number) {
    const times = { start: new Date(startsAt).toISOString(), end: new Date(endsAt).toISOString() };
    return [times, times];
  }
});

describe('a calendar to subscribe to', () => {
  it('holds each meeting, those that fall out as well, is asked for every hour and rings for none', () => {
    const entries = [
      anEntry({ id: meetingId('m1') }),
      anEntry({ id: meetingId('m2'), state: { kind: 'cancelled', at: 5 }, calendarSequence: 1 }),
    ];

    const file = toFeedFile({ entries }, home);

    const expected = [
      { uid: 'm1@ki-community-bot', status: 'CONFIRMED', method: 'PUBLISH', alarms: [] },
      { uid: 'm2@ki-community-bot', status: 'CANCELLED', method: 'PUBLISH', alarms: [], sequence: 1 },
    ];
    expect(readWithIcalJs(file).entries).toMatchObject(expected);
    expect(readWithNodeIcal(file)).toMatchObject(expected);
    expect(file).toContain('\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\n');
    expect(file.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
  });

  it('has a name of one line, with no sign that ends it', () => {
    const userGroup = aUserGroup({ name: 'Bauen; Planen,\r\nKultur' });

    const file = toFeedFile({ userGroup, entries: [] }, home);

    expect(file).toContain('\r\nX-WR-CALNAME:Treffen: Bauen\\; Planen\\, Kultur\r\n');
  });

  it('is a whole calendar without a single meeting', () => {
    const file = toFeedFile({ entries: [] }, home);

    expect(file).toMatch(/\r\nBEGIN:VTIMEZONE\r\n[^]*\r\nEND:VTIMEZONE\r\nEND:VCALENDAR\r\n$/);
    expect(readWithIcalJs(file).entries).toEqual([]);
  });
});
