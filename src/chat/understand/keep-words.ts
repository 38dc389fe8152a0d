/** How people ask to be told about something, folded; what follows is what they want to be told about. */

const polite = '(?:hallo|hi|bitte|gern|gerne|du|ki|bot|also|und|dann|doch)';
const asking =
  '(?:(?:kannst|koenntest) du|(?:koennen|koennten) sie|(?:ich|wir) (?:moechten?|will|wollen|wuerden?|haette))';
const who = '(?:mir|mich|uns)';
const more = '(?:bitte|doch|einfach|dann|mal|gern|gerne|sofort|auch|direkt)';

/** "Sag mir Bescheid", "Benachrichtigen Sie mich", "Kannst du mich informieren". */
const telling = [
  `(?:sage?|sagen|gib|gebe|geben)(?: sie)? (?:${who} )?(?:${more} )*bescheid`,
  `${who} (?:${more} )*bescheid (?:sagen|geben)`,
  `bescheid (?:${more} )*(?:sagen|geben|wissen|bekommen)`,
  `(?:benachrichtige|benachrichtigen|benachrichtig|informiere|informieren|informier)(?: sie)? (?:mich|uns)`,
  `(?:mich|uns) (?:${more} )*(?:benachrichtigen|informieren|melden)`,
  `(?:melde?|melden) (?:dich|sie sich)(?: bei (?:mir|uns))?`,
  `(?:schreibe?|schreiben)(?: sie)? (?:mir|uns)(?: eine nachricht)?`,
  `(?:benachrichtigt|informiert) werden`,
  `notify me|let me know`,
].join('|');

const start = `^(?:(?:${polite}|${asking}) )*(?:${telling})(?: ${more})*`;

const clause = '(?:wenn|sobald|falls|when|if|as soon as)';

/** With what follows: "…, sobald jemand", "… über". The word alone is what people look for as well: "Bescheid zu Bauanträgen". */
export const keepRequest = new RegExp(
  `(?:${start} (?:${clause}|ueber|zu|zum|zur|about)|^bescheid ${clause})(?: (?:es|neues|etwas|was|neue))*(?= )`,
);

/** Nothing follows: the question before is meant. */
export const bareKeepRequest = new RegExp(`${start}(?: (?:dazu|darueber|hierzu|hierueber))?$`);

/** How a clause ends whose thing is sought: "… einführt", "… eingetragen hat". */
export const clauseEndings: ReadonlySet<string> = new Set(
  `einfuehrt einfuehren einsetzt einsetzen anfaengt anfangen beginnt startet ausprobiert umsetzt umsetzen
  macht machen nutzt nutzen verwendet hat haben gibt ist wird werden kommt dazukommt hinzukommt auftaucht anbietet betreibt
  eintraegt eintragen eingetragen eingefuehrt umgesetzt genutzt eingesetzt gemacht
  neues neue etwas dazu arbeitet loslegt passiert tut`.split(/\s+/),
);
