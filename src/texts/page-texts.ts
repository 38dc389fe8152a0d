import { formatNumber } from './format.ts';

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
    paragraphs: (days: number) => [
      'Diese Seite beschreibt, was der KI-Community-Bot über die Menschen speichert, die mit ihm schreiben.',
      'Gespeichert werden die Kennung aus Microsoft Teams (Mandant und Objekt-ID), ob jemand Gast ist, und die Kommune, für die jemand arbeitet. Name und E-Mail-Adresse werden nur gelesen, wenn sie gebraucht werden, und nicht gespeichert. Diese Angaben bleiben, bis die Person sie löscht.',
      `Die letzte Frage einer Person in jeder Unterhaltung wird ${formatNumber(days)} Tage gespeichert, damit sich die nächste Nachricht darauf beziehen kann. Fragen ohne Ergebnis werden ${formatNumber(days)} Tage ohne Bezug zur Person gespeichert.`,
      'Damit nichts doppelt geschieht, merkt sich der Bot Prüfsummen: eine Stunde lang zu bearbeiteten Nachrichten, ein Jahr lang zu Unterhaltungen, in denen er sich vorgestellt hat. Aus ihnen lässt sich weder Person noch Inhalt ablesen.',
      'Es antwortet eine Suche in den eingetragenen Anwendungsfällen. Künstliche Intelligenz ist nicht beteiligt, und es werden keine Daten an Dritte weitergegeben.',
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
