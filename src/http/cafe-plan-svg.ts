import type { OpenedPlan } from '../features/meetings/world-cafe/open-plan.ts';
import { cafeOrganisingTexts as texts } from '../texts/meetings/cafe-organising-texts.ts';
import { cafeTexts } from '../texts/meetings/cafe-texts.ts';
import { formatMeetingTime } from '../texts/meetings/meeting-texts.ts';
import { namePlannedPeople } from '../texts/meetings/name-planned-people.ts';
import { escapeXml, fitWords, wrapWords } from './svg-words.ts';

/** A picture, and how large it is in pixels. */
export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const mostColumns = 6;
const margin = 28;
const gap = 12;
const cell = { width: 208, padding: 12, head: 74, line: 22, foot: 10 };
const roundHead = 46;
const titleHeight = 92;
/** As legible in black and white. */
const colours = {
  paper: '#ffffff',
  words: '#1b1a19',
  quiet: '#55524f',
  head: '#e3e9f4',
  body: '#f6f7fa',
  line: '#c3cbdc',
};

/**
 * The whole plan: a band for each round, in it a box for each table with its topic and everybody who sits there; how many alone where the
 * names of all could not be read any more.
 */
export function toPlanSvg(opened: OpenedPlan, isLegible: (drawing: Drawing) => boolean): Drawing {
  const drawing = drawPlan(opened, true);
  return isLegible(drawing) ? drawing : drawPlan(opened, false);
}

function drawPlan(opened: OpenedPlan, withNames: boolean): Drawing {
  const { plan } = opened.described;
  const tables = plan.settings.topics.length;
  const columns = Math.min(mostColumns, tables);
  const width = 2 * margin + columns * cell.width + (columns - 1) * gap;
  const parts: string[] = [drawTitle(opened, width)];
  let top = titleHeight;
  for (let round = 1; round <= plan.settings.rounds; round += 1) {
    const band = drawRound(toBoxes(opened, round, withNames), { round, top, columns });
    parts.push(band.svg);
    top += band.height;
  }
  const height = top + margin;
  return {
    svg: [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
      `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
      ...parts,
      '</svg>',
    ].join('\n'),
    width,
    height,
  };
}

function drawTitle({ meeting, described: { plan, persons } }: OpenedPlan, width: number): string {
  const room = width - 2 * margin;
  const state = texts.planned({ number: plan.number, persons, tables: plan.settings.topics.length });
  return [
    drawWords(fitWords(meeting.title, 28, room), { x: margin, y: 44, size: 28, bold: true }),
    drawWords(fitWords(`${state} · ${formatMeetingTime(meeting)}`, 18, room), {
      x: margin,
      y: 72,
      size: 18,
      colour: colours.quiet,
    }),
  ].join('\n');
}

interface Band {
  readonly round: number;
  readonly top: number;
  readonly columns: number;
}

/** As many rows of boxes as the tables take; the boxes of a row are equally high. */
function drawRound(
  boxes: readonly Box[],
  { round, top, columns }: Band,
): { readonly svg: string; readonly height: number } {
  const parts = [drawWords(texts.round(round), { x: margin, y: top + 30, size: 22, bold: true })];
  let y = top + roundHead;
  for (let start = 0; start < boxes.length; start += columns) {
    const row = boxes.slice(start, start + columns);
    const height = cell.head + Math.max(...row.map(({ names }) => names.length)) * cell.line + cell.foot;
    parts.push(
      ...row.map((box, column) => drawBox(box, { x: margin + column * (cell.width + gap), y, height })),
    );
    y += height + gap;
  }
  return { svg: parts.join('\n'), height: y - top };
}

interface Box {
  readonly table: number;
  readonly title: string;
  readonly persons: number;
  readonly names: readonly string[];
}

function toBoxes({ described, communes }: OpenedPlan, round: number, withNames: boolean): readonly Box[] {
  const labels = namePlannedPeople(described.people, communes);
  return described.topics.map(({ title }, index) => {
    const people = described.people.filter(({ tables }) => tables[round - 1] === index + 1);
    return {
      table: index + 1,
      title: title ?? cafeTexts.goneTopic,
      persons: people.reduce((sum, one) => sum + one.persons, 0),
      names: (withNames ? people : [])
        .map(({ person }) => labels.get(person) ?? '')
        .sort((one, other) => one.localeCompare(other, 'de', { numeric: true })),
    };
  });
}

function drawBox(
  { table, title, persons, names }: Box,
  { x, y, height }: { readonly x: number; readonly y: number; readonly height: number },
): string {
  const room = cell.width - 2 * cell.padding;
  const left = x + cell.padding;
  return [
    `<rect x="${x}" y="${y}" width="${cell.width}" height="${height}" rx="6" fill="${colours.body}" stroke="${colours.line}"/>`,
    `<path d="M${x} ${y + cell.head - 6}V${y + 6}a6 6 0 0 1 6-6h${cell.width - 12}a6 6 0 0 1 6 6v${cell.head - 12}z" fill="${colours.head}"/>`,
    drawWords(fitWords(texts.tableHead(table, persons), 16, room), {
      x: left,
      y: y + 22,
      size: 16,
      bold: true,
    }),
    ...wrapWords(title, 15, room, 2).map((line, index) =>
      drawWords(line, { x: left, y: y + 41 + index * 18, size: 15 }),
    ),
    ...names.map((name, index) =>
      drawWords(fitName(name, room), { x: left, y: y + cell.head + 17 + index * cell.line, size: 17 }),
    ),
  ].join('\n');
}

/** What tells people of one name apart, and their guests, are never cut. */
function fitName(name: string, room: number): string {
  const end = / \d+(?: \+\d+)?$| \+\d+$/.exec(name)?.[0] ?? '';
  return fitWords(name.slice(0, name.length - end.length), 17, room, end);
}

interface WordStyle {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: string;
}

function drawWords(words: string, { x, y, size, bold = false, colour = colours.words }: WordStyle): string {
  const weight = bold ? ' font-weight="700"' : '';
  return `<text x="${x}" y="${y}" font-size="${size}"${weight} fill="${colour}">${escapeXml(words)}</text>`;
}
