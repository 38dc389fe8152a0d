import { hash } from 'node:crypto';
import type { Technology, UseCase } from '../../domain/use-case.ts';
import type { SearchDocument } from '../../search/search-engine.ts';

/** The words by which a use case is found. `technologyWords`: what people call each technology. */
export function toSearchDocument(
  useCase: UseCase,
  technologyWords: Readonly<Record<Technology, string>>,
): SearchDocument {
  const { description, problem, goal, howItWorks, benefitExpected, lessons, supplier, product, note } =
    useCase;
  const texts = [useCase.summary, description, problem, goal, howItWorks, benefitExpected, note];
  const experiences = [lessons?.worked, lessons?.failed, lessons?.advice];
  const technologies = useCase.technologies.map((technology) => technologyWords[technology]);
  const notes = useCase.adopters.map((adopter) => adopter.note);
  return {
    id: useCase.id,
    fields: {
      title: useCase.title,
      keywords: [...useCase.themes, ...useCase.tags, ...technologies, product, supplier]
        .filter(isGiven)
        .join(', '),
      text: [...texts, ...experiences, ...notes].filter(isGiven).join('\n'),
    },
  };
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}

/**
 * Changes with every write of the record, and also with its words alone: a store that was put back to an earlier state gives its etags
 * again, and other code may make other words of the same record.
 */
export function versionOf({ fields }: SearchDocument, etag: string): string {
  return `${etag} ${hash('sha256', JSON.stringify(fields), 'base64url')}`;
}
