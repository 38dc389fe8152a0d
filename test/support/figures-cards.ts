import type { Card } from '../../src/cards/card.ts';
import { figuresCard } from '../../src/cards/figures-card.ts';
import type { FeedbackWeek } from '../../src/domain/answer-feedback.ts';
import { noModelUse } from '../../src/domain/model-use.ts';
import type { Figures } from '../../src/features/figures/show-figures.ts';

export const figuresCardNames = ['figures', 'figures without a model', 'figures of much'] as const;

const personal = { shared: false, dialogs: true };

function aWeek(monday: string, fields: Partial<FeedbackWeek> = {}): FeedbackWeek {
  return { monday, helpful: 0, notHelpful: 0, model: { helpful: 0, notHelpful: 0 }, reasons: {}, ...fields };
}

const days = [
  '2026-11-23',
  '2026-11-22',
  '2026-11-21',
  '2026-11-20',
  '2026-11-19',
  '2026-11-18',
  '2026-11-17',
];
const mondays = ['2026-11-23', '2026-11-16', '2026-11-09', '2026-11-02'];

function figures(requests: number, fields: Partial<Figures> = {}): Figures {
  const use = {
    ...noModelUse,
    requests,
    inputTokens: requests * 2400,
    outputTokens: requests * 130,
    embeddingTokens: requests * 12,
    cost: requests * 0.0011,
  };
  return {
    kind: 'figures',
    feedback: mondays.map((monday, index) =>
      aWeek(monday, {
        helpful: 12 - index,
        notHelpful: 3,
        model: { helpful: 9, notHelpful: 2 },
        reasons: { 'nothing-fits': 2, wrong: 1 },
      }),
    ),
    models: {
      days: days.map((day, index) => Object.assign({ day }, index === 1 ? noModelUse : use)),
      month: use,
    },
    vectors: { done: 480, total: 500 },
    ...fields,
  };
}

/** "Kennzahlen" of organisers. */
export function drawFiguresCards(): Readonly<Record<(typeof figuresCardNames)[number], Card>> {
  const { models: _models, vectors: _vectors, ...without } = figures(0);
  const much = figures(123_456);
  return {
    figures: figuresCard(figures(14), personal),
    'figures without a model': figuresCard(
      { ...without, feedback: mondays.map((monday) => aWeek(monday)) },
      personal,
    ),
    'figures of much': figuresCard(
      {
        ...much,
        models: {
          days: much.models?.days ?? [],
          month: {
            ...noModelUse,
            requests: 1_234_567,
            inputTokens: 2_345_678_901,
            uncounted: 12_345,
            estimatedTokens: 67_890_123,
          },
        },
      },
      personal,
    ),
  };
}
