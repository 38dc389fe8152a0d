import { toTypedUseCase } from '../domain/use-case-form-values.ts';
import { isUseCaseField } from '../domain/use-case-form.ts';
import type { ChangedField } from '../domain/use-case-history.ts';
import type { DescribedSubmission } from '../features/review/describe-submission.ts';
import { reviewTexts } from '../texts/review-texts.ts';
import { text } from './card.ts';
import type { Element } from './card.ts';
import { fullChangeLines, typedFieldLines } from './review-fields.ts';

/** Bytes of what one page tells, with room for what surrounds it. */
const mostBytes = 18_000;

/** All that was handed in, in pages that a card has room for; at least one. Nobody is to publish what they could not read. */
export function reviewPages(described: DescribedSubmission): readonly (readonly Element[])[] {
  const pages: Element[][] = [[]];
  let bytes = 0;
  for (const line of contentLines(described)) {
    const size = new TextEncoder().encode(JSON.stringify(line)).length;
    if (bytes > 0 && bytes + size > mostBytes) {
      pages.push([]);
      bytes = 0;
    }
    pages.at(-1)?.push(line);
    bytes += size;
  }
  return pages;
}

function contentLines({ submission, about, communes }: DescribedSubmission): readonly Element[] {
  switch (about.kind) {
    case 'new':
    case 'archived':
    case 'gone':
      return typedFieldLines(submission, communes);
    case 'change':
      return about.fields.length === 0
        ? [text(reviewTexts.nothingChanged)]
        : fullChangeLines(
            about.fields.map((field) => inFull(field, { submission, useCase: about.useCase })),
            communes,
          );
  }
}

/** The history keeps the beginnings of long texts; whoever decides needs all of them. */
function inFull(
  change: ChangedField,
  {
    submission,
    useCase,
  }: Pick<DescribedSubmission, 'submission'> & {
    readonly useCase: Parameters<typeof toTypedUseCase>[0];
  },
): ChangedField {
  const { field, before, after } = change;
  if (!isUseCaseField(field)) {
    return change;
  }
  return {
    field,
    before: isShortened(before) ? (toTypedUseCase(useCase)[field] ?? before) : before,
    after: isShortened(after) ? (submission.typed[field] ?? after) : after,
  };
}

function isShortened(words: string): boolean {
  return words.endsWith('\u2026');
}
