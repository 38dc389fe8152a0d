import type { Commune } from '../../src/domain/commune.ts';
import { useCaseId } from '../../src/domain/ids.ts';
import type { Stage } from '../../src/domain/stage.ts';
import type { Adopter, UseCase } from '../../src/domain/use-case.ts';
import { Chance } from './chance.ts';
import { advice, areas, effects, problems, productEnds, productStarts, ways } from './phrases.ts';
import { topics } from './topics.ts';

const createdAt = Date.UTC(2026, 5, 1);
const dayMs = 86_400_000;

/** As often as a stage stands here. */
const stages: readonly Stage[] = [
  'in_use',
  'in_use',
  'in_use',
  'pilot',
  'pilot',
  'planned',
  'in_development',
  'idea',
  'rejected',
  'retired',
];

/**
 * Fictional use cases of about 600 characters with one to six adopters among the given communes, each marked as an example.
 * The same number always gives the same records, and more of them begin with the fewer.
 */
export function makeUseCases(count: number, communes: readonly Commune[]): readonly UseCase[] {
  const chance = new Chance(20_261);
  return Array.from({ length: count }, (_, index) => makeUseCase(chance, index, communes));
}

function makeUseCase(chance: Chance, index: number, communes: readonly Commune[]): UseCase {
  const topic = chance.pick(topics);
  const area = chance.pick(areas);
  const product = `${chance.pick(productStarts)}${chance.pick(productEnds)}${chance.between(1, 9)}`;
  return {
    id: useCaseId(`bench-${String(index).padStart(5, '0')}`),
    title: `${topic.title} ${area}`,
    summary: `${product} ${topic.does}. Eingesetzt wird die Lösung ${area} für rund ${chance.between(2, 90) * 50} Vorgänge im Jahr.`,
    description: `${chance.pick(problems)} ${chance.pick(ways)} ${chance.pick(effects)}`,
    category: 'other',
    language: 'de',
    visibility: 'community',
    adopters: chance.pickSome(communes, chance.between(1, 6)).map((commune) => makeAdopter(chance, commune)),
    themes: [topic.theme],
    technologies: [topic.technology],
    // Every author has other words for it, one of which people ask with.
    tags: [...topic.tags, chance.pick(topic.asked)],
    product,
    costs: [],
    lessons: { advice: chance.pick(advice) },
    legalBasis: [],
    assessments: [],
    cooperationWanted: [],
    interests: [],
    interestsReported: [],
    links: [],
    example: true,
    provenance: {
      source: 'Lasttest',
      externalIds: [`bench-${index}`],
      createdAt,
      lastConfirmedAt: createdAt + chance.between(0, 120) * dayMs,
      version: 1,
    },
  };
}

function makeAdopter(chance: Chance, commune: Commune): Adopter {
  const since = `${chance.between(2022, 2026)}-${String(chance.between(1, 12)).padStart(2, '0')}`;
  return {
    body: { kind: 'commune', communeId: commune.id },
    stage: chance.pick(stages),
    since,
    ...(chance.happens(0.6) && { contact: { email: `digital.${commune.id}@example.org` } }),
    ...(chance.happens(0.2) && { note: chance.pick(effects) }),
  };
}
