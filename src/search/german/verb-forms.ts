import { fold } from './fold.ts';
import { stem } from './stem.ts';

/** What may stand before a verb, as stems have it; also nothing. */
const prefixes = `
ab an auf aus be bei dar durch ein ent er fest fort frei her heraus herein hin hinzu los mit nach teil uber um unter ver vor
voran voraus vorbei weg weiter wider wieder zer zu zuruck zusammen
`.split(/\s+/);

/** Verbs that change their vowel, each with what it becomes and the nouns made of it: what no rule about endings brings together. */
const families = `
beissen biss; bergen bargen borgen; biegen bogen; bieten boten bot; binden banden bunden bund band; bitten baten beten bitte;
bleiben blieben; brechen brachen brochen bricht bruch; brennen brannten brannt brand; bringen brachten bracht;
denken dachten dacht; empfangen empfingen empfang; empfehlen empfahlen empfohlen empfiehlt; entscheiden entschieden entscheid;
essen assen isst; fahren fuhren fahrt; fallen fielen fall; fangen fingen fang; finden fanden funden fund; fliegen flogen flug;
fliehen flohen flucht; fliessen flossen fluss; frieren froren frost; führen fuhr; gebären gebaren geboren geburt;
geben gaben gibt gabe; gehen gingen gangen gang; gelten galten golten gilt; geniessen genossen genuss;
gewinnen gewannen gewonnen gewinn; giessen gossen guss; gleichen glichen gleich; graben gruben; greifen griffen griff;
halten hielten halt; hängen hingen hang; heben hoben hub; helfen halfen holfen hilft hilfe; kennen kannten kannt kenntnis;
kommen kamen kommt; laden luden ladt; lassen liessen lass; laufen liefen lauf; leiden litten leid; leihen liehen leih;
lesen lasen liest; liegen lagen lag; meiden mieden; messen massen misst mass; nehmen nahmen nommen nimmt nahme;
nennen nannten nannt; raten rieten rat; reissen rissen riss; reiten ritten ritt; rufen riefen ruf; schaffen schufen;
scheiden schieden; scheinen schienen schein; schieben schoben schub; schiessen schossen schuss; schlafen schliefen schlaf;
schlagen schlugen schlag; schliessen schlossen schluss; schneiden schnitten schnitt; schreiben schrieben schrift;
schreiten schritten schritt; schwimmen schwammen schwommen; schwinden schwanden schwunden schwund; sehen sahen sieht sicht;
senden sandten sandt; singen sangen sungen; sinken sanken sunken; sitzen sassen sessen sitz;
sprechen sprachen sprochen spricht sprache; springen sprangen sprungen sprung; stehen standen stand;
stehlen stahlen stohlen diebstahl; steigen stiegen stieg; sterben starben storben stirbt; stossen stiessen stoss;
streichen strichen strich; streiten stritten streit; tragen trugen trag; treffen trafen troffen trifft; treiben trieben trieb;
treten traten tritt; trinken tranken trunken trunk; tun taten getan tat; verderben verdarben verdorben;
vergessen vergassen vergisst; verlieren verloren verlust; wachsen wuchsen wuchs; waschen wuschen; weisen wiesen weis;
wenden wandten wandt; werben warben worben wirbt; werfen warfen worfen wirft wurf; wiegen wogen wiegt gewicht;
ziehen zogen zug; zwingen zwangen zwungen zwang; bauen bau; betrügen betrogen betrug; kaufen kauf; pflegen pflege; wählen wahl
`
  .trim()
  .split(/;\s+/)
  .map((words) => words.split(' ').map((word) => stem(fold(word))));

/** Nouns that look like participles. */
const nouns = new Set(
  'gebet gebiet gefahr gefall gehalt gemeind gericht geschaft geschicht gesetz gesicht gewalt gewicht'.split(
    ' ',
  ),
);

const familiesByRoot = new Map<string, string[]>();
for (const family of families) {
  for (const root of new Set(family)) {
    familiesByRoot.set(root, [...(familiesByRoot.get(root) ?? []), ...family]);
  }
}

const infixes = ['', 'ge', 'zu'];
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
    for (const root of rootsOf(term.slice(prefix.length), prefix)) {
      for (const related of familiesByRoot.get(root) ?? [root]) {
        addForms(forms, prefix, related);
      }
    }
  }
  for (const noun of [term, ...nouns]) {
    forms.delete(noun);
  }
  return forms;
}

/** What may be left without the "ge" and "t" of "angemeldet" and the "zu" of "anzumelden". */
function rootsOf(word: string, prefix: string): readonly string[] {
  const roots: string[] = [];
  for (const infix of infixes.filter((each) => word.startsWith(each) && (each !== 'zu' || prefix !== ''))) {
    const rest = word.slice(infix.length);
    const ended = ['', 't', 'et'].filter((ending) => rest.endsWith(ending));
    for (const root of ended.map((ending) => rest.slice(0, rest.length - ending.length))) {
      const isRoot = familiesByRoot.has(root) || root.length >= shortestRoot;
      if (isRoot && (root === rest || `${root}${endingOf(root)}` === rest)) {
        roots.push(root);
      }
    }
  }
  return roots;
}

function addForms(forms: Set<string>, prefix: string, root: string): void {
  for (const ended of [root, `${root}${endingOf(root)}`]) {
    forms.add(`${prefix}${ended}`);
    forms.add(`${prefix}ge${ended}`);
  }
  if (prefix !== '') {
    forms.add(`${prefix}zu${root}`);
  }
}

/** "druckt" but "arbeitet", "rechnet", "atmet". */
function endingOf(root: string): 't' | 'et' {
  return /([dt]|[^aeiouhlmnr][mn]|ch[mn])$/.test(root) ? 'et' : 't';
}
