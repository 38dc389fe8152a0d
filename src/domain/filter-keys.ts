import type { Filter } from './filters.ts';
import { communeId } from './ids.ts';
import { stages } from './stage.ts';
import { technologies } from './use-case.ts';

/** A filter as one short text, for card payloads and documents: `stage:in_use`, `district:05966`, `size:0-20000`. */
export function toFilterKey(filter: Filter): string {
  switch (filter.kind) {
    case 'stage':
      return `stage:${filter.stage}`;
    case 'district':
      return `district:${filter.districtKey}`;
    case 'commune':
      return `commune:${filter.communeId}`;
    case 'without':
      return `without:${filter.communeId}`;
    case 'size':
      return `size:${filter.atLeast ?? ''}-${filter.atMost ?? ''}`;
    case 'theme':
      return `theme:${filter.theme}`;
    case 'technology':
      return `technology:${filter.technology}`;
  }
}

/** The filter of a key; `undefined` for anything that `toFilterKey` never wrote. */
export function fromFilterKey(key: string): Filter | undefined {
  const colon = key.indexOf(':');
  const value = key.slice(colon + 1);
  switch (key.slice(0, Math.max(colon, 0))) {
    case 'stage': {
      const stage = stages.find((one) => one === value);
      return stage && { kind: 'stage', stage };
    }
    case 'district':
      return /^\d{5}$/.test(value) ? { kind: 'district', districtKey: value } : undefined;
    case 'commune':
      return /^\d{8}$/.test(value) ? { kind: 'commune', communeId: communeId(value) } : undefined;
    case 'without':
      return /^\d{8}$/.test(value) ? { kind: 'without', communeId: communeId(value) } : undefined;
    case 'size':
      return toSize(value);
    case 'theme':
      return value === '' || value.length > 100 ? undefined : { kind: 'theme', theme: value };
    case 'technology': {
      const technology = technologies.find((one) => one === value);
      return technology && { kind: 'technology', technology };
    }
    default:
      return undefined;
  }
}

function toSize(value: string): Filter | undefined {
  const bounds = /^(\d{0,9})-(\d{0,9})$/.exec(value);
  if (bounds === null || value === '-') {
    return undefined;
  }
  const [, atLeast = '', atMost = ''] = bounds;
  return {
    kind: 'size',
    ...(atLeast !== '' && { atLeast: Number(atLeast) }),
    ...(atMost !== '' && { atMost: Number(atMost) }),
  };
}
