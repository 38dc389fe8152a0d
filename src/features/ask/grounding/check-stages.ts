import type { Stage } from '../../../domain/stage.ts';
import type { Clause } from './clauses.ts';
import { namedCommunes } from './named-communes.ts';
import type { Passage } from './passages.ts';
import { isOpen, saidStages } from './stages-said.ts';
import type { SaidStage } from './stages-said.ts';

/** What they have is there, whatever is said of it. */
const there: ReadonlySet<Stage> = new Set(['in_use', 'pilot', 'unknown']);
/** Said of every record. */
const eachOne = / (?:beiden?|alle[nr]?|jeweils|jede[mnrs]?) /;

/**
 * Whether what a clause says of stages is true of those whom it names: each of it of one of them, and of each of them one of it. It may also
 * stand in the record together with the same things. Of those who have nothing yet, or nothing any more, it must say so.
 */
export function areStagesTrue(
  clause: Clause,
  sources: readonly (readonly Passage[])[],
  communes: readonly string[],
): boolean {
  const passages = sources.flat();
  const adopters = passages.flatMap(({ adopter }) => adopter ?? []);
  const meant = adopters
    .filter(({ name }) => [...namedCommunes(name, communes)].some((one) => clause.communes.has(one)))
    .map(({ stage }) => stage);
  const said = saidStages(clause.folded).filter(({ isWeak }) => !isWeak || meant.length > 0);
  if (said.length === 0) {
    return meant.every((stage) => there.has(stage)) || isOpen(clause.folded);
  }
  const open = said.filter((one) => !isInText(one, clause, passages));
  const among = meant.length > 0 ? meant : adopters.map(({ stage }) => stage);
  return (
    open.every(({ stages }) => among.some((stage) => stages.includes(stage))) &&
    (open.length < said.length ||
      !eachOne.test(clause.folded) ||
      sources.every((source) => hasOne(source, said))) &&
    (open.length < said.length || meant.every((stage) => said.some(({ stages }) => stages.includes(stage))))
  );
}

function hasOne(source: readonly Passage[], said: readonly SaidStage[]): boolean {
  return source.some(
    ({ adopter }) => adopter !== undefined && said.some(({ stages }) => stages.includes(adopter.stage)),
  );
}

/** Some sentence of the record, no line about who does it, has the words for the stage and every name of the clause. */
function isInText(
  { pattern }: SaidStage,
  { words, communes }: Clause,
  passages: readonly Passage[],
): boolean {
  const places = [...communes].join('');
  const names = words.filter(({ isName, folded }) => isName && !places.includes(` ${folded} `));
  return (
    (names.length > 0 || communes.size === 0) &&
    passages.some(
      ({ adopter, words: own, stems }) =>
        adopter === undefined && pattern.test(own) && names.every(({ stem }) => stems.has(stem)),
    )
  );
}
