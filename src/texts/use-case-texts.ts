import { formatEuros, formatNumber, formatPartialDate } from './format.ts';

export const useCaseTexts = {
  back: 'Zurück',
  whoDoesIt: 'Wer macht das?',
  since: (date: string) => `seit ${formatPartialDate(date)}`,
  description: 'Beschreibung',
  problem: 'Ausgangslage',
  goal: 'Ziel',
  howItWorks: 'So funktioniert es',
  benefitExpected: 'Erwarteter Nutzen',
  effectMeasured: 'Gemessene Wirkung',
  effect: (value: number, unit: string) => `${formatNumber(value)} ${unit}`,
  worked: 'Was gut lief',
  failed: 'Was nicht ging',
  advice: 'Rat an andere',
  costs: 'Kosten',
  cost: (kind: string, euros: number | undefined, basis: string | undefined, asOf: string | undefined) => {
    const amount = euros === undefined ? undefined : formatEuros(euros);
    const details = [basis, asOf === undefined ? undefined : `Stand ${formatPartialDate(asOf)}`];
    const brackets = details.filter((part) => part !== undefined).join(', ');
    const start = amount === undefined ? kind : `${kind}: ${amount}`;
    return brackets === '' ? start : `${start} (${brackets})`;
  },
  effort: 'Aufwand',
  days: (n: number) => (n === 1 ? '1 Arbeitstag' : `${formatNumber(n)} Arbeitstage`),
  themes: 'Themen',
  technologies: 'Technik',
  sourcing: 'Beschaffung',
  product: 'Produkt',
  supplier: 'Anbieter',
  hosting: 'Betrieb',
  legalBasis: 'Rechtsgrundlage',
  assessments: 'Prüfungen',
  personalData: 'Personenbezogene Daten',
  personalDataValues: { yes: 'ja', no: 'nein', unknown: 'nicht bekannt' },
  aiActClass: 'Einstufung nach KI-Verordnung',
  humanOversight: 'Menschliche Aufsicht',
  reuse: 'Nachnutzung',
  cooperation: 'Zusammenarbeit',
  note: 'Hinweis',
  contact: 'Ansprechperson',
  writeMail: 'E-Mail schreiben',
  writeMailTo: (address: string) => `E-Mail an ${address}`,
  openLink: (host: string) => `Öffnen: ${host}`,
  noContact: 'Eine Ansprechperson ist nicht angegeben. Die Quelle hilft weiter.',
  details: 'Anwendungsfall',
  related: 'Ähnliche Anwendungsfälle',
  like: 'Ähnlich wie: ',
  moreLikeThis: 'Mehr wie dieses',
  nothingRelated: 'Ähnliches ist nicht mehr eingetragen.',
  unknown: 'Diesen Anwendungsfall gibt es nicht mehr.',
  denied: 'Dieser Anwendungsfall ist nur für die Kommunen sichtbar, die ihn eingetragen haben.',
};
