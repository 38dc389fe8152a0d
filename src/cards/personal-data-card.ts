import { fromFilterKey } from '../domain/filter-keys.ts';
import { communeId } from '../domain/ids.ts';
import { filterLabel } from '../texts/filter-texts.ts';
import { formatDayAndTime } from '../texts/format.ts';
import { privacyTexts } from '../texts/member-texts.ts';
import { jsonPageTexts } from '../texts/personal-data-texts.ts';
import type { ShowPersonalDataResult } from '../features/members/personal-data.ts';
import { press } from './actions.ts';
import { card, heading, literal, section, smallText, text } from './card.ts';
import type { Card, Element } from './card.ts';
import { shortenText, splitText } from './shorten-text.ts';

type Shown = ShowPersonalDataResult & { kind: 'shown' };
type Entry = Shown['parts'][number]['entries'][number];

/** Of each kind: as many as leave the card small enough to be sent; all of them are in the JSON. */
const mostEntries = [10, 5, 3, 2, 1, 0];
/** Bytes of a card, with room for what Teams puts around it. */
const largestCard = 24_000;
/** Characters of one value in the list; the whole of it is in the JSON. */
const longestValue = 300;
/** Characters of the JSON on one page: three bytes each at most, and twice as many where it is quoted. */
const jsonPage = 8_000;

/** Everything that is kept about the asker, entry by entry. */
export function personalDataCard(result: Shown): Card {
  if (result.parts.length === 0) {
    return card({ fallbackText: privacyTexts.nothingKept, body: [heading(privacyTexts.nothingKept)] });
  }
  const cards = mostEntries.map((most) => () => drawEntries(result, most));
  const fitting = cards.find((draw) => sizeOf(draw()) <= largestCard);
  return fitting?.() ?? drawEntries(result, 0);
}

function sizeOf(drawn: Card): number {
  return new TextEncoder().encode(JSON.stringify(drawn)).length;
}

function drawEntries(result: Shown, most: number): Card {
  const parts = result.parts.map(({ kind, entries }) =>
    section([
      text(privacyTexts.kinds[kind], { weight: 'Bolder' }),
      ...entries.slice(0, most).flatMap((entry) => toLines(entry, result.communes)),
      ...(entries.length > most
        ? [smallText(privacyTexts.moreEntries(entries.length - most), { spacing: 'Medium' })]
        : []),
    ]),
  );
  return card({
    fallbackText: privacyTexts.myData,
    body: [
      heading(privacyTexts.myData),
      smallText(privacyTexts.asOf(result.at), { spacing: 'None' }),
      ...parts,
    ],
    actions: [press(privacyTexts.json, 'myData.showJson'), press(privacyTexts.erase, 'myData.askToErase')],
  });
}

/** The same as JSON, for taking it elsewhere; much of it on several pages, which are one text together. */
export function personalDataJsonCard(result: Shown, page = 1): Card {
  const json = JSON.stringify(
    Object.fromEntries(result.parts.map(({ kind, entries }) => [kind, entries])),
    undefined,
    2,
  );
  const pages = splitText(json, jsonPage);
  const shown = Math.min(page, pages.length);
  return card({
    fallbackText: privacyTexts.jsonTitle,
    body: [
      heading(privacyTexts.jsonTitle),
      smallText(privacyTexts.asOf(result.at), { spacing: 'None' }),
      ...(pages.length > 1 ? [smallText(jsonPageTexts.page(shown, pages.length), { spacing: 'None' })] : []),
      literal([{ text: pages[shown - 1] ?? '', fontType: 'Monospace', size: 'Small' }]),
    ],
    actions: [
      ...(shown < pages.length ? [press(jsonPageTexts.next, 'myData.showJson', { page: shown + 1 })] : []),
      press(privacyTexts.back, 'myData.show'),
    ],
  });
}

export function askToEraseCard(): Card {
  return card({
    fallbackText: privacyTexts.askToErase,
    body: [heading(privacyTexts.askToErase), text(privacyTexts.askToEraseMore)],
    actions: [press(privacyTexts.eraseNow, 'myData.erase'), press(privacyTexts.keep, 'myData.show')],
  });
}

function toLines(entry: Entry, communes: Shown['communes']): readonly Element[] {
  return Object.entries(entry).map(([key, value], index) =>
    literal(
      [
        { text: `${labelOf(key)}: `, isSubtle: true, size: 'Small' },
        { text: shortenText(toWords(key, value, communes), longestValue), size: 'Small' },
      ],
      { spacing: index === 0 ? 'Medium' : 'None' },
    ),
  );
}

function labelOf(key: string): string {
  const labels: Readonly<Record<string, string>> = privacyTexts.labels;
  return labels[key] ?? key;
}

function toWords(key: string, value: Entry[string], communes: Shown['communes']): string {
  const known: Readonly<Record<string, string>> = privacyTexts.values;
  if (typeof value === 'boolean') {
    return value ? privacyTexts.yes : privacyTexts.no;
  }
  if (typeof value === 'number' && key.endsWith('At')) {
    return formatDayAndTime(value);
  }
  if (value === undefined || value === null || value === '') {
    return privacyTexts.none;
  }
  if (typeof value === 'string') {
    return key === 'communeId' ? (communes.get(communeId(value))?.name ?? value) : (known[value] ?? value);
  }
  if (Array.isArray(value)) {
    const words = value.map((item) => filterWords(String(item), communes));
    return words.length === 0 ? privacyTexts.none : words.join(', ');
  }
  return typeof value === 'object' ? typedWords(Object.values(value)) : String(value);
}

/** What was typed into a form; which word stood in which field is in the JSON. */
function typedWords(values: readonly unknown[]): string {
  return values.filter((value) => value !== '' && value !== undefined).join(' · ');
}

function filterWords(key: string, communes: Shown['communes']): string {
  const filter = fromFilterKey(key);
  return filter === undefined ? key : filterLabel(filter, communes);
}
