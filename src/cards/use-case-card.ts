import type { Commune } from '../domain/commune.ts';
import type { CommuneId } from '../domain/ids.ts';
import type { Adopter, Contact, UseCase } from '../domain/use-case.ts';
import { askTexts, reportedAdopters } from '../texts/ask-texts.ts';
import { cooperationLabels, reuseLabels, sourcingLabels, technologyLabels } from '../texts/labels.ts';
import { useCaseTexts } from '../texts/use-case-texts.ts';
import { look } from './actions.ts';
import type { Surface } from './actions.ts';
import { shortenText } from './shorten-text.ts';
import { buttonRows, card, literal, openUrl, section, smallText, text } from './card.ts';
import type { Card, Element } from './card.ts';
import { relatedRow } from './related-rows.ts';
import { adopterName, mailButtons, sourceLine, stageLine, stageLines } from './use-case-parts.ts';
import { backButtons, toOriginPayload } from './way-back.ts';
import type { Origin, RelatedTo } from './way-back.ts';

type Communes = ReadonlyMap<CommuneId, Commune>;

/** Characters of one paragraph, and of all: with everything beside them the card stays below the 25 KB that we allow it. */
const longestParagraph = 900;
const allParagraphs = 4200;
const shownLinks = 3;

/** What is like the use case, and how somebody came to its details. */
export interface Surroundings {
  readonly related: readonly UseCase[];
  readonly moreRelated: boolean;
  readonly surface: Surface;
  readonly relatedTo: RelatedTo | undefined;
}

const alone: Surroundings = {
  related: [],
  moreRelated: false,
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
  const paragraphs = toParagraphs(useCase);
  const facts = toFacts(useCase);
  return card({
    fallbackText: `${useCase.title}. ${useCase.summary}`,
    body: [
      literal([{ text: useCase.title, weight: 'Bolder', size: 'Medium' }]),
      literal([{ text: useCase.summary }], { spacing: 'Small' }),
      section([text(useCaseTexts.whoDoesIt, { weight: 'Bolder' }), ...adopterLines(useCase, communes)]),
      ...(paragraphs.length > 0 ? [section(paragraphs.flat())] : []),
      ...(facts.length > 0 ? [section(facts)] : []),
      section([
        ...contactLines(useCase),
        ...buttonRows(
          useCase.links
            .slice(0, shownLinks)
            .map((link) => openUrl(useCaseTexts.openLink(new URL(link).host), link)),
        ),
        literal([{ text: sourceLine(useCase), isSubtle: true, size: 'Small' }], { spacing: 'Small' }),
      ]),
      ...relatedLines(useCase, communes, origin, around),
    ],
    actions: [...backButtons(around.surface, origin, around.relatedTo), ...mailButtons(useCase)],
  });
}

/** More adopters than this are listed by stage alone, so that the card stays small and readable. */
const detailedAdopters = 12;
const listedAdopters = 80;

/** With notes or dates each adopter has lines of its own; otherwise one line for each stage says it all. */
function adopterLines(useCase: UseCase, communes: Communes): readonly Element[] {
  const { adopters } = useCase;
  const detailed = adopters.some(({ since, note, contact }) => since ?? note ?? contact);
  if (!detailed || adopters.length > detailedAdopters) {
    return stageLines(useCase, communes, listedAdopters);
  }
  const lines = adopters.flatMap((adopter) => adopterDetails(adopter, communes));
  const { reportedAdopters: reported } = useCase;
  return reported === undefined ? lines : [...lines, stageLine(reported.stage, reportedAdopters(reported))];
}

function adopterDetails(adopter: Adopter, communes: Communes): readonly Element[] {
  const name = adopterName(adopter, communes) ?? askTexts.communeNotNamed;
  const since = adopter.since === undefined ? name : `${name}, ${useCaseTexts.since(adopter.since)}`;
  const more = [adopter.note, adopter.contact && contactText(adopter.contact)].filter(
    (line) => line !== undefined,
  );
  return [
    stageLine(adopter.stage, since),
    ...more.map((line) => literal([{ text: line, isSubtle: true, size: 'Small' }], { spacing: 'None' })),
  ];
}

function toParagraphs(useCase: UseCase): readonly (readonly Element[])[] {
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
  const longest = Math.min(longestParagraph, Math.floor(allParagraphs / given));
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
function toFacts(useCase: UseCase): readonly Element[] {
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
        { text: value, size: 'Small' },
      ];
      lines.push(literal(runs, { spacing: lines.length === 0 ? 'Default' : 'Small' }));
    }
  }
  return lines;
}

function list(values: readonly string[], separator = ', '): string | undefined {
  return values.length === 0 ? undefined : values.join(separator);
}

function contactLines({ contact, adopters }: UseCase): readonly Element[] {
  if (contact !== undefined) {
    return [
      text(useCaseTexts.contact, { weight: 'Bolder' }),
      literal([{ text: contactText(contact) }], { spacing: 'None' }),
    ];
  }
  return adopters.some((adopter) => adopter.contact !== undefined) ? [] : [smallText(useCaseTexts.noContact)];
}

function contactText({ name, email, phone }: Contact): string {
  return [name, email, phone].filter((part) => part !== undefined).join(', ');
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
