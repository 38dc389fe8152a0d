/** Words people use, folded (small letters, ae for ä), one table for each thing they can mean. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));

/** Words around what is sought, at its beginning: "Gibt es Kommunen, die …", "Kennt jemand Erfahrungen mit …". */
export const leadingWords = words(`
  wer wen wem wessen wo was wie welche welcher welches welchen welchem wieviele
  kein keine keinen keiner keines s so sieht seinen seine ihren ihre gibts nen ne sowas hab haette haettet waere waeren kostet kosten teuer zustaendig ansprechpartner ansprechpartnerin kontakt
  frage fragen kurze laufen thema themen mein meine chef chefin unser unsere lust austausch erfahrungsbericht erfahrungsberichte
  praxisbeispiel praxisbeispiele best practice einsatz nutzung einfuehrung erstes ja nein ne meinte meine wegen wurde wurden hilfe
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
  aus wer am laufen bei uns wo kontakt vor dort hier ausser
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
  danke dankeschoen dir euch ihnen schnelle info sache rueckmeldung prompte wirklich vielen dank besten herzlichen lieben sehr thanks thank you super prima toll klasse top perfekt gut bestens
  okay ok alles klar passt hilft mir weiter das ist ja fuer die hilfe auskunft antwort bot schoen wunderbar
`);
/** One of these must be among the words of a thanks: "gut" alone is not enough to be sure, "ok" is. */
export const thanksCore = words(`
  danke dankeschoen dank thanks thank super prima toll klasse top perfekt bestens okay ok klar passt wunderbar
`);
export const insults = words(`
  arschloch arsch idiot idioten scheisse scheiss scheissding scheissbot fick ficken fuck fucking wichser hurensohn schlampe
  missgeburt vollidiot depp doof doofe doofer trottel bloedmann drecksding dreck dumm dumme dummer bloed bloede bloeder bescheuert
  nutzlos shit asshole stupid
`);
/** Words that may stand beside an insult without making it a question. */
export const insultFrames = words(`
  du bist ein eine so ist der die das bot dieser diese dieses voll total echt halt mal dich leck mich am sie sind mir hier alles
  you are the this what was fuer einen was soll
`);

/** Words of politeness around a command: "Zeig mir bitte weitere". */
export const politeWords = words(
  'bitte mal doch jetzt gern gerne zeig zeige zeigen mir einmal du sie die den',
);

export const farewells = words(
  'tschuess tschues ciao bye auf wiedersehen wiederhoeren bis bald dann morgen schoenen schoenes feierabend wochenende abend tag noch einen ein gute nacht',
);
export const farewellsCore = words(
  'tschuess tschues ciao bye wiedersehen wiederhoeren bald feierabend wochenende nacht',
);

/** Whole messages that say yes or no to nothing that was asked. */
export const yesOrNo = words('ja nein ne nee jo jep doch nicht egal weiss nicht genau richtig stimmt yes no');

/** "Wer hat keinen Chatbot?": nobody enters what they do not have. */
export const negations = words('kein keine keinen keiner keines');

/** Around a call for help: "Kannst du mir helfen?". */
export const helpFrames = words(
  'ich du sie mir uns kannst koennen koennt brauche brauchen bitte mal alles so was wie hilf helfen hilfe',
);

const command = (kind: CommandKind, text: string): readonly (readonly [string, CommandKind])[] =>
  text.split('|').map((phrase) => [phrase.trim(), kind]);

export type CommandKind =
  | 'help'
  | 'privacy'
  | 'my-data'
  | 'erase-my-data'
  | 'choose-commune'
  | 'everything'
  | 'figures'
  | 'identity'
  | 'more'
  | 'back'
  | 'widen';

/** Whole messages, without words of politeness, that are commands. */
export const commands: ReadonlyMap<string, CommandKind> = new Map([
  ...command(
    'help',
    'hilfe|help|was kannst|was kannst alles|wie funktioniert das|wie geht das|start|anfangen|beispiele',
  ),
  ...command(
    'identity',
    'wer bist|wer sind|was bist|bist eine ki|bist ein mensch|bist ein bot|bist ein roboter|wie heisst|wie geht es dir',
  ),
  ...command('identity', 'wie gehts|wer hat dich gemacht|sind ein mensch|sind eine ki'),
  ...command(
    'privacy',
    'datenschutz|datenschutzerklaerung|privacy|was speicherst|was speichern|welche daten speicherst|welche daten speichern',
  ),
  ...command(
    'my-data',
    'meine daten|auskunft|dsgvo|dsgvo auskunft|my data|was weisst ueber mich|was wissen ueber mich',
  ),
  ...command(
    'my-data',
    'welche daten hast ueber mich|was ist ueber mich gespeichert|was hast ueber mich gespeichert',
  ),
  ...command(
    'erase-my-data',
    'meine daten loeschen|loesche meine daten|loesch meine daten|daten loeschen|alles loeschen|loesch alles|loesche alles',
  ),
  ...command('erase-my-data', 'delete my data|mein profil loeschen|meine daten entfernen'),
  ...command(
    'figures',
    'kennzahlen|statistik|statistiken|ki kosten|kosten der ki|ki nutzung|nutzung der ki|rueckmeldungen|rueckmeldungen zu antworten',
  ),
  ...command('choose-commune', 'meine kommune|meine kommune aendern|kommune aendern|kommune waehlen'),
  ...command(
    'everything',
    'alle anwendungsfaelle|uebersicht|liste|was ist neu|was gibt es alles|was gibt es|anwendungsfaelle|wie viele anwendungsfaelle gibt es',
  ),
  ...command(
    'everything',
    'welche anwendungsfaelle gibt es|welche kommunen sind dabei|welche themen gibt es|was gibt es neues',
  ),
  ...command(
    'more',
    'weitere|weitere ergebnisse|mehr|mehr ergebnisse|mehr anzeigen|noch mehr|naechste|naechste seite|weiter|und weiter',
  ),
  ...command('more', 'more|gibt es noch mehr'),
  ...command('back', 'zurueck|vorherige|vorherige seite|back|vorige|vorige seite'),
  ...command(
    'widen',
    'alles|anzeigen|ohne filter|filter weg|filter entfernen|filter loeschen|filter zuruecksetzen|zuruecksetzen',
  ),
  ...command(
    'widen',
    'ohne einschraenkung|ohne einschraenkungen|ueberall|egal wo|kommunen|in allen kommunen',
  ),
  ...command('widen', 'in ganz suedwestfalen|suedwestfalen|suedwestfalenweit|alle'),
]);

/** "Meine Kommune ist Olpe", "Ich arbeite für Olpe": chosen on the card, where it can be checked. */
export const communeStatement = /^(?:meine kommune ist|ich arbeite (?:fuer|bei|in)|ich bin (?:aus|von)) /;
