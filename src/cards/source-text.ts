import type { Commune } from '../domain/commune.ts';
import type { CommuneId } from '../domain/ids.ts';
import type { UseCase } from '../domain/use-case.ts';
import { reportedAdopters } from '../texts/ask-texts.ts';
import { sourcingLabels, stageLabels, technologyLabels } from '../texts/labels.ts';
import { useCaseTexts as texts } from '../texts/use-case-texts.ts';
import { shortenText } from './shorten-text.ts';
import { adopterName } from './use-case-parts.ts';

/** Characters of one paragraph, and of the whole: eight of them are read by a model in a second or two. */
const longestParagraph = 500;
const longestText = 2000;
/** Of more than these only the first are told. */
const mostAdopters = 30;

/**
 * What a model gets to read of a use case, in the words in which its card tells the same: nobody's name or address, neither who may see it
 * nor where it comes from. Costs are those that the use case has: the asker's own are left by `withVisibleCosts`.
 */
export function sourceText(useCase: UseCase, communes: ReadonlyMap<CommuneId, Commune>): string {
  const { effectMeasured: effect, lessons, reportedAdopters: reported } = useCase;
  const technologies = useCase.technologies.map((technology) => technologyLabels[technology]).join(', ');
  const lines = [
    useCase.title,
    useCase.summary,
    ...useCase.adopters.slice(0, mostAdopters).flatMap((adopter) => {
      const name = adopterName(adopter, communes);
      const since = adopter.since === undefined ? '' : ` ${texts.since(adopter.since)}`;
      const note = adopter.note === undefined ? '' : ` (${adopter.note})`;
      return name === undefined ? [] : `${name}: ${stageLabels[adopter.stage]}${since}${note}`;
    }),
    ...(reported === undefined ? [] : [`${reportedAdopters(reported)}: ${stageLabels[reported.stage]}`]),
    ...fact(texts.product, useCase.product),
    ...fact(texts.supplier, useCase.supplier),
    ...fact(texts.technologies, technologies),
    ...fact(texts.themes, useCase.themes.join(', ')),
    ...fact(texts.effectMeasured, effect && texts.effect(effect.value, effect.unit)),
    ...useCase.costs.flatMap(({ kind, euros, basis, asOf }) =>
      fact(texts.costs, texts.cost(kind, euros, basis, asOf)),
    ),
    ...fact(texts.effort, useCase.effortDays === undefined ? undefined : texts.days(useCase.effortDays)),
    ...fact(texts.sourcing, useCase.sourcing && sourcingLabels[useCase.sourcing]),
    ...fact(texts.hosting, useCase.hosting),
    ...fact(texts.description, useCase.description),
    ...fact(texts.problem, useCase.problem),
    ...fact(texts.goal, useCase.goal),
    ...fact(texts.howItWorks, useCase.howItWorks),
    ...fact(texts.benefitExpected, useCase.benefitExpected),
    ...fact(texts.worked, lessons?.worked),
    ...fact(texts.failed, lessons?.failed),
    ...fact(texts.advice, lessons?.advice),
  ];
  return shortenText(lines.join('\n'), longestText);
}

function fact(name: string, value: string | undefined): readonly string[] {
  return value === undefined || value === '' ? [] : [`${name}: ${shortenText(value, longestParagraph)}`];
}
