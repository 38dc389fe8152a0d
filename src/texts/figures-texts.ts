import type { FeedbackReason, FeedbackWeek } from '../domain/answer-feedback.ts';
import { feedbackTexts } from './feedback-texts.ts';
import { countFeminine, capitalise, enumerate, formatEuros, formatNumber } from './format.ts';

const weekday = new Intl.DateTimeFormat('de-DE', {
  weekday: 'short',
  day: 'numeric',
  month: 'numeric',
  timeZone: 'UTC',
});
const shortDay = new Intl.DateTimeFormat('de-DE', { day: 'numeric', month: 'numeric', timeZone: 'UTC' });
/** Below a cent two digits would say nothing. */
const smallEuros = new Intl.NumberFormat('de-DE', {
  style: 'currency',
  currency: 'EUR',
  maximumSignificantDigits: 2,
});

const toDate = (day: string) => Date.parse(`${day}T12:00:00Z`);
const tokens = (n: number) => `${formatNumber(n)} Tokens`;
const answers = (n: number) => countFeminine(n, 'Anfrage', 'Anfragen');

interface Counted {
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly uncounted: number;
  readonly estimatedTokens: number;
  readonly embeddingTokens: number;
  readonly cost?: number;
}

/** "Kennzahlen", for organisers. */
export const figuresTexts = {
  title: 'Kennzahlen',
  hint: 'Alle Zahlen gelten für alle Kommunen zusammen und enthalten keine Personen.',
  refresh: 'Aktualisieren',
  notOrganiser: 'Die Kennzahlen sieht nur das Organisationsteam.',
  feedback: {
    title: 'Rückmeldungen zu Antworten',
    none: 'In den letzten vier Wochen hat niemand eine Antwort bewertet.',
    /** "Diese Woche (ab 23.11.)" */
    week: (monday: string, index: number) =>
      index === 0
        ? `Diese Woche (ab ${shortDay.format(toDate(monday))})`
        : `Woche ab ${shortDay.format(toDate(monday))}`,
    counts: ({ helpful, notHelpful, model }: FeedbackWeek) => {
      if (helpful + notHelpful === 0) {
        return 'keine';
      }
      const ofModel = model.helpful + model.notHelpful;
      const own =
        ofModel === 0
          ? ''
          : `; davon mit Sätzen der KI ${model.helpful} hilfreich, ${model.notHelpful} nicht`;
      return `${formatNumber(helpful)} hilfreich, ${formatNumber(notHelpful)} nicht hilfreich${own}`;
    },
    reasons: (reasons: readonly (readonly [FeedbackReason, number])[]) =>
      `Gründe der letzten beiden Wochen: ${enumerate(
        reasons.map(([reason, count]) => `${feedbackTexts.reasons[reason]} (${formatNumber(count)})`),
      )}.`,
  },
  models: {
    title: 'Nutzung der KI',
    none: 'Es ist kein Sprachmodell eingestellt. Es antwortet die Suche, und es entstehen keine Kosten.',
    day: (day: string) => weekday.format(toDate(day)),
    /** "zwölf Anfragen, 24.310 Tokens, etwa 0,02 €" */
    use: (use: Counted) => {
      const all = use.inputTokens + use.outputTokens + use.estimatedTokens + use.embeddingTokens;
      return enumerateParts([answers(use.requests), tokens(all), costOf(use)]);
    },
    unused: 'nicht benutzt',
    month: 'Dieser Monat',
    split: (use: Counted) =>
      `Im Monat gelesen ${tokens(use.inputTokens)}, geschrieben ${tokens(use.outputTokens)}, für den Vergleich von Bedeutungen ${tokens(use.embeddingTokens)}.`,
    uncounted: ({ uncounted, estimatedTokens }: Counted) =>
      `Bei ${uncounted === 1 ? 'einer Anfrage' : `${formatNumber(uncounted)} Anfragen`} hat der Anbieter nicht gezählt; dafür sind ${tokens(estimatedTokens)} geschätzt.`,
    noPrices:
      'Kosten kann ich nicht nennen: Es sind nicht alle Preise eingestellt (LLM_PRICE_INPUT, LLM_PRICE_OUTPUT, EMBEDDING_PRICE).',
    vectors: ({ done, total }: { readonly done: number; readonly total: number }) =>
      done === total
        ? `Ähnlichkeitssuche: Alle ${formatNumber(total)} Anwendungsfälle sind vorbereitet.`
        : `Ähnlichkeitssuche: ${formatNumber(done)} von ${formatNumber(total)} Anwendungsfällen sind vorbereitet.`,
  },
} as const;

function costOf({ cost }: Counted): string {
  if (cost === undefined) {
    return '';
  }
  return `etwa ${cost > 0 && cost < 0.01 ? smallEuros.format(cost) : formatEuros(cost)}`;
}

function enumerateParts(parts: readonly string[]): string {
  return capitalise(parts.filter((part) => part !== '').join(', '));
}
