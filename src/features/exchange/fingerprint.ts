import { createHash } from 'node:crypto';
import type { UseCase } from '../../domain/use-case.ts';

/** Of what an import may write, and nothing else: a field that only people fill in may change without notice. */
export function toFingerprint(useCase: UseCase): string {
  const content = [
    useCase.title,
    useCase.summary,
    useCase.description,
    useCase.category,
    useCase.language,
    useCase.visibility,
    useCase.adopters,
    useCase.reportedAdopters,
    useCase.themes,
    useCase.technologies,
    useCase.tags,
    useCase.product,
    useCase.supplier,
    useCase.costs,
    useCase.lessons,
    useCase.links,
    useCase.contact,
    useCase.note,
    useCase.provenance.source,
  ];
  return createHash('sha256').update(JSON.stringify(content, withSortedKeys)).digest('base64url');
}

function withSortedKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
