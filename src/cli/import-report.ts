import { toHeading } from '../features/exchange/columns.ts';
import type { FileFacts, ImportResult } from '../features/exchange/import-use-cases.ts';
import type { RowOutcome } from '../features/exchange/plan-import.ts';
import type { ImportRefusal, RowProblem } from '../features/exchange/problems.ts';
import { importProblems, importRefusals, importTexts, type PlaceWord } from '../texts/import-texts.ts';

/** The report of an import: one line for each row or problem, then what it comes to. */
export function toReport(result: ImportResult): readonly string[] {
  switch (result.kind) {
    case 'refused':
      return [importTexts.refused(toRefusal(result.because))];
    case 'lost':
      return [importTexts.lost];
    case 'problems': {
      const rows = new Set(result.problems.map(({ row }) => row)).size;
      const lines = result.problems.map((problem) => toProblemLine(problem, toPlaceWord(result.file)));
      return [
        ...lines,
        ...toHints(result.file),
        importTexts.nothingImported(lines.length, rows, result.file.rows),
      ];
    }
    case 'imported':
    case 'checked': {
      const word = toPlaceWord(result.file);
      const lines = result.outcomes.map((outcome) =>
        importTexts.inPlace(importTexts.place(word, outcome.row), importTexts[outcome.kind](outcome.title)),
      );
      const dryRun = result.kind === 'checked' ? [importTexts.dryRun] : [];
      return [...lines, ...toHints(result.file), toSum(result.outcomes), ...dryRun];
    }
  }
}

function toSum(outcomes: readonly RowOutcome[]): string {
  const count = (kind: RowOutcome['kind']) => outcomes.filter((outcome) => outcome.kind === kind).length;
  const sum = importTexts.sum(count('added'), count('changed'), count('unchanged'));
  return count('kept') === 0 ? sum : `${sum}, ${importTexts.sumKept(count('kept'))}`;
}

function toHints({ unknownHeadings, ignoredSheets }: FileFacts): readonly string[] {
  return [
    ...(unknownHeadings.length > 0 ? [importTexts.unknownHeadings(unknownHeadings)] : []),
    ...(ignoredSheets.length > 0 ? [importTexts.ignoredSheets(ignoredSheets)] : []),
  ];
}

function toPlaceWord({ format }: FileFacts): PlaceWord {
  return format === 'json' ? 'Eintrag' : 'Zeile';
}

function toProblemLine(problem: RowProblem, word: PlaceWord): string {
  const place = importTexts.place(word, problem.row);
  const sentence = toSentence(problem, word);
  return problem.column === undefined
    ? importTexts.inPlace(place, sentence)
    : importTexts.inColumn(place, toHeading(problem.column), sentence);
}

function toSentence(problem: RowProblem, word: PlaceWord): string {
  switch (problem.kind) {
    case 'missing':
      return importProblems.missing;
    case 'needs-source':
      return importProblems.needsSource;
    case 'garbled':
      return importProblems.garbled;
    case 'not-a-text':
      return importProblems.notAText;
    case 'formula-error':
      return importProblems.formulaError;
    case 'too-long':
      return importProblems.tooLong(problem.length, problem.limit);
    case 'too-many':
      return importProblems.tooMany(problem.count, problem.limit);
    case 'unknown-choice':
      return importProblems.unknownChoice(problem.value, problem.choices);
    case 'bad-date':
      return importProblems.badDate(problem.value);
    case 'bad-number':
      return importProblems.badNumber(problem.value);
    case 'bad-url':
      return importProblems.badUrl(problem.value);
    case 'bad-contact':
      return importProblems.badContact(problem.value);
    case 'bad-language':
      return importProblems.badLanguage(problem.value);
    case 'unknown-commune':
      return importProblems.unknownCommune(problem.value, problem.nearest);
    case 'ambiguous-commune':
      return importProblems.ambiguousCommune(problem.value, problem.communes);
    case 'unknown-organisation':
      return importProblems.unknownOrganisation(problem.value);
    case 'ragged':
      return importProblems.ragged(problem.expected, problem.found);
    case 'same-external-id':
      return importProblems.sameExternalId(problem.value, importTexts.place(word, problem.firstRow));
    case 'same-use-case':
      return importProblems.sameUseCase(importTexts.place(word, problem.firstRow));
    case 'two-records':
      return importProblems.twoRecords(problem.value);
  }
}

function toRefusal(because: ImportRefusal): string {
  switch (because.kind) {
    case 'empty':
      return importRefusals.empty;
    case 'no-rows':
      return importRefusals.noRows;
    case 'too-large':
      return importRefusals.tooLarge(because.megabytes);
    case 'too-many-rows':
      return importRefusals.tooManyRows(because.limit);
    case 'program':
      return importRefusals.program;
    case 'unknown-kind':
      return importRefusals.unknownKind;
    case 'markup':
      return importRefusals.markup;
    case 'old-excel':
      return importRefusals.oldExcel;
    case 'password':
      return importRefusals.password;
    case 'macros':
      return importRefusals.macros;
    case 'not-a-workbook':
      return importRefusals.notAWorkbook;
    case 'damaged-workbook':
      return importRefusals.damagedWorkbook;
    case 'unpacks-too-large':
      return importRefusals.unpacksTooLarge(because.megabytes);
    case 'too-many-entries':
      return importRefusals.tooManyEntries(because.limit);
    case 'doctype':
      return importRefusals.doctype;
    case 'unknown-encoding':
      return importRefusals.unknownEncoding(because.line);
    case 'mixed-encoding':
      return importRefusals.mixedEncoding(because.line);
    case 'open-quote':
      return importRefusals.openQuote(because.line);
    case 'broken-json':
      return importRefusals.brokenJson;
    case 'no-list-in-json':
      return importRefusals.noListInJson;
    case 'missing-columns':
      return importRefusals.missingColumns(because.columns.map(toHeading));
    case 'doubled-columns':
      return importRefusals.doubledColumns(because.columns.map(toHeading));
  }
}
