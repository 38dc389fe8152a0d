import type { Cooperation } from '../domain/use-case.ts';
import { capitalise, countFeminine, enumerate, formatNumber, inWords } from './format.ts';
import { cooperationLabels } from './labels.ts';

/** What a commune wants, as it says so itself. */
const kinds: Readonly<Record<Cooperation, string>> = {
  ...cooperationLabels,
  pilot_partner: 'Pilotpartnerschaft',
};

/** What several communes want: "möchten das gemeinsam beschaffen". */
const wishes: Readonly<Record<Cooperation, string>> = {
  exchange: 'möchten sich dazu austauschen',
  pilot_partner: 'möchten das gemeinsam erproben',
  co_development: 'möchten das gemeinsam entwickeln',
  joint_procurement: 'möchten das gemeinsam beschaffen',
};

/** "Menden, Hemer und 1 weitere" */
function names(named: readonly string[], others: number): string {
  return enumerate(others > 0 ? [...named, `${formatNumber(others)} weitere`] : named);
}

function wish(cooperation: Cooperation, communes: number): string {
  const words = wishes[cooperation];
  return communes === 1 ? words.replace('möchten', 'möchte') : words;
}

export const interestTexts = {
  title: 'Zusammenarbeiten',
  kinds: (cooperation: Cooperation) => capitalise(kinds[cooperation]),
  stated: 'Gespeichert. Sobald genug Kommunen dasselbe möchten, erfährt es das Organisationsteam.',
  changed: 'Geändert.',
  ended: 'Gespeichert: Ihre Kommune möchte hier nichts gemeinsam machen.',
  unchanged: 'Das ist schon so gespeichert.',
  notOwnCommune:
    'Das können Sie nur für Ihre eigene Kommune angeben. Welche das ist, ändern Sie mit „Meine Kommune“.',
  withoutCommune:
    'Das kann angeben, wer für eine Kommune der Liste arbeitet. Ihre ändern Sie jederzeit mit „Meine Kommune“.',
  heading: 'Interesse an Zusammenarbeit',
  /** "Gemeinsame Beschaffung: 3 Kommunen (Menden, Hemer und 1 weitere)", without the kind */
  who: (named: readonly string[], all: number) => {
    const count = `${formatNumber(all)} ${all === 1 ? 'Kommune' : 'Kommunen'}`;
    return named.length === 0 ? count : `${count} (${names(named, all - named.length)})`;
  },
  form: {
    about: 'Für ',
    cooperations: 'Was möchten Sie mit anderen Kommunen gemeinsam machen?',
    cooperationsHint: 'Wählen Sie, was zutrifft. Ohne Auswahl endet die Angabe.',
    cooperationsError: 'Bitte wählen Sie aus der Liste.',
    named: 'Darf Ihre Kommune auf der Karte genannt werden?',
    namedTitle: 'Unsere Kommune darf auf der Karte genannt werden',
    namedHint: 'Das Organisationsteam sieht sie in jedem Fall, sonst wird sie nur mitgezählt.',
    namedError: 'Bitte wählen Sie ja oder nein.',
    save: 'Speichern',
    cancel: 'Abbrechen',
  },
  message: {
    summary: (title: string) => `Interesse an Zusammenarbeit: ${title}`,
    heading: (cooperation: Cooperation, communes: number) =>
      `${capitalise(countFeminine(communes, 'Kommune', 'Kommunen'))} ${wish(cooperation, communes)}.`,
    why: 'Das sehen nur Sie vom Organisationsteam. Sprechen Sie die Kommunen an, wenn daraus etwas werden soll.',
    stage: (stage: string) => `hier: ${stage}`,
    noAdopter: 'selbst nicht eingetragen',
    unnamed: 'möchte nicht genannt werden',
    also: (others: readonly string[]) => `auch: ${enumerate(others)}`,
    noContact: 'Eine Ansprechperson der Kommune ist nicht angegeben.',
    recordContact: 'Ansprechperson des Anwendungsfalls: ',
    more: (n: number) => (n === 1 ? 'und eine weitere Kommune' : `und ${inWords(n)} weitere Kommunen`),
    details: 'Details',
  },
};
