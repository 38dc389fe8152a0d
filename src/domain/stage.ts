/** How far a commune has come with a use case, from first thought to verdict; `unknown` comes from imports only. */
export const stages = [
  'idea',
  'planned',
  'in_development',
  'pilot',
  'in_use',
  'retired',
  'rejected',
  'unknown',
] as const;

export type Stage = (typeof stages)[number];

/** The order in which an answer names stages: what helps the asker most comes first. */
export const stagesByUsefulness: readonly Stage[] = [
  'in_use',
  'pilot',
  'in_development',
  'planned',
  'idea',
  'rejected',
  'retired',
  'unknown',
];
