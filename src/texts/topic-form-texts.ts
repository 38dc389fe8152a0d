import type { TopicProblem } from '../domain/topic-form.ts';
import type { Cooperation } from '../domain/use-case.ts';
import { capitalise, formatNumber, inWords } from './format.ts';
import { interestTexts } from './interest-texts.ts';

type FormProblem = TopicProblem | 'group-gone' | 'outdated';

/** From the idea to a topic request: the form, what is like it, changing it and taking it back. */
export const topicFormTexts = {
  propose: 'Thema vorschlagen',
  /** On a message, of somebody else or of the bot. */
  asTopic: 'Als Thema vorschlagen',
  form: {
    heading: 'Thema vorschlagen',
    change: 'Thema ändern',
    hint: 'Worum soll es bei einem Treffen gehen? Das Formular öffnet sich nur für Sie. Ihr Name steht nicht beim Thema.',
    carried: 'Ihr Thema: ',
    title: 'Um welches Thema geht es?',
    titlePlaceholder: 'KI im Bauamt',
    titleError: 'Bitte nennen Sie das Thema mit höchstens 100 Zeichen.',
    question: 'Welche Frage steckt dahinter?',
    questionPlaceholder: 'Wer prüft Bauanträge schon mit KI, und was hat es gebracht?',
    questionError: 'Höchstens 600 Zeichen sind möglich.',
    group: 'Für wen?',
    groupError: 'Bitte wählen Sie eine User Group oder „Ganze Community“.',
    groupName: (name: string) => `User Group ${name}`,
    moreGroups: (n: number) =>
      n === 1
        ? 'Eine weitere User Group fehlt hier. Öffnen Sie sie mit „User Groups“, und dort „Themen“.'
        : `${capitalise(inWords(n))} weitere User Groups fehlen hier. Öffnen Sie sie mit „User Groups“, und dort „Themen“.`,
    tags: 'Schlagworte',
    tagsPlaceholder: 'Bauen, Anträge',
    tagsError: 'Höchstens fünf Schlagworte, mit Komma getrennt.',
    report: 'Können Sie selbst etwas dazu sagen?',
    reportTitle: 'Ich kann dazu berichten',
    reportHint: (commune: string | undefined) =>
      commune === undefined
        ? 'Dann steht Ihre Kommune beim Thema, sofern Sie eine gewählt haben. Ihr Name erscheint nicht.'
        : `Dann steht „${commune}“ beim Thema. Ihr Name erscheint nicht.`,
    reportError: 'Bitte wählen Sie ja oder nein.',
    submit: 'Vorschlagen',
    save: 'Speichern',
    cancel: 'Abbrechen',
  },
  problems: {
    'title-missing': 'Bitte nennen Sie das Thema, zum Beispiel „KI im Bauamt“.',
    'title-too-long': (length: number) =>
      `Das Thema hat ${formatNumber(length)} Zeichen, höchstens 100 sind möglich. Einzelheiten passen in das Feld darunter.`,
    'question-too-long': (length: number) =>
      `Das sind ${formatNumber(length)} Zeichen, höchstens 600 sind möglich. Bitte kürzen Sie.`,
    'tags-too-many':
      'Höchstens fünf Schlagworte sind möglich, mit Komma getrennt, zum Beispiel „Bauen, Anträge“.',
    'tag-too-long': 'Ein Schlagwort hat höchstens 30 Zeichen. Trennen Sie mehrere mit Komma.',
    'group-gone': 'Diese User Group gibt es nicht mehr. Bitte wählen Sie noch einmal.',
    outdated:
      'Jemand anderes hat das Thema gerade geändert. So steht es jetzt da; mit „Speichern“ gilt Ihre Fassung.',
  } satisfies Record<FormProblem, string | ((length: number) => string)>,
  check: {
    exists: 'Gibt es das schon?',
    existsMore:
      'Das klingt ähnlich. Mit Ihrer Stimme kommt ein Thema eher dran als mit einem zweiten Vorschlag.',
    understood: 'So habe ich Ihr Thema verstanden.',
    yours: 'Ihr Vorschlag',
    voted: 'Ihre Stimme ist dabei',
    votedFor: (title: string) => `Für „${title}“ stimmen`,
    show: 'Ansehen',
    showOf: (title: string) => `„${title}“ ansehen`,
    result: 'Ergebnis ansehen',
    resultOf: (title: string) => `Ergebnis zu „${title}“ ansehen`,
    anyway: 'Trotzdem vorschlagen',
    complete: 'Mehr angeben',
    change: 'Ändern',
  },
  proposed: 'Vorgeschlagen. Ihre Stimme ist dabei, und ich schreibe Ihnen, was daraus wird.',
  proposedWithoutVote: (budget: number) =>
    `Vorgeschlagen, noch ohne Ihre Stimme: In dieser User Group ${spent(budget)}. „Meine Themen“ zeigt, wo Sie eine zurückziehen können.`,
  waitsForNext: 'Die Themen für das nächste Treffen sind gesammelt: Dieses wartet auf ein späteres.',
  already: 'Dieses Thema war schon vorgeschlagen.',
  changed: 'Geändert.',
  changedWithoutVote: (budget: number) =>
    `Geändert, jetzt ohne Ihre Stimme: In dieser User Group ${spent(budget)}. „Meine Themen“ zeigt, wo Sie eine zurückziehen können.`,
  unchanged: 'Das Thema stand schon so da.',
  notTheirs:
    'Ändern und zurücknehmen können Sie ein Thema, solange noch niemand sonst dafür stimmt, es kommentiert, darüber benachrichtigt wird oder um einen Beitrag dazu gebeten wurde. Bitte wenden Sie sich jetzt an das Organisationsteam.',
  notAuthor:
    'Zurücknehmen kann ein Thema nur, wer es vorgeschlagen hat. Das Organisationsteam kann es mit „Organisieren“ ablehnen.',
  remove: {
    heading: 'Möchten Sie dieses Thema zurücknehmen?',
    hint: 'Es verschwindet von der Liste. Noch hat niemand außer Ihnen damit zu tun.',
    remove: 'Zurücknehmen',
    keep: 'Behalten',
    removed: 'Zurückgenommen. Das Thema steht nicht mehr auf der Liste.',
    topics: 'Themen',
  },
  unknownGroup:
    'Diese User Group kenne ich nicht. „User Groups“ zeigt alle, und „Themen“ zeigt die Themen aller Gruppen.',
  suggestion: {
    title: (cooperation: Cooperation, title: string) => `${interestTexts.kinds(cooperation)}: ${title}`,
    question: (cooperation: Cooperation, communes: number) =>
      `${interestTexts.message.heading(cooperation, communes)} Was wird gebraucht, und wer macht mit?`,
  },
};

function spent(budget: number): string {
  return budget === 1 ? 'ist Ihre Stimme vergeben' : `sind Ihre ${inWords(budget)} Stimmen vergeben`;
}
