/** Words around what waits for publication, folded. A message is a command about it only when it has no other words. */

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** Understood without errors alone: "Freigabe" is one letter from "Freigaben", and "Abgabe" is not far. */
export const reviewNouns = words('freigabe freigaben einreichung einreichungen freizugeben');

/** "Was habe ich eingereicht?", "Meine Einreichungen" */
export const ownWords = words('meine meinen mein eigene eigenen ich eingereicht');

/** "Was wartet auf Freigabe?", "Offene Freigaben zeigen" */
export const waitingWords = words(`
  wartet warten wartende wartenden offen offene offenen ausstehend ausstehende ausstehenden steht stehen liegt liegen noch
  zeigen zeig zeige anzeigen liste auflisten uebersicht alle welche gibt gibts was habe haben vor auf
`);
