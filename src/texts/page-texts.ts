import { formatNumber } from './format.ts';
import { readersOfQuestions } from './model-privacy-texts.ts';
import type { UsedModels } from './model-privacy-texts.ts';

/** The three pages that the Teams manifest must name. */
export const pageTexts = {
  product: 'KI-Community Südwestfalen',
  home: {
    title: 'KI-Community-Bot',
    paragraphs: [
      'Der Bot beantwortet in Microsoft Teams die Frage „Wer macht das schon?“: welche Kommune welche digitale Lösung einsetzt, erprobt, plant oder verworfen hat.',
      'Sie finden ihn in Microsoft Teams unter „Apps“, sobald Ihre Organisation ihn freigeschaltet hat.',
    ],
  },
  privacy: {
    title: 'Datenschutz',
    paragraphs: (days: number, used: UsedModels) => [
      'Diese Seite beschreibt, was der KI-Community-Bot über die Menschen speichert, die mit ihm schreiben.',
      'Gespeichert werden die Kennung aus Microsoft Teams (Mandant und Objekt-ID), ob jemand Gast ist, und die Kommune, für die jemand arbeitet. Name und E-Mail-Adresse werden nur gespeichert, wenn sich jemand selbst als Ansprechperson einträgt; sonst werden sie nur gelesen, wenn sie gebraucht werden. Diese Angaben bleiben, bis die Person sie löscht.',
      'Damit der Bot auch von sich aus schreiben kann, wird der Einzelchat mit ihm gespeichert, sobald jemand die App hinzufügt oder dem Bot schreibt: die Kennung des Chats, die Adresse des Dienstes von Microsoft Teams und wann sich beides zuletzt bestätigt hat. Das bleibt, bis die Person es löscht, und höchstens 30 Tage, nachdem sie die App entfernt hat. Kommt nur die Nachricht an, dass die App entfernt wurde, wird deren Zeitpunkt einen Tag lang ohne lesbare Kennung gespeichert. Kanäle, Teams und Gruppenchats, in denen der Bot Mitglied ist, werden ohne Bezug zu Personen gespeichert.',
      `Die letzte Frage einer Person in jeder Unterhaltung wird ${formatNumber(days)} Tage gespeichert, damit sich die nächste Nachricht darauf beziehen kann. Fragen ohne Ergebnis werden ohne Namen gespeichert, bis sie ${formatNumber(days)} Tage lang niemand mehr gestellt hat. Bei jeder steht eine Prüfsumme der Kennung derer, die sie gestellt haben, damit das Organisationsteam sieht, wie viele verschiedene Personen dasselbe suchen. Wer es ist, zeigt der Bot niemandem; nachrechnen könnte es nur, wer den Speicher und die Kennungen hat. Die Prüfsumme verschwindet, wenn die Person ${formatNumber(days)} Tage lang nicht mehr danach gefragt hat oder ihre Daten löscht; die Frage bleibt dann ohne sie stehen.`,
      `Was der Bot jemandem auf eine Frage gezeigt hat, wird 7 Tage mit einer Prüfsumme der Kennung gespeichert, damit die Person mit dem Daumen unter der Antwort Rückmeldung geben kann. Eine Rückmeldung wird mit der Frage, den gezeigten Anwendungsfällen, dem gewählten Grund und dem Satz, den jemand dazu schreibt, ${formatNumber(days)} Tage ohne die Person gespeichert; eine Frage, in der Menschen genannt sein können, bleibt dabei weg. Löscht jemand in den 7 Tagen seine Daten, werden auch die Rückmeldungen zu den eigenen Antworten gelöscht; danach lässt sich nicht mehr sagen, von wem sie stammen.`,
      'Gespeichert wird auch, in welchen User Groups und Arbeitsgruppen jemand Mitglied ist und welche jemand organisiert, bis die Person die Gruppe verlässt, die Gruppe archiviert wird oder die Person ihre Daten löscht. Wer Mitglied ist, zeigt der Bot niemandem; sichtbar ist nur die Anzahl.',
      'Zu jeder Ankündigung wird 180 Tage lang gespeichert, an wen sie gesendet wurde, ob sie ankam und wer sie mit „Gelesen“ bestätigt hat. Das Organisationsteam sieht nur Zahlen: wie viele Zustellungen gelungen sind und wie viele Personen je Kommune bestätigt haben. Sind in einer Kommune weniger als drei Personen gemeint, wird für sie keine eigene Zahl der Bestätigungen gezeigt. Löscht jemand seine Daten, bleiben davon nur Zahlen.',
      'Gespeichert wird auch, was jemand unter „Benachrichtigungen“ gewählt hat, und welche Ankündigungen, Vorlagen und Bestätigungen vom Organisationsteam von wem stammen. Beim Löschen gehen die Wahl und die Entwürfe verloren; was gesendet ist, bleibt ohne die Kennung.',
      'Was jemand in das Formular für einen Anwendungsfall schreibt, ist ein Entwurf, den nur diese Person sieht und der 90 Tage nach der letzten Änderung gelöscht wird. Was jemand einreicht oder für die eigene Kommune einträgt, wird mit der Kennung gespeichert; anderen zeigt der Verlauf nur die Kommune. Beim Löschen bleiben die Angaben der Kommune ohne die Person.',
      'Gespeichert wird, welche Anwendungsfälle jemand verfolgt und welche Fragen sich jemand merken lässt, bis die Person es beendet oder ihre Daten löscht. Was jemand die Community fragt oder anderen antwortet, wird mit Kennung und Kommune gespeichert. Beim Löschen verschwinden die Entwürfe und die Antworten; gesendete Fragen bleiben ohne die Person und ohne ihre Kommune stehen.',
      'Was jemand als Thema für ein Treffen vorschlägt, wofür jemand stimmt, zu welchen Themen sich jemand benachrichtigen lässt, Kommentare und Angebote zu berichten werden mit der Kennung gespeichert, ohne Frist, bis die Person es zurücknimmt oder ihre Daten löscht. Andere sehen die Themen, die Anzahl der Stimmen und bei Kommentaren und Angeboten die Kommune; wer vorgeschlagen oder gestimmt hat, zeigt der Bot niemandem. Fragt das Organisationsteam die Ansprechperson eines Anwendungsfalls, ob sie berichten würde, wird gespeichert, wer gefragt hat, wer gefragt wurde und was die Antwort war; das sieht nur das Organisationsteam. Beim Löschen verschwindet das alles, und die Stimmen zählen nicht mehr; vorgeschlagene Themen bleiben ohne die Person stehen.',
      'Wer zu einem Treffen zusagt, vielleicht kommt oder absagt, wird mit Kennung und Kommune gespeichert, dazu die Anzahl der Gäste, die Antworten auf Fragen des Organisationsteams, ein Name, wenn jemand ihn dafür einträgt, ob jemand da war, und die Wünsche für ein World Café. Das sieht nur das Organisationsteam dieses Treffens; allen anderen zeigt der Bot Zahlen. 180 Tage nach dem Treffen wird es gelöscht. Löscht jemand seine Daten vorher, wird der Platz frei, und wer auf der Warteliste steht, rückt nach. Bewertungen eines Treffens werden ohne die Person gespeichert; nur dass sie eine abgegeben hat, steht bei ihrer Rückmeldung. Adressen von Kalendern zum Abonnieren gehören zu einer User Group und nennen keine Person; wer einen Kalender abruft, wird nicht gespeichert. Treffen selbst bleiben stehen, ohne die Person, die sie geplant hat, wenn diese ihre Daten löscht.',
      'Damit nichts doppelt geschieht, merkt sich der Bot Prüfsummen: eine Stunde lang zu bearbeiteten Nachrichten, ein Jahr lang zu Unterhaltungen, in denen er sich vorgestellt hat. Aus ihnen lässt sich weder Person noch Inhalt ablesen.',
      readersOfQuestions(used),
      'Schreiben Sie dem Bot „Meine Daten“, um alles zu sehen, was über Sie gespeichert ist, und „Meine Daten löschen“, um es zu löschen. Verantwortlich ist die Stelle, die den Bot betreibt.',
    ],
  },
  terms: {
    title: 'Nutzung',
    paragraphs: [
      'Der KI-Community-Bot ist ein Angebot für Beschäftigte der teilnehmenden Kommunen.',
      'Die Angaben zu den Anwendungsfällen stammen von den genannten Quellen und Kommunen. Wann ein Eintrag zuletzt bestätigt wurde, steht beim Eintrag. Für Entscheidungen fragen Sie bitte die genannte Ansprechperson.',
      'Bitte geben Sie in Fragen keine personenbezogenen Daten anderer an.',
    ],
  },
  nav: { home: 'Start', privacy: 'Datenschutz', terms: 'Nutzung' },
};
