/** Words around what the bot sends on its own, folded. A message is a command about it only when it has no other words. */

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** "Benachrichtigungen", "Meine Abos" */
export const subscriptionNouns = words(`
  benachrichtigung benachrichtigungen benachrichtigungseinstellung benachrichtigungseinstellungen
  abo abos abonnement abonnements notification notifications
`);
/** Too close to other words for errors to be forgiven: "Einteilung". */
export const exactNouns = words('mitteilung mitteilungen');

/** Whoever organises stops the sending of one; whoever gets them ends them all. */
export const oneAnnouncement = words('ankuendigung rundschreiben rundnachricht announcement');

export const quietNouns = words('ruhezeit ruhezeiten ruhestunden');

/** Said with "keine" and "mehr", and not of themselves: "Nachrichten" is what everybody asks about. */
export const messageNouns = words('nachricht nachrichten meldung meldungen post');
export const writingWords = words(`
  schreib schreibe schreiben schreibst schick schicke schicken schickst senden sende sendest
  benachrichtige benachrichtigen benachrichtigst melde melden
`);

/** "Benachrichtigungen für Treffen": what some of them are about. */
export const subjectWords = words(`
  treffen thema themen anwendungsfall anwendungsfaelle anwendungsfaellen ueberblick ankuendigung ankuendigungen
  usergroup usergroups arbeitsgruppen user group groups
`);

/** "Benachrichtigungen einstellen" may mean to end them: the card can do both. */
export const settingWords = words(`
  einstellen einzustellen einstellung einstellungen aendern anpassen anzupassen festlegen verwalten waehlen auswaehlen
  zeigen zeig zeige anzeigen uebersicht liste meine meinen meiner mein alle alles bekommen erhalten empfangen haben
  einrichten sehen oeffnen schalte schalt stelle stell settings show my
`);
export const turningOnWords = words('an ein einschalten anschalten aktivieren wieder on');

export const framingWords = words(`
  bitte mal einmal ich wir moechte moechten will wollen wuerde wuerden gern gerne kannst koennen koennt koennte du sie mir mich uns
  eine einen einer eines der die das den dem diese dieser diesen es zu was in von vom auf fuer hier jetzt sofort
  hallo guten tag hi danke auch ueber zum zur im und deine deinen ihre ihren dir ihnen bot the a please me
`);

/** Whoever asks how it is done, or why nothing comes, gets the card. */
export const askingWords = words(
  'wie wo kann man geht welche gibt gibts how warum wieso weshalb bekomme erhalte',
);

/** What follows does something at once and is understood without errors alone: "anstellen" is one letter from "abstellen". */
export const stoppingWords = words('stop stopp stoppen stoppe aufhoeren');
export const unsubscribingWords = words('abbestellen abbestelle abmelden unsubscribe');
/** Said of some of them, too: "Ankündigungen ausschalten". */
export const silencingWords = words(
  'ausschalten abschalten ausstellen abstellen deaktivieren stumm stummschalten',
);
export const endingWords = words(`
  aus ab off weg beenden beende kuendigen kuendige loeschen loswerden
`);
export const negatingWords = words('keine keinen kein nichts nicht nie no');
export const furtherWords = words('mehr more');

/** Whole messages that say the same in other words, without those of politeness. */
export const stoppingPhrases: ReadonlySet<string> = new Set([
  'hoer auf',
  'hoert auf',
  'hoeren auf',
  'lass mich in ruhe',
  'lassen mich in ruhe',
  'melde mich ab',
  'meld mich ab',
  'melden mich ab',
  'ich melde mich ab',
]);

/** Whole messages that ask what somebody follows, without the words of politeness. */
export const followedPhrases: ReadonlySet<string> = new Set([
  'meine benachrichtigungen',
  'meine benachrichtigung',
  'alle meine benachrichtigungen',
  'meine benachrichtigungen anzeigen',
  'was verfolge ich',
  'was ich verfolge',
  'was habe ich abonniert',
  'gemerkte fragen',
  'meine gemerkten fragen',
]);
