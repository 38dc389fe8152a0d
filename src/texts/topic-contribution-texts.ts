import type { Instant } from '../domain/instant.ts';
import type { InvitationAnswer, TopicState } from '../domain/topic-request.ts';
import { formatDay, formatNumber } from './format.ts';

/** Why nobody can report on it any more; `into`: the title of the topic that it was merged into, as somebody typed it. */
function closed(state: TopicState['kind'], into?: string): string {
  switch (state) {
    case 'treated':
      return 'Dieses Thema ist schon behandelt. Mit „Themen“ sehen Sie, was noch offen ist.';
    case 'declined':
      return 'Dieses Thema ist abgelehnt. Mit „Themen“ sehen Sie, was noch offen ist.';
    case 'merged':
      return into === undefined
        ? 'Dieses Thema ist mit einem anderen zusammengeführt. Mit „Themen“ sehen Sie, was noch offen ist.'
        : `Dieses Thema ist mit „${into}“ zusammengeführt. Dort können Sie anbieten zu berichten: „Zum anderen Thema“ führt hin.`;
    case 'open':
    case 'planned':
      return 'Das ging gerade nicht. Bitte versuchen Sie es noch einmal.';
  }
}

/** What an organiser reads of an answer. */
const said: Readonly<Record<InvitationAnswer, string>> = {
  yes: 'Sagt zu',
  no: 'Sagt ab',
  later: 'Meldet sich später',
};

/** To the organiser who asked. */
const answers: Readonly<Record<InvitationAnswer, string>> = {
  yes: 'Die gefragte Person möchte berichten.',
  no: 'Die gefragte Person möchte nicht berichten.',
  later: 'Die gefragte Person meldet sich später.',
};

/** Who can report on a topic: offers, and questions to those who might. */
export const topicContributionTexts = {
  closed,
  form: {
    heading: 'Ich kann dazu berichten',
    text: 'Worüber können Sie berichten, und wie erreicht man Sie? (freiwillig)',
    placeholder: 'Wir nutzen das seit 2025. Fragen gern an digitales@example.org',
    error: 'Bitte höchstens 300 Zeichen.',
    tooLong: (length: number) =>
      `Das sind ${formatNumber(length)} Zeichen, höchstens 300 sind möglich. Bitte kürzen Sie.`,
    who: (commune: string | undefined) =>
      commune === undefined
        ? 'Alle sehen, was Sie hier schreiben. Ihr Name erscheint nicht.'
        : `Alle sehen Ihre Kommune („${commune}“) und was Sie hier schreiben. Ihr Name erscheint nicht.`,
    forAll: 'Alle sehen Ihre Kommune und was Sie hier schreiben. Ihr Name erscheint nicht.',
    send: 'Anbieten',
    save: 'Speichern',
    stop: 'Doch nicht berichten',
    cancel: 'Abbrechen',
  },
  offered: 'Danke. Ihr Angebot steht beim Thema, und Sie erfahren, wie es damit weitergeht.',
  changed: 'Geändert. Ihr Angebot steht so beim Thema.',
  already: 'Ihr Angebot stand schon so beim Thema.',
  stopped: 'Zurückgenommen. Ihr Angebot steht nicht mehr beim Thema.',
  absent: 'Beim Thema steht kein Angebot von Ihnen.',
  list: {
    heading: 'Mögliche Beiträge',
    hint: 'Diese Anwendungsfälle passen zum Thema. Mit „Anfragen“ frage ich die Ansprechperson im Einzelchat, ob sie berichten würde.',
    none: 'Zu diesem Thema finde ich keinen Anwendungsfall, der schon läuft oder geplant ist.',
    closed:
      'Anfragen können Sie nur zu offenen und geplanten Themen. „Organisieren“ zeigt, wie sich dieses wieder öffnen lässt.',
    contact: (who: string) => `Ansprechperson: ${who}`,
    mailbox: (address: string) => `Kontakt: ${address}`,
    memberContact: 'Ansprechperson: ein Mitglied der KI-Community',
    author: 'Gefragt wird, wer den Anwendungsfall für die Kommune eingetragen hat.',
    yourself: 'Ansprechperson sind Sie selbst.',
    nobody: 'Hier ist niemand angegeben, den ich fragen kann.',
    offers: 'Bietet schon an zu berichten',
    asked: (at: Instant, round: number) =>
      round === 1 ? `Angefragt am ${formatDay(at)}` : `Noch einmal angefragt am ${formatDay(at)}`,
    said: (answer: InvitationAnswer, at: Instant) => `${said[answer]} (${formatDay(at)})`,
    others: 'Außerdem angefragt',
    useCaseGone: 'Ein Anwendungsfall, der nicht mehr zu sehen ist',
    invite: 'Anfragen',
    inviteSpoken: (title: string) => `Fragen, ob jemand zu ${title} berichten würde`,
    mail: 'E-Mail schreiben',
    chat: 'Im Chat schreiben',
    writeTo: (who: string) => `An ${who} schreiben`,
    detailsOf: (title: string) => `Details zu ${title}`,
    community: 'Community fragen',
    back: 'Zurück zum Thema',
  },
  invited: 'Die Anfrage ist unterwegs. Ich schreibe Ihnen, sobald es eine Antwort gibt.',
  invitedBefore: 'Hier wurde schon angefragt.',
  offersAlready: 'Hier bietet schon jemand an zu berichten. Eine Anfrage ist nicht nötig.',
  nobody:
    'Zu diesem Anwendungsfall kann ich gerade niemanden fragen. Öffnen Sie seine Details: Dort steht, wer erreichbar ist.',
  question: (title: string) => `Würden Sie bei einem Treffen zu „${title}“ berichten?`,
  /** Stands in the compose box of a chat, or in the subject of a mail. */
  questionToSend: (title: string) =>
    `Würden Sie bei einem Treffen der KI-Community zum Thema „${title}“ berichten?`,
  invitation: {
    title: 'Berichten Sie?',
    useCase: 'Ich frage Sie wegen des Anwendungsfalls ',
    why: 'Ein paar Minuten genügen. Bei „Ja, gern“ sehen alle beim Thema Ihre Kommune; Ihr Name erscheint nicht. Das Organisationsteam erfährt Ihre Antwort.',
    again: 'Ich frage zum zweiten und letzten Mal.',
    buttons: { yes: 'Ja, gern', no: 'Nein', later: 'Später' },
    topic: 'Thema ansehen',
    answered: {
      yes: 'Danke. Sie möchten berichten; beim Thema steht Ihr Angebot.',
      no: 'Danke für die Antwort. Sie möchten nicht berichten.',
    },
    later: (again: Instant | undefined) =>
      again === undefined
        ? 'Sie melden sich später. Ich frage nicht noch einmal.'
        : `Sie melden sich später. Ich frage Sie am ${formatDay(again)} noch einmal.`,
    change: 'Sie können jederzeit anders antworten:',
    short: 'Gekürzt, weil der ganze Text hier nicht dargestellt werden kann.',
  },
  foreign: 'Diese Anfrage ging an jemand anderen. Mit „Themen“ können Sie selbst anbieten zu berichten.',
  gone: 'Diese Anfrage gibt es nicht mehr. Mit „Themen“ sehen Sie alle Themen.',
  told: {
    heading: (answer: InvitationAnswer) => answers[answer],
    changed: 'Die Antwort wurde geändert.',
    again: 'In zwei Wochen frage ich noch einmal.',
    askedAgain: 'Inzwischen habe ich noch einmal gefragt.',
    topic: 'Thema: ',
    useCase: 'Anwendungsfall: ',
    summary: (answer: InvitationAnswer, title: string) => `${said[answer]}: ${title}`,
  },
};
