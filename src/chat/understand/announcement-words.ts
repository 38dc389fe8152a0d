/** Words around announcements, folded. A message is a command about them only when it has no other words. */

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

export const announcementNouns = words(`
  ankuendigung ankuendigungen rundschreiben rundnachricht rundnachrichten announcement announcements
`);

/** "Ankündigung senden", "Ich möchte eine Ankündigung schreiben" */
export const sendingWords = words(`
  senden sende schicken schicke verschicken verschicke versenden versende schreiben schreibe schreib erstellen erstelle
  verfassen verfasse anlegen veroeffentlichen veroeffentliche machen mache planen plane absenden rausschicken
  neu neue neuen send create new write
`);

/** "Welche Ankündigungen gibt es?", "Zeig mir meine Ankündigungen" */
export const listingWords = words(`
  zeigen zeig zeige anzeigen liste auflisten uebersicht alle meine meinen welche gibt gibts letzte letzten geplante geplanten
  gesendete gesendeten list show my
`);
