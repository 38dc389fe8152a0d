/** Words around meetings, folded. A message is a command about them only when it has no other words, or when a group's name follows. */

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

export const meetingNouns = words(`
  treffen treffens meeting meetings gruppentreffen communitytreffen usergrouptreffen usergroupmeeting usergroupmeetings
`);
/** What citizens make in a town hall, too: beside other verbs they are what is looked for. */
export const dateNouns = words('termin termine terminen termins gruppentermine usergrouptermine');
export const calendarNouns = words('kalender kalenders');
/** "Treffen anzeigen" with an error in it; alone they are too close to other words: "Treffer". */
export const forgivenNouns = words('treffen termine');
export const forgivenCalendar = words('kalender');
export const forgivenPlanning = words('planen');
export const forgivenSubscribing = words('abonnieren');
/** One letter from the others, and something else. */
export const neverMeant = words(`
  treffer treffers betreffen betreff treff treffs trefflich getroffen planer planern planet planeten plant plante geplante planern plane
  termini terminal termite kalendern kalander
`);

/** "Treffen planen", "Ein Treffen anlegen", "Wie plane ich ein Treffen?" */
export const planningWords = words(`
  planen plane plan einplanen ansetzen anzusetzen anlegen anzulegen lege erstellen erstelle organisieren organisiere einberufen
  einladen einzuladen lade veranstalten ausrichten
`);
/** One that is not there yet: "Neues Treffen". "Neue Treffen" are what one would like to see. */
export const newOneWords = words('neues neuer neuen');

export const nextWords = words(`
  naechste naechsten naechster naechstes kommende kommenden kommender kommendes anstehende anstehenden anstehendes bevorstehende
  bevorstehenden bevorstehendes geplant geplante geplanten geplantes zukuenftige zukuenftigen aktuelle aktuellen demnaechst wieder
  heute morgen woche monat neue neuen neueste neuesten
`);
export const ownWords = words('meine meinen meiner meines mein meinem eigene eigenen');
export const pastWords = words(`
  vergangene vergangenen vergangenes vergangener letzte letzten letztes letzter fruehere frueheren frueher bisherige bisherigen
  vorige vorigen voriges stattgefunden gewesene war waren hatten
`);
/** What came of them. */
export const resultWords = words('ergebnis ergebnisse ergebnissen protokoll protokolle protokollen');
export const draftNouns = words('entwurf entwuerfe entwuerfen');
/** On the list one can do it. "Termin absagen" is what citizens do. */
export const answeringWords = words(`
  zusagen zuzusagen zusage zugesagt anmelden anzumelden anmeldung angemeldet teilnehmen teilzunehmen mitmachen
`);
export const decliningWords = words('absagen abzusagen absage abgesagt');

export const listingWords = words(`
  zeigen zeig zeige anzeigen liste auflisten uebersicht ansehen sehen oeffnen oeffne finden welche welches welcher welchen gibt gibts
  wann wo findet finden statt ist sind stehen steht habe hab alle aller liste trifft
`);
export const subscribingWords = words(`
  abonnieren abonniere abo einbinden hinzufuegen eintragen einzutragen uebernehmen importieren exportieren synchronisieren
  herunterladen laden download outlook ical ics iphone google link adresse feed datei
`);

export const groupNouns = words(`
  usergroup usergruppe nutzergruppe anwendergruppe arbeitsgruppe gruppe group ag usergroups usergruppen arbeitsgruppen gruppen groups
`);
export const possessives = words('meiner meinen unserer unseren user');

export const framingWords = words(`
  bitte mal doch einmal ich wir moechte moechten will wollen wuerde wuerden gern gerne kann kannst koennen koennt koennte du sie mir
  mich uns sich es eine einen einer ein einem der die das den dem des von vom zu zum zur in im am an ein fuer fuers bei beim als auf aus
  hallo hi moin guten tag danke und auch noch jetzt hier denn eigentlich so community user wie man diese dieser diesen dieses diesem
  naemlich demnach einladung einladungen darf duerfen muss
`);

/** Behind a group's name: no part of it. */
export const closingWords = words('statt an wieder bitte danke anzeigen zeigen ansehen gibt es');
