import { describe, expect, it } from 'vitest';
import { adoptionFormCard } from '../../src/cards/adoption-form-card.ts';
import { answerCard } from '../../src/cards/answer-card.ts';
import { communeChoiceCard } from '../../src/cards/commune-choice-card.ts';
import { useCaseCard } from '../../src/cards/use-case-card.ts';
import { stageLines } from '../../src/cards/use-case-parts.ts';
import type { UseCase } from '../../src/domain/use-case.ts';
import { aForm } from '../support/adoption-cards.ts';
import { adopterAt, aUseCase, hemer, menden, olpe, siegen } from '../support/builders.ts';
import { buttonsOf, wordsOf } from '../support/conversation.ts';
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

function answerWith(useCase: UseCase) {
  return answerCard(
    {
      kind: 'found',
      question: { sought: 'Chatbot', filters: [] },
      found: [{ useCase, why: { parts: [{ text: useCase.summary, found: false }] } }],
      corrections: [],
      facets: [],
      summary: { counts: [{ stage: 'rejected', communes: 2, organisations: 0 }], reported: [] },
      total: 1,
      page: 1,
      pages: 1,
      communes: shippedCommunes,
    },
    surface,
  );
}

describe('communes that rejected it', () => {
  it('are told on the answer as an experience, with the reason below', () => {
    const useCase = aUseCase({ adopters: [adopterAt(menden, 'rejected', { note: 'Zu wenige Anrufe.' })] });

    expect(wordsOf(answerWith(useCase))).toMatch(/^Zwei Kommunen haben es geprüft und verworfen\.\n/);
    expect(wordsOf(answerWith(useCase))).toContain(
      '● Geprüft und verworfen: Menden (Sauerland)\nGrund: Zu wenige Anrufe.\n',
    );
    expect(wordsOf(useCaseCard(useCase, shippedCommunes, undefined))).toContain(
      '● Geprüft und verworfen: Menden (Sauerland)\nGrund: Zu wenige Anrufe.',
    );
  });

  it('are told whose reason it is where they are several, the first two, and stand behind those who use it', () => {
    const useCase = aUseCase({
      adopters: [
        adopterAt(menden, 'rejected', { note: 'Zu teuer.' }),
        adopterAt(olpe, 'rejected'),
        adopterAt(hemer, 'rejected', { note: 'Zu früh.' }),
        adopterAt(siegen, 'rejected', { note: 'Zu spät.' }),
        adopterAt(siegen, 'in_use', { note: 'Kein Grund.' }),
      ],
    });

    const words = wordsOf(answerWith(useCase));

    expect(words).toContain(
      [
        '● im Einsatz  Siegen',
        '● Geprüft und verworfen: Menden (Sauerland), Olpe, Hemer, Siegen',
        'Grund (Menden (Sauerland)): Zu teuer.',
        'Grund (Hemer): Zu früh.',
        useCase.summary,
      ].join('\n'),
    );
  });

  it('are told whose reason it is from two on', () => {
    const useCase = aUseCase({
      adopters: [adopterAt(menden, 'rejected'), adopterAt(hemer, 'rejected', { note: 'Zu früh.' })],
    });

    expect(wordsOf(answerWith(useCase))).toContain('Grund (Hemer): Zu früh.');
  });

  it('have their reason shortened on the answer, in full on the details, and literally on both', () => {
    const note = `${naughty} ${'Wort '.repeat(60)}Ende.`;
    const useCase = aUseCase({ adopters: [adopterAt(menden, 'rejected', { note })] });
    const answer = answerWith(useCase);
    const details = useCaseCard(useCase, shippedCommunes, undefined);

    const reason = /Grund: (.*)/.exec(wordsOf(answer))?.[1] ?? '';
    expect(reason.length).toBeLessThanOrEqual(160);
    expect(reason).toMatch(/^\[Klick\].*Wort …$/);
    expect(wordsOf(details)).toContain(`Grund: ${note}`);
    expect(liveTextsOf([answer, details])).not.toContain('Klick');
  });

  it('lose their reasons rather than that the answer gets too big', () => {
    const long = aUseCase({
      summary: 'ü'.repeat(400),
      adopters: [...shippedCommunes.keys()].map((commune) =>
        adopterAt(commune, 'rejected', { note: 'ü'.repeat(300) }),
      ),
    });
    const found = Array.from({ length: 30 }, () => ({
      useCase: long,
      why: { parts: [{ text: 'ü'.repeat(100), found: false }] },
    }));
    const question = { sought: 'x', filters: [] };
    const rest = {
      corrections: [],
      facets: [],
      summary: { counts: [], reported: [] },
      total: 30,
      page: 1,
      pages: 1,
    };
    const draw = (rows: number) =>
      wordsOf(
        answerCard(
          { kind: 'found', question, found: found.slice(0, rows), communes: shippedCommunes, ...rest },
          surface,
        ),
      );

    expect([9, 12, 13].map((rows) => draw(rows).match(/Grund/g)?.length ?? 0)).toEqual([18, 12, 0]);
  });
});

describe('a use case that nobody does any more', () => {
  const nobody = aUseCase({ adopters: [], provenance: { externalIds: [], createdAt: 1, version: 3 } });

  it('says so', () => {
    expect(wordsOf(stageLines(nobody, shippedCommunes))).toBe('Zurzeit ist keine Kommune eingetragen.');
  });

  it('is not taken for an import that names no commune', () => {
    expect(wordsOf(stageLines(aUseCase(), shippedCommunes))).toBe(
      '● Stand nicht bekannt  Kommune nicht genannt',
    );
  });
});

describe('the form of a commune', () => {
  it('offers whoever stands there as the contact only where somebody does', () => {
    const known = adopterAt(menden, 'pilot', { contact: { name: naughty } });
    const without = JSON.stringify(adoptionFormCard(aForm(), surface));
    const withKnown = adoptionFormCard(
      aForm({ adopter: known, useCase: aUseCase({ title: naughty }) }),
      surface,
    );

    expect(without).not.toContain('Wie bisher');
    expect(wordsOf(withKnown)).toContain(`Bisher: ${naughty}`);
    expect(liveTextsOf(withKnown)).toContain('Wie bisher');
    expect(liveTextsOf(withKnown)).not.toContain('Klick');
  });

  it('has buttons for what can be done with it, for organisers also another commune', () => {
    const adopter = adopterAt(menden, 'pilot');
    const titles = (fields: Parameters<typeof aForm>[0], inDialog = false) =>
      buttonsOf(adoptionFormCard(aForm(fields), { ...surface, shared: inDialog, inDialog })).map(
        ({ title }) => title,
      );

    expect(titles({})).toEqual(['Speichern', 'Abbrechen']);
    expect(titles({ adopter })).toEqual(['Eintrag zurückziehen', 'Speichern', 'Abbrechen']);
    expect(titles({ mayForOthers: true }, true)).toEqual(['Andere Kommune', 'Speichern']);
  });

  it('stays below 25 KB with the longest words', () => {
    const note = 'ü'.repeat(20_000);
    const card = adoptionFormCard(
      aForm({ typed: { note: note.slice(0, 5000), since: 'x', mailbox: 'y', stage: 'rejected' } }),
      surface,
    );

    expect(bytes(card)).toBeLessThan(25_000);
  });
});

describe('the way out of a form', () => {
  const about = { useCaseId: 'u1', question: { sought: 'Chatbot', filters: [], page: 1 } };
  const cancelled = (card: unknown) => buttonsOf(card).filter(({ title }) => title === 'Abbrechen');

  it('leads to the details, with the question that they were opened from', () => {
    expect(cancelled(adoptionFormCard(aForm({ about }), surface))).toMatchObject([
      { verb: 'useCase.show', data: about },
    ]);
  });

  it('leads to the draft where the form was opened from one: it is not lost', () => {
    const form = adoptionFormCard(aForm({ about: { ...about, draftId: 'd1' } }), surface);

    expect(cancelled(form)).toMatchObject([{ verb: 'registration.show', data: { draftId: 'd1' } }]);
  });

  it('is there while the commune is still to be chosen, too, but not in a dialog, which has its own', () => {
    const choice = {
      next: { verb: 'adoption.chooseCommune', data: about },
      communes: [],
      about: 'Chatbot',
      whose: 'own',
    } as const;

    expect(cancelled(communeChoiceCard(choice, surface))).toMatchObject([
      { verb: 'useCase.show', data: about },
    ]);
    expect(cancelled(communeChoiceCard(choice, { ...surface, shared: true, inDialog: true }))).toEqual([]);
  });
});
