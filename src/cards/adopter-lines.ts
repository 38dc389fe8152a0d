import type { Commune } from '../domain/commune.ts';
import type { CommuneId } from '../domain/ids.ts';
import type { Adopter, UseCase } from '../domain/use-case.ts';
import { askTexts, reportedAdopters } from '../texts/ask-texts.ts';
import { useCaseTexts } from '../texts/use-case-texts.ts';
import { literal } from './card.ts';
import type { Element } from './card.ts';
import { contactText } from './contact-lines.ts';
import { adopterName, stageLine, stageLines } from './use-case-parts.ts';

type Communes = ReadonlyMap<CommuneId, Commune>;

/** More adopters than this are listed by stage alone, so that the card stays small and readable. */
const detailedAdopters = 12;
const listedAdopters = 80;
const listedReasons = 3;

export interface AdopterLinesOptions {
  /** Whether the reader may know who can be asked. */
  readonly namesPersons?: boolean | undefined;
  /** Of those who rejected it, where each adopter has no lines of its own. */
  readonly reasons?: number;
}

/** With notes or dates each adopter has lines of its own; otherwise one line for each stage says it all. */
export function adopterLines(
  useCase: UseCase,
  communes: Communes,
  { namesPersons = false, reasons = listedReasons }: AdopterLinesOptions = {},
): readonly Element[] {
  const { adopters } = useCase;
  const detailed = adopters.some(({ since, note, contact }) => since ?? note ?? contact);
  if (!detailed || adopters.length > detailedAdopters) {
    return stageLines(useCase, communes, { names: listedAdopters, reasons });
  }
  const lines = adopters.flatMap((adopter) => adopterDetails(adopter, communes, namesPersons));
  const { reportedAdopters: reported } = useCase;
  return reported === undefined ? lines : [...lines, stageLine(reported.stage, reportedAdopters(reported))];
}

function adopterDetails(adopter: Adopter, communes: Communes, namesPersons = false): readonly Element[] {
  const name = adopterName(adopter, communes) ?? askTexts.communeNotNamed;
  const since = adopter.since === undefined ? name : `${name}, ${useCaseTexts.since(adopter.since)}`;
  const contact = adopter.contact && contactText(adopter.contact, namesPersons);
  const isReason = adopter.note !== undefined && adopter.stage === 'rejected';
  const note = isReason ? askTexts.reason(adopter.note) : adopter.note;
  const more = [note, contact].filter((line) => line !== undefined);
  return [
    stageLine(adopter.stage, since),
    ...more.map((line) => literal([{ text: line, isSubtle: true, size: 'Small' }], { spacing: 'None' })),
  ];
}
