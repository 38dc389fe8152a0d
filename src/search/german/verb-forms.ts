import { fold } from './fold.ts';
import { stem } from './stem.ts';

/** What may stand before a verb, as stems have it; also nothing. */
const prefixes = `
ab an auf aus be bei dar durch ein ent er fest fort frei her heraus herein hin hinzu los mit nach teil uber um unter ver vor
voran voraus vorbei weg weiter wider wieder zer zu zuruck zusammen
`.split(/\s+/);

/**
 * Verbs that change their vowel, each with what it becomes and the nouns made of it: what no rule about endings brings together. A plus
 * marks what "ge" goes before.
 */
const families = `
beissen +bissen biss; bergen bargen +borgen; biegen +bogen; bieten +boten; binden banden +bunden; bitten baten +beten;
bleiben +blieben; brechen brachen +brochen bricht bruch; brennen +brannten brannt brand; bringen brachten +bracht;
denken dachten +dacht; empfangen empfingen empfang; empfehlen empfahlen empfohlen empfiehlt; entscheiden entschieden entscheid;
essen assen isst; +fahren fuhren fahrt; +fallen fielen fall; +fangen fingen fang; finden fanden +funden fund; fliegen +flogen flug;
fliehen +flohen flucht; fliessen +flossen fluss; frieren +froren frost; gebären gebaren geboren geburt;
+geben gaben gibt gabe; gehen gingen +gangen gang; gelten galten +golten gilt; geniessen genossen genuss;
gewinnen gewannen gewonnen gewinn; giessen +gossen guss; gleichen +glichen; +graben gruben; greifen +griffen griff;
+halten hielten halt; hängen hingen hang; heben +hoben hub; helfen halfen +holfen hilft hilfe; kennen kannten +kannt kenntnis;
+kommen kamen kommt; +laden luden ladt; +lassen liessen lass; +laufen liefen lauf; leiden +litten leid; leihen +liehen leih;
+lesen lasen liest; liegen lagen +legen lag; meiden +mieden; +messen massen misst mass; nehmen nahmen +nommen nimmt nahme;
nennen nannten +nannt; +raten rieten rat; reissen +rissen riss; reiten +ritten ritt; +rufen riefen ruf; +schaffen schufen;
scheiden +schieden; scheinen +schienen schein; schieben +schoben schub; schiessen +schossen schuss; +schlafen schliefen schlaf;
+schlagen schlugen schlag; schliessen +schlossen schluss; schneiden +schnitten schnitt; schreiben +schrieben schrift;
schreiten +schritten schritt; schwimmen schwammen +schwommen; schwinden schwanden +schwunden schwund; +sehen sahen sieht sicht;
senden sandten +sandt; singen sangen +sungen; sinken sanken +sunken; sitzen sassen +sessen sitz;
sprechen sprachen +sprochen spricht sprache; springen sprangen +sprungen sprung; stehen standen +standen stand;
stehlen stahlen +stohlen diebstahl; steigen +stiegen stieg; sterben starben +storben stirbt; +stossen stiessen stoss;
streichen +strichen strich; streiten +stritten streit; +tragen trugen trag; treffen trafen +troffen trifft; treiben +trieben trieb;
+treten traten tritt; trinken tranken +trunken trunk; verderben verdarben verdorben; vergessen vergassen vergisst;
verlieren verloren verlust; +wachsen wuchsen wuchs; +waschen wuschen; weisen +wiesen weis; wenden wandten +wandt;
werben warben +worben wirbt; werfen warfen +worfen wirft wurf; wiegen +wogen wiegt; ziehen +zogen zug; zwingen zwangen +zwungen zwang;
betrügen betrogen betrug; wählen wahl
`
  .trim()
  .split(/;\s+/)
  .map((words) => words.split(' ').map(toRoot));

interface Root {
  readonly stem: string;
  readonly participle: boolean;
}

function toRoot(word: string): Root {
  return { stem: stem(fold(word.replace('+', ''))), participle: word.startsWith('+') };
}

/** Nouns that look like forms of another word. */
const nouns = new Set(
  'bot gebet gebiet gebot gefahr gefall gehalt gemeind gerat gericht geschaft geschicht gesetz gesicht gewalt gewicht rat'.split(
    ' ',
  ),
);

const familiesByRoot = new Map<string, readonly Root[]>();
for (const family of families) {
  for (const { stem: root } of family) {
    familiesByRoot.set(root, [...(familiesByRoot.get(root) ?? []), ...family]);
  }
}

const shortestRoot = 4;

/**
 * Stems that are forms of the same verb as the given one, or nouns made of it: "umzieh", "umgezog" and "umzug", "druck" and
 * "gedruckt". Many of them are no German; whoever knows the words of the documents takes those that occur.
 */
export function verbFormsOf(term: string): ReadonlySet<string> {
  const forms = new Set<string>();
  if (nouns.has(term)) {
    return forms;
  }
  for (const prefix of prefixes.filter((each) => term.startsWith(each))) {
    addIrregular(forms, prefix, term.slice(prefix.length));
    addRegular(forms, prefix, term.slice(prefix.length));
  }
  for (const noun of [term, ...nouns]) {
    forms.delete(noun);
  }
  return forms;
}

/** "zog", "gezog" and "zuzieh" lead to every word of their family. */
function addIrregular(forms: Set<string>, prefix: string, word: string): void {
  const led = [
    familiesByRoot.get(word),
    word.startsWith('ge') ? participlesOf(word.slice(2)) : undefined,
    word.startsWith('zu') && prefix !== '' ? familiesByRoot.get(word.slice(2)) : undefined,
  ];
  for (const { stem: root, participle } of led.flatMap((family) => family ?? [])) {
    forms.add(`${prefix}${root}`);
    if (participle) {
      forms.add(`${prefix}ge${root}`);
    }
    if (prefix !== '') {
      forms.add(`${prefix}zu${root}`);
    }
  }
}

function participlesOf(root: string): readonly Root[] | undefined {
  const family = familiesByRoot.get(root);
  return family?.some((each) => each.participle && each.stem === root) === true ? family : undefined;
}

/** From "druckt", "gedruckt" and "anzumeld" to "druck" and "anmeld", and from these to the others. */
function addRegular(forms: Set<string>, prefix: string, word: string): void {
  const ended = [word, word.startsWith('ge') ? word.slice(2) : undefined].filter(
    (each) => each !== undefined,
  );
  for (const bare of ended.flatMap(withoutEnding)) {
    forms.add(`${prefix}${bare}`);
  }
  if (word.startsWith('zu') && prefix !== '' && word.length >= shortestRoot + 2) {
    forms.add(`${prefix}${word.slice(2)}`);
  }
  if (word.length >= shortestRoot) {
    forms.add(`${prefix}${word}${endingOf(word)}`);
    forms.add(`${prefix}ge${word}${endingOf(word)}`);
    if (prefix !== '') {
      forms.add(`${prefix}zu${word}`);
    }
  }
}

function withoutEnding(word: string): readonly string[] {
  const roots = ['t', 'et']
    .filter((ending) => word.endsWith(ending))
    .map((ending) => word.slice(0, -ending.length));
  return roots.filter((root) => root.length >= shortestRoot && `${root}${endingOf(root)}` === word);
}

/** "druckt" but "arbeitet", "rechnet", "atmet". */
function endingOf(root: string): 't' | 'et' {
  return /([dt]|[^aeiouhlmnr][mn]|ch[mn])$/.test(root) ? 'et' : 't';
}
