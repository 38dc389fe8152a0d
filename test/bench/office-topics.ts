import { topic } from './topic.ts';
import type { Topic } from './topic.ts';

/** What is done at desks and counters. Fictional throughout; only the words are those of the field. */
export const officeTopics: readonly Topic[] = [
  topic(
    'Telefonassistent',
    'nimmt Anrufe entgegen, nennt Öffnungszeiten und verbindet weiter',
    ['KI-Telefonassistenz', 'Voicebot', 'Sprachassistent am Telefon'],
    ['Bürgerservice', 'nlp', 'Anrufe', 'Telefonzentrale'],
  ),
  topic(
    'Chatbot auf der Internetseite',
    'beantwortet Fragen von Bürgerinnen und Bürgern rund um die Uhr',
    ['Chatbot', 'Chatbots für Bürger', 'digitaler Assistent auf der Homepage'],
    ['Bürgerservice', 'generative', 'Auskunft', 'Internetseite'],
  ),
  topic(
    'Protokollassistent',
    'schreibt Sitzungen mit und entwirft die Niederschrift mit Beschlüssen',
    ['Protokolle automatisch schreiben', 'Sitzungsprotokoll', 'Niederschriften mit KI'],
    ['Gremienarbeit', 'generative', 'Transkription', 'Ratsinformation'],
  ),
  topic(
    'Posteingangsverteilung',
    'liest eingescannte Briefe und legt sie dem zuständigen Amt in die E-Akte',
    ['Posteingang automatisch verteilen', 'digitale Poststelle', 'Eingangspost'],
    ['Innere Verwaltung', 'nlp', 'Poststelle', 'E-Akte'],
  ),
  topic(
    'Rechnungsprüfung',
    'liest Eingangsrechnungen aus, ordnet sie Bestellungen zu und zeigt Abweichungen',
    ['Rechnungen auslesen', 'Rechnungseingang', 'E-Rechnung prüfen'],
    ['Finanzen', 'rpa', 'Kämmerei', 'E-Rechnung'],
  ),
  topic(
    'Übersetzungshilfe',
    'überträgt Bescheide und Merkblätter in mehrere Sprachen',
    ['Übersetzungen', 'mehrsprachige Bescheide', 'Dolmetschen mit KI'],
    ['Integration', 'generative', 'Mehrsprachigkeit', 'Merkblatt'],
  ),
  topic(
    'Leichte-Sprache-Assistent',
    'formuliert Amtstexte in Leichter Sprache vor, die eine Prüfgruppe gegenliest',
    ['Leichte Sprache', 'einfache Sprache für Bescheide', 'verständliche Texte'],
    ['Inklusion', 'generative', 'Barrierefreiheit', 'Verständlichkeit'],
  ),
  topic(
    'Wissensassistent',
    'beantwortet Fragen der Beschäftigten aus Dienstanweisungen und Handbüchern',
    ['internes Wissensmanagement', 'Assistent für Mitarbeitende', 'Dienstanweisungen durchsuchen'],
    ['Innere Verwaltung', 'generative', 'Dienstanweisung', 'Intranet'],
  ),
  topic(
    'Stellenausschreibungsassistent',
    'entwirft Anzeigen aus der Stellenbeschreibung und prüft die Eingruppierung',
    ['Stellenanzeigen schreiben', 'Personalgewinnung', 'Ausschreibungstexte'],
    ['Personal', 'generative', 'Bewerbung', 'Ausschreibung'],
  ),
  topic(
    'Bewerbungsvorauswahl',
    'sortiert Unterlagen nach festen Kriterien, ein Mensch entscheidet',
    ['Bewerbungen sortieren', 'Bewerbermanagement mit KI', 'Vorauswahl im Personalamt'],
    ['Personal', 'rules', 'Auswahlverfahren', 'Personalamt'],
  ),
  topic(
    'Wohngeldprüfung',
    'rechnet Anträge vor und zeigt, welche Nachweise fehlen',
    ['Wohngeldantrag', 'Wohngeld automatisieren', 'Sozialleistungen berechnen'],
    ['Soziales', 'rules', 'Wohngeld', 'Nachweise'],
  ),
  topic(
    'Kita-Platzvergabe',
    'schlägt eine Verteilung der Plätze vor, die Wünsche und Wege berücksichtigt',
    ['Kitaplätze vergeben', 'Kindergarten Anmeldung', 'Platzvergabe Kita'],
    ['Jugend', 'other_digital', 'Kindertagesstätte', 'Elternportal'],
  ),
  topic(
    'Schülerbeförderungsplanung',
    'plant Buslinien und Haltestellen nach Anmeldezahlen',
    ['Schulbus planen', 'Schülerfahrten', 'Busrouten optimieren'],
    ['Schule', 'predictive', 'Schulbus', 'Fahrplan'],
  ),
  topic(
    'Mängelmelder-Sortierung',
    'erkennt auf Fotos, worum es geht, und leitet Meldungen weiter',
    ['Mängelmelder', 'Meldungen von Bürgern sortieren', 'Anliegen weiterleiten'],
    ['Bürgerservice', 'computer_vision', 'Anliegen', 'Ordnungsamt'],
  ),
  topic(
    'Terminbuchung',
    'vergibt Termine und schätzt die Wartezeit',
    ['Online-Terminvergabe', 'Termine buchen', 'Wartezeiten im Bürgerbüro'],
    ['Bürgerservice', 'rules', 'Wartezeit', 'Bürgerbüro'],
  ),
  topic(
    'Wohnsitzummeldung',
    'führt durch die Ummeldung und prüft Angaben vor dem Absenden',
    ['Wohnsitz ummelden', 'elektronische Wohnsitzanmeldung', 'Umzug online'],
    ['Bürgerservice', 'other_digital', 'Meldewesen', 'Einwohnermeldeamt'],
  ),
  topic(
    'Gewerbemeldung',
    'gleicht Anmeldungen mit Registern ab und füllt Fachverfahren',
    ['Gewerbeanmeldung', 'Gewerbeamt automatisieren', 'Gewerberegister'],
    ['Wirtschaft', 'rpa', 'Fachverfahren', 'Register'],
  ),
  topic(
    'Fördermittelsuche',
    'findet passende Programme von Bund, Land und EU',
    ['Fördermittel', 'Förderprogramme finden', 'Zuschüsse suchen'],
    ['Wirtschaft', 'generative', 'Förderung', 'Antragstellung'],
  ),
  topic(
    'Vergabeassistent',
    'stellt Leistungsverzeichnisse zusammen und prüft Angebote auf Vollständigkeit',
    ['Vergabeverfahren', 'Ausschreibungen mit KI', 'Beschaffung'],
    ['Beschaffung', 'generative', 'Vergabe', 'Leistungsverzeichnis'],
  ),
  topic(
    'Haushaltsprognose',
    'schätzt Gewerbesteuer und Ausgaben für das nächste Jahr',
    ['Haushaltsplanung', 'Gewerbesteuer vorhersagen', 'Steuereinnahmen'],
    ['Finanzen', 'predictive', 'Haushalt', 'Kämmerei'],
  ),
  topic(
    'Mahnlauf',
    'bereitet Mahnungen vor und erkennt Ratenwünsche in Briefen',
    ['Mahnwesen', 'Vollstreckung automatisieren', 'Stadtkasse'],
    ['Finanzen', 'rpa', 'Stadtkasse', 'Forderungen'],
  ),
  topic(
    'Bußgeldbearbeitung',
    'liest Anhörungsbögen und ordnet sie dem Vorgang zu',
    ['Bußgelder', 'Ordnungswidrigkeiten', 'Knöllchen bearbeiten'],
    ['Ordnung', 'rpa', 'Bußgeldstelle', 'Anhörung'],
  ),
  topic(
    'Einbürgerungsauskunft',
    'erklärt Voraussetzungen und zeigt den Stand des Verfahrens',
    ['Einbürgerung', 'Ausländerbehörde Chatbot', 'Aufenthaltstitel'],
    ['Integration', 'generative', 'Ausländerbehörde', 'Verfahrensstand'],
  ),
  topic(
    'Textassistent',
    'hilft beim Schreiben von Briefen, Vorlagen und Vermerken',
    ['ChatGPT in der Verwaltung', 'Texte schreiben', 'generative KI am Arbeitsplatz'],
    ['Innere Verwaltung', 'generative', 'Vorlagen', 'Arbeitsplatz'],
  ),
  topic(
    'Social-Media-Planung',
    'entwirft Beiträge und schlägt Zeiten und Bilder vor',
    ['Öffentlichkeitsarbeit', 'Social Media', 'Pressearbeit mit KI'],
    ['Kommunikation', 'generative', 'Pressestelle', 'Redaktion'],
  ),
  topic(
    'Leerstandsmanagement',
    'schätzt aus Verbrauchsdaten, welche Ladenlokale leer stehen',
    ['Leerstand', 'leere Läden in der Innenstadt', 'Leerstandskataster'],
    ['Wirtschaft', 'predictive', 'Innenstadt', 'Einzelhandel'],
  ),
  topic(
    'Spielplatzkontrolle',
    'führt durch die Prüfung der Geräte und erkennt Rost und Risse',
    ['Spielplätze prüfen', 'Spielgeräte kontrollieren', 'Verkehrssicherung'],
    ['Jugend', 'computer_vision', 'Sicherheit', 'Bauhof'],
  ),
  topic(
    'Friedhofsverwaltung',
    'verlängert Nutzungsrechte und beantwortet Fragen zu Grabstätten',
    ['Friedhof', 'Friedhofsverwaltung digital', 'Grabstätten'],
    ['Bürgerservice', 'rules', 'Friedhof', 'Nutzungsrecht'],
  ),
];
