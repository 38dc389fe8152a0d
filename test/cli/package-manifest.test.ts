import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { actionCommands } from '../../src/chat/answer-action.ts';
import { composeCommands } from '../../src/chat/answer-compose-query.ts';
import { understand } from '../../src/chat/understand/intents.ts';
import { fillPlaceholders } from '../../src/cli/package/fill-placeholders.ts';
import { tenantId } from '../../src/domain/ids.ts';
import { answerQuestion } from '../../src/features/ask/answer-question.ts';
import { examples } from '../../src/texts/member-texts.ts';
import { TestBot } from '../support/conversation.ts';
import { values } from './package-fixture.ts';

const Command = z.object({
  title: z.string(),
  description: z.string(),
  type: z.literal('prompt').optional(),
  prompt: z.string().optional(),
});
const Manifest = z.object({
  developer: z.object({ websiteUrl: z.url(), privacyUrl: z.url(), termsOfUseUrl: z.url() }),
  bots: z.tuple([
    z.object({
      scopes: z.array(z.string()),
      commandLists: z.array(z.object({ scopes: z.array(z.string()), commands: z.array(Command) })),
    }),
  ]),
  composeExtensions: z.tuple([
    z.object({
      commands: z.array(
        z.discriminatedUnion('type', [
          z.object({
            id: z.string(),
            type: z.literal('query'),
            title: z.string().max(32),
            description: z.string().max(128),
            initialRun: z.boolean(),
            parameters: z.array(z.unknown()),
          }),
          z.object({
            id: z.string(),
            type: z.literal('action'),
            title: z.string(),
            description: z.string(),
            context: z.array(z.string()),
            fetchTask: z.boolean(),
          }),
        ]),
      ),
    }),
  ]),
});

const text = readFileSync(join(import.meta.dirname, '../../appPackage/manifest.json'), 'utf8');
const manifest = Manifest.parse(fillPlaceholders(text, values).manifest);
const [{ scopes, commandLists }] = manifest.bots;
const [{ commands: commandsBelowMessages }] = manifest.composeExtensions;

function commandsIn(scope: string) {
  return commandLists.filter((list) => list.scopes.includes(scope)).flatMap(({ commands }) => commands);
}

const asker = {
  tenantId: tenantId('11111111-0000-4000-8000-000000000000'),
  guest: false,
  role: 'member',
} as const;

describe.each([
  ['the shipped records alone', 'off'],
  ['the shipped and the fictional records', 'on'],
])('prompt starters on %s', (_, demoData) => {
  let bot: TestBot;

  beforeAll(async () => {
    bot = await TestBot.start({ DEMO_DATA: demoData });
  });

  afterAll(async () => {
    await bot.stop();
  });

  function meaningOf(message: string): string {
    const { deps } = bot.app;
    const { communes } = deps.operator.current();
    const intent = understand(message, { communes, themes: deps.catalogue.themesFor(() => true) });
    return intent.kind === 'question'
      ? `question: ${answerQuestion(deps, { asker, question: intent.question, page: 1 }).kind}`
      : intent.kind;
  }

  it.each([
    [
      'personal',
      [
        'help',
        'meetings',
        'my-data',
        'new-inquiry',
        'privacy',
        'question: found',
        'register-use-case',
        'subscriptions',
        'user-groups',
      ],
    ],
    [
      'team',
      ['help', 'meetings', 'privacy', 'question: found', 'register-use-case', 'topics', 'user-groups'],
    ],
    [
      'groupChat',
      ['help', 'meetings', 'privacy', 'question: found', 'register-use-case', 'topics', 'user-groups'],
    ],
  ])('in "%s" are questions with results and commands that may be used there', (scope, expected) => {
    const meanings = commandsIn(scope).map(({ title }) => meaningOf(title));

    expect([...new Set(meanings)].sort()).toEqual(expected);
  });
});

describe('the manifest', () => {
  it('has at most ten commands in each scope, the first of them questions of the help card', () => {
    expect(scopes).toEqual(['personal', 'team', 'groupChat']);
    for (const scope of scopes) {
      const commands = commandsIn(scope);
      const questions = commands.filter(({ type }) => type === 'prompt');

      expect(commands.length).toBeLessThanOrEqual(10);
      expect(questions.length).toBeGreaterThanOrEqual(2);
      expect(commands.slice(0, questions.length)).toEqual(questions);
      expect(questions.filter(({ title }) => !examples.includes(title))).toEqual([]);
      expect(questions.filter(({ title, prompt }) => title !== prompt)).toEqual([]);
    }
  });

  it('has the searches of the compose box that the bot knows, each with one field and a list to begin with', () => {
    const searches = commandsBelowMessages.filter((command) => command.type === 'query');

    expect(searches.map(({ id }) => id)).toEqual([...composeCommands]);
    // Teams shows the first parameter of a search and no other.
    expect(searches.filter(({ parameters }) => parameters.length !== 1)).toEqual([]);
    expect(searches.every(({ initialRun }) => initialRun)).toBe(true);
  });

  it('says that the compose box finds meetings as well', () => {
    const search = commandsBelowMessages.find((command) => command.type === 'query');

    expect(search?.title).toContain('Treffen');
    expect(search?.description).toContain('ein Treffen');
  });

  it('has the dialogs that the bot knows, two of them in the menu of a message, each drawn by the bot', () => {
    const actions = commandsBelowMessages.filter((command) => command.type === 'action');
    const places = actions.map(({ id, context }) => [id, ...context]);

    expect(actions.map(({ id }) => id)).toEqual([...actionCommands]);
    expect(places).toEqual([
      ['registerUseCase', 'compose', 'commandBox'],
      ['captureUseCase', 'message'],
      ['proposeTopic', 'compose', 'commandBox'],
      ['captureTopic', 'message'],
    ]);
    expect(actions.every(({ fetchTask }) => fetchTask)).toBe(true);
    expect(actions.filter(({ title, description }) => title.length > 32 || description.length > 128)).toEqual(
      [],
    );
  });

  it('names pages that the bot serves', async () => {
    const bot = await TestBot.start();
    const { websiteUrl, privacyUrl, termsOfUseUrl } = manifest.developer;

    const answers = [];
    for (const url of [websiteUrl, privacyUrl, termsOfUseUrl]) {
      answers.push((await bot.get(new URL(url).pathname)).status);
    }
    await bot.stop();

    expect(answers).toEqual([200, 200, 200]);
  });

  it('asks for no permission, because the bot uses none', () => {
    const names = Object.keys(z.record(z.string(), z.unknown()).parse(JSON.parse(text)));

    expect(names).toContain('bots');
    expect(names.filter((name) => /permission|authorization|webApplicationInfo/i.test(name))).toEqual([]);
  });

  it('speaks as the cards do', () => {
    expect(text).not.toMatch(/Treffer|Bescheid|[A-Za-zäöüß]!/);
  });
});
