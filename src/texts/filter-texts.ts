import type { Commune } from '../domain/commune.ts';
import type { Filter } from '../domain/filters.ts';
import type { CommuneId } from '../domain/ids.ts';
import { formatNumber } from './format.ts';
import { stageLabels, technologyLabels } from './labels.ts';

type Communes = ReadonlyMap<CommuneId, Commune>;

/** What stands on a filter's chip: "im Einsatz", "Kreis Olpe", "unter 20.000 Einwohner". */
export function filterLabel(filter: Filter, communes: Communes): string {
  switch (filter.kind) {
    case 'stage':
      return stageLabels[filter.stage];
    case 'district':
      return districtName(filter.districtKey, communes);
    case 'commune':
      return communes.get(filter.communeId)?.name ?? filter.communeId;
    case 'without':
      return `ohne ${communes.get(filter.communeId)?.name ?? filter.communeId}`;
    case 'size':
      return sizeLabel(filter);
    case 'theme':
      return filter.theme;
    case 'technology':
      return technologyLabels[filter.technology];
  }
}

function districtName(key: string, communes: Communes): string {
  for (const commune of communes.values()) {
    if (commune.kind === 'kreis' && commune.districtKey === key) {
      return commune.name;
    }
  }
  return `Kreis ${key}`;
}

/** Bounds that end in …999 or …001 came from "unter" and "über". */
function sizeLabel({ atLeast, atMost }: Filter & { kind: 'size' }): string {
  if (atLeast !== undefined && atMost !== undefined) {
    return `${formatNumber(atLeast)} bis ${formatNumber(atMost)} Einwohner`;
  }
  if (atMost !== undefined) {
    const below = atMost % 10 === 9;
    return below ? `unter ${formatNumber(atMost + 1)} Einwohner` : `bis ${formatNumber(atMost)} Einwohner`;
  }
  const from = atLeast ?? 0;
  return from % 10 === 1 ? `über ${formatNumber(from - 1)} Einwohner` : `ab ${formatNumber(from)} Einwohner`;
}
