import type { ExportRequest, ExportResult } from '../../features/exchange/export/export-use-cases.ts';
import type { ExchangeField } from '../../features/exchange/export/fields.ts';
import { exchangeFieldNames, exportTexts } from '../../texts/export-texts.ts';

const names: Readonly<Record<ExchangeField, string>> = exchangeFieldNames;

/** What became of an export, in lines. */
export function toExportReport(
  result: ExportResult,
  place: string,
  visibility: ExportRequest['visibility'],
): readonly string[] {
  const { archived, example, visibility: hidden } = result.leftOut;
  const leftOut = [
    ...(archived > 0 ? [exportTexts.archived(archived)] : []),
    ...(example > 0 ? [exportTexts.example(example)] : []),
    ...(hidden > 0 ? [exportTexts.visibility(hidden)] : []),
  ];
  const without = result.without.map(({ field, useCases }) =>
    exportTexts.withoutField(names[field], useCases),
  );
  return [
    exportTexts.exported(result.exported, place),
    ...(leftOut.length > 0 ? [exportTexts.leftOut(leftOut)] : []),
    ...(visibility === 'public' ? [exportTexts.public] : []),
    ...(without.length > 0 ? [exportTexts.without, ...without] : []),
    ...(result.cut > 0 ? [exportTexts.cut(result.cut)] : []),
    ...(result.importLimit === undefined ? [] : [exportTexts.tooLargeToImport(result.importLimit)]),
  ];
}
