import type { Surface } from '../cards/actions.ts';
import { draftListCard } from '../cards/draft-list-card.ts';
import { useCaseFormCard } from '../cards/use-case-form-card.ts';
import type { Commune } from '../domain/commune.ts';
import type { Draft } from '../domain/draft.ts';
import type { Asker } from '../domain/member.ts';
import type { UseCaseProblem } from '../domain/use-case-form.ts';
import { suggestionTextLimit } from '../domain/suggested-fields.ts';
import { beginningOf } from '../domain/typed-words.ts';
import type { DeniedRegistration } from '../features/registration/registration-results.ts';
import { maySuggest } from '../features/registration/suggest-fields.ts';
import { marksThatHold } from '../features/registration/suggestion/suggestion-marks.ts';
import type { SuggestionMarks } from '../features/registration/suggestion/suggestion-marks.ts';
import { registrationTexts as texts } from '../texts/registration-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';

export function toListView(
  drafts: readonly Draft[],
  place: { readonly page: number; readonly isFull: boolean },
  surface: Surface,
): View {
  return { title: texts.drafts.title, card: draftListCard(drafts, place, surface) };
}

export interface FormContent {
  readonly draft: Draft;
  readonly problems?: readonly UseCaseProblem[];
  /** What just happened. */
  readonly outcome?: string;
  readonly suggestion?: FormSuggestion;
}

/** What a form that comes back keeps of "Vorschlag aus Text"; nothing of it is stored. */
export interface FormSuggestion {
  readonly suggested?: SuggestionMarks;
  readonly suggestionText?: string;
  /** There is something to be done. */
  readonly isOpen?: true;
}

/** The form with what is in the draft. */
export async function toFormView(
  deps: ChatDeps,
  turn: Turn,
  { draft, problems = [], outcome, suggestion = {} }: FormContent,
): Promise<View> {
  const { asker, roster, surface } = turn;
  const { id, origin, typed, savedAt, state } = draft;
  const { suggested = {}, suggestionText: text, isOpen } = suggestion;
  const changedTitle = origin.kind === 'change' ? origin.base.title : undefined;
  const card = useCaseFormCard(
    {
      draftId: id,
      typed,
      problems,
      origin: origin.kind,
      communes: chosenFrom(deps, asker),
      knowsSelf: (await roster()) !== undefined,
      ...(changedTitle !== undefined && { changedTitle }),
      ...(state.kind === 'saved' && { savedAt }),
      ...(outcome !== undefined && { outcome }),
      suggested: marksThatHold(suggested, typed),
      ...(maySuggest(deps, asker) && {
        suggestion: {
          ...(text !== undefined && { text: beginningOf(text, suggestionTextLimit) }),
          ...(isOpen && { isOpen }),
        },
      }),
    },
    surface,
  );
  return { title: card.fallbackText, card };
}

/** Members enter for their own commune; organisers, and whoever has none, for any. */
function chosenFrom(deps: ChatDeps, { role, communeId }: Asker): readonly Commune[] {
  const all = [...deps.operator.current().communes.values()];
  const own = all.filter(({ id }) => id === communeId);
  return role !== 'organiser' && own.length > 0
    ? own
    : all.sort((one, other) => one.name.localeCompare(other.name, 'de'));
}

/** Why not, and what to do. */
export function whyDenied({ because }: DeniedRegistration): string {
  return because === 'not-responsible' ? texts.notResponsible : texts[because];
}
