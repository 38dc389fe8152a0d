import type { FeedbackReason, FeedbackWeek } from '../domain/answer-feedback.ts';
import { feedbackReasons } from '../domain/answer-feedback.ts';
import { tokensOf } from '../domain/model-use.ts';
import type { ModelUse } from '../domain/model-use.ts';
import type { Figures, ModelFigures } from '../features/figures/show-figures.ts';
import { figuresTexts as texts } from '../texts/figures-texts.ts';
import { act } from './actions.ts';
import type { Surface } from './actions.ts';
import { card, heading, literal, section, smallText, text } from './card.ts';
import type { Card, Element } from './card.ts';

/** "Kennzahlen": how answers are taken, and what models cost. */
export function figuresCard({ feedback, models, vectors }: Figures, surface: Surface): Card {
  return card({
    fallbackText: texts.title,
    body: [
      heading(texts.title),
      smallText(texts.hint),
      section([text(texts.feedback.title, { weight: 'Bolder' }), ...feedbackElements(feedback)]),
      section([
        text(texts.models.title, { weight: 'Bolder' }),
        ...(models === undefined ? [text(texts.models.none)] : modelElements(models)),
        ...(vectors === undefined || vectors.total === 0 ? [] : [smallText(texts.models.vectors(vectors))]),
      ]),
    ],
    actions: [act(surface, texts.refresh, 'figures.show')],
  });
}

function feedbackElements(weeks: readonly FeedbackWeek[]): readonly Element[] {
  if (weeks.every(({ helpful, notHelpful }) => helpful + notHelpful === 0)) {
    return [text(texts.feedback.none)];
  }
  const reasons = reasonsOf(weeks.slice(0, 2));
  return [
    ...lines(
      weeks.map((week, index) => [texts.feedback.week(week.monday, index), texts.feedback.counts(week)]),
    ),
    ...(reasons.length === 0 ? [] : [smallText(texts.feedback.reasons(reasons))]),
  ];
}

function reasonsOf(weeks: readonly FeedbackWeek[]): readonly (readonly [FeedbackReason, number])[] {
  return feedbackReasons
    .map((reason) => [reason, weeks.reduce((sum, { reasons }) => sum + (reasons[reason] ?? 0), 0)] as const)
    .filter(([, count]) => count > 0);
}

function modelElements({ days, month }: ModelFigures): readonly Element[] {
  const words = texts.models;
  return [
    ...lines([
      ...days.filter(isUsed).map((day) => [words.day(day.day), words.use(day)] as const),
      [words.month, isUsed(month) ? words.use(month) : words.unused],
    ]),
    ...(isUsed(month) ? [smallText(words.split(month))] : []),
    ...(month.uncounted === 0 ? [] : [smallText(words.uncounted(month))]),
    ...(month.cost === undefined ? [smallText(words.noPrices)] : []),
  ];
}

function isUsed(use: ModelUse): boolean {
  return use.requests + tokensOf(use) > 0;
}

/** A line each: what is counted, and the count. */
function lines(rows: readonly (readonly [string, string])[]): readonly Element[] {
  return rows.map(([title, value], index) =>
    literal([{ text: `${title}: `, weight: 'Bolder' }, { text: value }], {
      spacing: index === 0 ? 'Small' : 'None',
    }),
  );
}
