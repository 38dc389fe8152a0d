import type { AnswerProblem, InquiryProblem } from '../domain/inquiry-form.ts';
import type { AnswerStage, ClosedBecause, InquiryAnswerKind } from '../domain/inquiry.ts';
import { capitalise, countFeminine, enumerate, formatDay, formatNumber } from './format.ts';
import { stageLabels } from './labels.ts';

function answers(n: number): string {
  return n === 0 ? 'Noch keine Antwort' : capitalise(countFeminine(n, 'Antwort', 'Antworten'));
}

function inquiries(n: number): string {
  return countFeminine(n, 'Anfrage', 'Anfragen');
}

/** "im Kanal Austausch", "in den Kanälen Austausch und Vergabe", "in zwei Kanälen" */
function channels(names: readonly (string | undefined)[]): string {
  const known = names.filter((name) => name !== undefined).map((name) => `„${name}“`);
  const unknown = names.length - known.length;
  if (known.length === 0) {
    return unknown === 1 ? 'im Kanal der Community' : `in ${countChannels(unknown)} der Community`;
  }
  const rest = unknown === 0 ? [] : [unknown === 1 ? 'einem weiteren' : `${formatNumber(unknown)} weiteren`];
  return `in ${enumerate([...known, ...rest])}`;
}

function countChannels(n: number): string {
  return `${formatNumber(n)} Kanälen`;
}

const kinds: Readonly<Record<InquiryAnswerKind, string>> = {
  doing: 'Wir machen das',
  knows: 'Ich kenne jemanden',
  words: 'Antworten',
};

const closed: Readonly<Record<ClosedBecause, string>> = {
  asker: 'Erledigt',
  organiser: 'Vom Organisationsteam geschlossen',
  time: 'Geschlossen, weil lange niemand geantwortet hat',
};

/** Around what is sought: "Wer macht schon Drohnen?" */
const [beforeSought, behindSought] = ['Wer macht schon ', '?'];

export const inquiryTexts = {
  title: 'Anfrage an die Community',
  ask: 'Community fragen',
  answers,
  kinds,
  /** What a question is about, as the title of a use case: "Drohnen". */
  subject: (question: string) => {
    const plain = question.endsWith(behindSought) ? question.slice(0, -behindSought.length) : question;
    return plain.startsWith(beforeSought) ? plain.slice(beforeSought.length) : plain;
  },
  posted: {
    from: (commune: string | undefined) =>
      commune === undefined ? 'Frage aus der Community' : `Frage aus ${commune}`,
    summary: (from: string, question: string) => `${from}: ${question}`,
    closed: (because: ClosedBecause, at: number, n: number) =>
      `${closed[because]} am ${formatDay(at)}. ${answers(n)}.`,
    noMore: 'Antworten ist nicht mehr möglich.',
    latest: (shown: number, all: number) =>
      shown < all
        ? `Die letzten ${formatNumber(shown)} von ${formatNumber(all)} Antworten:`
        : `${answers(all)}:`,
    all: 'Alle Antworten',
    short: 'Gekürzt, weil der ganze Text hier nicht dargestellt werden kann.',
    /** "Hemer: Wir machen das · im Einsatz" */
    answer: (commune: string | undefined, kind: InquiryAnswerKind, stage: AnswerStage | undefined) => {
      const said = { doing: 'Wir machen das', knows: 'Ich kenne jemanden', words: 'Antwort' }[kind];
      const how = stage === undefined ? said : `${said} · ${stageLabels[stage]}`;
      return commune === undefined ? how : `${commune}: ${how}`;
    },
  },
  form: {
    heading: 'Die Community fragen',
    change: 'Anfrage ändern',
    open: 'Formular öffnen',
    hint: 'Ihre Frage steht nach einer Vorschau in den Kanälen der Community; alle können antworten.',
    suggestion: (sought: string) => `${beforeSought}${sought}${behindSought}`,
    question: 'Wie lautet Ihre Frage?',
    questionPlaceholder: 'Wer macht schon KI-Telefonassistenz?',
    questionError: 'Bitte schreiben Sie eine Frage, höchstens 300 Zeichen.',
    more: 'Was sollten die anderen dazu wissen? (freiwillig)',
    morePlaceholder: 'Wofür Sie es brauchen, was Sie schon versucht haben',
    moreError: 'Bitte höchstens 1.000 Zeichen.',
    named: 'Darf Ihre Kommune dabeistehen?',
    namedTitle: (commune: string | undefined) =>
      commune === undefined ? 'Meine Kommune anzeigen' : `„Frage aus ${commune}“ anzeigen`,
    namedError: 'Bitte wählen Sie ja oder nein.',
    noCommune: 'Es steht „Frage aus der Community“ dabei. Ihr Name erscheint nicht.',
    withoutName: 'Ihr Name erscheint nicht. Antworten bekommen Sie im Einzelchat.',
    preview: 'Vorschau',
  },
  problems: {
    'question-missing':
      'Bitte schreiben Sie Ihre Frage, zum Beispiel „Wer macht schon KI-Telefonassistenz?“.',
    'question-too-long': (length: number) =>
      `Ihre Frage hat ${formatNumber(length)} Zeichen, höchstens 300 sind möglich. Einzelheiten passen in das Feld darunter.`,
    'more-too-long': (length: number) =>
      `Das sind ${formatNumber(length)} Zeichen, höchstens 1.000 sind möglich. Bitte kürzen Sie.`,
    'stage-missing': 'Bitte wählen Sie, wie weit Sie sind, zum Beispiel „im Einsatz“.',
    'text-missing': 'Bitte schreiben Sie wenigstens einen Satz.',
    'text-too-long': (length: number) =>
      `Das sind ${formatNumber(length)} Zeichen, höchstens 1.000 sind möglich. Bitte kürzen Sie.`,
  } satisfies Record<InquiryProblem | AnswerProblem, string | ((length: number) => string)>,
  preview: {
    heading: (names: readonly (string | undefined)[]) => `So steht es ${channels(names)}.`,
    buttons: 'Darunter stehen die Knöpfe „Wir machen das“, „Antworten“ und „Ich kenne jemanden“.',
    send: 'Senden',
    change: 'Ändern',
    discard: 'Verwerfen',
  },
  noChannel:
    'Noch ist kein Kanal für die Community eingerichtet, in dem Ihre Frage stehen könnte. Mit „Benachrichtigen“ schreibe ich Ihnen, sobald jemand etwas dazu einträgt. Bitten Sie das Organisationsteam, einen Kanal einzurichten.',
  noChannelForOrganisers:
    'Noch ist kein Kanal für die Community eingerichtet, in dem Ihre Frage stehen könnte. So geht es: Erwähnen Sie mich im Kanal, schreiben Sie „Kanal einrichten“ und wählen Sie „Ganze Community“. Bis dahin hilft „Benachrichtigen“: Ich schreibe Ihnen, sobald jemand etwas dazu einträgt.',
  tooMany:
    'Sie haben schon drei offene Anfragen. Schließen Sie zuerst eine davon: „Meine Anfragen“ zeigt sie Ihnen.',
  gone: 'Diese Anfrage gibt es nicht mehr. Mit „Meine Anfragen“ sehen Sie Ihre eigenen.',
  sentBefore:
    'Diese Anfrage ist schon gesendet. Ändern lässt sie sich nicht mehr; unter „Meine Anfragen“ können Sie sie schließen.',
  sent: 'Gesendet. Ihre Frage steht gleich in den Kanälen der Community, und ich schreibe Ihnen, sobald jemand antwortet.',
  already: 'Diese Anfrage war schon gesendet.',
  discarded: 'Verworfen. Gesendet wurde nichts.',
  closedNow: 'Die Anfrage ist geschlossen. In den Kanälen steht das gleich auch.',
  closedBefore: 'Diese Anfrage war schon geschlossen.',
  late: 'Diese Anfrage ist schon geschlossen. Antworten ist nicht mehr möglich.',
  own: 'Das ist Ihre eigene Anfrage. Mit „Meine Anfragen“ sehen Sie die Antworten und können sie schließen.',
  notResponsible: 'Schließen kann sie, wer gefragt hat, und das Organisationsteam.',
  notYours: 'Eintragen kann das, wer geantwortet hat, und das Organisationsteam.',
  'not-organiser': 'Das kann nur das Organisationsteam. Mit „Meine Anfragen“ sehen Sie Ihre eigenen.',
  answerForm: {
    stage: 'Wie weit sind Sie damit?',
    stagePlaceholder: 'Auswählen',
    text: {
      doing: 'Was machen Sie, und wie erreicht man Sie?',
      knows: 'Wen kennen Sie, und wo?',
      words: 'Was möchten Sie antworten?',
    } satisfies Record<InquiryAnswerKind, string>,
    placeholder: {
      doing: 'Wir nutzen seit 2025 … Fragen gern an digitales@example.org',
      knows: 'In Beispielstadt läuft das schon; fragen Sie im Hauptamt',
      words: 'Ihre Antwort, wie alle sie lesen',
    } satisfies Record<InquiryAnswerKind, string>,
    error: 'Bitte schreiben Sie wenigstens einen Satz, höchstens 1.000 Zeichen.',
    who: (commune: string | undefined) =>
      commune === undefined
        ? 'Ihr Name erscheint nicht. Wer gefragt hat, bekommt Ihre Antwort im Einzelchat.'
        : `Es steht „${commune}“ dabei, Ihr Name nicht. Wer gefragt hat, bekommt Ihre Antwort im Einzelchat.`,
    forAll: 'Ihre Kommune steht dabei, Ihr Name nicht. Wer gefragt hat, bekommt Ihre Antwort im Einzelchat.',
    send: 'Antwort senden',
    takeBack: 'Zurücknehmen',
  },
  recorded: 'Danke. Ihre Antwort steht gleich bei der Frage, und wer gefragt hat, bekommt sie im Einzelchat.',
  changed: 'Geändert. Ihre Antwort steht gleich so bei der Frage.',
  answeredBefore: 'Ihre Antwort war schon eingetragen.',
  takenBack: 'Zurückgenommen. Ihre Antwort steht gleich nicht mehr bei der Frage.',
  takenBackBefore: 'Dazu steht keine Antwort von Ihnen.',
  changeOwn: 'Ihre Antwort ändern oder zurücknehmen können Sie im Einzelchat mit „Meine Anfragen“.',
  yours: 'Ihre Antwort',
  register: 'Als Anwendungsfall eintragen',
  change: 'Ändern',
  takeBack: 'Zurücknehmen',
  told: {
    heading: 'Jemand hat auf Ihre Frage geantwortet.',
    asked: 'Ihre Frage: ',
    takenBack: 'Diese Antwort auf Ihre Frage wurde zurückgenommen.',
    summary: (from: string, text: string) => `Antwort auf Ihre Frage: ${from}: ${text}`,
    changed: 'Geändert',
    done: 'Danke, erledigt',
    all: 'Alle Antworten',
  },
  list: {
    all: 'Anfragen',
    own: 'Meine Anfragen',
    heading: (open: number, total: number) =>
      total === 0
        ? 'Es gibt noch keine Anfrage an die Community.'
        : `${capitalise(inquiries(total))}, davon ${open === 0 ? 'keine' : formatNumber(open)} offen.`,
    ownHeading: (total: number) =>
      total === 0
        ? 'Sie haben die Community noch nichts gefragt und noch keine Frage beantwortet.'
        : `${capitalise(inquiries(total))}, die Sie gestellt oder beantwortet haben.`,
    fallback: (sentence: string, questions: readonly string[]) =>
      questions.length === 0 ? sentence : `${sentence} ${questions.join('; ')}`,
    draft: 'Entwurf, noch nicht gesendet',
    state: (state: 'open' | 'answered' | 'closed', n: number) =>
      state === 'closed' ? `geschlossen · ${answers(n)}` : answers(n),
    answered: 'von Ihnen beantwortet',
    detailsOf: (question: string) => `Details zu ${question}`,
    page: (page: number, pages: number) => `Seite ${formatNumber(page)} von ${formatNumber(pages)}`,
    next: 'Weitere',
    previous: 'Vorherige',
  },
  details: {
    close: 'Schließen',
    done: 'Danke, erledigt',
    route: 'An User Group weiterleiten',
    hidden: (n: number) =>
      n === 1
        ? 'Eine ältere Antwort steht hier nicht mehr.'
        : `${formatNumber(n)} ältere Antworten stehen hier nicht mehr.`,
    sent: (at: number) => `Gestellt am ${formatDay(at)}`,
    routed: (names: string) => `Auch in: ${names}`,
  },
  route: {
    heading: 'An welche User Group?',
    none: 'Es gibt keine User Group mit einem Kanal, in dem sie nicht schon steht. Kanäle richten Sie dort mit „Kanal einrichten“ ein.',
    placeholder: 'User Group wählen',
    missing: 'Bitte wählen Sie eine User Group aus der Liste.',
    send: 'Weiterleiten',
    done: (name: string) => `Weitergeleitet: Sie steht gleich auch in den Kanälen von „${name}“.`,
    already: (name: string) => `In den Kanälen von „${name}“ steht sie schon.`,
  },
};
