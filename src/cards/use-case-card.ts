import type { Commune } from '../domain/commune.ts';
import type { CommuneId } from '../domain/ids.ts';
import type { Question } from '../domain/question.ts';
import type { Adopter, Contact, UseCase } from '../domain/use-case.ts';
import { askTexts, reportedAdopters } from '../texts/ask-texts.ts';
import { cooperationLabels, reuseLabels, sourcingLabels, technologyLabels } from '../texts/labels.ts';
import { useCaseTexts } from '../texts/use-case-texts.ts';
import { press, questionPayload } from './actions.ts';
import { shortenText } from './shorten-text.ts';
import { buttonRows, card, literal, openUrl, section, smallText, text } from './card.ts';
import type { Button, Card, Element } from './card.ts';
import { adopterName, sourceLine, stageLine, stageLines } from './use-case-parts.ts';

type Communes = ReadonlyMap<CommuneId, Commune>;

/** Characters; twelve paragraphs of it stay far below the 25 KB that we allow one card. */
const longestParagraph = 900;
const shownLinks = 3;

/** The question whose answer the details were opened from. */
export interface Origin {
  readonly question: Question;
  readonly page: number;
}

/** Everything that is known about a use case; "Zurück" leads to the answer it was opened from. */
export function useCaseCard(useCase: UseCase, communes: Communes, origin: Origin | undefined): Card {
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
    ],
    actions: detailButtons(useCase, origin),
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
  return titled.flatMap(([title, words]) =>
    words === undefined
      ? []
      : [
          [
            text(title, { weight: 'Bolder' }),
            literal([{ text: shortenText(words, longestParagraph) }], { spacing: 'None' }),
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

function detailButtons(useCase: UseCase, origin: Origin | undefined): readonly Button[] {
  const buttons: Button[] = [];
  if (origin !== undefined) {
    const payload = questionPayload(origin.question, origin.page);
    buttons.push(press(useCaseTexts.back, 'question.show', payload));
  }
  const email =
    useCase.contact?.email ?? useCase.adopters.find(({ contact }) => contact?.email)?.contact?.email;
  if (email !== undefined) {
    const subject = encodeURIComponent(useCase.title);
    buttons.push(
      openUrl(
        useCaseTexts.writeMail,
        `mailto:${encodeURI(email)}?subject=${subject}`,
        useCaseTexts.writeMailTo(email),
      ),
    );
  }
  return buttons;
}
