import type { PlanProblem, ReasonProblem, ResultProblem, TopicWay } from '../domain/topic-decision.ts';
import type { TopicState } from '../domain/topic-request.ts';
import { formatNumber } from './format.ts';

type Problem = PlanProblem | ResultProblem | ReasonProblem | 'into-missing' | 'into-impossible' | 'moving';

function tooLong(most: number) {
  return (length: number) =>
    `Das sind ${formatNumber(length)} Zeichen, höchstens ${formatNumber(most)} sind möglich. Bitte kürzen Sie.`;
}

const told = 'Alle, die das Thema verfolgen, bekommen eine Nachricht.';

/** What organisers do with topic requests. */
export const topicOrganisingTexts = {
  heading: 'Was soll mit diesem Thema geschehen?',
  summary: (title: string) => `Organisieren: ${title}`,
  hint: 'Alle, die das Thema verfolgen, bekommen eine Nachricht, wenn sich sein Stand ändert.',
  ways: {
    plan: 'Planen',
    treat: 'Als behandelt eintragen',
    decline: 'Ablehnen',
    merge: 'Zusammenführen',
    restore: 'Wieder öffnen',
    change: 'Thema ändern',
  } satisfies Record<TopicWay, string>,
  contributions: 'Mögliche Beiträge',
  /** There organisers can remove any. */
  comments: 'Kommentare',
  /** Where it is planned or treated already. */
  again: { plan: 'Planung ändern', treat: 'Ergebnis ändern' },
  formSummary: (heading: string, title: string) => `${heading}: ${title}`,
  plan: {
    heading: 'Thema planen',
    date: 'An welchem Tag?',
    dateError: 'Bitte wählen Sie einen Tag, zum Beispiel 3.12.2026.',
    reference: 'Wo oder bei welchem Anlass?',
    referencePlaceholder: 'Treffen der User Group Bauen in Olpe',
    referenceError: 'Bitte höchstens 120 Zeichen.',
    hint: 'Eines von beiden genügt.',
    send: 'Planen',
  },
  treat: {
    heading: 'Ergebnis eintragen',
    text: 'Was kam dabei heraus?',
    textPlaceholder: 'Was besprochen und entschieden wurde, und wie es weitergeht',
    textError: 'Bitte schreiben Sie wenigstens einen Satz, höchstens 1.000 Zeichen.',
    link: 'Wo steht mehr dazu? (freiwillig)',
    linkPlaceholder: 'https://www.example.org/protokoll',
    linkError: 'Bitte geben Sie eine Internetadresse an, höchstens 500 Zeichen.',
    hint: 'Alle Mitglieder können das Ergebnis lesen.',
    send: 'Eintragen',
  },
  decline: {
    heading: 'Thema ablehnen',
    reason: 'Warum?',
    reasonPlaceholder: 'Was dagegen spricht, und was stattdessen hilft',
    reasonError: 'Bitte begründen Sie es in einem Satz, höchstens 500 Zeichen.',
    hint: 'Alle Mitglieder können die Begründung lesen. Mit „Wieder öffnen“ lässt sich das Thema zurückholen.',
    send: 'Ablehnen',
  },
  merge: {
    heading: 'Mit einem anderen Thema zusammenführen',
    into: 'Welches Thema bleibt?',
    placeholder: 'Thema wählen',
    /** Votes of a request, and what makes two of the same title different. */
    choice: (title: string, votes: string) => `${title} (${votes})`,
    intoError: 'Bitte wählen Sie ein Thema aus der Liste.',
    reason: 'Warum? (freiwillig)',
    reasonPlaceholder: 'Beide fragen nach demselben',
    reasonError: 'Bitte höchstens 500 Zeichen.',
    hint: 'Die Stimmen zählen dann bei dem Thema, das bleibt; wer für beide gestimmt hat, zählt dort einmal. Wer dieses Thema verfolgt, bekommt eine Nachricht und verfolgt dann das andere. „Wieder öffnen“ macht das rückgängig.',
    send: 'Zusammenführen',
    none: 'Es gibt kein anderes offenes oder geplantes Thema, mit dem Sie dieses zusammenführen könnten.',
  },
  problems: {
    'plan-missing': 'Bitte geben Sie einen Tag an oder sagen Sie, bei welchem Anlass es drankommt.',
    'date-invalid': 'Diesen Tag gibt es nicht. Bitte schreiben Sie ihn zum Beispiel so: 3.12.2026.',
    'date-past': 'Dieser Tag ist schon vorbei. Bitte wählen Sie heute oder einen späteren Tag.',
    'reference-too-long': tooLong(120),
    'text-missing': 'Bitte schreiben Sie wenigstens einen Satz dazu, was herauskam.',
    'text-too-long': tooLong(1000),
    'link-invalid':
      'Das ist keine Internetadresse. Bitte schreiben Sie sie ganz, zum Beispiel https://www.example.org.',
    'link-too-long': 'Diese Internetadresse ist zu lang: Höchstens 500 Zeichen sind möglich.',
    'reason-missing': 'Bitte begründen Sie es in einem Satz, denn die Begründung lesen alle.',
    'reason-too-long': tooLong(500),
    'into-missing': 'Bitte wählen Sie ein Thema aus der Liste.',
    'into-impossible':
      'Mit diesem Thema lässt es sich nicht mehr zusammenführen. Bitte wählen Sie ein anderes.',
    moving:
      'Eines der beiden wurde gerade erst wieder geöffnet, und seine Stimmen sind noch auf dem Weg zurück. Bitte versuchen Sie es gleich noch einmal.',
  } satisfies Record<Problem, string | ((length: number) => string)>,
  /** Where others read along, no form is shown. */
  invalidHere:
    'So lässt sich das nicht eintragen. Öffnen Sie das Thema im Einzelchat und versuchen Sie es dort noch einmal.',
  done: {
    plan: `Als geplant eingetragen. ${told}`,
    treat: `Als behandelt eingetragen. ${told}`,
    decline: `Abgelehnt. ${told}`,
    merge: `Zusammengeführt. Die Stimmen zählen gleich bei dem anderen Thema. ${told}`,
    restore: `Wieder offen. ${told}`,
  },
  already: {
    plan: 'Genau so war das Thema schon geplant.',
    treat: 'Genau dieses Ergebnis stand schon da.',
    decline: 'Das Thema war schon abgelehnt, mit derselben Begründung.',
    merge: 'Diese beiden Themen waren schon zusammengeführt.',
    restore: 'Das Thema ist schon offen.',
  },
  /** Why nothing of the kind can be done any more. */
  impossible: {
    open: 'Dieses Thema ist inzwischen wieder offen. Was sich damit machen lässt, zeigt „Organisieren“.',
    planned: 'Dieses Thema ist inzwischen geplant. Was sich damit machen lässt, zeigt „Organisieren“.',
    treated:
      'Dieses Thema ist inzwischen behandelt. Soll etwas anderes gelten, öffnen Sie es unter „Organisieren“ zuerst wieder.',
    declined:
      'Dieses Thema ist inzwischen abgelehnt. Soll etwas anderes gelten, öffnen Sie es unter „Organisieren“ zuerst wieder.',
    merged:
      'Dieses Thema ist inzwischen mit einem anderen zusammengeführt. Soll etwas anderes gelten, öffnen Sie es unter „Organisieren“ zuerst wieder.',
  } satisfies Record<TopicState['kind'], string>,
};
