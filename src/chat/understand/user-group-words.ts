/** Words around user groups, folded. A message is a command about them only when it has no other words. */

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

export const userGroupNouns = words(`
  usergroup usergroups usergruppe usergruppen nutzergruppe nutzergruppen anwendergruppe anwendergruppen
`);
export const workingGroupNouns = words('arbeitsgruppe arbeitsgruppen workinggroup workinggroups');

export const channelNouns = words('kanal kanals channel channels gruppenchat gruppenchats');

/** "User Group anlegen", "neue Arbeitsgruppe", "Wie lege ich eine User Group an?" */
export const creatingWords = words(`
  anlegen anzulegen erstellen gruenden einrichten eroeffnen starten aufmachen hinzufuegen neu neue neuen neuer
  lege leg erstelle gruende eroeffne starte create new
`);

/** "Kanal einrichten", "Kanal einer User Group zuordnen" */
export const settingUpWords = words(`
  einrichten einzurichten zuordnen zuweisen festlegen markieren hinterlegen verbinden verknuepfen aendern loesen
  richte ordne setup
`);

/** "Welche User Groups gibt es?", "Ich möchte einer User Group beitreten" */
export const findingWords = words(`
  zeigen zeig zeige anzeigen liste auflisten uebersicht alle meine meinen welche welcher welchen finden suchen suche gibt gibts
  beitreten eintreten mitmachen teilnehmen mitglied werden verlassen austreten bin list show my
`);

export const framingWords = words(`
  bitte mal einmal ich wir moechte moechten will wollen wuerde wuerden gern gerne kann kannst koennen koennt koennte du sie mir uns
  eine einen einer eines ein die der den das dem dieser diese diesen dieses es an ein zu wie wo was fuer in von als mit aus man
  bei zur zum im hallo guten tag hi danke und auch jetzt hier sind ist the a please
`);
