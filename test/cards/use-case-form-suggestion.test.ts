import { describe, expect, it } from 'vitest';
import { registrationCheckCard } from '../../src/cards/registration-check-card.ts';
import { useCaseFormCard } from '../../src/cards/use-case-form-card.ts';
import type { UseCaseFormState } from '../../src/cards/use-case-form-card.ts';
import { draftId, storedMemberId } from '../../src/domain/ids.ts';
import {
  isSuggestible,
  suggestedAtMost,
  suggestibleFields,
  suggestionTextLimit,
} from '../../src/domain/suggested-fields.ts';
import { allFields, ruleOf } from '../../src/domain/use-case-form.ts';
import { adopterAt, aUseCase, menden } from '../support/builders.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import { inputsOf } from '../support/registrations.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';

const chat = { shared: false, dialogs: true };
const dialog = { shared: true, dialogs: true, inDialog: true };
const marks = { title: 'abc123', costs: 'def456' };
const mark = '(Vorschlag der KI, bitte prüfen)';
const everybody = [...shippedCommunes.values()];

function form(state: Partial<UseCaseFormState> = {}, surface = chat) {
  return useCaseFormCard(
    { draftId: 'd1', typed: {}, problems: [], origin: 'new', communes: [], knowsSelf: true, ...state },
    surface,
  );
}

function sectionOf(card: ReturnType<typeof form>) {
  return card.body.find(({ id }) => id === 'section-suggestion');
}

const fullOf = (share: number) =>
  Object.fromEntries(
    allFields
      .filter((field) => ruleOf(field).choices === undefined && field !== 'body')
      .map((field) => [field, 'ä'.repeat(Math.floor(ruleOf(field).atMost * share))]),
  );
const longest = 'ö'.repeat(suggestionTextLimit);
/** Whatever is longer than what is suggested was typed. */
const shortMarks = Object.fromEntries(
  allFields
    .filter((field) => isSuggestible(field) && ruleOf(field).atMost <= 400)
    .map((field) => [field, 'abc123']),
);
const everyMark = Object.fromEntries(Object.keys(suggestibleFields).map((field) => [field, 'abc123']));

describe('"Vorschlag aus Text" in the form', () => {
  it('is not there for those who can have nothing suggested', () => {
    expect(sectionOf(form())).toBeUndefined();
    expect(buttonsOf(form()).map(({ verb }) => verb)).not.toContain('registration.suggest');
  });

  it('is closed, and says what it does and who reads the text', () => {
    const section = sectionOf(form({ suggestion: {} }));

    expect(section).toMatchObject({ isVisible: false });
    expect(wordsOf(section)).toContain('Sie prüfen und ändern alles, bevor es gespeichert wird.');
    expect(wordsOf(section)).toContain('Den Text liest das Sprachmodell des Betreibers');
    expect(JSON.stringify(form({ suggestion: {} }))).toContain(
      '"title":"Vorschlag aus Text öffnen oder schließen","targetElements":["section-suggestion"]',
    );
  });

  it.each([{ text: 'Eine Mail.' }, { isOpen: true }])('is open with %j', (suggestion) => {
    expect(sectionOf(form({ suggestion }))).toMatchObject({ isVisible: true });
  });

  it('has the text in its input, and a button that sends the whole form', () => {
    const card = form({ suggestion: { text: '[x](https://boese.example)' } });
    const blocks = JSON.stringify(card.body.filter(({ type }) => type === 'TextBlock'));

    expect(inputsOf(card)['suggestionText']).toBe('[x](https://boese.example)');
    expect(blocks).not.toContain('boese');
    expect(buttonNamed(card, 'Felder vorschlagen')).toMatchObject({
      type: 'Action.Execute',
      verb: 'registration.suggest',
      data: { draftId: 'd1' },
    });
    expect(buttonNamed(form({ suggestion: {} }, dialog), 'Felder vorschlagen')).toMatchObject({
      type: 'Action.Submit',
      data: { verb: 'registration.suggest', draftId: 'd1' },
    });
  });
});

describe('what a model suggested', () => {
  it('is marked in the label, which screen readers read out, and nothing else is', () => {
    const words = wordsOf(form({ suggested: marks }));

    expect(words).toContain(`* Titel ${mark}`);
    expect(words).toContain(`Kosten ${mark}`);
    expect(words.split(mark)).toHaveLength(3);
  });

  it('is carried by every button that sends the fields, also where no suggestion can be had any more', () => {
    const carrying = buttonsOf(form({ suggested: marks, savedAt: 1, suggestion: {} }))
      .filter(({ data }) => data?.['suggested'] !== undefined)
      .map(({ verb }) => verb);

    expect(carrying).toEqual(['registration.suggest', 'registration.check', 'registration.save']);
    expect(buttonNamed(form({ suggested: marks }), 'Weiter').data).toEqual({
      draftId: 'd1',
      suggested: marks,
    });
    expect(buttonNamed(form({ suggested: {} }), 'Weiter').data).toEqual({ draftId: 'd1' });
  });

  it('is named before it is entered', () => {
    const described = {
      draft: {
        id: draftId('d1'),
        memberId: storedMemberId('t.berta'),
        origin: { kind: 'new' },
        typed: {},
        savedAt: 1,
        state: { kind: 'saved' },
      },
      useCase: aUseCase({ adopters: [adopterAt(menden, 'pilot')] }),
      about: { kind: 'new', similar: [] },
      isReviewed: true,
      communes: shippedCommunes,
    } as const;

    const card = registrationCheckCard({ ...described, suggested: marks }, chat);

    expect(wordsOf(card)).toContain(
      'Von der KI vorgeschlagen und von Ihnen nicht geändert: Titel und Kosten.',
    );
    expect(buttonNamed(card, 'Zurück zum Formular').data).toEqual({ draftId: 'd1', suggested: marks });
    expect(wordsOf(registrationCheckCard(described, chat))).not.toContain('KI vorgeschlagen');
  });
});

describe('the size of the form', () => {
  it('stays below what a card may have with every commune to choose from and the section closed', () => {
    const card = form({ communes: everybody, suggestion: {} });

    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(25_000);
  });

  it('stays within what a message may have when everything that can be suggested is, at its longest', () => {
    const suggested = Object.keys(suggestibleFields)
      .filter(isSuggestible)
      .map((field) => [field, 'ä'.repeat(suggestedAtMost(field))]);
    const typed = Object.fromEntries(suggested);

    const card = form({ typed, communes: everybody, suggested: everyMark, suggestion: { text: longest } });

    expect(JSON.stringify(card).length).toBeLessThan(40_960);
    expect(inputsOf(card)).toMatchObject(typed);
  });

  it.each([0, 0.25, 0.5, 0.75, 0.9, 0.95, 1])(
    'stays within what a message may have when the fields are full to %d, with the longest text and a mark at whatever is short',
    (share) => {
      const card = form({
        typed: fullOf(share),
        communes: everybody,
        suggested: shortMarks,
        suggestion: { text: longest },
        outcome: 'x'.repeat(300),
      });

      // Two bytes for each UTF-16 unit: 80 KB.
      expect(JSON.stringify(card).length).toBeLessThan(40_960);
      expect(inputsOf(card)).toMatchObject(fullOf(share));
    },
  );

  it('has no room for the text where much is filled in, and none for suggestions where nearly everything is', () => {
    const sections = [0.5, 0.87, 1].map((share) => {
      const suggestion = { text: longest };
      const card = form({ typed: fullOf(share), communes: everybody, suggestion });
      return inputsOf(card)['suggestionText']?.length;
    });

    expect(sections).toEqual([suggestionTextLimit, 0, undefined]);
  });
});
