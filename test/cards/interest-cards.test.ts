import { describe, expect, it } from 'vitest';
import { interestFormCard, interestLines } from '../../src/cards/interest-card.ts';
import { interestMessageCard } from '../../src/cards/interest-message-card.ts';
import { cooperations } from '../../src/domain/use-case.ts';
import { interested, shippedCommune } from '../support/adoption-cards.ts';
import { adopterAt, aUseCase, hemer, menden, olpe, siegen } from '../support/builders.ts';
import { wordsOf } from '../support/conversation.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';

const surface = { shared: false, dialogs: true };
const naughty = '[Klick](https://evil.example) **fett** <at>alle</at>';

function bytes(card: unknown): number {
  return Buffer.byteLength(JSON.stringify(card));
}

/** The texts of a card in which markdown is live. */
function liveTextsOf(value: unknown): string {
  if (Array.isArray(value)) {
    return value.map(liveTextsOf).join('\n');
  }
  if (typeof value !== 'object' || value === null) {
    return '';
  }
  return 'type' in value && (value.type === 'TextBlock' || String(value.type).startsWith('Input.'))
    ? JSON.stringify({ ...value, value: undefined })
    : liveTextsOf(Object.values(value));
}

describe('interest in doing something together', () => {
  it('is counted for each kind, and only those are named that agree', () => {
    const useCase = aUseCase({
      interests: [
        interested(menden),
        interested(hemer, { named: false }),
        interested(olpe, { cooperations: ['joint_procurement', 'pilot_partner'] }),
        interested(siegen, { cooperations: ['exchange'], named: false }),
      ],
    });

    expect(wordsOf(interestLines(useCase, shippedCommunes))).toBe(
      [
        'Interesse an Zusammenarbeit',
        'Austausch: 1 Kommune',
        'Pilotpartnerschaft: 1 Kommune (Olpe)',
        'Gemeinsame Beschaffung: 3 Kommunen (Menden (Sauerland), Olpe und 1 weitere)',
      ].join('\n'),
    );
    expect(interestLines(aUseCase(), shippedCommunes)).toEqual([]);
  });

  it('names six at most', () => {
    const interests = [...shippedCommunes.keys()].slice(0, 9).map((commune) => interested(commune));

    expect(wordsOf(interestLines(aUseCase({ interests }), shippedCommunes))).toMatch(
      /: 9 Kommunen \((?:[^,]+, ){5}[^,]+ und 3 weitere\)$/,
    );
  });

  it('is named for nobody who did not say so before', () => {
    const form = (interest?: ReturnType<typeof interested>) =>
      JSON.stringify(
        interestFormCard(
          { useCase: aUseCase(), commune: shippedCommune(menden), about: {}, ...(interest && { interest }) },
          surface,
        ),
      );

    expect(form()).toMatch(/"id":"named"[^}]*"value":"false"/);
    expect(form(interested(menden))).toMatch(/"id":"named"[^}]*"value":"true"/);
  });
});

describe('the list for the organisers', () => {
  const useCase = aUseCase({
    title: 'ü'.repeat(4000),
    contact: { name: 'ü'.repeat(4000), email: 'box@example.org' },
  });
  const everybody = [...shippedCommunes.keys()].map((commune) => ({
    interest: interested(commune, { cooperations: [...cooperations], named: false }),
    adopter: adopterAt(commune, 'in_use', { contact: { name: naughty, email: `${'ü'.repeat(240)}@x.de` } }),
  }));
  const described = {
    useCase,
    cooperation: 'joint_procurement',
    interested: everybody,
    communes: shippedCommunes,
  } as const;

  it('stays small enough with every commune of the list, and smaller in short', () => {
    expect(bytes(interestMessageCard(described, { short: false }))).toBeLessThan(25_000);
    expect(bytes(interestMessageCard(described, { short: true }))).toBeLessThan(5000);
  });

  it('says how many more there are, and shows words literally', () => {
    const card = interestMessageCard(described, { short: true });

    expect(wordsOf(card)).toMatch(/und \d+ weitere Kommunen/);
    expect(wordsOf(card)).toContain(naughty);
    expect(liveTextsOf(card)).not.toContain('Klick');
  });
});
