import { Chance } from '../chance.ts';
import { advice, areas, effects, problems, ways } from '../phrases.ts';
import { topics } from '../topics.ts';

const starts = `b bl br d dr f fl fr g gl gr h j k kl kn kr l m n p pf pl pr r s sch schl schm schn schr schw sp spr st str t tr w z zw`;
const middles = `a e i o u a e i o ä ö ü au ei ie eu`;
const ends = `b ch chs ck d f ft g hl k l ld lf ll lm lt m mm n nd ng nk nn p pf r rb rd rf rg rk rm rn rt s ss st t tt tz`;
const links = ['', '', 's', 'en', 'n', 'er'];
const nounEndings = ['', '', '', '', 'en', 'e', 's', 'er', 'es'];
const verbEndings = ['en', 'en', 't', 'te', 'end', 'ung'];
const adjectiveEndings = ['ige', 'igen', 'iger', 'lich', 'liche', 'lichen'];

/** Words that say nothing, roughly by how often they come. */
const functionWords =
  `der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach ` +
  `wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde wenn`;

const rootCount = 9_000;
/**
 * Of Zipf's law as B. Mandelbrot has it: a word's share is (rank + flattening) ** -exponent. With these numbers 2.5 million words
 * are about 130,000 distinct ones and 80,000 words 12,000, much as in German texts.
 */
const flattening = 40;
const exponent = 1.4;
const lexemes = 1_000_000;

interface Lexeme {
  readonly stem: string;
  readonly endings: readonly string[];
}

/**
 * German words as far as an index can tell: common ones from the field, then made-up roots, most of the rare ones compounds of
 * them, all with endings; how often each comes follows Zipf's law. The same seed gives the same words.
 */
export class MadeUpWords {
  readonly #chance: Chance;
  readonly #known = fieldWords();
  readonly #roots = makeRoots();
  readonly #lexemes = new Map<number, Lexeme>();
  readonly #functionWords = functionWords.split(' ');

  constructor(seed: number) {
    this.#chance = new Chance(seed);
  }

  /** A word of a running text. */
  next(): string {
    return this.#chance.happens(0.42)
      ? (this.#functionWords[Math.floor(this.#functionWords.length ** this.#chance.next()) - 1] ?? 'und')
      : this.nextContentWord();
  }

  nextContentWord(): string {
    const { stem, endings } = this.#lexeme(this.#rank());
    return stem + this.#chance.pick(endings);
  }

  /** A compound of roots that the texts have, which need not itself be in them. */
  nextCompound(): string {
    const compound = this.#compound(this.#chance);
    return this.#chance.happens(0.5) ? compound : compound + this.#chance.pick(nounEndings);
  }

  /** The inverse of the distribution function of a bounded Pareto distribution. */
  #rank(): number {
    const power = 1 - exponent;
    const [low, high] = [flattening ** power, (flattening + lexemes) ** power];
    return Math.floor((low + this.#chance.next() * (high - low)) ** (1 / power)) - flattening;
  }

  #lexeme(rank: number): Lexeme {
    let lexeme = this.#lexemes.get(rank);
    if (lexeme === undefined) {
      lexeme = this.#makeLexeme(rank);
      this.#lexemes.set(rank, lexeme);
    }
    return lexeme;
  }

  #makeLexeme(rank: number): Lexeme {
    const known = this.#known[rank];
    if (known !== undefined) {
      return { stem: known, endings: [''] };
    }
    const chance = new Chance(rank + 1);
    const root = this.#roots[rank - this.#known.length];
    const kind = chance.next();
    if (kind < 0.15) {
      return { stem: root ?? this.#pickRoot(chance), endings: verbEndings };
    }
    if (kind < 0.3) {
      return { stem: root ?? this.#pickRoot(chance), endings: adjectiveEndings };
    }
    return { stem: capitalised(root ?? this.#compound(chance)), endings: nounEndings };
  }

  #compound(chance: Chance): string {
    const parts = [this.#pickRoot(chance), chance.pick(links), this.#pickRoot(chance)];
    return chance.happens(0.1)
      ? [...parts, chance.pick(links), this.#pickRoot(chance)].join('')
      : parts.join('');
  }

  /** Common roots are in more compounds. */
  #pickRoot(chance: Chance): string {
    return this.#roots[Math.floor(rootCount * chance.next() ** 3)] ?? '';
  }
}

export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function fieldWords(): string[] {
  const phrases = [advice, areas, effects, problems, ways].flat();
  const names = topics.map(({ title, does, asked }) => [title, does, ...asked].join(' '));
  const words = [...names, ...phrases].join(' ').match(/\p{L}{5,}/gu) ?? [];
  return [...new Chance(5).pickSome(words, new Set(words).size)];
}

function makeRoots(): string[] {
  const chance = new Chance(4);
  const [first, middle, last] = [starts.split(' '), middles.split(' '), ends.split(' ')];
  const syllable = (): string => chance.pick(first) + chance.pick(middle) + chance.pick(last);
  const roots = new Set<string>();
  while (roots.size < rootCount) {
    roots.add(chance.happens(0.6) ? syllable() : `${chance.pick(first)}${chance.pick(middle)}${syllable()}`);
  }
  return [...roots];
}
