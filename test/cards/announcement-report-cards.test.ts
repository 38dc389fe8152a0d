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
import { announcementTexts } from '../../src/texts/announcement-texts.ts';
import { anAnnouncement } from '../support/builders.ts';
import { buttonsOf, wordsOf } from '../support/conversation.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';

const notReached = [
  'never-met',
  'removed',
  'blocked',
  'deleted',
  'disabled-by-admin',
  'foreign-service',
  'opted-out',
] as const;
const personal = { shared: false, dialogs: true };
const started = { kind: 'started', at: 1 } as const;

function reported(fields: Partial<ReportedAnnouncement> = {}): ReportedAnnouncement {
  return {
    announcement: anAnnouncement({ state: started }),
    progress: { kind: 'finished' },
    sums: sumUp({ delivered: 1 }),
    toRevise: 0,
    notRevised: 0,
    isRevisionCounted: true,
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

it('the list of templates leads on to an announcement without one, in words that fit when there is none', () => {
  const titles = (templates: readonly ReturnType<typeof template>[]) =>
    buttonsOf(announcementTemplateCard({ kind: 'listed', templates }, personal)).map(({ title }) => title);

  expect(titles([])).toEqual(['Ankündigung senden']);
  expect(titles([template({ title: 'Titel', text: 'Text', acknowledgement: false })])).toEqual([
    'Verwenden',
    'Entfernen',
    'Ohne Vorlage',
  ]);
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
        '3 möchten keine Benachrichtigungen',
        '2 unterwegs, Teams bremst gerade',
      ].join('\n'),
    );
  });
});

describe('what a report says of a correction or withdrawal', () => {
  const withdrawn = anAnnouncement({ state: started, withdrawnAt: 1 });
  const corrected = anAnnouncement({ state: started, correctedAt: 1 });
  const seen = (fields: Partial<ReportedAnnouncement>) =>
    wordsOf(announcementReportCard(reported({ announcement: withdrawn, ...fields }), personal))
      .split('\n')
      .filter((line) => /Alle sehen|zu sehen|angezeigt|unklar, ob sie/.test(line));

  it.each<[string, Partial<ReportedAnnouncement>, readonly string[]]>([
    [
      'that everybody sees it',
      { sums: sumUp({ delivered: 3 }) },
      ['Alle sehen, dass sie zurückgezogen wurde.'],
    ],
    ['nothing before that is known', { sums: sumUp({ delivered: 3 }), isRevisionCounted: false }, []],
    [
      'how many see it so far',
      { sums: sumUp({ delivered: 3 }), toRevise: 3, progress: { kind: 'revising' } },
      ['Zurückgezogen: bei 0 von 3 zu sehen.'],
    ],
    [
      'no more than is known while one is being sent',
      { sums: sumUp({ delivered: 3, sending: 1 }), progress: { kind: 'cancelling' } },
      ['Zurückgezogen: bei 3 von 3 zu sehen.'],
    ],
    [
      'where it cannot be replaced',
      { sums: sumUp({ delivered: 2, unclear: 1 }) },
      [
        'Zurückgezogen: bei 2 von 2 zu sehen.',
        'Bei einem Empfänger ist unklar, ob sie ankam; dort lässt sie sich nicht ersetzen.',
      ],
    ],
    [
      'that it can be replaced nowhere',
      { sums: sumUp({ unclear: 2 }) },
      ['Bei 2 Empfängern ist unklar, ob sie ankam; dort lässt sie sich nicht ersetzen.'],
    ],
    [
      'that a correction is shown',
      { announcement: corrected, sums: sumUp({ delivered: 3 }) },
      ['Korrektur: alle 3 angezeigt.'],
    ],
    ['nothing of one yet', { announcement: corrected, isRevisionCounted: false }, []],
  ])('is %s', (_, fields, lines) => {
    expect(seen(fields)).toEqual(lines);
  });
});

describe('the words of a report', () => {
  const wordsFor = (fields: Partial<ReportedAnnouncement>) =>
    wordsOf(announcementReportCard(reported(fields), personal));

  it('begin with a capital letter when everybody has it and something is still done', () => {
    const sums = sumUp({ delivered: 3 });

    expect(wordsFor({ progress: { kind: 'sending' }, sums })).toMatch(/^Alle 3 zugestellt\./);
  });

  it('say that it was cancelled only when it was', () => {
    const sums = sumUp({ delivered: 2, cancelled: 1 });

    const after = (kind: 'cancelled' | 'cancelling' | 'finished' | 'stopped') =>
      wordsFor({ progress: { kind }, sums }).split('\n').at(-1);

    expect([after('cancelled'), after('cancelling'), after('finished'), after('stopped')]).toEqual([
      '1 nicht mehr gesendet, weil abgebrochen wurde',
      '1 nicht mehr gesendet, weil abgebrochen wurde',
      '1 nicht mehr gesendet',
      '1 nicht gesendet',
    ]);
  });

  it.each([...notReached])('say as the preview does why somebody has nothing: %s', (because) => {
    const sums = sumUp({ delivered: 1, [`unreachable:${because}`]: 2 });

    const preview = announcementTexts.unreachable([[because, 2]], 0);

    expect(preview).toContain(wordsFor({ sums }).split('\n').at(-1));
  });

  it('tell the author why what was planned did not go out', () => {
    const announcement = anAnnouncement({
      state: { kind: 'awaiting-confirmation', askedAt: 1 },
      grownAt: 1,
    });

    expect(wordsFor({ announcement, progress: { kind: 'awaiting' }, sums: sumUp({}) })).toContain(
      'Seit dem Einplanen sind Empfänger dazugekommen.',
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
