import { isPlainWord } from '../../../search/german/plain-words.ts';
import { isStopWord } from '../../../search/german/stop-words.ts';
import type { Word } from './read-words.ts';

/** What the sources say, folded: the words in their order between blanks, and their stems. */
interface Said {
  readonly words: string;
  readonly stems: ReadonlySet<string>;
}

/** Names of towns, countries and makers that German writes with a capital letter, and a model that wants to pass does not. */
const names = new Set(
  `aachen augsburg berlin bielefeld bochum bonn bottrop braunschweig bremen bremerhaven chemnitz darmstadt dortmund dresden duesseldorf
  duisburg erfurt erlangen frankfurt freiburg gelsenkirchen giessen goettingen guetersloh hamburg hamm hannover heidelberg heilbronn herne
  hildesheim ingolstadt jena karlsruhe kassel kiel koblenz koeln krefeld leipzig leverkusen ludwigshafen luebeck magdeburg mainz mannheim
  moenchengladbach muelheim muenchen muenster neuss nuernberg oberhausen offenbach oldenburg osnabrueck paderborn pforzheim potsdam
  recklinghausen regensburg remscheid reutlingen rostock saarbruecken salzgitter solingen stuttgart trier ulm unna wiesbaden witten wolfsburg
  wuerzburg wuppertal zwickau zuerich wien paris london deutschland oesterreich schweiz europa bayern hessen sachsen thueringen niedersachsen
  westfalen rheinland sauerland siegerland bund
  adobe aleph amazon anthropic apple aws azure bard bing chatgpt claude copilot dall deepl deepseek facebook gemini google gpt grok huggingface
  ibm instagram llama meta microsoft midjourney mistral nvidia openai oracle perplexity salesforce sap slack telegram tiktok watson whatsapp
  siemens telekom vodafone youtube zoom`
    .trim()
    .split(/\s+/),
);
/** Endings of German place names that no verb or adjective has. */
const place =
  /(?:stadt|stedt|burg|berg|dorf|hausen|kirchen|feld|scheid|haven|furt|bruecken?|muenster|wald|tal|bach|hagen)s?$/;
/** Endings of German nouns that nothing else has. */
const noun = /.(?:ung|ungen|heit|keit|schaft|taet|tion|tionen|ismus|gmbh)$/;
/** Behind these stands a name. */
const title = /^(?:frau|herrn?|dr|prof|firma|fa)$/;
const preposition = /^(?:in|aus|nach|von|bei|mit)$/;
const adverb =
  /^(?:etwa|fast|heute|hause|hand|knapp|morgens|mittags|abends|nachts|oben|unten|anfang|rund|taeglich|jaehrlich|monatlich|woechentlich|wenig(?:en|er)?|mehr(?:eren)?|bisher|bislang|neu|neuem|gut|ganz|weniger|vorn|vornherein|aussen|innen|links|rechts)$/;
const endsLikeAdjective = /(?:e[mnrs]?)$/;

/** Whether a word in small letters names something that the sources do not have: "auch köln", "von openai", "in musterstadt". */
export function hasHiddenName(words: readonly Word[], said: Said): boolean {
  return words.some((word, index) => {
    const { folded } = word;
    if (isOwn(word) || !/^\p{Ll}/u.test(word.raw) || said.stems.has(word.stem)) {
      return false;
    }
    const before = words[index - 1]?.folded ?? '';
    return (
      names.has(folded) ||
      names.has(folded.replace(/s$/, '')) ||
      (folded.length > 6 && place.test(folded)) ||
      noun.test(folded) ||
      title.test(before) ||
      (preposition.test(before) && !leadsToName(words.slice(index)))
    );
  });
}

function isOwn({ folded }: Word): boolean {
  return isStopWord(folded) || isPlainWord(folded, true);
}

/** "in (vielen kleinen) Kommunen", "mit (rund) 20": behind a preposition. */
function leadsToName(words: readonly Word[]): boolean {
  for (const word of words) {
    if (/^[\p{Lu}\p{N}]/u.test(word.raw)) {
      return true;
    }
    if (adverb.test(word.folded)) {
      return true;
    }
    if (!isOwn(word) && !endsLikeAdjective.test(word.folded)) {
      return false;
    }
  }
  return false;
}

/** Words of other languages that are none of German's. */
const foreign =
  /^(?:the|and|is|are|of|with|for|this|that|uses|used|from|which|has|have|been|their|they|it|to|not|your|you|le|les|et|est|une|dans|avec|pour|que|qui|el|los|las|una|por|para|della|che|sono|het|een|niet|voor|ile|icin|jest|nie|oraz)$/;

/** Whether this is some other language than German, as far as its words are no names. */
export function isForeign(words: readonly Word[], said: Said): boolean {
  const known = words.filter((word) => isOwn(word) || said.stems.has(word.stem) || /^\d/.test(word.folded));
  const strange = words.some(
    ({ raw, folded }) => /^\p{Ll}/u.test(raw) && foreign.test(folded) && !said.words.includes(` ${folded} `),
  );
  return strange || (words.length >= 4 && known.length * 5 <= words.length * 2);
}

/** Times that depend on when something is read. */
const relative =
  / (?:gestern|vorgestern|heute|morgen|heuer|kuerzlich|neulich|juengst|neuerdings) | seit (?:kurze[mr]|lange[mr]|laengere[mr]|jahren|monaten|wochen|tagen|jahrzehnten|ewigkeiten) | (?:letzte|vergangene|vorige|diese|naechste|kommende)[mnrs]? (?:jahre?s?|monate?s?|wochen?|quartals?|jahrzehnts?|sommers?|winters?|fruehjahrs?|herbst(?:es)?) | (?:seit|vor) (?:\S+ ){1,3}(?:jahr|jahren?|monat|monaten?|wochen?|tagen?) /g;
/** Amounts, ranks and judgements that look like words of every day. */
const exact =
  /^(?:halb(?:e[mnrs]?|iert[a-z]*|ieren)?|haelfte|doppelt[a-z]*|dreifach[a-z]*|ver(?:doppel|dreifach|vierfach|zehnfach)[a-z]*|drittel|viertel|(?:zweit|dritt|viert|fuenft|sechst|siebt|acht|neunt|zehnt|elft|zwoelft|[a-z]+zehnt|[a-z]+zigst|hundertst)(?:e[mnrs]?|ens)|einzig[a-z]*|ausschliesslich|(?:bundes|landes|deutschland|europa|welt)weit[a-z]*|flaechendeckend[a-z]*|ueberall|nirgends|niemand|kostenlos[a-z]*|kostenfrei[a-z]*|gratis|unentgeltlich[a-z]*|datenschutzkonform[a-z]*|rechtssicher[a-z]*|zertifiziert[a-z]*|barrierefrei[a-z]*|fehlerfrei[a-z]*|selten[a-z]*|kaum|verweiger[a-z]*|verzichte[nt]|fehl(?:t|en|te|ten)|falsch[a-z]*|gefaehrlich[a-z]*|verklag[a-z]*|illegal[a-z]*|rechtswidrig[a-z]*|unsicher[a-z]*|komma|null|eins|verpflichtend[a-z]*|verboten[a-z]*|preisgekroent[a-z]*)$/;
/** Said of communes in general. */
const everybody =
  / (?:alle[nr]?|saemtliche[nr]?|jede[mnrs]?|keine[mnrs]?|(?:die )?meisten|zahlreiche[nr]?|unzaehlige[nr]?|etliche[nr]?|viele[nr]?|nur) (?:\S+ )?(?:kommunen?|staedten?|stadt|gemeinden?|kreisen?|landkreisen?|verwaltungen?) /g;

/** Whether it says a time, an amount or something of everybody that the sources do not say in the same words. */
export function overstates(words: readonly Word[], folded: string, said: Said): boolean {
  const phrases = [...folded.matchAll(relative), ...folded.matchAll(everybody)].map(([phrase]) => phrase);
  return (
    phrases.some((phrase) => !said.words.includes(phrase)) ||
    words.some((word) => exact.test(word.folded) && !said.stems.has(word.stem))
  );
}
