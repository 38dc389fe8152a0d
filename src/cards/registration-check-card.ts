import type { UseCaseField } from '../domain/use-case-form.ts';
import type { UseCase } from '../domain/use-case.ts';
import { isUseCaseField } from '../domain/use-case-form.ts';
import type { DescribedDraft } from '../features/registration/check-registration.ts';
import type { SuggestionMarks } from '../features/registration/suggestion/suggestion-marks.ts';
import { registrationTexts } from '../texts/registration-texts.ts';
import { useCaseFieldLabels } from '../texts/use-case-form-texts.ts';
import { suggestionTexts } from '../texts/suggestion-texts.ts';
import { useCaseTexts } from '../texts/use-case-texts.ts';
import { act, look } from './actions.ts';
import type { Surface } from './actions.ts';
import { adopterLines } from './adopter-lines.ts';
import { buttonRows, card, heading, literal, section, smallText, text } from './card.ts';
import type { Card, Element } from './card.ts';
import { contactLines } from './contact-lines.ts';
import { drawToFit } from './fit-card.ts';
import { changedFieldLines } from './review-fields.ts';
import { shortenText } from './shorten-text.ts';
import { toFacts, toParagraphs } from './use-case-card.ts';
import { stageLines } from './use-case-parts.ts';

const { buttons, check } = registrationTexts;

/** Characters of all paragraphs, and of a changed field before and after. */
interface Amount {
  readonly paragraphs: number;
  readonly change: number;
}

/** How much is told; less where the card would be too big. */
const amounts: readonly [Amount, ...Amount[]] = [
  { paragraphs: 4200, change: 600 },
  { paragraphs: 1500, change: 200 },
  { paragraphs: 500, change: 60 },
];
const longestTitle = 100;

/** With what a model suggested and the person left as it was. */
type Checked = DescribedDraft & { readonly suggested?: SuggestionMarks };

/** What becomes of a draft with "Eintragen"; above it what looks the same, so that one solution stays one record. */
export function registrationCheckCard(described: Checked, surface: Surface): Card {
  return drawToFit(amounts, (amount) => draw(described, surface, amount));
}

function draw(described: Checked, surface: Surface, amount: Amount): Card {
  const { draft, useCase, about, suggested = {} } = described;
  const title = check.heading[about.kind];
  const data = { draftId: draft.id };
  const fields = Object.keys(suggested).filter(isUseCaseField);
  return card({
    fallbackText: `${title} ${useCase.title}`,
    body: [
      heading(title),
      ...(fields.length > 0 ? [text(suggestionTexts.unchanged(fields))] : []),
      ...(about.kind === 'new' && about.similar.length > 0
        ? similarSection(about.similar, described, surface)
        : []),
      ...(about.kind === 'new'
        ? previewSections(described, amount)
        : changeSections(described, about, amount)),
      section([
        ...whoLines(described),
        ...buttonRows([act(surface, buttons.backToForm, 'registration.goOn', withMarks(data, suggested))]),
      ]),
    ],
    actions: [
      act(surface, buttons.submit, 'registration.register', data, { style: 'positive' }),
      act(surface, buttons.discard, 'registration.discard', data),
    ],
  });
}

function withMarks(data: Readonly<Record<string, unknown>>, suggested: SuggestionMarks) {
  return { ...data, ...(Object.keys(suggested).length > 0 && { suggested }) };
}

function similarSection(
  similar: readonly UseCase[],
  { draft, communes, suggested = {} }: Checked,
  surface: Surface,
): readonly Element[] {
  const rows = similar.map((useCase) => {
    const data = { useCaseId: useCase.id, draftId: draft.id };
    return section([
      literal([{ text: shortenText(useCase.title, longestTitle), weight: 'Bolder' }]),
      ...stageLines(useCase, communes),
      ...buttonRows([
        look(surface, buttons.adopt, 'adoption.offer', data),
        look(surface, buttons.details, 'registration.showSimilar', withMarks(data, suggested)),
      ]),
    ]);
  });
  return [section([text(check.exists, { weight: 'Bolder' }), smallText(check.existsMore)]), ...rows];
}

/** The use case as its details will show it. */
function previewSections({ useCase, communes }: DescribedDraft, amount: Amount): readonly Element[] {
  // Its author reads alone, and knows whom they named.
  const reader = { namesPersons: true };
  const paragraphs = toParagraphs(useCase, amount.paragraphs);
  const facts = toFacts(useCase);
  return [
    section([
      smallText(check.asItWillBe),
      literal([{ text: useCase.title, weight: 'Bolder', size: 'Medium' }]),
      literal([{ text: useCase.summary }], { spacing: 'Small' }),
    ]),
    section([text(useCaseTexts.whoDoesIt, { weight: 'Bolder' }), ...adopterLines(useCase, communes, reader)]),
    ...(paragraphs.length > 0 ? [section(paragraphs.flat())] : []),
    ...(facts.length > 0 ? [section(facts)] : []),
    section(contactLines(useCase, reader.namesPersons)),
  ];
}

function changeSections(
  { useCase, communes }: DescribedDraft,
  about: DescribedDraft['about'] & { readonly kind: 'change' },
  amount: Amount,
): readonly Element[] {
  return [
    section([
      literal([{ text: useCase.title, weight: 'Bolder', size: 'Medium' }]),
      ...(about.overtaken.length > 0 ? [text(check.overtaken(toLabels(about.overtaken)))] : []),
      smallText(check.changes),
      ...changedFieldLines(about.fields, communes, amount.change, 'author'),
    ]),
  ];
}

function toLabels(fields: readonly UseCaseField[]): readonly string[] {
  return fields.map((field) => useCaseFieldLabels[field]);
}

function whoLines({ useCase, about, isReviewed }: DescribedDraft): readonly Element[] {
  const { visibility, adopters } = useCase;
  const ofCommune = adopters.some(({ body }) => body.kind === 'commune');
  const seenBy =
    visibility === 'organisation' && !ofCommune ? check.ofOrganisation : check.seenBy[visibility];
  const atOnce = about.kind === 'new' ? check.atOnce : check.changedAtOnce;
  return [text(seenBy), text(isReviewed ? check.reviewed : atOnce, { spacing: 'Small' })];
}
