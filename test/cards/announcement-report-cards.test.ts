import { describe, expect, it } from 'vitest';
import { announcementCommunesCard } from '../../src/cards/announcement-communes-card.ts';
import {
  announcementCorrectionCard,
  askToWithdrawCard,
} from '../../src/cards/announcement-correction-card.ts';
import { announcementReportCard } from '../../src/cards/announcement-report-card.ts';
import { announcementTemplateCard } from '../../src/cards/announcement-template-card.ts';
import { announcementLimits } from '../../src/domain/announcement.ts';
import { sumUp } from '../../src/domain/announcement-report.ts';
import type { Progress } from '../../src/domain/announcement-report.ts';
import type { ReportedAnnouncement } from '../../src/features/announcements/report-announcement.ts';
import { anAnnouncement } from '../support/builders.ts';
import { buttonsOf, wordsOf } from '../support/conversation.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';

const personal = { shared: false, dialogs: true };
const started = { kind: 'started', at: 1 } as const;

function reported(fields: Partial<ReportedAnnouncement> = {}): ReportedAnnouncement {
  return {
    announcement: anAnnouncement({ state: started }),
    progress: { kind: 'finished' },
    sums: sumUp({ delivered: 1 }),
    toRevise: 0,
    notRevised: 0,
    mayChange: true,
    ...fields,
  };
}

function counted(content: ReportedAnnouncement['announcement']['content']) {
  const counts = {
    delivered: 25_000,
    waiting: 0,
    rejected: 0,
    unclear: 0,
    unreachable: 0,
    cancelled: 0,
    expired: 0,
  };
  const rows = [...shippedCommunes.keys()].map((communeId) => ({
    of: { kind: 'commune', communeId } as const,
    recipients: 25_000,
    counts,
    acknowledged: 25_000,
  }));
  return {
    announcement: anAnnouncement({ content }),
    communes: shippedCommunes,
    table: { rows, total: { recipients: 1, counts, acknowledged: 1 }, acknowledgedOfFew: 3 },
  };
}

function template(content: ReportedAnnouncement['announcement']['content'], index = 0) {
  return { id: `${index}`.padStart(36, 'x'), content, audience: [], createdAt: index };
}

const url = `https://bot.example.org/files/announcements/${'x'.repeat(36)}.csv?key=${'x'.repeat(36)}`;

describe('words that people typed', () => {
  const naughty = '[Klick](https://evil.example) **fett** <at>alle</at> &#64;x';
  const content = { title: naughty, text: naughty, acknowledgement: true };
  const announcement = anAnnouncement({ content, state: started });
  const outdated = { announcement, fields: content, problems: ['outdated'] } as const;
  const listed = { kind: 'listed', templates: [], removed: template(content) } as const;

  it.each([
    ['report', announcementReportCard(reported({ announcement }), personal, 'Gespeichert.')],
    ['counts per commune', announcementCommunesCard(counted(content), url, personal)],
    ['outdated correction', announcementCorrectionCard(outdated, personal)],
    ['question', askToWithdrawCard(announcement, personal)],
    ['list of templates after one was removed', announcementTemplateCard(listed, personal)],
  ])('stand in the %s as they were typed, and never where markdown is live', (_, card) => {
    const blocks = elementsOf(card).filter(({ type }) => type === 'TextBlock');

    expect(wordsOf(card)).toContain(naughty);
    expect(JSON.stringify(blocks)).not.toContain('Klick');
  });

  it('and codes of Teams, too', () => {
    const sums = sumUp({ 'rejected:418 [Klick](https://evil.example)': 1 });

    const card = announcementReportCard(reported({ sums }), personal);

    const blocks = elementsOf(card).filter(({ type }) => type === 'TextBlock');
    expect(wordsOf(card)).toContain('1 Teams hat abgelehnt (Code 418 [Klick](https://evil.example))');
    expect(JSON.stringify(blocks)).not.toContain('Klick');
  });
});

describe('the longest that is possible', () => {
  const content = {
    title: 'Ü'.repeat(announcementLimits.title),
    text: 'ä\n'.repeat(announcementLimits.text / 2),
    link: `https://example.org/${'x'.repeat(announcementLimits.link - 20)}`,
    acknowledgement: true,
  };
  const announcement = anAnnouncement({ content, state: started, correctedAt: 1, withdrawnAt: 1 });
  const codes = Array.from({ length: 40 }, (_, index) => [`rejected:4${index} ${'X'.repeat(60)}`, 25_000]);
  const sums = sumUp({ ...Object.fromEntries(codes), delivered: 25_000, unclear: 9, 'waiting:daily': 9 });
  const templates = Array.from({ length: 120 }, (_, index) => template(content, index));
  const problems = ['outdated', 'title-missing', 'text-missing', 'link-invalid'] as const;

  it.each([
    ['report', announcementReportCard(reported({ announcement, sums, notRevised: 3 }), personal, 'x')],
    ['counts per commune', announcementCommunesCard(counted(content), url, personal)],
    ['correction', announcementCorrectionCard({ announcement, fields: content, problems }, personal)],
    ['question', askToWithdrawCard(announcement, personal)],
    ['list of templates', announcementTemplateCard({ kind: 'listed', templates }, personal)],
  ])('%s: is below 25 KB, with rows of buttons that fit', (_, card) => {
    const rows = elementsOf(card).map(({ actions }) => buttonsOf(actions).map(({ title }) => title));

    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(25_000);
    expect(rows.filter((row) => row.length > 3 || (row.length > 1 && row.join('').length > 26))).toEqual([]);
  });

  it('is told to be incomplete: rows in the file, templates to be removed', () => {
    const communes = announcementCommunesCard(counted(content), url, personal);
    const list = announcementTemplateCard({ kind: 'listed', templates }, personal);

    expect(wordsOf(communes)).toContain(`${shippedCommunes.size - 12} weitere Zeilen in der CSV-Datei.`);
    expect(wordsOf(list)).toContain('40 weitere Vorlagen passen nicht in diese Liste.');
  });
});

describe('the first line of a report', () => {
  it.each<[Progress, string]>([
    [{ kind: 'draft' }, 'Noch ein Entwurf. Gesendet ist nichts.'],
    [{ kind: 'awaiting' }, 'Wartet auf Bestätigung. Gesendet ist noch nichts.'],
    [
      { kind: 'scheduled', sendAt: Date.UTC(2026, 10, 23, 8) },
      'Geplant für Montag, 23. November 2026 um 09:00 Uhr.',
    ],
    [{ kind: 'missed' }, 'Nicht gesendet: Ich stand zu der Zeit still, und danach war es zu spät.'],
    [{ kind: 'discarded' }, 'Verworfen. Gesendet wurde nichts.'],
    [{ kind: 'preparing' }, 'Wird vorbereitet …'],
    [{ kind: 'sending' }, '312 von 340 zugestellt.'],
    [{ kind: 'cancelling' }, 'Wird abgebrochen …'],
    [{ kind: 'revising' }, 'Wird korrigiert …'],
    [{ kind: 'finished' }, 'Abgeschlossen: 312 von 340 zugestellt.'],
    [{ kind: 'cancelled' }, 'Abgebrochen: 312 von 340 zugestellt.'],
    [{ kind: 'stopped' }, 'Gestoppt: 312 von 340 zugestellt.'],
    [{ kind: 'forgotten' }, 'Gesendet. Wer sie bekommen hat, ist nicht mehr gespeichert.'],
  ])('is the answer: %o', (progress, sentence) => {
    const sums = sumUp({ delivered: 312, unclear: 28 });

    const card = announcementReportCard(reported({ progress, sums }), personal);

    expect(wordsOf(card).split('\n')[0]).toBe(sentence);
    expect(card.fallbackText).toMatch(new RegExp(`^${sentence.replaceAll('.', '\\.')}`));
  });

  it('says of what was taken back whether everybody sees that yet', () => {
    const announcement = anAnnouncement({ state: started, withdrawnAt: 1 });
    const firstLine = (kind: 'revising' | 'finished') =>
      wordsOf(announcementReportCard(reported({ announcement, progress: { kind } }), personal)).split(
        '\n',
      )[0];

    expect([firstLine('revising'), firstLine('finished')]).toEqual([
      'Wird zurückgezogen …',
      'Zurückgezogen.',
    ]);
  });
});

describe('the rows of a report', () => {
  it('say in words why not everybody has it, the most frequent first', () => {
    const sums = sumUp({
      delivered: 1,
      'rejected:403 BotDisabledByAdmin': 5,
      'rejected:413': 4,
      'unreachable:opted-out': 3,
      'waiting:throttled': 2,
    });

    const words = wordsOf(
      announcementReportCard(reported({ sums, progress: { kind: 'sending' } }), personal),
    );

    expect(words).toContain(
      [
        '5 abgelehnt, die IT hat die App gesperrt',
        '4 abgelehnt, die Nachricht ist zu lang',
        '3 ohne Ankündigung, auf eigenen Wunsch',
        '2 unterwegs, Teams bremst gerade',
      ].join('\n'),
    );
  });
});

describe('the buttons of a report', () => {
  const sums = sumUp({ delivered: 1, unclear: 1, planned: 1 });
  const done = sumUp({ delivered: 1, unclear: 1 });
  const withdrawn = anAnnouncement({ state: started, withdrawnAt: 1 });
  const changes = new Set(['Abbrechen', 'Erneut senden (als Wiederholung)', 'Korrigieren', 'Zurückziehen']);

  it.each<[string, Partial<ReportedAnnouncement>, readonly string[]]>([
    [
      'while it is sent',
      { progress: { kind: 'sending' }, sums },
      ['Abbrechen', 'Korrigieren', 'Zurückziehen'],
    ],
    ['while it is cancelled', { progress: { kind: 'cancelling' }, sums }, ['Korrigieren', 'Zurückziehen']],
    [
      'when it is finished',
      { sums: done },
      ['Erneut senden (als Wiederholung)', 'Korrigieren', 'Zurückziehen'],
    ],
    [
      'when it was cancelled',
      { progress: { kind: 'cancelled' }, sums: done },
      ['Korrigieren', 'Zurückziehen'],
    ],
    ['when it was taken back', { announcement: withdrawn, sums: done }, []],
    ['when it was forgotten', { progress: { kind: 'forgotten' } }, []],
    ['for somebody who organises no more', { mayChange: false, sums: done }, []],
  ])('%s', (_, fields, titles) => {
    const card = announcementReportCard(reported(fields), personal);

    expect(
      buttonsOf(card)
        .map(({ title }) => title)
        .filter((title) => changes.has(title)),
    ).toEqual(titles);
  });
});

function elementsOf(value: unknown): Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) {
    return value.flatMap(elementsOf);
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return [Object.fromEntries(Object.entries(value)), ...Object.values(value).flatMap(elementsOf)];
}
