import { z } from 'zod';
import type { TableRow } from './table.ts';

/** What the process that reads a workbook hands back. */
export interface SheetReading {
  readonly rows: readonly TableRow[];
  readonly ignoredSheets: readonly string[];
  readonly tooManyRows: boolean;
}

export const SheetReadingSchema: z.ZodType<SheetReading> = z.object({
  rows: z.array(
    z.object({
      number: z.number(),
      cells: z.array(z.string()),
      flaws: z.array(
        z.object({ cell: z.number(), kind: z.enum(['formula-error', 'not-a-text']), value: z.string() }),
      ),
      links: z.map(z.number(), z.string()),
    }),
  ),
  ignoredSheets: z.array(z.string()),
  tooManyRows: z.boolean(),
});
