import type { FeedbackReason } from '../domain/answer-feedback.ts';
import { feedbackWordsLimit } from '../domain/answer-feedback.ts';
import { formatNumber } from './format.ts';

const reasons: Readonly<Record<FeedbackReason, string>> = {
  'nothing-fits': 'Nichts davon passt',
  wrong: 'Falsch oder veraltet',
  unclear: 'Unverständlich',
  other: 'Etwas anderes',
};

const days = (n: number) => (n === 1 ? 'einen Tag' : `${formatNumber(n)} Tage`);

/** The thumbs below an answer. */
export const feedbackTexts = {
  title: 'Rückmeldung zur Antwort',
  helpful: 'Was war hilfreich?',
  notHelpful: 'Was hat nicht gepasst?',
  reason: 'Grund (freiwillig)',
  reasons,
  reasonError: 'Bitte wählen Sie einen der Gründe.',
  words: 'In Ihren Worten (freiwillig)',
  wordsPlaceholder: 'Ein Satz genügt.',
  wordsError: `Bitte höchstens ${formatNumber(feedbackWordsLimit)} Zeichen.`,
  hint: (retentionDays: number) =>
    `Ihre Frage, die gezeigten Anwendungsfälle und Ihre Angaben hier werden ${days(retentionDays)} ohne Ihren Namen gespeichert, damit die Antworten besser werden. Bitte nennen Sie darin keine Personen.`,
  send: 'Absenden',
  thanks: 'Danke für Ihre Rückmeldung.',
  changed: 'Danke. Ihre neue Rückmeldung gilt anstelle der vorigen.',
  /** It is older than a week, or it was none. */
  unknownAnswer:
    'Diese Antwort kann ich nicht mehr zuordnen; möglich ist das 7 Tage lang. Stellen Sie die Frage gern noch einmal.',
  unreadable:
    'Diese Rückmeldung konnte ich nicht lesen. Bitte drücken Sie noch einmal auf den Daumen unter der Antwort.',
} as const;
