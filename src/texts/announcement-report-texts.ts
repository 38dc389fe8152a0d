import type { WaitingReason } from '../domain/announcement-report.ts';
import { capitalise, countFeminine, formatDayAndTime, formatNumber, formatWeekdayAndTime } from './format.ts';
import { notReachedTexts } from './not-reached-texts.ts';

/** "312 von 340", "alle 340" */
function of(count: number, total: number): string {
  return count === total && total > 1
    ? `alle ${formatNumber(total)}`
    : `${formatNumber(count)} von ${formatNumber(total)}`;
}

function delivered(count: number, total: number): string {
  return `${of(count, total)} zugestellt.`;
}

const waiting: Readonly<Record<WaitingReason, string>> = {
  'under-way': 'unterwegs',
  throttled: 'unterwegs, Teams bremst gerade',
  retry: 'unterwegs, gleich noch ein Versuch',
  'quiet-hours': 'in der Ruhezeit, Zustellung danach',
  daily: 'für die tägliche Sammlung am Morgen vorgemerkt',
};

/** By the code with which Teams refused. */
const rejected: Readonly<Record<string, string>> = {
  '400': 'abgelehnt, weil Teams die Nachricht nicht lesen konnte. Bitte sagen Sie es dem Betreiber',
  '401': 'abgelehnt, weil sich der Bot nicht anmelden konnte. Bitte sagen Sie es dem Betreiber',
  '403 BotDisabledByAdmin': 'abgelehnt, die IT hat die App gesperrt',
  '403 BotNotInConversationRoster': 'abgelehnt, die App wurde entfernt',
  '403 ForbiddenOperationException': 'abgelehnt, die App wurde entfernt',
  '403 MessageWritesBlocked': 'abgelehnt, der Bot ist blockiert',
  '403 ConversationBlockedByUser': 'abgelehnt, der Bot ist blockiert',
  '404': 'abgelehnt, den Chat oder Kanal gibt es nicht mehr',
  '404 ConversationNotFound': 'abgelehnt, den Chat oder Kanal gibt es nicht mehr',
  '412': 'abgelehnt, auch nach mehreren Versuchen',
  '413': 'abgelehnt, die Nachricht ist zu lang',
};

export const announcementReportTexts = {
  title: 'Stand der Ankündigung',
  headings: {
    draft: 'Noch ein Entwurf. Gesendet ist nichts.',
    awaiting: 'Wartet auf Bestätigung. Gesendet ist noch nichts.',
    missed: 'Nicht gesendet: Ich stand zu der Zeit still, und danach war es zu spät.',
    discarded: 'Verworfen. Gesendet wurde nichts.',
    scheduled: (sendAt: number) => `Geplant für ${formatWeekdayAndTime(sendAt)}.`,
    preparing: 'Wird vorbereitet …',
    sending: (count: number, total: number) => capitalise(delivered(count, total)),
    cancelling: 'Wird abgebrochen …',
    finished: (count: number, total: number) =>
      total === 0
        ? 'Abgeschlossen: Niemand gehört zum Empfängerkreis.'
        : `Abgeschlossen: ${delivered(count, total)}`,
    cancelled: (count: number, total: number) => `Abgebrochen: ${delivered(count, total)}`,
    stopped: (count: number, total: number) => `Gestoppt: ${delivered(count, total)}`,
    revising: 'Wird korrigiert …',
    withdrawing: 'Wird zurückgezogen …',
    withdrawn: 'Zurückgezogen.',
    forgotten: 'Gesendet. Wer sie bekommen hat, ist nicht mehr gespeichert.',
  },
  stoppedMore:
    'Der Bot durfte nicht senden: Seine Registrierung oder sein Kennwort stimmt nicht. Bitte sagen Sie es dem Betreiber.',
  sentAt: (at: number) => `Gesendet am ${formatDayAndTime(at)}`,
  correctedAt: (at: number) => `Korrigiert am ${formatDayAndTime(at)}`,
  withdrawnAt: (at: number) => `Zurückgezogen am ${formatDayAndTime(at)}`,
  numbers: {
    delivered: 'zugestellt',
    waiting: 'noch offen',
    unclear: 'unklar',
    failed: 'nicht zugestellt',
  },
  waiting: (reason: WaitingReason) => waiting[reason],
  rejected: (code: string) => rejected[code] ?? `Teams hat abgelehnt (Code ${code})`,
  /** After a number of recipients. */
  unreachable: (reason: string, n: number) => {
    const known: Readonly<Record<string, (n: number) => string>> = notReachedTexts;
    return known[reason]?.(n) ?? 'nicht erreichbar';
  },
  unclear: 'unklar, ob es ankam: Teams hat nicht geantwortet. Von selbst sende ich es nicht noch einmal',
  cancelled: 'nicht mehr gesendet, weil abgebrochen wurde',
  unsent: 'nicht mehr gesendet',
  stoppedUnsent: 'nicht gesendet',
  expired: 'nicht rechtzeitig zustellbar',
  repeatMore:
    'Wenn Sie erneut senden, bekommen manche von ihnen die Ankündigung zweimal. Es steht dabei, dass es eine Wiederholung ist.',
  revised: (shown: number, all: number) => `Korrektur: ${of(shown, all)} angezeigt.`,
  replacedEverywhere: 'Alle sehen, dass sie zurückgezogen wurde.',
  replaced: (shown: number, all: number) =>
    `Zurückgezogen: bei ${formatNumber(shown)} von ${formatNumber(all)} zu sehen.`,
  notReplaceable: (n: number) =>
    n === 1
      ? 'Bei einem Empfänger ist unklar, ob sie ankam; dort lässt sie sich nicht ersetzen.'
      : `Bei ${formatNumber(n)} Empfängern ist unklar, ob sie ankam; dort lässt sie sich nicht ersetzen.`,
  notRevised: (n: number) =>
    n === 1
      ? 'Eine Nachricht lässt sich nicht mehr ändern und bleibt, wie sie ist.'
      : `${formatNumber(n)} Nachrichten lassen sich nicht mehr ändern und bleiben, wie sie sind.`,
  acknowledged: (n: number) =>
    n === 0
      ? 'Mit „Gelesen“ bestätigt hat noch niemand.'
      : `Mit „Gelesen“ bestätigt: ${countFeminine(n, 'Person', 'Personen')}.`,
  acknowledgedHidden: 'Wie viele mit „Gelesen“ bestätigt haben, zeige ich erst ab drei Empfängern.',
  cancel: 'Abbrechen',
  cancelMore: 'Wer noch nichts bekommen hat, bekommt nichts mehr',
  repeat: 'Erneut senden (als Wiederholung)',
  correct: 'Korrigieren',
  withdraw: 'Zurückziehen',
  communes: 'Je Kommune',
  keepTemplate: 'Als Vorlage',
  refresh: 'Aktualisieren',
  discard: 'Verwerfen',
  showDraft: 'Ansehen',
  all: 'Alle Ankündigungen',
  outcomes: {
    cancelRequested: 'Wird abgebrochen. Wer noch nichts bekommen hat, bekommt nichts mehr.',
    cancelledInTime: 'Abgebrochen, bevor etwas hinausging.',
    nothingToCancel: 'Hier ist nichts mehr abzubrechen.',
    repeatRequested: 'Wird als Wiederholung gesendet.',
    nothingToRepeat: 'Hier ist nichts erneut zu senden.',
    nothingUnclear: 'Unklar ist bei niemandem mehr etwas. Erneut zu senden ist nichts.',
    corrected: 'Korrigiert. Alle Nachrichten zeigen gleich die neue Fassung.',
    unchanged: 'Es steht schon so da. Geändert wurde nichts.',
    withdrawn: 'Was zugestellt ist, wird ersetzt.',
    notSent: 'Sie ist noch nicht gesendet. Ändern oder verwerfen Sie sie, oder brechen Sie das Senden ab.',
    alreadyWithdrawn: 'Diese Ankündigung wurde zurückgezogen. Ändern lässt sie sich nicht mehr.',
    forgotten: 'Sie wurde vor so langer Zeit gesendet, dass sich die Nachrichten nicht mehr ändern lassen.',
  },
  correction: {
    heading: 'Ankündigung korrigieren',
    why: 'Alle Nachrichten zeigen danach die neue Fassung und dass sie korrigiert wurde. An wen sie geht, lässt sich nicht mehr ändern.',
    save: 'Korrigieren',
    cancel: 'Abbrechen',
    outdated:
      'Inzwischen hat jemand anderes korrigiert. Jetzt steht dort das Folgende; mit „Korrigieren“ gilt, was Sie geschrieben haben.',
  },
  withdrawal: {
    question: 'Diese Ankündigung zurückziehen?',
    more: 'Alle, die sie bekommen haben, sehen dann nur noch, dass sie zurückgezogen wurde. Wer noch nichts bekommen hat, bekommt nichts mehr. Das lässt sich nicht rückgängig machen.',
    confirm: 'Ja, zurückziehen',
    keep: 'Abbrechen',
  },
};
