import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Commune } from '../../domain/commune.ts';
import { communeId } from '../../domain/ids.ts';
import type { CommuneId } from '../../domain/ids.ts';

/** The operator's file cannot be used; the message names file and line. */
export class OperatorDataError extends Error {
  override readonly name = 'OperatorDataError';
}

const Row = z.object({
  ags: z.string().regex(/^\d{8}$/, 'must have 8 digits'),
  name: z.string().min(1),
  kind: z.enum(['stadt', 'gemeinde', 'kreis']),
  kreis_key: z.string().regex(/^\d{5}$/, 'must have 5 digits'),
  kreis: z.string().min(1),
  inhabitants: z.coerce.number().int().nonnegative(),
  area_km2: z.coerce.number().positive(),
  lat: z.coerce.number().min(-90).max(90),
  lon: z.coerce.number().min(-180).max(180),
  aliases: z.string().default(''),
});

/** Reads `communes.csv`: the columns of the shipped file, `aliases` separated by `|` and optional. */
export function readCommunes(file: string, content: string): ReadonlyMap<CommuneId, Commune> {
  const communes = new Map<CommuneId, Commune>();
  for (const [index, row] of readRows(content).entries()) {
    const parsed = Row.safeParse(row);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new OperatorDataError(`${file}, line ${index + 2}: ${issue?.path.join('.')} ${issue?.message}`);
    }
    const commune = toCommune(parsed.data);
    if (communes.has(commune.id)) {
      throw new OperatorDataError(`${file}, line ${index + 2}: ags ${commune.id} stands there twice`);
    }
    communes.set(commune.id, commune);
  }
  return communes;
}

/** Rows of a file with `;` as separator and one heading line. */
export function readRows(content: string): readonly Readonly<Record<string, string>>[] {
  return parse(content, { bom: true, columns: true, delimiter: ';', skip_empty_lines: true, trim: true });
}

function toCommune(row: z.output<typeof Row>): Commune {
  return {
    id: communeId(row.ags),
    name: row.name,
    kind: row.kind,
    districtKey: row.kreis_key,
    districtName: row.kreis,
    inhabitants: row.inhabitants,
    areaKm2: row.area_km2,
    latitude: row.lat,
    longitude: row.lon,
    aliases: row.aliases.split('|').filter((alias) => alias !== ''),
  };
}
