import type { Rules } from '../../src/deps.ts';

/** Settings as an operator has them who set none, but without quiet hours. */
export function someRules(rules: Partial<Rules> = {}): Rules {
  return {
    organisers: new Set<string>(),
    allowedTenants: new Set<string>(),
    questionRetentionDays: 90,
    confirmAbove: 500,
    review: true,
    freshnessDays: 180,
    interestFrom: 3,
    quietHours: 'none',
    models: { answersPerHour: 30, tokensPerDay: 1_000_000, prices: {} },
    ...rules,
  };
}
