import type { CommuneId, UseCaseId } from '../../src/domain/ids.ts';
import type { UseCase } from '../../src/domain/use-case.ts';
import { activityOf, personalPlace, sharedPlace } from './crowd.ts';
import type { Person } from './crowd.ts';

/** What one person does from the first press to the last: enters a use case, and joins another one. */
export interface Visit {
  readonly person: Person;
  readonly commune: CommuneId;
  /** What they enter. */
  readonly entered: UseCase;
  /** What they join. */
  readonly joined: UseCaseId;
  /** Of the form that was opened for them. */
  readonly draftId: string;
}

/** A press that waits for its answer. */
export interface Invoke {
  readonly name: string;
  /** What stands in every answer that is no apology. */
  readonly expected: string;
  readonly toValue: (visit: Visit) => Readonly<Record<string, unknown>>;
  readonly isShared?: true;
}

/** The press that people make most. */
export const showing = press('show the details', 'useCase.show', '"adoption.offer"', about);

/** In the order in which somebody presses. */
export const invokes: readonly Invoke[] = [
  press('open the form', 'registration.offerForm', '"registration.check"', () => ({ anew: true })),
  press('check it, with what is similar', 'registration.check', '"registration.register"', (visit) => ({
    draftId: visit.draftId,
    ...formOf(visit),
  })),
  press('register', 'registration.register', '"registration.offerChange"', ({ draftId }) => ({ draftId })),
  showing,
  press('open an adoption', 'adoption.offer', '"adoption.save"', about),
  press('save it', 'adoption.save', '"upkeep.history"', (visit) => ({
    ...about(visit),
    commune: visit.commune,
    stage: 'pilot',
    since: '03/2026',
    contact: 'mailbox',
    mailbox: `digital.${visit.commune}@example.org`,
    note: visit.entered.lessons?.advice ?? '',
  })),
  press('follow', 'follow.start', '"follow.end"', about),
  press('show the history', 'upkeep.history', '"useCase.show"', about),
  press('save an interest', 'interest.save', '"interest.offer"', (visit) => ({
    ...about(visit),
    commune: visit.commune,
    cooperations: 'exchange,joint_procurement',
    named: 'true',
  })),
  {
    name: 'open the form below the compose box',
    expected: '"registration.check"',
    isShared: true,
    toValue: () => ({ commandId: 'registerUseCase', commandContext: 'compose', context: {} }),
  },
];

/** Whoever has said for which commune they work is known, and may enter for it. */
export const introduction = press('introduce oneself', 'commune.choose', 'AdaptiveCard', ({ commune }) => ({
  commune,
}));

/** From opening the form to what is entered. */
export const entering = invokes.slice(0, 3);

/** "Benachrichtigen" of a question. */
export function keeping(sought: string): Invoke {
  return press('keep a question', 'keptQuestion.keep', 'AdaptiveCard', () => ({
    sought,
    filters: [],
    page: 1,
  }));
}

/** The activity as Teams sends it; `more` stands beside the value. */
export function toActivity(
  invoke: Invoke,
  visit: Visit,
  serviceUrl: string,
  more: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const { person } = visit;
  const isShared = invoke.isShared === true;
  const place = isShared ? sharedPlace((person.number % 20) + 1) : personalPlace(person);
  return {
    ...activityOf(person, place, serviceUrl),
    type: 'invoke',
    name: isShared ? 'composeExtension/fetchTask' : 'adaptiveCard/action',
    ...(!isShared && { replyToId: 'card-1' }),
    value: { ...invoke.toValue(visit), ...more },
  };
}

function press(
  name: string,
  verb: string,
  expected: string,
  toData: (visit: Visit) => Readonly<Record<string, unknown>>,
): Invoke {
  return {
    name,
    expected,
    toValue: (visit) => ({
      action: { type: 'Action.Execute', title: name, verb, data: toData(visit) },
      trigger: 'manual',
    }),
  };
}

function about({ joined }: Visit): Readonly<Record<string, unknown>> {
  return { useCaseId: joined };
}

/** The form, filled in. */
function formOf({ commune, entered }: Visit): Readonly<Record<string, unknown>> {
  const { title, summary, description, product, themes, tags } = entered;
  return {
    title,
    summary,
    body: commune,
    stage: 'pilot',
    since: '03/2026',
    contact: 'self',
    category: 'other',
    language: 'de',
    visibility: 'community',
    description,
    product,
    themes: themes.join(', '),
    tags: tags.join(', '),
  };
}
