/** Words people use, folded (small letters, ae for ä), one table for each thing they can mean. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));

/** Words around what is sought, at its beginning: "Gibt es Kommunen, die …", "Kennt jemand Erfahrungen mit …". */
export const leadingWords = words(`
  wer wen wem wessen wo was wie welche welcher welches welchen welchem wieviele
  etwas was viel viele wieviel nur infos informationen info schreibt tun tut los
  macht machen nutzt nutzen benutzt verwendet verwenden hat haben habt setzt setzen arbeitet arbeiten betreibt betreiben bietet
  bieten kennt kennen kenne weiss wissen gibt gab es ist sind war laeuft laufen kann koennen koennt koennte hatte hatten
  schon bereits denn eigentlich auch da dort hier noch mal einmal gerade aktuell derzeit inzwischen zufaellig vielleicht
  jemand jemanden jemandem irgendjemand irgendwer irgendwo einer eine einen einem eines ein der die das den dem des
  andere anderen anderer anderes sonst alles alle
  kommune kommunen stadt staedte staedten gemeinde gemeinden verwaltung verwaltungen rathaus rathaeuser behoerde behoerden
  kollegen kolleginnen kollege kollegin leute
  erfahrung erfahrungen beispiel beispiele anwendungsfall anwendungsfaelle loesung loesungen projekt projekte ansaetze
  mit zu zum zur ueber fuer von vom bei beim im in um rund an auf zur
  ich wir ihr sie mir uns euch ihnen suche suchen sucht moechte moechten will wollen wuerde wuerden interessiere interessieren mich
  zeig zeige zeigen zeigt such finde finden bitte sag sagen nenne nennen hallo hi hey moin guten tag morgen abend servus
  liebe lieber community zusammen und oder aber dass ob sich davon dazu damit
  who which what where does do did is are there any anyone anybody someone has have having uses use using used already other
  municipality municipalities town towns city cities commune communes the a an for with about of that know knows experience
  experiences please show me tell find
`);

/** Words behind what is sought: "… im Einsatz?", "… schon gemacht?", "… gibt es?". */
export const trailingWords = words(`
  schon bereits jemand denn eigentlich bitte danke auch noch mal einmal so etwas derzeit aktuell gerade heute inzwischen
  gemacht eingesetzt genutzt benutzt verwendet umgesetzt eingefuehrt ausprobiert
  gibt es hat haben habt macht machen nutzt nutzen einsetzt einsetzen verwendet verwenden kennt kennen ist sind
  erfahrung erfahrungen gesammelt in im mit fuer von zu bei an ueber um auf und oder aber die der das den dem
  already please thanks anyone
`);

/** "setzt … ein", "führt … ein": the separated end of the verb belongs to no thing sought. */
export const separableVerbs = words('setzt setzen fuehrt fuehren bietet bieten');

/** Words that stand for the thing of the question before: "Macht das schon jemand außer Menden?". */
export const pronouns = words('das dies dieses sowas dazu davon damit this that it');

/** Words beside filters in a message that only narrows: "und jetzt nur noch …". */
export const narrowingWords = words(
  'nur und oder auch noch jetzt bitte aber dann lieber only and in im bei aus die der davon',
);

export const greetings = words(`
  hallo hi hey moin servus tach gruess gott guten tag morgen abend mahlzeit hello good morning liebe zusammen bot ki community na
`);
/** One of these must be among the words of a greeting. */
export const greetingsCore = words('hallo hi hey moin servus tach gruess guten mahlzeit hello good na');
export const thanks = words(`
  danke dankeschoen vielen dank besten herzlichen lieben sehr thanks thank you super prima toll klasse top perfekt gut bestens
  okay ok alles klar passt hilft mir weiter das ist ja fuer die hilfe auskunft antwort bot schoen wunderbar
`);
/** One of these must be among the words of a thanks: "gut" alone is not enough to be sure, "ok" is. */
export const thanksCore = words(`
  danke dankeschoen dank thanks thank super prima toll klasse top perfekt bestens okay ok klar passt wunderbar
`);
export const insults = words(`
  arschloch arsch idiot idioten scheisse scheiss scheissding scheissbot fick ficken fuck fucking wichser hurensohn schlampe
  missgeburt vollidiot depp doof doofe doofer trottel bloedmann drecksding dreck dumm dumme dummer bloed bloede bloeder bescheuert muell schrott
  nutzlos shit asshole stupid
`);
/** Words that may stand beside an insult without making it a question. */
export const insultFrames = words(`
  du bist ein eine so ist der die das bot dieser diese dieses voll total echt halt mal dich leck mich am sie sind mir hier alles
  you are the this what was fuer einen was soll
`);

export const commands: ReadonlyMap<
  string,
  'help' | 'privacy' | 'my-data' | 'erase-my-data' | 'choose-commune'
> = new Map([
  ['hilfe', 'help'],
  ['help', 'help'],
  ['was kannst du', 'help'],
  ['was koennen sie', 'help'],
  ['wie funktioniert das', 'help'],
  ['wie geht das', 'help'],
  ['wer bist du', 'help'],
  ['wer sind sie', 'help'],
  ['start', 'help'],
  ['anfangen', 'help'],
  ['datenschutz', 'privacy'],
  ['datenschutzerklaerung', 'privacy'],
  ['privacy', 'privacy'],
  ['was speicherst du', 'privacy'],
  ['was speichern sie', 'privacy'],
  ['meine daten', 'my-data'],
  ['auskunft', 'my-data'],
  ['my data', 'my-data'],
  ['meine daten loeschen', 'erase-my-data'],
  ['loesche meine daten', 'erase-my-data'],
  ['daten loeschen', 'erase-my-data'],
  ['delete my data', 'erase-my-data'],
  ['meine kommune', 'choose-commune'],
  ['meine kommune aendern', 'choose-commune'],
  ['kommune aendern', 'choose-commune'],
  ['kommune waehlen', 'choose-commune'],
]);

export const moreWords = new Set([
  'weitere',
  'weitere ergebnisse',
  'mehr',
  'mehr ergebnisse',
  'mehr anzeigen',
  'zeig mehr',
  'noch mehr',
  'naechste',
  'naechste seite',
  'weiter',
  'und weiter',
  'more',
  'gibt es noch mehr',
]);

export const backWords = new Set([
  'zurueck',
  'vorherige',
  'vorherige seite',
  'back',
  'vorige',
  'vorige seite',
]);

/** Everything that takes all filters away. */
export const widenWords = new Set([
  'alle',
  'alles',
  'alle anzeigen',
  'alle zeigen',
  'ohne filter',
  'filter weg',
  'filter entfernen',
  'filter loeschen',
  'ohne einschraenkung',
  'ohne einschraenkungen',
  'ueberall',
  'egal wo',
  'alle kommunen',
  'in allen kommunen',
  'in ganz suedwestfalen',
  'suedwestfalen',
  'suedwestfalenweit',
]);
