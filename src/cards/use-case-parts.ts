import type { Commune } from '../domain/commune.ts';
import { confirmedAt } from '../domain/freshness.ts';
import type { CommuneId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import { stagesByUsefulness } from '../domain/stage.ts';
import type { Stage } from '../domain/stage.ts';
import { adoptersAt } from '../domain/use-case.ts';
import type { Adopter, UseCase } from '../domain/use-case.ts';
import { askTexts, reportedAdopters } from '../texts/ask-texts.ts';
import { capitalise, formatMonth } from '../texts/format.ts';
import { freshnessTexts } from '../texts/freshness-texts.ts';
import { stageLabels } from '../texts/labels.ts';
import { literal } from './card.ts';
import type { Element } from './card.ts';
import { shortenText } from './shorten-text.ts';

type Communes = ReadonlyMap<CommuneId, Commune>;

/** Teams' colours: the dot carries them, the word stays in the text colour, because green on white is too weak to read. */
const stageColours: Readonly<Record<Stage, string>> = {
  in_use: 'Good',
  pilot: 'Accent',
  in_development: 'Accent',
  planned: 'Accent',
  idea: 'Default',
  rejected: 'Warning',
  retired: 'Warning',
  unknown: 'Default',
};

const shownNames = 4;

/** Characters; the details have all of it. */
const longestReason = 160;

/** How much is said: names at each stage, stages, and reasons of those who rejected it. */
export interface StageLinesLimits {
  readonly names?: number;
  readonly stages?: number;
  readonly reasons?: number;
}

/** One line for each stage: a coloured dot, the stage, and who is there; below those who rejected it, why they did. */
export function stageLines(
  useCase: UseCase,
  communes: Communes,
  { names = shownNames, stages, reasons = 0 }: StageLinesLimits = {},
): readonly Element[] {
  const shown = whoByStage(useCase, communes, names).slice(0, stages);
  if (shown.length === 0) {
    return [literal([{ text: askTexts.nobodyNow, isSubtle: true, size: 'Small' }], { spacing: 'Small' })];
  }
  const lines: Element[] = [];
  for (const { stage, who } of shown) {
    lines.push(stageLine(stage, who));
    if (stage === 'rejected') {
      lines.push(...reasonLines(useCase, communes, reasons));
    }
  }
  return lines;
}

/** "Grund: …", and whose it is where several rejected it. */
function reasonLines(useCase: UseCase, communes: Communes, atMost: number): readonly Element[] {
  const rejecting = adoptersAt(useCase, 'rejected');
  return rejecting
    .filter(({ note }) => note !== undefined)
    .slice(0, atMost)
    .map((adopter) => {
      const whose = rejecting.length > 1 ? adopterName(adopter, communes) : undefined;
      const reason = askTexts.reason(shortenText(adopter.note ?? '', longestReason), whose);
      return literal([{ text: reason, isSubtle: true, size: 'Small' }], { spacing: 'None' });
    });
}

/** Who is at each stage, in words that name at most so many; the most useful stage first. Empty: there was somebody, and nobody is left. */
export function whoByStage(
  useCase: UseCase,
  communes: Communes,
  atMost: number,
): readonly { readonly stage: Stage; readonly who: string }[] {
  const { adopters, reportedAdopters: reported } = useCase;
  if (adopters.length === 0 && reported === undefined) {
    return isAbandoned(useCase) ? [] : [{ stage: 'unknown', who: askTexts.communeNotNamed }];
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

/** What somebody enters has a commune at first; an import may have none from the beginning. */
function isAbandoned({ provenance }: UseCase): boolean {
  return provenance.version > 1;
}

/** A verdict is an experience, told as a sentence of its own: "Geprüft und verworfen: Menden". */
export function stageLine(stage: Stage, who: string): Element {
  const isVerdict = stage === 'rejected';
  const label = isVerdict ? `${capitalise(stageLabels[stage])}:` : stageLabels[stage];
  const runs = [
    { text: '● ', color: stageColours[stage], size: 'Small' },
    { text: label, weight: 'Bolder', size: 'Small' },
    { text: `${isVerdict ? ' ' : '  '}${who}`, size: 'Small' },
  ];
  return literal(runs, { spacing: 'Small' });
}

export function adopterName({ body }: Pick<Adopter, 'body'>, communes: Communes): string | undefined {
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

/** Where it comes from and when it was last known to be true; `stale`: nobody said for too long that it is. */
export function sourceLine(useCase: UseCase, stale = false): string {
  const { example, provenance } = useCase;
  const { source, lastConfirmedAt, createdAt } = provenance;
  const parts = [
    example ? askTexts.example : undefined,
    source === undefined || example ? undefined : askTexts.source(source),
    stale ? freshnessTexts.stale(confirmedAt(useCase)) : confirmedLine(lastConfirmedAt),
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' · ') : askTexts.entered(formatMonth(createdAt));
}

function confirmedLine(at: Instant | undefined): string | undefined {
  return at === undefined ? undefined : askTexts.confirmed(formatMonth(at));
}
