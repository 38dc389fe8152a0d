import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seenBy } from '../../../src/domain/permissions.ts';
import type { ChatDeps } from '../../../src/chat/chat-deps.ts';
import { understand } from '../../../src/chat/understand/intents.ts';
import { readConfig } from '../../../src/config.ts';
import { addFilters } from '../../../src/domain/filters.ts';
import { communeId, useCaseId } from '../../../src/domain/ids.ts';
import type { Asker } from '../../../src/domain/member.ts';
import type { Question } from '../../../src/domain/question.ts';
import { answerWithModel } from '../../../src/features/ask/answer-with-model.ts';
import type { AnswerWithModelResult } from '../../../src/features/ask/answer-with-model.ts';
import type { TypedQuestion } from '../../../src/features/ask/refine-question.ts';
import { fillStore } from '../../../src/first-start.ts';
import type { LanguageModel } from '../../../src/ports/language-model.ts';
import { createWorkbench } from '../../../src/workbench.ts';
import type { Workbench } from '../../../src/workbench.ts';
import { adopterAt, anAsker, aUseCase } from '../../support/builders.ts';

/** 10,600 inhabitants, in the Hochsauerlandkreis. */
export const bestwig = communeId('05958008');
/** 73,500 inhabitants, in the same district. */
export const arnsberg = communeId('05958004');

/** Somebody in a small and somebody in a middle town of the Hochsauerlandkreis. */
export const telephoneAssistant = aUseCase({
  id: useCaseId('hsk'),
  title: 'Telefonassistent im Rathaus',
  summary: 'Nimmt Anrufe entgegen und verbindet ans richtige Amt.',
  adopters: [adopterAt(bestwig, 'in_use'), adopterAt(arnsberg, 'pilot')],
});

/** The demo's records and one more, and questions as they are typed. */
export class RefineScene {
  readonly deps: ChatDeps;
  readonly #workbench: Workbench;
  readonly #folder: string;

  private constructor(workbench: Workbench, folder: string) {
    this.#workbench = workbench;
    this.#folder = folder;
    this.deps = workbench.deps;
  }

  static async open(): Promise<RefineScene> {
    const folder = mkdtempSync(join(tmpdir(), 'refine-'));
    const config = readConfig({
      BOT_MODE: 'playground',
      STORE: 'memory',
      OPERATOR_DATA: join(folder, 'operator'),
      DEMO_DATA: 'on',
      LOG_LEVEL: 'silent',
      LLM_ANSWERS_PER_HOUR: '10000',
    });
    const workbench = createWorkbench(config);
    await workbench.open();
    await fillStore(workbench.deps, workbench.imports, { withExamples: true });
    await workbench.deps.useCases.add(telephoneAssistant);
    for (const { value, etag } of (await workbench.deps.useCases.changes()).written) {
      workbench.deps.catalogue.put(value, etag);
    }
    return new RefineScene(workbench, folder);
  }

  async close(): Promise<void> {
    await this.#workbench.close();
    rmSync(this.#folder, { recursive: true });
  }

  /** What the rules make of a message, and the question that they would answer. */
  read(words: string, before?: Question): { readonly typed: TypedQuestion; readonly question: Question } {
    const { catalogue, operator } = this.deps;
    const { communes } = operator.current();
    const intent = understand(words, { communes, themes: catalogue.themesFor(seenBy(anAsker())) });
    const continues = intent.kind === 'instead';
    const own = intent.kind === 'question' ? intent.question : intent;
    if (!('sought' in own)) {
      throw new Error(`"${words}" is no question of its own: ${intent.kind}`);
    }
    const alone = { sought: own.sought, filters: own.filters };
    const inherited = continues ? (before?.filters ?? []) : [];
    return {
      typed: { words, alone, continues, ...(before !== undefined && { before }) },
      question: { ...alone, filters: addFilters(inherited, alone.filters) },
    };
  }

  /** What is shown for a message, with a model or without. */
  ask(
    words: string,
    languageModel?: LanguageModel,
    more: { readonly before?: Question; readonly asker?: Asker } = {},
  ): Promise<AnswerWithModelResult> {
    const { typed, question } = this.read(words, more.before);
    const deps = { ...this.deps, ...(languageModel !== undefined && { languageModel }) };
    return answerWithModel(deps, { asker: more.asker ?? anAsker(), question, page: 1, typed });
  }
}
