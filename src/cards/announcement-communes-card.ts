import type { CommuneRow } from '../domain/commune-counts.ts';
import type { CountedCommunes } from '../features/announcements/count-communes.ts';
import { communeCountsTexts as texts } from '../texts/commune-counts-texts.ts';
import { capitalise } from '../texts/format.ts';
import { nameRows } from '../texts/name-commune-rows.ts';
import { act } from './actions.ts';
import type { Surface } from './actions.ts';
import { card, heading, literal, openUrl, section, smallText } from './card.ts';
import type { Card, Element } from './card.ts';

/** More are read in the file. */
const mostRows = 12;

/** The recipients per commune, and the whole table as a file at this address. */
export function announcementCommunesCard(counted: CountedCommunes, url: string, surface: Surface): Card {
  const { announcement, table } = counted;
  const rows = nameRows(table.rows, counted.communes);
  const shown = rows.slice(0, mostRows);
  const communes = table.rows.filter(({ of, recipients }) => of.kind === 'commune' && recipients > 0).length;
  const sentence = texts.heading(communes);
  return card({
    fallbackText: `${sentence} ${announcement.content.title}`,
    body: [
      heading(sentence),
      literal([{ text: announcement.content.title, weight: 'Bolder' }]),
      section(shown.flatMap(({ name, row }) => rowElements(name, row))),
      ...(rows.length > shown.length
        ? [smallText(capitalise(texts.more(rows.length - shown.length)), { separator: true })]
        : []),
      ...privacyNote(counted),
    ],
    actions: [
      openUrl(texts.download, url, texts.downloadMore),
      act(surface, texts.back, 'announcement.report', { announcementId: announcement.id }),
    ],
  });
}

function rowElements(name: string, { counts, recipients, acknowledged }: CommuneRow): readonly Element[] {
  const parts = [
    ...(recipients > 0 ? [texts.delivered(counts.delivered, recipients)] : []),
    ...(acknowledged === undefined ? [] : [texts.acknowledged(acknowledged)]),
  ];
  return [
    literal([{ text: name, weight: 'Bolder' }], { spacing: 'Small' }),
    ...(parts.length === 0 ? [] : [smallText(parts.join(' · '), { spacing: 'None' })]),
  ];
}

function privacyNote({ announcement, table }: CountedCommunes): readonly Element[] {
  if (!announcement.content.acknowledgement) {
    return [];
  }
  if (table.acknowledgedOfFew !== undefined) {
    return [smallText(texts.ofFew(table.acknowledgedOfFew), { separator: true })];
  }
  return table.total.acknowledged === undefined ? [smallText(texts.hidden, { separator: true })] : [];
}
