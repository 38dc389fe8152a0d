/** Words around announcements, folded. A message is a command about them only when it has no other words. */

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

export const announcementNouns = words(`
  ankuendigung ankuendigungen rundschreiben rundnachricht rundnachrichten announcement announcements
  zustellbericht zustellberichte
`);

/** Understood without errors alone: "Verlage" is one letter from it. */
export const templateNouns = words('vorlage vorlagen ankuendigungsvorlage ankuendigungsvorlagen');

/** "Ankündigung senden", "Ich möchte eine Ankündigung schreiben" */
export const sendingWords = words(`
  senden sende schicken schicke verschicken verschicke versenden versende schreiben schreibe schreib erstellen erstelle
  verfassen verfasse anlegen veroeffentlichen veroeffentliche machen mache planen plane absenden rausschicken
  neu neue neuen send create new write
`);

/** "Ankündigung zurückziehen": done from the list, where it is clear which one is meant. */
export const changingWords = words(`
  zurueckziehen zurueckzuziehen zurueckholen zurueckrufen zurueck zieh ziehe widerrufen widerrufe rueckgaengig
  korrigieren korrigiere korrektur berichtigen aendern aendere bearbeiten bearbeite verbessern
  loeschen loesche loesch entfernen entferne verwerfen verwerfe abbrechen abzubrechen breche ab stoppen stoppe stopp stop anhalten
  bericht berichte zustellbericht zustellberichte zustellung status stand verwalten
`);

/** "Welche Ankündigungen gibt es?", "Zeig mir meine Ankündigungen" */
export const listingWords = words(`
  zeigen zeig zeige anzeigen liste auflisten uebersicht alle meine meinen welche gibt gibts letzte letzten geplante geplanten
  gesendete gesendeten list show my
`);
