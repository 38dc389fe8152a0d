import type { Commune } from '../domain/commune.ts';
import type { Freshness } from '../domain/freshness.ts';
import type { CommuneId } from '../domain/ids.ts';
import type { UseCase } from '../domain/use-case.ts';
import type { Standing } from '../features/use-cases/describe-standing.ts';
import { cooperationLabels, reuseLabels, sourcingLabels, technologyLabels } from '../texts/labels.ts';
import { useCaseTexts } from '../texts/use-case-texts.ts';
import { adopterLines } from './adopter-lines.ts';
import { look } from './actions.ts';
import type { Surface } from './actions.ts';
import { shortenText } from './shorten-text.ts';
import { buttonRows, card, heading, literal, openUrl, section, text } from './card.ts';
import type { Card, Element } from './card.ts';
import { drawToFit } from './fit-card.ts';
import { freshnessSection } from './freshness-card.ts';
import { interestLines } from './interest-card.ts';
import { contactButtons, contactLines } from './contact-lines.ts';
import { relatedRow } from './related-rows.ts';
import { mainButtons, moreButtons } from './use-case-buttons.ts';
import { sourceLine } from './use-case-parts.ts';
import { backButtons, toOriginPayload } from './way-back.ts';
import type { Origin, RelatedTo } from './way-back.ts';

type Communes = ReadonlyMap<CommuneId, Commune>;

/** Characters of one paragraph, and of all: with everything beside them the card stays below the 25 KB that we allow it. */
const longestParagraph = 900;
const allParagraphs = 4200;
/** Characters of paragraphs, and reasons of rejections. */
interface Amount {
  readonly paragraphs: number;
  readonly reasons: number;
}

/** How much is told; less where the card would be too big. */
const amounts: readonly [Amount, ...Amount[]] = [
  { paragraphs: allParagraphs, reasons: 3 },
  { paragraphs: 1500, reasons: 1 },
  { paragraphs: 900, reasons: 1 },
];
const longestFact = 500;
const shownLinks = 3;

/** What is like the use case, and how somebody came to its details. */
export interface Surroundings {
  readonly related: readonly UseCase[];
  readonly moreRelated: boolean;
  readonly standing: Standing;
  /** Whether the reader, who reads alone, may know who can be asked; otherwise nobody is named. */
  readonly namesPersons?: boolean;
  /** Fresh where nothing is said; whoever can answer is asked below the details. */
  readonly freshness?: Freshness;
  readonly mayConfirm?: boolean;
  readonly surface: Surface;
  readonly relatedTo: RelatedTo | undefined;
  /** What just happened, in a sentence of ours. */
  readonly outcome?: string;
}

const alone: Surroundings = {
  related: [],
  moreRelated: false,
  standing: { mayAdopt: false, follows: false, mayChange: false },
  surface: { shared: false, dialogs: false },
  relatedTo: undefined,
};

/** Everything that is known about a use case; "Zurück" leads to what it was opened from, and in the end to the answer. */
export function useCaseCard(
  useCase: UseCase,
  communes: Communes,
  origin: Origin | undefined,
  around: Surroundings = alone,
): Card {
  return drawToFit(amounts, (amount) => draw(useCase, communes, origin, around, amount));
}

function draw(
  useCase: UseCase,
  communes: Communes,
  origin: Origin | undefined,
  around: Surroundings,
  amount: Amount,
): Card {
  const paragraphs = toParagraphs(useCase, amount.paragraphs);
  const facts = toFacts(useCase);
  return card({
    fallbackText: `${around.outcome === undefined ? '' : `${around.outcome} `}${useCase.title}. ${useCase.summary}`,
    body: [
      ...(around.outcome === undefined ? [] : [heading(around.outcome)]),
      literal([{ text: useCase.title, weight: 'Bolder', size: 'Medium' }]),
      literal([{ text: useCase.summary }], { spacing: 'Small' }),
      section([
        text(useCaseTexts.whoDoesIt, { weight: 'Bolder' }),
        ...adopterLines(useCase, communes, { namesPersons: around.namesPersons, reasons: amount.reasons }),
      ]),
      ...interestLines(useCase, communes),
      ...(paragraphs.length > 0 ? [section(paragraphs.flat())] : []),
      ...(facts.length > 0 ? [section(facts)] : []),
      section([
        ...contactLines(useCase, around.namesPersons),
        ...buttonRows(contactButtons(useCase, around.surface, origin)),
        ...buttonRows(
          useCase.links
            .slice(0, shownLinks)
            .map((link) => openUrl(useCaseTexts.openLink(new URL(link).host), link)),
        ),
        literal(
          [{ text: sourceLine(useCase, around.freshness === 'stale'), isSubtle: true, size: 'Small' }],
          {
            spacing: 'Small',
          },
        ),
      ]),
      ...(around.mayConfirm === true
        ? freshnessSection(useCase, around.freshness, around.surface, origin)
        : []),
      ...relatedLines(useCase, communes, origin, around),
      section([
        ...buttonRows(mainButtons(useCase, around.standing, around.surface, origin)),
        ...buttonRows(moreButtons(useCase, around.standing, around.surface, origin)),
      ]),
    ],
    actions: backButtons(around.surface, origin, around.relatedTo),
  });
}

/** What people wrote about it, each with its heading. */
export function toParagraphs(useCase: UseCase, all = allParagraphs): readonly (readonly Element[])[] {
  const { lessons } = useCase;
  const titled: readonly (readonly [string, string | undefined])[] = [
    [useCaseTexts.description, useCase.description],
    [useCaseTexts.problem, useCase.problem],
    [useCaseTexts.goal, useCase.goal],
    [useCaseTexts.howItWorks, useCase.howItWorks],
    [useCaseTexts.benefitExpected, useCase.benefitExpected],
    [useCaseTexts.worked, lessons?.worked],
    [useCaseTexts.failed, lessons?.failed],
    [useCaseTexts.advice, lessons?.advice],
    [useCaseTexts.note, useCase.note],
  ];
  const given = titled.filter(([, words]) => words !== undefined).length;
  const longest = Math.min(longestParagraph, Math.floor(all / given));
  return titled.flatMap(([title, words]) =>
    words === undefined
      ? []
      : [
          [
            text(title, { weight: 'Bolder' }),
            literal([{ text: shortenText(words, longest) }], { spacing: 'None' }),
          ],
        ],
  );
}

/** Short facts, one line each: the name small and quiet, the value behind it. */
export function toFacts(useCase: UseCase): readonly Element[] {
  const { effectMeasured: effect } = useCase;
  const costs = useCase.costs.map(({ kind, euros, basis, asOf }) =>
    useCaseTexts.cost(kind, euros, basis, asOf),
  );
  const facts: readonly (readonly [string, string | undefined])[] = [
    [useCaseTexts.effectMeasured, effect && useCaseTexts.effect(effect.value, effect.unit)],
    [useCaseTexts.costs, list(costs, '; ')],
    [
      useCaseTexts.effort,
      useCase.effortDays === undefined ? undefined : useCaseTexts.days(useCase.effortDays),
    ],
    [useCaseTexts.themes, list(useCase.themes)],
    [useCaseTexts.technologies, list(useCase.technologies.map((technology) => technologyLabels[technology]))],
    [useCaseTexts.sourcing, useCase.sourcing && sourcingLabels[useCase.sourcing]],
    [useCaseTexts.product, useCase.product],
    [useCaseTexts.supplier, useCase.supplier],
    [useCaseTexts.hosting, useCase.hosting],
    [useCaseTexts.legalBasis, list(useCase.legalBasis)],
    [useCaseTexts.assessments, list(useCase.assessments)],
    [
      useCaseTexts.personalData,
      useCase.personalData && useCaseTexts.personalDataValues[useCase.personalData],
    ],
    [useCaseTexts.aiActClass, useCase.aiActClass],
    [useCaseTexts.humanOversight, useCase.humanOversight],
    [useCaseTexts.reuse, useCase.reuse && reuseLabels[useCase.reuse]],
    [useCaseTexts.cooperation, list(useCase.cooperationWanted.map((wanted) => cooperationLabels[wanted]))],
  ];
  const lines: Element[] = [];
  for (const [name, value] of facts) {
    if (value !== undefined) {
      const runs = [
        { text: `${name}: `, isSubtle: true, size: 'Small' },
        { text: shortenText(value, longestFact), size: 'Small' },
      ];
      lines.push(literal(runs, { spacing: lines.length === 0 ? 'Default' : 'Small' }));
    }
  }
  return lines;
}

function list(values: readonly string[], separator = ', '): string | undefined {
  return values.length === 0 ? undefined : values.join(separator);
}

function relatedLines(
  { id: of }: UseCase,
  communes: Communes,
  origin: Origin | undefined,
  { related, moreRelated, surface }: Surroundings,
): readonly Element[] {
  if (related.length === 0) {
    return [];
  }
  const place = { of, listed: false, surface, origin, communes };
  const rows = related.map((one, index) =>
    relatedRow(one, place, [], index === 0 ? { separator: false, spacing: 'Small' } : {}),
  );
  const payload = { useCaseId: of, ...toOriginPayload(origin) };
  const more = look(surface, useCaseTexts.moreLikeThis, 'useCase.listRelated', payload);
  return [
    section([text(useCaseTexts.related, { weight: 'Bolder' })]),
    ...rows,
    ...(moreRelated ? buttonRows([more]) : []),
  ];
}
