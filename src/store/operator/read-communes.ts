import { z } from 'zod';
import type { Commune } from '../../domain/commune.ts';
import { communeId } from '../../domain/ids.ts';
import type { CommuneId } from '../../domain/ids.ts';
import { OperatorDataError } from './operator-data-error.ts';
import { readRows } from './read-rows.ts';

const name = z.string().min(1, 'must not be empty');

const Cells = z.object({
  ags: z.string().regex(/^\d{8}$/, 'must have 8 digits'),
  name,
  kind: z.enum(['stadt', 'gemeinde', 'kreis'], 'must be stadt, gemeinde or kreis'),
  kreis_key: z.string().regex(/^\d{5}$/, 'must have 5 digits'),
  kreis: name,
  inhabitants: z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number without points')
    .transform(Number),
  area_km2: decimal(0.01, 1_000_000),
  lat: decimal(-90, 90),
  lon: decimal(-180, 180),
  aliases: z.string().default(''),
});

const headings = Object.keys(Cells.shape).filter((heading) => heading !== 'aliases');

/**
 * Reads `communes.csv`: the columns of the shipped file, `aliases` separated by `|` and optional. Throws `OperatorDataError`,
 * also when there are only districts, because nobody could be of any commune.
 */
export function readCommunes(file: string, content: string): ReadonlyMap<CommuneId, Commune> {
  const communes = new Map<CommuneId, Commune>();
  for (const { line, cells } of readRows(file, content, headings)) {
    const parsed = Cells.safeParse(cells);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw OperatorDataError.at(file, line, `${issue?.path.join('.')} ${issue?.message}`);
    }
    const commune = toCommune(parsed.data);
    if (communes.has(commune.id)) {
      throw OperatorDataError.at(file, line, `ags ${commune.id} stands there twice`);
    }
    communes.set(commune.id, commune);
  }
  if (![...communes.values()].some(({ kind }) => kind !== 'kreis')) {
    throw OperatorDataError.at(file, 1, 'below the headings at least one stadt or gemeinde is needed');
  }
  return communes;
}

function decimal(least: number, most: number) {
  const words = `must be a number from ${least} to ${most}, with a point before decimals`;
  return z
    .string()
    .regex(/^-?\d+(\.\d+)?$/, words)
    .transform(Number)
    .pipe(z.number().min(least, words).max(most, words));
}

function toCommune(cells: z.output<typeof Cells>): Commune {
  return {
    id: communeId(cells.ags),
    name: cells.name,
    kind: cells.kind,
    districtKey: cells.kreis_key,
    districtName: cells.kreis,
    inhabitants: cells.inhabitants,
    areaKm2: cells.area_km2,
    latitude: cells.lat,
    longitude: cells.lon,
    aliases: cells.aliases.split('|').filter((alias) => alias !== ''),
  };
}
