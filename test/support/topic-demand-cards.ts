import { demandCard } from '../../src/cards/demand-card.ts';
import type { Card } from '../../src/cards/card.ts';
import type { Demand } from '../../src/domain/demand.ts';
import { dayMs } from '../../src/domain/instant.ts';
import type { ShownDemand } from '../../src/features/demand/find-demand.ts';
import { aTopicRequest } from './topics.ts';

const now = Date.UTC(2026, 11, 10, 9);
const personal = { shared: false, dialogs: true };

export function aDemand(fields: Partial<Demand> = {}): Demand {
  return {
    wordings: ['Drohnen zur Dachinspektion'],
    timesAsked: 6,
    askers: new Map([
      ['a', 3],
      ['b', 1],
      ['c', 1],
      ['d', 1],
    ]),
    firstAskedAt: now - 7 * dayMs,
    lastAskedAt: now - dayMs,
    ...fields,
  };
}

export function drawDemand(rows: readonly ShownDemand[], pages = 1): Card {
  return demandCard({ kind: 'listed', rows, total: rows.length, page: 1, pages }, personal, now);
}

export const topicDemandCardNames = ['no demand', 'demand', 'much demand'] as const;

const long = 'Übergrößenträgertransportgenehmigungsverfahren im Schwerlastverkehr, digitalisiert';

/** What organisers see of what is asked in vain. */
export function drawTopicDemandCards(): Readonly<Record<(typeof topicDemandCardNames)[number], Card>> {
  return {
    'no demand': drawDemand([]),
    demand: drawDemand([
      {
        demand: aDemand({
          wordings: ['Drohnen zur Dachinspektion', 'Dachinspektion mit Drohnen', 'Dächer mit Drohnen prüfen'],
        }),
      },
      {
        demand: aDemand({
          wordings: ['Bauanträge prüfen'],
          lastAskedAt: now,
          askers: new Map([
            ['a', 1],
            ['b', 1],
          ]),
        }),
        topic: aTopicRequest({ title: 'KI im Bauamt: Bauanträge vorprüfen' }),
      },
      {
        demand: aDemand({
          wordings: ['Quantencomputer'],
          askers: new Map([
            ['a', 1],
            ['b', 1],
          ]),
          firstAskedAt: now,
          lastAskedAt: now,
          timesAsked: 2,
        }),
      },
    ]),
    'much demand': drawDemand(
      Array.from({ length: 5 }, (_, index) => ({
        demand: aDemand({ wordings: [`${index} ${long}`, ...Array.from({ length: 9 }, () => long)] }),
        topic: aTopicRequest({ title: long }),
      })),
      3,
    ),
  };
}
