/** Words around topics, folded. A message is a command about them only when it has no other words, or when the topic follows. */

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

export const topicNouns = words('thema themen themas');

/** Without another word these are what members proposed; "Themen" are what one can vote for. */
export const requestNouns = words(`
  themenwunsch themenwuensche themenwuenschen themenvorschlag themenvorschlaege themenvorschlaegen themenliste themensammlung
  themenspeicher themenuebersicht themenabstimmung themenidee themenideen
`);

/** What one writes before a topic of one's own: "Themenvorschlag: KI im Bauamt". */
export const oneRequest = words('themenwunsch themenvorschlag themenidee');

/** "Thema vorschlagen", "Ich möchte ein Thema einreichen" */
export const proposingWords = words(`
  vorschlagen vorzuschlagen vorschlag vorschlage vorschlaege schlage schlag schlagen einreichen einzureichen reiche einbringen einzubringen
  bringe wuenschen wuensche wuensch anmelden anzumelden eintragen einzutragen erstellen anlegen anzulegen lege hinzufuegen idee
`);

/** A vote is given with the same words. */
export const submittingWords = words('abgeben abzugeben');

/** One changes and takes back one's own. */
export const ownWords = words(`
  meine meinen mein eigene eigenen aendern loeschen zurueckziehen zuruecknehmen bearbeiten gestimmt abgestimmt
`);
/** By whoever says "ich", or by anybody. */
export const proposedWords = words('vorgeschlagen vorgeschlagene vorgeschlagenen');
/** "Ich habe ein Thema" offers one; "Ich habe für ein Thema gestimmt" does not. */
export const havingWords = words('habe hab haette');
export const singleWords = words('ein einen eine');
/** "Stimme abgeben für ein Thema" */
export const votingWords = words('stimmen stimme abstimmen abstimmung themenabstimmung wahl');
export const newWords = words(
  'neu neue neuen neues neuer neueste neuesten neuheit aktuelle aktuellen letzte letzten',
);
/** Of the last meeting: what was done there. */
export const lastWords = words('letzte letzten');
export const plannedWords = words(
  'geplant geplante geplanten anstehende anstehenden kommende kommenden naechste naechsten naechstes',
);
export const doneWords = words(`
  behandelt behandelte behandelten erledigt erledigte erledigten abgeschlossen abgeschlossene abgelehnt abgelehnte abgelehnten
  besprochen besprochene besprochenen hatten
`);
/** The usual list. */
export const openWords = words(
  'offen offene offenen alle aller top beliebte beliebteste beliebtesten wichtigste wichtigsten abstimmen abstimmung stimmen stimme wahl',
);

export const listingWords = words(
  'zeigen zeig zeige anzeigen liste auflisten uebersicht ansehen sehen oeffnen oeffne welche welches gibt gibts habe hab',
);

export const groupNouns = words(
  'usergroup usergruppe nutzergruppe anwendergruppe arbeitsgruppe gruppe group ag usergroups usergruppen arbeitsgruppen gruppen groups',
);

export const framingWords = words(`
  bitte mal doch einmal ich wir moechte moechten will wollen wuerde wuerden gern gerne kann kannst koennen koennt du sie mir uns
  eine einen einer ein der die das den dem von zu zum in fuer es wie vor an hallo guten tag hi danke und auch jetzt hier sind ist
  fuers ueber treffen treffens user usergroups groups gruppen community welchen welches hat aus nach des beim bei als wo darf duerfen mich
  stehen steht zur dran wurde wurden schon bereits vom
`);

export const demandNouns = words('bedarf bedarfe bedarfsliste');

/** "Ich möchte das Thema KI im Bauamt vorschlagen" */
export const proposedAtItsEnd: ReadonlySet<string> = new Set(
  words('vorschlagen vorzuschlagen einbringen einreichen anmelden wuenschen besprechen'),
);

/** At the end of a sentence that began as a proposal; no part of the topic. */
export const closingWords: ReadonlySet<string> = new Set([
  ...proposedAtItsEnd,
  ...words('vor ein bitte danke haben'),
]);
