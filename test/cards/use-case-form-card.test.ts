import { describe, expect, it } from 'vitest';
import { useCaseFormCard } from '../../src/cards/use-case-form-card.ts';
import type { UseCaseFormState } from '../../src/cards/use-case-form-card.ts';
import { allFields, ruleOf } from '../../src/domain/use-case-form.ts';
import type { TypedUseCase, UseCaseField, UseCaseProblem } from '../../src/domain/use-case-form.ts';
import { toTypedUseCase } from '../../src/domain/use-case-form-values.ts';
import { useCaseFieldHints, useCaseFieldLabels } from '../../src/texts/use-case-form-texts.ts';
import { aUseCase, menden } from '../support/builders.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import { inputsOf } from '../support/registrations.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';

const chat = { shared: false, dialogs: true };
const dialog = { shared: true, dialogs: true, inDialog: true };
const prefilled = {
  body: menden,
  contact: 'self',
  category: 'other',
  language: 'de',
  visibility: 'community',
};
const own = [...shippedCommunes.values()].filter(({ id }) => id === menden);

function form(state: Partial<UseCaseFormState> = {}, surface = chat) {
  return useCaseFormCard(
    {
      draftId: 'd1',
      typed: prefilled,
      problems: [],
      origin: 'new',
      communes: own,
      knowsSelf: true,
      ...state,
    },
    surface,
  );
}

/** The titles of the sections that are open. */
function openSections(typed: TypedUseCase, problems: readonly UseCaseProblem[] = []) {
  return form({ typed: { ...prefilled, ...typed }, problems }).body.flatMap(({ id, isVisible }) =>
    isVisible === true ? [id] : [],
  );
}

describe('the form of a use case', () => {
  it('asks for every field once, under its own name', () => {
    expect(Object.keys(inputsOf(form()))).toEqual(allFields);
  });

  it('needs a title, a summary and a stage of somebody whose commune is known, and no more', () => {
    const inputs = new Map<string, string>(Object.entries(inputsOf(form())));
    const required = allFields.filter((field) => ruleOf(field).required);

    expect(required).toHaveLength(8);
    expect(required.filter((field) => inputs.get(field) === '')).toEqual(['title', 'summary', 'stage']);
  });

  it('helps with every field that is required', () => {
    const required = allFields.filter((field) => ruleOf(field).required);

    expect(required.filter((field) => field !== 'body' && useCaseFieldHints[field] === undefined)).toEqual(
      [],
    );
  });

  it('is small while it is empty', () => {
    expect(Buffer.byteLength(JSON.stringify(form()))).toBeLessThan(20_000);
  });

  it('stays below what a card may have with every commune to choose from', () => {
    const card = form({ communes: [...shippedCommunes.values()], typed: {} });

    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(25_000);
  });

  it('comes back within what a message may have when every field is full', () => {
    const full = Object.fromEntries(
      allFields
        .filter((field) => !ruleOf(field).kind.startsWith('choice'))
        .map((field) => [field, 'ä'.repeat(ruleOf(field).atMost)]),
    );
    const everybody = [...shippedCommunes.values()];

    const card = form({ typed: { ...full, ...prefilled }, communes: everybody });

    // Two bytes for each UTF-16 unit: 80 KB.
    expect(JSON.stringify(card).length).toBeLessThan(40_000);
  });

  it('opens no section before anything stands in it', () => {
    expect(openSections({})).toEqual([]);
  });

  it.each<[UseCaseField, string]>([
    ['description', 'section-about'],
    ['effectUnit', 'section-benefit'],
    ['technologies', 'section-technology'],
    ['costs', 'section-costs'],
    ['advice', 'section-lessons'],
    ['personalData', 'section-law'],
    ['links', 'section-sharing'],
  ])('shows %s when something stands there, or is wrong with it', (field, section) => {
    expect(openSections({ [field]: 'x' })).toEqual([section]);
    expect(openSections({}, [{ field, problem: 'missing' }])).toEqual([section]);
  });

  it('names the fields that are wrong at the top, and says at each what would be right', () => {
    const problems: readonly UseCaseProblem[] = [
      { field: 'title', problem: 'too-long', over: 3 },
      { field: 'effortDays', problem: 'bad-number' },
    ];
    const words = wordsOf(form({ typed: { title: 'x'.repeat(103), effortDays: 'zwanzig' }, problems }));

    expect(words).toContain('Bitte sehen Sie dort nach: Titel und Aufwand in Tagen.');
    expect(words).toContain('Das sind drei Zeichen zu viel. Bitte höchstens 100 Zeichen.');
    expect(words).toContain('Bitte geben Sie eine Zahl ab 0 an, zum Beispiel „40“ oder „12,5“.');
  });

  it('has a sentence for everything that can be wrong with any field', () => {
    const kinds = [
      'missing',
      'unknown-commune',
      'not-own-commune',
      'bad-choice',
      'bad-date',
      'future-date',
      'bad-number',
      'bad-url',
      'bad-email',
      'mailbox-not-chosen',
      'name-unknown',
      'reason-missing',
      'too-many',
    ] as const;
    const problems = allFields.flatMap((field) => kinds.map((problem) => ({ field, problem })));

    const words = wordsOf(form({ problems }));

    expect(words).not.toMatch(/undefined|NaN|null/);
    expect(words.match(/^Bitte sehen|nennen|wählen|geben|schreiben|füllen/gm)?.length).toBeGreaterThan(100);
  });

  it('lets a client send more than a field may have, so that nothing that is pasted is cut without a word', () => {
    const typed = { title: 'x'.repeat(5000) };
    const title = form({ typed }).body.find(({ id }) => id === 'title');

    expect(title).toMatchObject({ value: typed.title });
    expect(Number(title?.['maxLength'])).toBeGreaterThanOrEqual(20_000);
  });

  it('shows what was typed as it was typed, in inputs alone', () => {
    const typed = { title: '[Klick](https://evil.example) <at>alle</at>', note: '=1+1\n**fett**' };
    const card = form({ typed, changedTitle: typed.title, origin: 'change' });
    const texts = JSON.stringify(card.body.filter(({ type }) => type === 'TextBlock'));

    expect(inputsOf(card)).toMatchObject(typed);
    expect(texts).not.toContain('Klick');
  });

  it('of a record that is changed leaves out what each commune says of itself', () => {
    const card = form({ origin: 'change', typed: toTypedUseCase(aUseCase()) });
    const left = allFields.filter((field) => !(field in inputsOf(card)));

    expect(left).toEqual(['body', 'organisation', 'stage', 'since', 'reason']);
  });

  it('offers what an import brought and nobody could choose', () => {
    const card = form({ origin: 'change', typed: toTypedUseCase(aUseCase({ language: 'pt-br' })) });

    expect(card.body.find(({ id }) => id === 'presets')).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({
          id: 'language',
          value: 'pt-br',
          choices: expect.arrayContaining([{ title: 'pt-br', value: 'pt-br' }]),
        }),
      ]),
    });
  });

  it('says in one row what is filled in for everybody, which goes when it is opened', () => {
    const card = form({ typed: { ...prefilled, visibility: 'public' } });

    const row = card.body.find(({ id }) => id === 'presets-row');

    expect(wordsOf(row)).toContain('Sonstige · Deutsch · Öffentlich');
    expect(row?.['selectAction']).toMatchObject({
      type: 'Action.ToggleVisibility',
      targetElements: [
        { elementId: 'presets', isVisible: true },
        { elementId: 'presets-row', isVisible: false },
      ],
    });
    expect(openSections({})).toEqual([]);
  });

  it.each(['category', 'language', 'visibility'] as const)(
    'opens that row when nothing is chosen, or something wrong: %s',
    (field) => {
      expect(openSections({ [field]: '' })).toEqual(['presets']);
      expect(openSections({}, [{ field, problem: 'bad-choice' }])).toEqual(['presets']);
    },
  );

  it('does not offer the person as the contact where Teams does not name them', () => {
    expect(JSON.stringify(form({ knowsSelf: false }))).not.toContain('"value":"self"');
    expect(JSON.stringify(form())).toContain('"value":"self"');
  });

  it('sends the fields to be checked and to be kept, and never to be thrown away', () => {
    const card = form({ savedAt: Date.UTC(2026, 10, 22, 9) });

    expect(buttonNamed(card, 'Weiter')).toMatchObject({
      verb: 'registration.check',
      data: { draftId: 'd1' },
    });
    expect(buttonNamed(card, 'Zwischenspeichern')).toMatchObject({ verb: 'registration.save' });
    expect(buttonNamed(card, 'Verwerfen')).toMatchObject({ verb: 'registration.discard' });
    expect(JSON.stringify(card.body.at(-1))).toMatch(/"title":"Verwerfen".*"associatedInputs":"none"/);
    expect(JSON.stringify(card).match(/associatedInputs/g)).toHaveLength(1);
    expect(wordsOf(card)).toContain('Entwurf, gesichert am 22. November 2026 um 10:00 Uhr.');
  });

  it('is the same in a dialog, which closes by itself', () => {
    const titles = (card: unknown) => buttonsOf(card).map(({ title }) => title);
    const sections = titles(form({}, dialog)).slice(0, -2);

    expect(inputsOf(form({}, dialog))).toEqual(inputsOf(form()));
    expect(titles(form({}, dialog))).toEqual([...sections, 'Weiter', 'Zwischenspeichern']);
    expect(titles(form())).toEqual([...sections, 'Weiter', 'Zwischenspeichern', 'Abbrechen']);
  });

  it('calls no two fields the same', () => {
    expect(new Set(Object.values(useCaseFieldLabels)).size).toBe(allFields.length);
  });
});
