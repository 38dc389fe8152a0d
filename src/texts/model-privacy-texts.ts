/** Which models the operator has set. */
export interface UsedModels {
  readonly language: boolean;
  readonly meaning: boolean;
}

const none =
  'Es antwortet eine Suche in den eingetragenen Anwendungsfällen. Künstliche Intelligenz ist nicht beteiligt, und nichts wird an Dritte weitergegeben.';
const search = 'Es antwortet eine Suche in den eingetragenen Anwendungsfällen. ';
const language =
  'Dabei hilft ein Sprachmodell, das der Betreiber ausgewählt hat: Es bekommt Ihre Frage im Wortlaut und die gefundenen Einträge; findet die Suche nichts, auch die Frage davor. Seine Sätze sind als KI gekennzeichnet. Einen Text, den Sie unter „Vorschlag aus Text“ einfügen, bekommt es nur, wenn Sie „Felder vorschlagen“ drücken. Wann es Ihnen in der letzten Stunde geantwortet hat, wird eine Stunde lang gespeichert, damit niemand das Kontingent der anderen verbraucht; was alle zusammen verbrauchen, wird je Tag und Organisation ohne Personen gezählt. ';
const meaning =
  'Ein zweites Modell des Betreibers vergleicht Bedeutungen: Es bekommt, wonach Sie suchen, und die Texte der Einträge, die nicht nur für die eigene Verwaltung bestimmt sind. ';
const never = 'Ihren Namen und Ihre Kennung bekommen sie nicht. Fragen von Gästen bekommt kein Modell.';

/** Who reads what is asked. */
export function readersOfQuestions(used: UsedModels): string {
  return used.language || used.meaning
    ? `${search}${used.language ? language : ''}${used.meaning ? meaning : ''}${never}`
    : none;
}
