import { formatNumber } from './format.ts';

/** What `npm run doctor` says to an administrator. */
export const doctorTexts = {
  good: 'In Ordnung:',
  bad: 'Problem:',
  settings: (mode: string) => `Einstellungen vollständig, Betriebsart „${mode}“.`,
  settingsWrong: 'Einstellungen fehlen oder sind falsch:',
  operatorData: (communes: number, tenants: number, synonyms: number, hosts: number) =>
    `Betreiberdaten gelesen: ${formatNumber(communes)} Kommunen und Kreise, ${formatNumber(tenants)} Zuordnungen von Mandanten, ${formatNumber(synonyms)} Gruppen von Synonymen, ${formatNumber(hosts)} erlaubte Dienste.`,
  store: (kind: string, useCases: number) =>
    `Speicher „${kind}“ lässt sich öffnen: ${formatNumber(useCases)} Anwendungsfälle.`,
  withoutModel: 'Kein Sprachmodell: Es antwortet die Suche.',
  stopped: 'Hier ging es nicht weiter:',
};
