import { fromFilterKey } from '../domain/filter-keys.ts';
import { communeId } from '../domain/ids.ts';
import { filterLabel } from '../texts/filter-texts.ts';
import { formatDayAndTime } from '../texts/format.ts';
import { privacyTexts } from '../texts/member-texts.ts';
import type { ShowPersonalDataResult } from '../features/members/personal-data.ts';
import { press } from './actions.ts';
import { card, heading, literal, section, smallText, text } from './card.ts';
import type { Card, Element } from './card.ts';

type Shown = ShowPersonalDataResult & { kind: 'shown' };
type Entry = Shown['parts'][number]['entries'][number];

/** Of each kind, so that the card stays small enough to be sent; all of them are in the JSON. */
const mostEntries = 10;

/** Everything that is kept about the asker, entry by entry. */
export function personalDataCard(result: Shown): Card {
  if (result.parts.length === 0) {
    return card({ fallbackText: privacyTexts.nothingKept, body: [heading(privacyTexts.nothingKept)] });
  }
  const parts = result.parts.map(({ kind, entries }) =>
    section([
      text(privacyTexts.kinds[kind], { weight: 'Bolder' }),
      ...entries.slice(0, mostEntries).flatMap((entry) => toLines(entry, result.communes)),
      ...(entries.length > mostEntries
        ? [smallText(privacyTexts.moreEntries(entries.length - mostEntries), { spacing: 'Medium' })]
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

/** The same as JSON, for taking it elsewhere. */
export function personalDataJsonCard(result: Shown): Card {
  const json = JSON.stringify(
    Object.fromEntries(result.parts.map(({ kind, entries }) => [kind, entries])),
    undefined,
    2,
  );
  return card({
    fallbackText: privacyTexts.jsonTitle,
    body: [
      heading(privacyTexts.jsonTitle),
      smallText(privacyTexts.asOf(result.at), { spacing: 'None' }),
      literal([{ text: json, fontType: 'Monospace', size: 'Small' }]),
    ],
    actions: [press(privacyTexts.back, 'myData.show')],
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
        { text: toWords(key, value, communes), size: 'Small' },
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
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function filterWords(key: string, communes: Shown['communes']): string {
  const filter = fromFilterKey(key);
  return filter === undefined ? key : filterLabel(filter, communes);
}
