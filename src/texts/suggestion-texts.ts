import { suggestionTextLimit } from '../domain/suggested-fields.ts';
import type { UseCaseField } from '../domain/use-case-form.ts';
import { waitingTime } from './composed-texts.ts';
import { enumerate, formatNumber, inWords } from './format.ts';
import { useCaseFieldLabels } from './use-case-form-texts.ts';

const limit = formatNumber(suggestionTextLimit);
const saved = 'Gespeichert ist davon noch nichts.';

/** "Vorschlag aus Text" in the form of a use case. */
export const suggestionTexts = {
  title: 'Vorschlag aus Text',
  line: 'Eine Mail oder einen Bericht einfügen, und die KI füllt leere Felder aus.',
  open: 'Vorschlag aus Text öffnen oder schließen',
  explanation:
    'Fügen Sie einen Text ein, etwa eine Mail oder einen Bericht. Die KI füllt daraus leere Felder; Sie prüfen und ändern alles, bevor es gespeichert wird.',
  reader:
    'Den Text liest das Sprachmodell des Betreibers, sobald Sie den Knopf drücken. Gespeichert wird er nicht. Namen, Adressen und Telefonnummern lasse ich weg, soweit ich sie erkenne.',
  label: 'Ihr Text',
  tooLong: `Bitte höchstens ${limit} Zeichen.`,
  placeholder: `Text hier einfügen (gelesen werden bis zu ${limit} Zeichen)`,
  suggest: 'Felder vorschlagen',
  marked: (label: string) => `${label} (Vorschlag der KI, bitte prüfen)`,
  filled: (n: number, isCut: boolean) => {
    const fields = n === 1 ? 'Ein Feld ist' : `${sentenceStart(inWords(n))} Felder sind`;
    const cut = isCut ? ` Gelesen sind nur die ersten ${limit} Zeichen Ihres Textes.` : '';
    return `${fields} aus Ihrem Text ausgefüllt und als Vorschlag der KI gekennzeichnet. Bitte prüfen Sie jedes davon. ${saved}${cut}`;
  },
  because: {
    'no-text': 'Fügen Sie bitte zuerst einen Text ein.',
    'not-told':
      'In diesem Text habe ich nichts gefunden, was sich sicher in ein Feld übernehmen lässt. Das Formular ist unverändert.',
    'all-filled': 'Was der Text hergibt, steht schon im Formular. Es ist unverändert.',
    working: 'Der Vorschlag ist noch in Arbeit. Bitte in ein paar Sekunden noch einmal drücken.',
    failed:
      'Die KI antwortet gerade nicht. Das Formular ist unverändert; füllen Sie es selbst aus, oder versuchen Sie es später noch einmal.',
    spent:
      'Für heute ist aufgebraucht, was für die KI vorgesehen ist. Das Formular ist unverändert; morgen geht es wieder.',
    'no-model': 'Vorschläge aus einem Text gibt es gerade nicht. Das Formular ist unverändert.',
  },
  wait: (seconds: number) => `Bitte warten Sie ${waitingTime(seconds)}. Das Formular ist unverändert.`,
  /** Before "Eintragen". */
  unchanged: (fields: readonly UseCaseField[]) => {
    const names = enumerate(fields.map((field) => useCaseFieldLabels[field]));
    return `Von der KI vorgeschlagen und von Ihnen nicht geändert: ${names}. Bitte prüfen Sie, ob das stimmt.`;
  },
};

function sentenceStart(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
