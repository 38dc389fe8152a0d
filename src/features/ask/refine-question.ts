import type { Deps } from '../../deps.ts';
import { addFilters, joinFilters } from '../../domain/filters.ts';
import type { Filter, FilterKind } from '../../domain/filters.ts';
import type { Asker } from '../../domain/member.ts';
import { seenBy } from '../../domain/permissions.ts';
import type { Question } from '../../domain/question.ts';
import type { JsonAnswer, LanguageModel } from '../../ports/language-model.ts';
import { fold } from '../../search/german/fold.ts';
import type { AnswerBudget } from '../model-use/answer-budget.ts';
import { mayHaveCost } from '../model-use/note-use.ts';
import { AnswerMemory } from './answer-memory.ts';
import { choiceKinds, findChoices } from './refine-choices.ts';
import type { Choice } from './refine-choices.ts';
import { waitAtMost } from './refine-deadline.ts';
import { ModelReading, refineInstructions, refineSchema, toMaterial } from './refine-request.ts';
import { topicsOf, toSought, untypedWords } from './refine-sought.ts';

/** Something typed, what the rules made of it, and what was asked before it. */
export interface TypedQuestion {
  /** As it was typed. */
  readonly words: string;
  /** What the rules made of the words alone, without what was asked before; nothing is sought when they made nothing of them. */
  readonly alone: Question;
  /** Whether the words may go on from the question before, as far as the rules can tell. */
  readonly continues: boolean;
  readonly before?: Question;
}

/** What the words mean by a model, and what an answer to it must show before it is believed. */
export interface RefinedQuestion {
  readonly question: Question;
  /** Words of the model's own: each must stand in a record of the answer. */
  readonly untyped: readonly string[];
  /** What was typed: a record of the answer must speak of one of them. Empty when the filters are all that the words say. */
  readonly topics: readonly string[];
}

const remembered = new AnswerMemory<ModelReading>();
const deadlineMs = 2000;
const mostTokens = 200;
/** Characters; what is longer was pasted, and may hold anything. */
const longestTyped = 250;

type RefineDeps = Pick<Deps, 'languageModel' | 'catalogue' | 'clock' | 'operator' | 'logger'>;

/** Whether what this person types may reach a model: nobody's from outside. */
export function mayReachModel({ memberId, guest }: Asker): boolean {
  return memberId !== undefined && !guest;
}

/**
 * What else typed words may mean, by a model; undefined without one, when it may not be asked now, does not answer in time or says nothing new. What the rules
 * read stays. A filter is added only if the words speak of it, and the question before is taken up only if they name no other thing.
 */
export async function refineQuestion(
  deps: RefineDeps,
  request: { readonly asker: Asker; readonly typed: TypedQuestion; readonly budget: AnswerBudget },
): Promise<RefinedQuestion | undefined> {
  const { asker, typed, budget } = request;
  const { languageModel } = deps;
  if (languageModel === undefined || !mayReachModel(asker) || typed.words.length > longestTyped) {
    return undefined;
  }
  const { communes } = deps.operator.current();
  const themes = deps.catalogue.themesFor(seenBy(asker));
  const choices = findChoices(typed.words, { communes, themes });
  const material = toMaterial(typed.words, choices, typed.before);
  const asked = { instructions: refineInstructions, material };
  const known = remembered.find(languageModel, asked);
  const reading = known ?? (await askWithinBudget(deps, languageModel, material, budget));
  if (reading !== undefined && known === undefined) {
    remembered.keep(languageModel, deps.clock, asked, reading);
  }
  return reading && toRefined(typed, reading, choices);
}

async function askWithinBudget(
  deps: RefineDeps,
  model: LanguageModel,
  material: string,
  budget: AnswerBudget,
): Promise<ModelReading | undefined> {
  const turn = await budget.take();
  return turn.kind === 'allowed' ? askModel(deps, model, material, budget) : undefined;
}

async function askModel(
  { logger }: Pick<Deps, 'logger'>,
  model: LanguageModel,
  material: string,
  budget: AnswerBudget,
): Promise<ModelReading | undefined> {
  const request = {
    instructions: refineInstructions,
    schema: refineSchema,
    material,
    mostTokens,
    deadlineMs,
  };
  const sent = refineInstructions.length + material.length;
  try {
    const answer = await waitAtMost(deadlineMs, (signal) => model.answerInJson({ ...request, signal }));
    if (answer?.kind !== 'failed' || mayHaveCost(answer.because)) {
      await budget.note(toUse(answer, sent));
    }
    const reading = answer?.kind === 'answered' ? ModelReading.safeParse(answer.value) : undefined;
    if (reading?.success !== true) {
      const because = answer?.kind === 'failed' ? answer.because : answer === undefined ? 'late' : 'unusable';
      logger.info('question.not-refined', { because });
    }
    return reading?.data;
  } catch (error) {
    // Its message might repeat what was typed.
    logger.error('question.refining-failed', { error: error instanceof Error ? error.name : typeof error });
    return undefined;
  }
}

/** `answer`: undefined, or failed, when it was broken off. `sent`: characters. */
function toUse(answer: JsonAnswer | undefined, sent: number) {
  return answer?.kind === 'answered'
    ? { usage: answer.usage, characters: sent + JSON.stringify(answer.value).length }
    : { characters: sent };
}

function toRefined(
  typed: TypedQuestion,
  reading: ModelReading,
  choices: readonly Choice[],
): RefinedQuestion | undefined {
  const { alone, before, words } = typed;
  const chosen = choose(reading, choices, alone.filters);
  const filters = joinFilters(
    alone.filters,
    chosen.map(({ filter }) => filter),
  );
  const spoken = new Set(chosen.flatMap((choice) => choice.words));
  const topics = topicsOf(alone.sought).filter(({ word }) => !spoken.has(fold(word)));
  const goesOn = reading.followUp && before !== undefined;
  // Without a thing of their own the words must say something else that is new.
  if (goesOn && topics.length === 0 && (typed.continues || chosen.length > 0)) {
    const question = { sought: before.sought, filters: addFilters(before.filters, filters) };
    return { question, untyped: [], topics: [] };
  }
  const sought = toSought(reading.sought);
  const from = goesOn && typed.continues ? before.filters : [];
  const question = { sought, filters: addFilters(from, filters) };
  if (sought === '') {
    return topics.length === 0 && chosen.length > 0 ? { question, untyped: [], topics: [] } : undefined;
  }
  const telling = topics.filter(({ weak }) => !weak).map(({ word }) => word);
  const untyped = untypedWords(sought, [words, before?.sought ?? '']);
  return telling.length === 0 ? undefined : { question, untyped, topics: telling };
}

/** What the model named of what there was to choose from, where the rules read nothing of that kind. */
function choose(
  reading: ModelReading,
  choices: readonly Choice[],
  read: readonly Filter[],
): readonly Choice[] {
  const taken = new Set(read.map(({ kind }) => aspectOf(kind)));
  const chosen: Choice[] = [];
  for (const kind of choiceKinds) {
    const choice = choices.find((one) => one.kind === kind && one.key === reading[kind]);
    if (choice !== undefined && !taken.has(aspectOf(kind))) {
      taken.add(aspectOf(kind));
      chosen.push(choice);
    }
  }
  return chosen;
}

/** A district and a commune both say where. */
function aspectOf(kind: FilterKind): string {
  return kind === 'district' || kind === 'commune' || kind === 'without' ? 'place' : kind;
}
