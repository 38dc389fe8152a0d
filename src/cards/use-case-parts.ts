import type { Commune } from '../domain/commune.ts';
import type { CommuneId } from '../domain/ids.ts';
import { stagesByUsefulness } from '../domain/stage.ts';
import type { Stage } from '../domain/stage.ts';
import { adoptersAt } from '../domain/use-case.ts';
import type { Adopter, UseCase } from '../domain/use-case.ts';
import { askTexts, reportedAdopters } from '../texts/ask-texts.ts';
import { formatMonth } from '../texts/format.ts';
import { stageLabels } from '../texts/labels.ts';
import { useCaseTexts } from '../texts/use-case-texts.ts';
import { literal, openUrl } from './card.ts';
import type { Button, Element } from './card.ts';

type Communes = ReadonlyMap<CommuneId, Commune>;

/** Teams' colours: the dot carries them, the word stays in the text colour, because green on white is too weak to read. */
const stageColours: Readonly<Record<Stage, string>> = {
  in_use: 'Good',
  pilot: 'Accent',
  in_development: 'Accent',
  planned: 'Accent',
  idea: 'Default',
  rejected: 'Attention',
  retired: 'Warning',
  unknown: 'Default',
};

const shownNames = 4;

/** One line for each stage: a coloured dot, the stage, and who is there. */
export function stageLines(useCase: UseCase, communes: Communes, atMost = shownNames): readonly Element[] {
  return whoByStage(useCase, communes, atMost).map(({ stage, who }) => stageLine(stage, who));
}

/** Who is at each stage, in words that name at most so many; the most useful stage first. */
export function whoByStage(
  useCase: UseCase,
  communes: Communes,
  atMost: number,
): readonly { readonly stage: Stage; readonly who: string }[] {
  const { adopters, reportedAdopters: reported } = useCase;
  if (adopters.length === 0 && reported === undefined) {
    return [{ stage: 'unknown', who: askTexts.communeNotNamed }];
  }
  return stagesByUsefulness.flatMap((stage) => {
    const there = adoptersAt(useCase, stage);
    const names = adopterNames(there, communes);
    const unnamed = reported?.stage === stage ? [reportedAdopters(reported)] : [];
    const known = [...names, ...unnamed];
    if (known.length === 0 && there.length === 0) {
      return [];
    }
    return [{ stage, who: known.length === 0 ? askTexts.communeNotNamed : shorten(known, atMost) }];
  });
}

export function stageLine(stage: Stage, who: string): Element {
  const runs = [
    { text: '● ', color: stageColours[stage], size: 'Small' },
    { text: stageLabels[stage], weight: 'Bolder', size: 'Small' },
    { text: `  ${who}`, size: 'Small' },
  ];
  return literal(runs, { spacing: 'Small' });
}

export function adopterName({ body }: Adopter, communes: Communes): string | undefined {
  switch (body.kind) {
    case 'commune':
      return communes.get(body.communeId)?.name ?? body.communeId;
    case 'organisation':
      return body.name;
    case 'unnamed':
      return undefined;
  }
}

function adopterNames(adopters: readonly Adopter[], communes: Communes): readonly string[] {
  return adopters.map((adopter) => adopterName(adopter, communes)).filter((name) => name !== undefined);
}

function shorten(names: readonly string[], atMost: number): string {
  const rest = names.length - atMost;
  return rest > 1 ? `${names.slice(0, atMost).join(', ')} ${askTexts.andMore(rest)}` : names.join(', ');
}

/** A button that writes to the contact, where a mail address is given. */
export function mailButtons(useCase: UseCase): readonly Button[] {
  const email =
    useCase.contact?.email ?? useCase.adopters.find(({ contact }) => contact?.email)?.contact?.email;
  if (email === undefined) {
    return [];
  }
  const address = `mailto:${encodeURI(email)}?subject=${encodeURIComponent(useCase.title)}`;
  return [openUrl(useCaseTexts.writeMail, address, useCaseTexts.writeMailTo(email))];
}

/** Where it comes from and when it was last known to be true. */
export function sourceLine({ example, provenance }: UseCase): string {
  const { source, lastConfirmedAt, createdAt } = provenance;
  const parts = [
    example ? askTexts.example : undefined,
    source === undefined || example ? undefined : askTexts.source(source),
    lastConfirmedAt === undefined ? undefined : askTexts.confirmed(formatMonth(lastConfirmedAt)),
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' · ') : askTexts.entered(formatMonth(createdAt));
}
