import type { Commune } from '../domain/commune.ts';
import { communeId } from '../domain/ids.ts';
import type { CommuneId } from '../domain/ids.ts';
import type { Submission } from '../domain/submission.ts';
import { allFields, isUseCaseField, otherOrganisation, ruleOf } from '../domain/use-case-form.ts';
import type { UseCaseField } from '../domain/use-case-form.ts';
import type { ChangedField } from '../domain/use-case-history.ts';
import {
  categoryLabels,
  cooperationLabels,
  reuseLabels,
  sourcingLabels,
  stageLabels,
  technologyLabels,
  visibilityLabels,
} from '../texts/labels.ts';
import { reviewTexts } from '../texts/review-texts.ts';
import { useCaseFieldLabels } from '../texts/use-case-form-texts.ts';
import { useCaseTexts } from '../texts/use-case-texts.ts';
import { literal } from './card.ts';
import type { Element, TextRun } from './card.ts';
import { shortenText, splitText } from './shorten-text.ts';

type Communes = ReadonlyMap<CommuneId, Commune>;

/** Whether it is read by whoever wrote it: "Sie selbst" is who handed it in. */
type Reader = 'author' | 'anybody';

/** What a choice is called; texts that people typed are no keys. */
const choiceLabels: Partial<Record<UseCaseField, Readonly<Record<string, string>>>> = {
  stage: stageLabels,
  category: categoryLabels,
  visibility: visibilityLabels,
  costsVisibility: visibilityLabels,
  sourcing: sourcingLabels,
  reuse: reuseLabels,
  technologies: technologyLabels,
  cooperationWanted: cooperationLabels,
  personalData: useCaseTexts.personalDataValues,
  contact: reviewTexts.contactChoices,
  language: reviewTexts.languages,
};

/** Everything that was filled in, in the order of the form and in full. */
export function typedFieldLines({ typed }: Submission, communes: Communes): readonly Element[] {
  // The title stands above.
  const filled = allFields.filter((field) => field !== 'title' && (typed[field] ?? '') !== '');
  return filled.flatMap((field) =>
    inParts(
      { text: `${useCaseFieldLabels[field]}: `, isSubtle: true },
      fieldWords(field, typed[field] ?? '', communes),
    ),
  );
}

/** Each changed field in full, for whoever decides about it. */
export function fullChangeLines(fields: readonly ChangedField[], communes: Communes): readonly Element[] {
  return fields.flatMap((change) => {
    const { field, before, after } = change;
    if (before.length + after.length <= longestPart) {
      return [changedFieldLine(change, communes, longestPart)];
    }
    const old = before === '' ? reviewTexts.nothing : toWords(field, before, communes);
    const strikethrough = before !== '';
    return [
      ...inParts({ text: `${labelOf(field)}: `, isSubtle: true }, old, { isSubtle: true, strikethrough }),
      ...inParts(
        { text: `${reviewTexts.becomes} ` },
        after === '' ? reviewTexts.nothing : toWords(field, after, communes),
      ),
    ];
  });
}

/** Characters of one element, so that a page has room for some of them. */
const longestPart = 2000;

/** A text behind its label, in elements that are small enough. */
function inParts(
  label: TextRun,
  words: string,
  style: Readonly<Record<string, unknown>> = {},
): readonly Element[] {
  const [first = '', ...rest] = splitText(words, longestPart);
  return [
    literal([label, { text: first, ...style }], { spacing: 'Small' }),
    ...rest.map((part) => literal([{ text: part, ...style }], { spacing: 'None' })),
  ];
}

/** Each changed field with what stood there and what stands there then. */
export function changedFieldLines(
  fields: readonly ChangedField[],
  communes: Communes,
  longest: number,
  reader: Reader = 'anybody',
): readonly Element[] {
  return fields.map((field) => changedFieldLine(field, communes, longest, reader));
}

/** "Produkt: A → B", with words for what is empty. */
export function changedFieldLine(
  { field, before, after }: ChangedField,
  communes: Communes,
  longest: number,
  reader: Reader = 'anybody',
): Element {
  const words = (value: string) =>
    value === '' ? reviewTexts.nothing : shortenText(toWords(field, value, communes, reader), longest);
  return literal(
    [
      { text: `${labelOf(field)}: `, isSubtle: true },
      { text: words(before), isSubtle: true, ...(before !== '' && { strikethrough: true }) },
      { text: ` ${reviewTexts.becomes} ` },
      { text: words(after) },
    ],
    { spacing: 'Small' },
  );
}

/** An old entry may name a field that the form no longer has. */
function labelOf(field: string): string {
  return isUseCaseField(field) ? useCaseFieldLabels[field] : field;
}

function toWords(field: string, value: string, communes: Communes, reader: Reader = 'anybody'): string {
  if (field === 'contact' && value === 'self' && reader === 'author') {
    return reviewTexts.yourself;
  }
  return isUseCaseField(field) ? fieldWords(field, value, communes) : value;
}

/** What stands in a field, as people say it. */
function fieldWords(field: UseCaseField, value: string, communes: Communes): string {
  if (field === 'body') {
    return value === otherOrganisation
      ? reviewTexts.otherOrganisation
      : (communes.get(communeId(value))?.name ?? value);
  }
  const labels = choiceLabels[field];
  if (labels === undefined) {
    return value;
  }
  const chosen = ruleOf(field).kind === 'choices' ? value.split(',') : [value];
  return chosen.map((one) => labels[one.trim()] ?? one.trim()).join(', ');
}
