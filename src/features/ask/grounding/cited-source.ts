import { readNumbers } from './figures.ts';
import { toPassages } from './passages.ts';
import type { Passage } from './passages.ts';

export { readNumbers };

/** What a text says, as far as something can be proven by it. */
export interface Said {
  /** Folded words, in their order, between blanks. */
  readonly words: string;
  readonly stems: ReadonlySet<string>;
  /** As `readNumbers` reads them, and those in words. */
  readonly numbers: ReadonlySet<string>;
  readonly passages: readonly Passage[];
}

/** What a composed answer may say of one record: what stands in the text that the model was given, and nothing else. */
export interface CitedSource extends Said {
  /** Without sentences that read like orders to a model: whoever obeyed them would be proven by them. */
  readonly withoutOrders: Said;
}

/** It is read when somebody cites it: most are not. */
export function toCitedSource(text: string): CitedSource {
  return new LateSource(() => toPassages(text));
}

class LateSource implements CitedSource {
  readonly #read: () => readonly Passage[];
  #passages: readonly Passage[] | undefined;
  #words: string | undefined;
  #stems: ReadonlySet<string> | undefined;
  #numbers: ReadonlySet<string> | undefined;
  #withoutOrders: Said | undefined;

  constructor(read: () => readonly Passage[]) {
    this.#read = read;
  }

  get passages(): readonly Passage[] {
    return (this.#passages ??= this.#read());
  }

  get words(): string {
    return (this.#words ??= ` ${this.passages.map(({ words }) => words.trim()).join(' ')} `);
  }

  get stems(): ReadonlySet<string> {
    return (this.#stems ??= new Set(this.passages.flatMap(({ stems }) => [...stems])));
  }

  get numbers(): ReadonlySet<string> {
    return (this.#numbers ??= new Set(this.passages.flatMap(({ numbers }) => numbers)));
  }

  get withoutOrders(): Said {
    return (this.#withoutOrders ??= new LateSource(() => this.passages.filter(({ isOrder }) => !isOrder)));
  }
}
