import { formatNumber } from './format.ts';

const count = (n: number, one: string, many: string) => `${formatNumber(n)} ${n === 1 ? one : many}`;

/** What `npm run doctor` says to an administrator; each sentence is one line. */
export const doctorTexts = {
  good: 'In Ordnung:',
  bad: 'Problem:',
  hint: 'Hinweis:',
  nobodyReviews:
    'Einträge von Mitgliedern werden geprüft (REVIEW=on), aber niemand gehört zum Organisationsteam. Bitte nennen Sie jemanden in ORGANISERS, oder setzen Sie REVIEW=off.',
  settings: (mode: string) => `Einstellungen vollständig, Betriebsart „${mode}“.`,
  settingWrong: (setting: string) => `Eine Einstellung fehlt oder ist falsch: ${setting}`,
  operatorData: (communes: number, tenants: number, synonyms: number, hosts: number) =>
    `Betreiberdaten gelesen: ${[
      count(communes, 'Kommune', 'Kommunen und Kreise'),
      count(tenants, 'Zuordnung eines Mandanten', 'Zuordnungen von Mandanten'),
      count(synonyms, 'Gruppe von Synonymen', 'Gruppen von Synonymen'),
      count(hosts, 'erlaubter Dienst', 'erlaubte Dienste'),
    ].join(', ')}.`,
  operatorDataWrong: (problem: string) => `Die Betreiberdaten lassen sich nicht lesen: ${problem}`,
  store: (kind: string, useCases: number) =>
    `Speicher „${kind}“ lässt sich öffnen: ${count(useCases, 'Anwendungsfall', 'Anwendungsfälle')}.`,
  reach: (places: { people: number; channels: number; groups: number; unreachable: number }) =>
    `Von sich aus schreiben kann der Bot an ${[
      count(places.people, 'Person', 'Personen'),
      count(places.channels, 'Kanal', 'Kanäle'),
      count(places.groups, 'Gruppenchat', 'Gruppenchats'),
    ].join(', ')}; nicht mehr erreichbar: ${formatNumber(places.unreachable)}.`,
  storeLocked:
    'Ein anderes Programm benutzt den Speicher, wahrscheinlich der laufende Bot. Beenden Sie ihn, um auch den Speicher zu prüfen.',
  storeLocation: (problem: string) =>
    `Der Speicher lässt sich nicht öffnen. Bitte prüfen Sie SQLITE_PATH und die Rechte: ${problem}`,
  storeUnavailable: (problem: string) =>
    `Der Speicher antwortet nicht. Bitte prüfen Sie, ob auf der Festplatte Platz ist: ${problem}`,
  withoutModel: 'Kein Sprachmodell: Es antwortet die Suche.',
  stopped: (problem: string) => `Hier ging es nicht weiter: ${problem}`,
};
