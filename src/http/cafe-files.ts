import type { Deps } from '../deps.ts';
import { writeCsv } from '../features/exchange/export/write-csv.ts';
import { openPlan } from '../features/meetings/world-cafe/open-plan.ts';
import type { OpenedPlan } from '../features/meetings/world-cafe/open-plan.ts';
import { toPlanSvg } from './cafe-plan-svg.ts';
import type { Drawing } from './cafe-plan-svg.ts';
import { toCafeTable } from './cafe-table.ts';
import type { Download, FindFile } from './files.ts';
import { pageHeaders } from './page-headers.ts';

type CafeFileDeps = Parameters<typeof openPlan>[0] & Pick<Deps, 'pictures'>;

const namePattern = /^(?<id>[0-9A-Za-z-]{1,64})\.(?<format>card\.png|png|csv)$/;

/** How large a picture may be in the end, in parts of what is drawn. */
type ToScale = (drawing: Drawing) => number;

/** Of a picture on a card: Teams draws none that is wider or higher (Microsoft Learn, "Types of cards", inline card images), nor larger than 1 MB. */
const mostOnACard = 1024;
/** Of a picture to look at closely: as many pixels keep one full of names below 1 MB as well. */
const mostPixels = 3_000_000;
const mostScale = 2;
/** Smaller names could not be read. */
const legibleScale = 0.55;

/** The plans of World Cafés, for whoever has a key: as a picture for the card, as one to look at closely, and as a table. */
export function createCafeFiles(deps: CafeFileDeps): FindFile {
  return async (name, key) => {
    const { id, format } = namePattern.exec(name)?.groups ?? {};
    const opened = id === undefined ? undefined : await openPlan(deps, { id, key });
    if (opened === undefined) {
      return undefined;
    }
    return format === 'csv'
      ? toCsv(opened)
      : toPicture(deps, opened, format === 'card.png' ? toCardScale : toFullScale);
  };
}

async function toCsv(opened: OpenedPlan): Promise<Download> {
  const { headings, rows } = toCafeTable(opened);
  return {
    contentType: 'text/csv; charset=utf-8',
    body: (await Array.fromAsync(writeCsv(headings, rows))).join(''),
    headers: { ...pageHeaders, 'content-disposition': 'attachment; filename="world-cafe.csv"' },
  };
}

export async function toPicture(
  { pictures }: Pick<Deps, 'pictures'>,
  opened: OpenedPlan,
  toScale: ToScale,
): Promise<Download> {
  const drawing = toPlanSvg(opened, (one) => toScale(one) >= legibleScale);
  return {
    contentType: 'image/png',
    body: await pictures.render(drawing.svg, toScale(drawing)),
    headers: {
      ...pageHeaders,
      // Clients show it on a page of their own.
      'cross-origin-resource-policy': 'cross-origin',
      'content-disposition': 'inline; filename="world-cafe.png"',
    },
  };
}

export function toCardScale({ width, height }: Drawing): number {
  return Math.min(1, mostOnACard / Math.max(width, height));
}

export function toFullScale({ width, height }: Drawing): number {
  return Math.min(mostScale, Math.sqrt(mostPixels / (width * height)));
}
