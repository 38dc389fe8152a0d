import { countFeminine, enumerate, formatNumber } from './format.ts';

/** How a place in the file is called: lines and rows of a sheet are "Zeile", entries of a JSON list "Eintrag". */
export type PlaceWord = 'Zeile' | 'Eintrag';

const quoted = (words: string) => `„${words}“`;
const listed = (words: readonly string[]) => enumerate(words.map(quoted));

/** Why a file is not read. */
export const importRefusals = {
  empty: 'Die Datei ist leer. Die erste Zeile nennt die Spalten, ab der zweiten folgen die Anwendungsfälle.',
  noRows: 'Unter den Überschriften steht keine Zeile. Bitte tragen Sie mindestens einen Anwendungsfall ein.',
  tooLarge: (megabytes: number) =>
    `Die Datei ist größer als ${megabytes} MB. Bitte teilen Sie sie in mehrere Dateien auf.`,
  tooManyRows: (limit: number) =>
    `Die Datei hat mehr als ${formatNumber(limit)} Zeilen. Bitte teilen Sie sie in mehrere Dateien auf.`,
  program: 'Die Datei ist ein Programm und keine Tabelle. Sie wurde nicht geöffnet.',
  unknownKind: 'Die Datei ist keine Tabelle. Gelesen werden CSV, XLSX und JSON.',
  markup: 'Die Datei enthält HTML oder XML. Bitte öffnen Sie sie in Excel und speichern Sie sie als XLSX.',
  oldExcel: 'Die Datei hat ein altes Format (XLS oder DOC). Bitte speichern Sie sie in Excel als XLSX.',
  password:
    'Die Datei ist mit einem Kennwort geschützt. Bitte speichern Sie sie ohne Kennwort und starten Sie den Import erneut.',
  macros: 'Die Datei enthält Makros. Bitte speichern Sie sie als „Excel-Arbeitsmappe (XLSX)“ ohne Makros.',
  notAWorkbook:
    'Die Datei ist ein Archiv und keine Excel-Arbeitsmappe. Bitte speichern Sie die Tabelle als XLSX oder CSV.',
  damagedWorkbook:
    'Die Arbeitsmappe lässt sich nicht lesen. Bitte öffnen Sie sie in Excel und speichern Sie sie neu als XLSX oder CSV.',
  unpacksTooLarge: (megabytes: number) =>
    `Die Arbeitsmappe ist entpackt größer als ${megabytes} MB. Bitte entfernen Sie Bilder und leere Bereiche oder speichern Sie sie als CSV.`,
  tooManyEntries: (limit: number) =>
    `Die Arbeitsmappe besteht aus mehr als ${formatNumber(limit)} Teilen. Bitte speichern Sie die Tabelle als CSV.`,
  doctype:
    'Die Arbeitsmappe enthält eine Dokumenttyp-Angabe, wie sie Excel nicht schreibt. Sie wurde nicht gelesen.',
  unknownEncoding: (line: number) =>
    `Die Zeichen der Datei sind nicht lesbar (zuerst in Zeile ${line}). Bitte speichern Sie sie als „CSV UTF-8“.`,
  mixedEncoding: (line: number) =>
    `Die Datei mischt zwei Zeichensätze (zuerst in Zeile ${line}), Umlaute würden falsch gelesen. Bitte speichern Sie sie als „CSV UTF-8“.`,
  openQuote: (line: number) =>
    `Ab Zeile ${line} fehlt ein schließendes Anführungszeichen. Bitte ergänzen Sie es.`,
  brokenJson: 'Die Datei beginnt wie JSON, ist aber kein gültiges JSON.',
  noListInJson: 'In der JSON-Datei fehlt eine Liste von Anwendungsfällen.',
  missingColumns: (headings: readonly string[]) =>
    headings.length === 1
      ? `Die Spalte ${listed(headings)} fehlt. Bitte ergänzen Sie sie in der ersten Zeile.`
      : `Die Spalten ${listed(headings)} fehlen. Bitte ergänzen Sie sie in der ersten Zeile.`,
  doubledColumns: (headings: readonly string[]) =>
    `Mehrfach in der Datei steht ${listed(headings)}. Bitte behalten Sie von jeder Spalte eine.`,
} as const;

/** What is wrong with a row, without the place. */
export const importProblems = {
  missing: 'Die Zelle ist leer, hier wird eine Angabe gebraucht.',
  tooLong: (length: number, limit: number) =>
    `Der Text hat ${formatNumber(length)} Zeichen, möglich sind ${formatNumber(limit)}. Bitte kürzen Sie ihn.`,
  tooMany: (count: number, limit: number) =>
    `Die Zelle nennt ${formatNumber(count)} Einträge, möglich sind ${formatNumber(limit)}.`,
  unknownChoice: (value: string, choices: readonly string[]) =>
    `${quoted(value)} ist keine der möglichen Angaben. Möglich sind ${listed(choices)}.`,
  badDate: (value: string) =>
    `${quoted(value)} ist kein Datum. Beispiele: „2025“, „03.2025“, „1.3.2025“, „März 2025“.`,
  badNumber: (value: string) => `${quoted(value)} ist keine Anzahl. Beispiel: „40“.`,
  badUrl: (value: string) =>
    `${quoted(value)} ist keine Adresse im Netz. Beispiel: „https://www.example.org/seite“.`,
  badContact: (value: string) =>
    `${quoted(value)} enthält eine unvollständige E-Mail-Adresse. Beispiel: „digital@example.org“.`,
  badLanguage: (value: string) => `${quoted(value)} ist keine Sprache. Beispiele: „de“, „Deutsch“, „en“.`,
  needsSource: 'Eine Zahl gemeldeter Kommunen braucht eine Quelle. Bitte nennen Sie sie.',
  unknownCommune: (value: string, nearest: string | undefined) =>
    nearest === undefined
      ? `Die Kommune ${quoted(value)} steht nicht in der Liste. Bitte prüfen Sie den Namen oder geben Sie den AGS mit 8 Ziffern an.`
      : `Die Kommune ${quoted(value)} steht nicht in der Liste. Meinten Sie ${quoted(nearest)}?`,
  ambiguousCommune: (value: string, communes: readonly string[]) =>
    `${quoted(value)} kann mehrere Kommunen meinen: ${enumerate(communes)}. Bitte geben Sie den AGS an.`,
  unknownOrganisation: (value: string) =>
    `Die Organisation ${quoted(value)} ist noch nicht bekannt. Ist der Name richtig, starten Sie den Import mit --create-organisations.`,
  garbled:
    'Der Text enthält falsch gespeicherte Umlaute (etwa „Ã¼“ statt „ü“). Bitte verbessern Sie ihn und speichern Sie als „CSV UTF-8“.',
  notAText: 'Hier wird ein Text erwartet.',
  formulaError: 'Die Formel in dieser Zelle ergibt einen Fehler. Bitte ersetzen Sie sie durch den Wert.',
  ragged: (expected: number, found: number) =>
    `Die Zeile hat ${countFeminine(found, 'Zelle', 'Zellen')}, die Überschrift ${countFeminine(expected, 'Zelle', 'Zellen')}. Steht ein Trennzeichen im Text, gehört der Text in Anführungszeichen.`,
  sameExternalId: (value: string, place: string) =>
    `Die Kennung ${quoted(value)} steht schon in ${place}. Zeilen mit derselben Kennung dürfen sich nur in Kommune, Organisation, Stand, Seit und gemeldeter Zahl unterscheiden.`,
  sameUseCase: (place: string) =>
    `Derselbe Anwendungsfall steht schon in ${place} (gleicher Titel, gleiche Kommunen und Organisationen).`,
  twoRecords: (title: string) =>
    `Die Kennung gehört zu einem anderen gespeicherten Anwendungsfall als Titel und Kommunen (${quoted(title)}). Bitte prüfen Sie die Kennung.`,
} as const;

export const importTexts = {
  place: (word: PlaceWord, number: number) => `${word} ${number}`,
  inPlace: (place: string, sentence: string) => `${place}: ${sentence}`,
  inColumn: (place: string, heading: string, sentence: string) =>
    `${place}, Spalte ${quoted(heading)}: ${sentence}`,
  added: (title: string) => `neu: ${title}`,
  changed: (title: string) => `geändert: ${title}`,
  unchanged: (title: string) => `unverändert: ${title}`,
  kept: (title: string) =>
    `nicht geändert, weil der Eintrag von Hand angelegt oder bearbeitet wurde: ${title}`,
  sum: (added: number, changed: number, unchanged: number) =>
    `${formatNumber(added)} neu, ${formatNumber(changed)} geändert, ${formatNumber(unchanged)} unverändert`,
  sumKept: (kept: number) => `${formatNumber(kept)} von Hand bearbeitet und nicht geändert`,
  dryRun: 'Probelauf: Es wurde nichts gespeichert.',
  nothingImported: (problems: number, rows: number, ofRows: number) =>
    `Es wurde nichts importiert: ${problems === 1 ? 'ein Problem' : `${formatNumber(problems)} Probleme`} in ${formatNumber(rows)} von ${formatNumber(ofRows)} Zeilen. Bitte verbessern Sie die Datei und starten Sie den Import erneut.`,
  refused: (reason: string) => `Es wurde nichts importiert. ${reason}`,
  unknownHeadings: (headings: readonly string[]) =>
    headings.length === 1
      ? `Hinweis: Die Spalte ${listed(headings)} kennt der Import nicht, sie wurde nicht gelesen.`
      : `Hinweis: Die Spalten ${listed(headings)} kennt der Import nicht, sie wurden nicht gelesen.`,
  ignoredSheets: (names: readonly string[]) =>
    `Hinweis: Gelesen wurde nur das erste Blatt, nicht gelesen wurden ${listed(names)}.`,
  progress: {
    staging: 'Wird vorbereitet',
    applying: 'Wird gespeichert',
  },
  usage:
    'Aufruf: npm run import -- DATEI [--dry-run] [--create-organisations]\n' +
    '  DATEI                    CSV, XLSX oder JSON\n' +
    '  --dry-run                prüft die Datei und speichert nichts\n' +
    '  --create-organisations   nimmt Organisationen auf, die noch nicht bekannt sind',
  unknownOption: (option: string) => `Die Angabe ${quoted(option)} ist nicht bekannt.`,
  fileNotFound: (path: string) => `Die Datei ${quoted(path)} gibt es nicht. Bitte prüfen Sie den Pfad.`,
  fileIsFolder: (path: string) => `${quoted(path)} ist ein Ordner. Bitte nennen Sie eine Datei.`,
  fileNotReadable: (path: string) =>
    `Die Datei ${quoted(path)} lässt sich nicht lesen. Bitte prüfen Sie die Rechte.`,
  storeLocked:
    'Der Bot läuft und benutzt die Datenbank. Bitte beenden Sie ihn, starten Sie den Import und danach den Bot wieder.',
  storeLocation: (path: string) =>
    `Die Datenbank ${quoted(path)} lässt sich nicht öffnen. Bitte prüfen Sie SQLITE_PATH und die Rechte; ein Netzlaufwerk ist nicht möglich.`,
  storeUnavailable:
    'Die Datenbank konnte nicht speichern. Bitte prüfen Sie, ob noch Platz auf der Festplatte ist, und starten Sie den Import erneut. Ein schon angenommener Import wird dabei zu Ende geführt.',
  lost: 'Es wurde nichts importiert: Ein anderes Programm hat die Datenbank übernommen. Bitte starten Sie den Import erneut.',
  failed:
    'Der Import ist an einem Fehler im Programm gescheitert. Es wurde nichts halb gespeichert. Bitte melden Sie diese Einzelheiten:',
} as const;
