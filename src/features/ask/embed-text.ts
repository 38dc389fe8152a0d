import { hash } from 'node:crypto';
import type { Technology, UseCase } from '../../domain/use-case.ts';

/** About as much as models of the field read at once (2,000 tokens); what comes first counts most anyway. */
export const longestText = 6000;

/** `+49 2762 1234`, `(02762) 12-34`, `0271/1234567`. */
const phoneNumber = /(?<![\w.,-])\(?(?:\+|0)\d[\d ()/-]{5,}\d/gu;
const mailAddress = /[^\s<>(),;:"]+@[^\s<>(),;:"]+\.\p{L}{2,}/gu;
const webAddress = /\b(?:https?:\/\/|www\.)[^\s<>"]+/giu;

/**
 * Whether a model may be given the words of a use case. Nobody in particular asks when vectors are made, so what is only for its own
 * organisation goes nowhere else: it is found by its words alone.
 */
export function mayBeEmbedded(useCase: UseCase): boolean {
  return useCase.archived === undefined && useCase.visibility !== 'organisation';
}

/**
 * What a use case is about, in words: the most telling first, cut at `longestText`. Who does it, whom to ask and what it costs is left out,
 * and so are addresses and numbers that somebody wrote into a text. `technologyWords`: what people call each technology.
 */
export function toEmbeddingText(
  useCase: UseCase,
  technologyWords: Readonly<Record<Technology, string>>,
): string {
  const { lessons } = useCase;
  const technologies = useCase.technologies.map((technology) => technologyWords[technology]);
  const parts = [
    useCase.title,
    useCase.summary,
    [...useCase.themes, ...useCase.tags, ...technologies].join(', '),
    useCase.problem,
    useCase.goal,
    useCase.howItWorks,
    useCase.benefitExpected,
    useCase.product,
    useCase.description,
    lessons?.worked,
    lessons?.failed,
    lessons?.advice,
  ];
  const given = parts.filter((part) => part !== undefined).map(withoutContacts);
  return cut(given.filter((part) => part !== '').join('\n'), longestText);
}

/** At most so many characters, and no half words. */
export function cut(text: string, length: number): string {
  if (text.length <= length) {
    return text;
  }
  const end = text.slice(0, length + 1).search(/\s\S*$/u);
  return text.slice(0, end > 0 ? end : length).toWellFormed();
}

function withoutContacts(text: string): string {
  const withoutMail = text.includes('@') ? text.replaceAll(mailAddress, ' ') : text;
  return withoutMail.replaceAll(webAddress, ' ').replaceAll(phoneNumber, ' ').replaceAll(/\s+/gu, ' ').trim();
}

/** The texts of use cases, and their hashes, which are made once for each version of a use case. */
export class EmbeddingTexts {
  readonly #technologyWords: Readonly<Record<Technology, string>>;
  readonly #hashes = new WeakMap<UseCase, string>();

  constructor(technologyWords: Readonly<Record<Technology, string>>) {
    this.#technologyWords = technologyWords;
  }

  of(useCase: UseCase): string {
    return toEmbeddingText(useCase, this.#technologyWords);
  }

  /** Equal for equal texts alone. */
  hashOf(useCase: UseCase): string {
    const known = this.#hashes.get(useCase);
    if (known !== undefined) {
      return known;
    }
    const made = hash('sha256', this.of(useCase), 'base64url');
    this.#hashes.set(useCase, made);
    return made;
  }
}
