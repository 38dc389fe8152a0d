import type { Technology } from '../../src/domain/use-case.ts';

/** Something communes could do: what it is called, what it does, and how people ask for it. */
export interface Topic {
  readonly title: string;
  readonly does: string;
  readonly asked: readonly string[];
  readonly theme: string;
  readonly technology: Technology;
  readonly tags: readonly string[];
}

export function topic(
  title: string,
  does: string,
  asked: readonly string[],
  [theme, technology, ...tags]: readonly [string, Technology, ...string[]],
): Topic {
  return { title, does, asked, theme, technology, tags };
}
