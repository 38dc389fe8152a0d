/** Words around inquiries, folded. A message is a command about them only when it has no other words, or when the question follows. */

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

export const communityNouns = words('community communitys kicommunity');

/** Understood without errors alone: "Aufträge" is close to it. */
export const oneInquiry = words('anfrage');
export const manyInquiries = words('anfragen');

/** "Frag die Community", "Community fragen" */
export const imperatives = words('frag frage fragt befrage befrag');
export const askingVerbs = words('fragen befragen gefragt');

/** "Anfrage stellen", "neue Anfrage" */
export const sendingWords = words(`
  stellen stelle stell senden sende schicken schicke schreiben schreibe schreib erstellen erstelle starten starte richten neu neue neuen
`);

/** "Offene Anfragen", "Zeig mir meine Anfragen" */
export const ownWords = words('meine meinen mein eigene eigenen');
export const listingWords = words(`
  zeigen zeig zeige anzeigen liste auflisten uebersicht alle offene offenen welche gibt gibts aktuelle aktuellen verwalten schliessen
`);

export const framingWords = words(`
  bitte mal doch einmal ich wir moechte moechten will wollen wuerde wuerden gern gerne kann kannst koennen koennt du sie mir uns
  eine einen einer der die das den an in der aus von es wie ki etwas hallo guten tag hi
`);
