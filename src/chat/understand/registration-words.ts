/** Words around entering use cases, folded. A message is a command about them only when it has no other words. */

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

export const useCaseNouns = words('anwendungsfall anwendungsfalls anwendungsfalles usecase kianwendungsfall');
export const useCasePlurals = words('anwendungsfaelle anwendungsfaellen usecases kianwendungsfaelle');

/** With a word for entering it alone: "Projekte" is what people look for. */
export const looseNouns = words('anwendung loesung projekt beispiel vorhaben');

/** "Anwendungsfall eintragen", "Wie trage ich einen Anwendungsfall ein?" */
export const enteringWords = words(`
  eintragen einzutragen eintrage trage trag eintrag registrieren registriere einreichen einzureichen reiche
`);

/** The same, where it is said of a use case. */
export const addingWords = words(`
  anlegen anzulegen anlege lege erfassen erfasse melden melde hinzufuegen hinzuzufuegen hinzu fuege aufnehmen aufzunehmen
  erstellen erstelle beisteuern vorstellen dokumentieren create add register submit new
`);

export const newWords = words('neu neuer neue neuen neues');

export const draftNouns = words('entwurf entwurfs entwuerfe entwuerfen draft drafts');

/** "Zeig mir meine Entwürfe", "Entwurf fortsetzen" */
export const goingOnWords = words(`
  zeigen zeig zeige anzeigen liste auflisten uebersicht alle meine meinen meiner meines mein welche gibt gibts habe fortsetzen fortfuehren
  weiterschreiben weiterbearbeiten weitermachen bearbeiten oeffnen oeffne wo list show my open continue
`);

export const ownWords = words('unser unsere unseren mein meine meinen eigenen haben habe hier auf our ki');

/** Too close to a word of these tables, and another one: a town, and what is there already. */
export const otherWords = words('menden eingetragen eingetragene eingetragenen');
