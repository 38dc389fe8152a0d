import { fold } from '../../../search/german/fold.ts';
import { stem } from '../../../search/german/stem.ts';
import { tokenize } from '../../../search/tokenize.ts';

/** What a composed answer may say of one record: what stands in the text that the model was given, and nothing else. */
export interface CitedSource {
  /** Folded words, in their order, between blanks. */
  readonly words: string;
  readonly stems: ReadonlySet<string>;
  /** As `readNumbers` reads them. */
  readonly numbers: ReadonlySet<string>;
}

export function toCitedSource(text: string): CitedSource {
  const words = tokenize(text).map((token) => fold(token.text));
  return {
    words: ` ${words.join(' ')} `,
    stems: new Set(words.map(stem)),
    numbers: new Set(readNumbers(text)),
  };
}

/** The same number is the same text: "1.200,50" is 1200.5, "01.03.2023" is 1, 3 and 2023. */
export function readNumbers(text: string): readonly string[] {
  return [...text.matchAll(/\p{Nd}+(?:[.,\u00a0\u202f]\p{Nd}+)*/gu)].flatMap(([written]) => {
    const plain = written.normalize('NFKC').replaceAll(/\s/g, '');
    return /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$|^\d+(?:,\d+)?$/.test(plain)
      ? [String(Number(plain.replaceAll('.', '').replace(',', '.')))]
      : plain.split(/[.,]/).map((part) => String(Number(part)));
  });
}
