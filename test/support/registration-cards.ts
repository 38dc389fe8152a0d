import { draftListCard } from '../../src/cards/draft-list-card.ts';
import { registrationCheckCard } from '../../src/cards/registration-check-card.ts';
import { useCaseFormCard } from '../../src/cards/use-case-form-card.ts';
import { submittedCard } from '../../src/cards/registration-submitted-card.ts';
import type { Draft } from '../../src/domain/draft.ts';
import { draftId, storedMemberId } from '../../src/domain/ids.ts';
import { suggestibleFields } from '../../src/domain/suggested-fields.ts';
import { allFields } from '../../src/domain/use-case-form.ts';
import type { DescribedDraft } from '../../src/features/registration/check-registration.ts';
import { suggestionTexts } from '../../src/texts/suggestion-texts.ts';
import { adopterAt, aUseCase, hemer, menden } from './builders.ts';
import { buttonNamed, cardOf } from './conversation.ts';
import type { CardButton, TestBot } from './conversation.ts';
import { draftIdOf, inputsOf, typed } from './registrations.ts';
import { shippedCommunes } from './shipped-communes.ts';
import { valueOf } from './user-group-cards.ts';
import { asBerta, pressed, said } from './user-groups.ts';

const surface = { shared: false, dialogs: true };
const long = 'Ein Satz über Bienen, der so lang ist wie ein Satz in der Verwaltung eben wird. ';

function aDraft(fields: Partial<Draft> = {}): Draft {
  return {
    id: draftId('d1'),
    memberId: storedMemberId('t.berta'),
    origin: { kind: 'new' },
    typed,
    savedAt: Date.UTC(2026, 10, 22, 9),
    state: { kind: 'saved' },
    ...fields,
  };
}

/** A use case with as much in it as the form takes. */
const full = aUseCase({
  title: 'Verwaltungsvorgang '.repeat(5).trim(),
  summary: long.repeat(5).slice(0, 400),
  adopters: [adopterAt(menden, 'rejected', { note: long.repeat(7), contact: { email: 'a@menden.example' } })],
  description: long.repeat(60),
  problem: long.repeat(60),
  goal: long.repeat(60),
  howItWorks: long.repeat(60),
  benefitExpected: long.repeat(60),
  lessons: { worked: long.repeat(60), failed: long.repeat(60), advice: long.repeat(60) },
  note: long.repeat(60),
  legalBasis: Array.from({ length: 20 }, () => long.repeat(3)),
  assessments: Array.from({ length: 20 }, () => long.repeat(3)),
  humanOversight: long.repeat(12),
});

function described(fields: Partial<DescribedDraft>): DescribedDraft {
  return {
    draft: aDraft(),
    useCase: full,
    about: { kind: 'new', similar: [full, full, full] },
    isReviewed: true,
    communes: shippedCommunes,
    ...fields,
  };
}

const everythingChanged = allFields.map((field) => ({
  field,
  before: long.repeat(6),
  after: long.repeat(6),
}));
const titles = ['Bienenzählung', '', 'Äußerungen zu Bienen '.repeat(20)];
const manyDrafts = Array.from({ length: 20 }, (_, index) =>
  aDraft({ id: draftId(`d${index}`), typed: { title: titles[index % titles.length] ?? '' } }),
);
const smallChange = {
  kind: 'change',
  fields: [{ field: 'title', before: 'Bienenzählung', after: 'Bienen zählen' }],
  overtaken: ['title'],
} as const;

const everyMark = Object.fromEntries(Object.keys(suggestibleFields).map((field) => [field, 'b0-QwE']));
const suggestedForm = {
  draftId: 'd1',
  typed: { title: long, summary: long, stage: 'pilot', costs: 'Lizenz: 12.000 € pro Jahr' },
  problems: [],
  origin: 'new',
  communes: [...shippedCommunes.values()].slice(0, 1),
  knowsSelf: true,
  outcome: suggestionTexts.filled(30, true),
  suggested: everyMark,
} as const;

/** Every card about entering use cases, as Berta sees them. */
export async function drawRegistrationCards(bot: TestBot) {
  const press = async (button: CardButton, inputs: Readonly<Record<string, unknown>> = {}) =>
    valueOf(await bot.press(button, 'personal', inputs, asBerta));
  const form = await said(bot, 'Anwendungsfall eintragen', 'personal', asBerta);
  const next = buttonNamed(form, 'Weiter');
  const check = await press(next, { ...inputsOf(form), ...typed, body: menden });
  return {
    'use case form': form,
    'use case form refused': await press(next, { ...inputsOf(form), title: '', since: 'gestern' }),
    'use case form with suggestions': useCaseFormCard({ ...suggestedForm, suggestion: {} }, surface),
    'use case form with a text': useCaseFormCard(
      { ...suggestedForm, typed: {}, suggested: {}, suggestion: { text: long.repeat(10) } },
      { ...surface, inDialog: true },
    ),
    'check of a use case': check,
    'check of suggestions': registrationCheckCard({ ...described({}), suggested: everyMark }, surface),
    'check of much': registrationCheckCard(described({}), surface),
    'check of a change': registrationCheckCard(
      described({ useCase: aUseCase({ adopters: [adopterAt(hemer, 'pilot')] }), about: smallChange }),
      surface,
    ),
    'check of many changes': registrationCheckCard(
      described({ about: { kind: 'change', fields: everythingChanged, overtaken: allFields } }),
      surface,
    ),
    'details of what looks the same': await press(
      pressed('registration.showSimilar', { draftId: draftIdOf(check), useCaseId: 'example-voicebot' }),
    ),
    'use case handed in': submittedCard('new', surface),
    drafts: draftListCard(manyDrafts, { page: 2, isFull: false }, surface),
    'no drafts': draftListCard([], { page: 1, isFull: false }, surface),
    'too many drafts': draftListCard(manyDrafts, { page: 1, isFull: true }, surface),
    'use case form button': cardOf((await bot.say('Anwendungsfall eintragen', 'channel', asBerta))[0]),
  };
}
