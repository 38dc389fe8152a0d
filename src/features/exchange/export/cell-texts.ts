import type { Contact, Cost, Lessons, Visibility } from '../../../domain/use-case.ts';
import { contactLabels, parseContact } from '../parse-contact.ts';
import { costWords, parseCosts } from '../parse-costs.ts';
import { lessonLabels, parseLessons, quotationMark } from '../parse-lessons.ts';
import { inQuotes, toListed } from '../quoted.ts';

/** As people write it, or with labels where the import would read something else. */
export function toContactText(contact: Contact): string {
  const { name, email, phone } = contact;
  const plain = [name, email, phone].filter((part) => part !== undefined).join(', ');
  if (
    isSame(parseContact(plain), { ...contact, ...(email !== undefined && { email: email.toLowerCase() }) })
  ) {
    return plain;
  }
  const labelled = [
    ...(name === undefined ? [] : [`${contactLabels.name}: ${name}`]),
    ...(email === undefined ? [] : [`${contactLabels.email}: ${email}`]),
    ...(phone === undefined ? [] : [`${contactLabels.phone}: ${phone}`]),
  ];
  return labelled.map((part) => (/[|"@,;]/.test(part) ? inQuotes(part) : part)).join(' | ');
}

/** One part for each; details stand in square brackets where the words alone do not say them. */
export function toCostsText(costs: readonly Cost[], labels: Readonly<Record<Visibility, string>>): string {
  return costs.map((cost) => toCostText(cost, labels)).join(' | ');
}

function toCostText(cost: Cost, labels: Readonly<Record<Visibility, string>>): string {
  const plain = toListed(cost.kind, '|');
  if (isSame(parseCosts(plain, labels), [cost])) {
    return plain;
  }
  const { kind, euros, basis, asOf, visibility } = cost;
  const amount = euros === undefined ? costWords.noAmount : `${String(euros).replace('.', ',')} \u20ac`;
  const isUsual = visibility === 'community' && asOf === undefined && basis === undefined;
  const date = `${costWords.asOf} ${asOf ?? costWords.unknown}`;
  const details = [
    amount,
    ...(isUsual ? [] : [labels[visibility]]),
    ...(asOf === undefined && basis === undefined ? [] : [date]),
    ...(basis === undefined ? [] : [basis]),
  ];
  return toListed(`${kind} [${details.join('; ')}]`, '|');
}

/** Advice alone is the text; more than that has a mark before each part. */
export function toLessonsText(lessons: Lessons): string {
  const { worked, failed, advice } = lessons;
  if (advice !== undefined && isSame(parseLessons(advice), lessons)) {
    return advice;
  }
  return [
    ...(worked === undefined ? [] : [`${lessonLabels.worked}: ${toQuotation(worked)}`]),
    ...(failed === undefined ? [] : [`${lessonLabels.failed}: ${toQuotation(failed)}`]),
    ...(advice === undefined ? [] : [`${lessonLabels.advice}: ${toQuotation(advice)}`]),
  ].join('\n');
}

const lineToMark = new RegExp(`\n(?=(?:${Object.values(lessonLabels).join('|')}): |${quotationMark})`, 'g');

function toQuotation(text: string): string {
  return text.replaceAll(lineToMark, `\n${quotationMark}`);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
    : value;
}
