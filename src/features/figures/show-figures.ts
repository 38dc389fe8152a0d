import type { Deps } from '../../deps.ts';
import type { FeedbackWeek } from '../../domain/answer-feedback.ts';
import { dayMs } from '../../domain/instant.ts';
import { toLocalTime } from '../../domain/local-time.ts';
import type { Asker } from '../../domain/member.ts';
import { addModelUse, costOf, noModelUse } from '../../domain/model-use.ts';
import type { ModelUse, ModelUseDay } from '../../domain/model-use.ts';
import { may } from '../../domain/permissions.ts';
import type { Technology } from '../../domain/use-case.ts';
import { countEmbeddings } from '../ask/embedding-progress.ts';
import { weeklyFeedback } from '../feedback/weekly-feedback.ts';

/** What models did. `cost`: Euro; absent where a price is not set. */
export interface ModelFigures {
  /** The last seven days, today first, those without any use included. */
  readonly days: readonly (ModelUseDay & { readonly cost?: number })[];
  /** This month so far. */
  readonly month: ModelUse & { readonly cost?: number };
}

export interface Figures {
  readonly kind: 'figures';
  /** This week and the three before it. */
  readonly feedback: readonly FeedbackWeek[];
  /** Absent: no model is set. */
  readonly models?: ModelFigures;
  /** Use cases that are compared by meaning, of those that may be; absent where there is no model for that. */
  readonly vectors?: { readonly done: number; readonly total: number };
}

export type ShowFiguresResult =
  | Figures
  | { readonly kind: 'denied'; readonly because: 'anonymous' | 'guest' | 'not-organiser' };

type FigureDeps = Pick<
  Deps,
  | 'answerFeedback'
  | 'clock'
  | 'embeddingModel'
  | 'embeddings'
  | 'languageModel'
  | 'logger'
  | 'modelUseDays'
  | 'rules'
  | 'useCases'
>;

const weeks = 4;
const shownDays = 7;

/** What organisers see of how answers are taken and what models cost: numbers alone, of all communes together. */
export async function showFigures(
  deps: FigureDeps,
  {
    asker,
    technologyWords,
  }: { readonly asker: Asker; readonly technologyWords: Readonly<Record<Technology, string>> },
): Promise<ShowFiguresResult> {
  const permission = may(asker, 'see-figures');
  if (permission.kind === 'denied') {
    deps.logger.warn('figures.denied', { because: permission.because });
    const { because } = permission;
    return {
      kind: 'denied',
      because: because === 'anonymous' || because === 'guest' ? because : 'not-organiser',
    };
  }
  const hasModel = deps.languageModel !== undefined || deps.embeddingModel !== undefined;
  const [feedback, models, vectors] = await Promise.all([
    weeklyFeedback(deps, weeks),
    hasModel ? countModelUse(deps) : undefined,
    deps.embeddingModel && countEmbeddings(deps, technologyWords),
  ]);
  return {
    kind: 'figures',
    feedback,
    ...(models !== undefined && { models }),
    ...(vectors !== undefined && { vectors: { done: vectors.done, total: vectors.total } }),
  };
}

async function countModelUse({
  clock,
  modelUseDays,
  rules,
}: Pick<Deps, 'clock' | 'modelUseDays' | 'rules'>): Promise<ModelFigures> {
  const today = toLocalTime(clock.now()).date;
  const recent = Array.from({ length: shownDays }, (_, index) => daysBefore(today, index));
  const monthBegan = `${today.slice(0, 7)}-01`;
  const earliest = [monthBegan, recent.at(-1) ?? today].toSorted()[0] ?? monthBegan;
  const used = await modelUseDays.since(earliest);
  const month = [...used.values()].filter(({ day }) => day >= monthBegan).reduce(addModelUse, noModelUse);
  const { prices } = rules.models;
  return {
    days: recent.map((day) => withCost({ day, ...(used.get(day) ?? noModelUse) })),
    month: withCost(month),
  };

  function withCost<Use extends ModelUse>(use: Use): Use & { readonly cost?: number } {
    const cost = costOf(use, prices);
    return { ...use, ...(cost !== undefined && { cost }) };
  }
}

/** Days of the calendar, whatever the clocks do in between. */
function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - count * dayMs).toISOString().slice(0, 10);
}
