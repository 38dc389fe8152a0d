import { z } from 'zod';

import { findModelProblems, modelSettings, toModelEndpoint, toModelLimits } from './config-models.ts';
import type { ModelEndpoint, ModelLimits } from './config-models.ts';

/** The bot's registration in Entra; complete or the program does not start in `teams` mode. */
export interface BotCredentials {
  readonly id: string;
  readonly type: 'SingleTenant' | 'UserAssignedMsi';
  readonly tenantId: string;
  /** Absent for a managed identity. */
  readonly password?: string;
}

export interface Config {
  readonly mode: 'playground' | 'teams';
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  /** Present in `teams` mode. */
  readonly credentials?: BotCredentials;
  /** Empty: every tenant. */
  readonly allowedTenants: readonly string[];
  /** Entra object ids, lower case. */
  readonly organisers: readonly string[];
  readonly store: 'sqlite' | 'memory';
  readonly sqlitePath: string;
  readonly operatorData: string;
  readonly questionRetentionDays: number;
  /** Whether organisers look at what members enter before it is published. */
  readonly review: boolean;
  /** Days after which a use case's contact is asked whether it is still true. */
  readonly freshnessDays: number;
  /** As many communes that want to do the same together are told to the organisers. */
  readonly interestFrom: number;
  /** An announcement to more recipients than this needs a second organiser. */
  readonly confirmAbove: number;
  /** When the bot sends nothing on its own to members who chose nothing else. */
  readonly quietHours: '20-7' | 'off';
  /** Absent: the bot runs without a language model. */
  readonly models?: ModelEndpoint;
  readonly modelLimits: ModelLimits;
  /** What Teams shows beside composed answers: "Intern". */
  readonly sensitivityLabel?: string;
  /** Adds fictional records of fictional communes; playground mode alone. */
  readonly demoData: boolean;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** The settings are wrong; the message names each, in one line apiece, and shows no value of a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const guid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'must be a GUID');
const list = z
  .string()
  .default('')
  .transform((value) => value.split(',').map((part) => part.trim().toLowerCase()))
  .transform((parts) => parts.filter((part) => part !== ''));

function oneOf<const Value extends string>(values: readonly [...Value[], Value]) {
  const quoted = values.map((value) => `"${value}"`);
  return z.enum(values, `must be ${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`);
}

function wholeNumber(least: number, most: number) {
  const words = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number(words).int(words).min(least, words).max(most, words);
}

const Environment = z.object({
  BOT_MODE: oneOf(['playground', 'teams']).default('teams'),
  HOST: z.string().optional(),
  PORT: wholeNumber(0, 65_535).default(3978),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://bot.example.org' })
    .optional(),
  BOT_ID: guid.optional(),
  BOT_TYPE: oneOf(['SingleTenant', 'UserAssignedMsi']).optional(),
  BOT_TENANT_ID: guid.optional(),
  BOT_PASSWORD: z.string().optional(),
  ALLOWED_TENANTS: list.pipe(z.array(guid)),
  ORGANISERS: list.pipe(z.array(guid)),
  STORE: oneOf(['sqlite', 'memory']).default('sqlite'),
  SQLITE_PATH: z.string().default('data/community.sqlite'),
  OPERATOR_DATA: z.string().default('data/operator'),
  QUESTION_RETENTION_DAYS: wholeNumber(1, 3650).default(90),
  REVIEW: oneOf(['on', 'off']).default('on'),
  FRESHNESS_DAYS: wholeNumber(1, 3650).default(180),
  INTEREST_FROM: wholeNumber(2, 1000).default(3),
  CONFIRM_ABOVE: wholeNumber(0, 1_000_000).default(500),
  QUIET_HOURS: oneOf(['20-7', 'off']).default('20-7'),
  ...modelSettings,
  SENSITIVITY_LABEL: z.string().max(80, 'must not be longer than 80 characters').optional(),
  DEMO_DATA: oneOf(['on', 'off']).default('off'),
  LOG_LEVEL: oneOf(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

const loopbackHosts = new Set(['127.0.0.1', '::1', 'localhost']);

/** Reads the environment. Throws one `ConfigError` that names every problem at once. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      (issue) => `${issue.path.slice(0, 1).join('.')}: ${issue.message}`,
    );
    throw new ConfigError([...new Set(problems)].join('\n'));
  }
  const env = parsed.data;
  const problems = [
    ...(env.BOT_MODE === 'teams' ? missingCredentials(env) : playgroundProblems(env)),
    ...findModelProblems(env),
  ];
  if (problems.length > 0) {
    throw new ConfigError(problems.join('\n'));
  }
  const host = env.HOST ?? (env.BOT_MODE === 'playground' ? '127.0.0.1' : '0.0.0.0');
  const models = toModelEndpoint(env);
  const credentials = env.BOT_MODE === 'teams' ? toCredentials(env) : undefined;
  return {
    mode: env.BOT_MODE,
    host,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL ?? `http://127.0.0.1:${env.PORT}`,
    ...(credentials !== undefined && { credentials }),
    allowedTenants: env.ALLOWED_TENANTS,
    organisers: env.ORGANISERS,
    store: env.STORE,
    sqlitePath: env.SQLITE_PATH,
    operatorData: env.OPERATOR_DATA,
    questionRetentionDays: env.QUESTION_RETENTION_DAYS,
    review: env.REVIEW === 'on',
    freshnessDays: env.FRESHNESS_DAYS,
    interestFrom: env.INTEREST_FROM,
    confirmAbove: env.CONFIRM_ABOVE,
    quietHours: env.QUIET_HOURS,
    ...(models !== undefined && { models }),
    modelLimits: toModelLimits(env),
    ...(env.SENSITIVITY_LABEL !== undefined && { sensitivityLabel: env.SENSITIVITY_LABEL }),
    demoData: env.DEMO_DATA === 'on',
    logLevel: env.LOG_LEVEL,
  };
}

type Env = z.output<typeof Environment>;

function missingCredentials(env: Env): string[] {
  const needed = ['BOT_ID', 'BOT_TYPE', 'BOT_TENANT_ID', 'PUBLIC_URL'] as const;
  const missing: string[] = needed.filter((name) => env[name] === undefined);
  if (env.BOT_TYPE !== 'UserAssignedMsi' && env.BOT_PASSWORD === undefined) {
    missing.push('BOT_PASSWORD');
  }
  const problems = missing.map((name) => `${name}: is required when BOT_MODE is "teams"`);
  if (env.DEMO_DATA === 'on') {
    problems.push('DEMO_DATA: fictional records are for BOT_MODE "playground" only');
  }
  if (env.PUBLIC_URL?.startsWith('https://') === false) {
    problems.push('PUBLIC_URL: must start with https:// when BOT_MODE is "teams"');
  }
  if (env.PUBLIC_URL !== undefined && new URL(env.PUBLIC_URL).href !== `${new URL(env.PUBLIC_URL).origin}/`) {
    problems.push('PUBLIC_URL: must be without a path');
  }
  return problems;
}

function playgroundProblems(env: Env): string[] {
  const problems: string[] = [];
  if (env.HOST !== undefined && !loopbackHosts.has(env.HOST)) {
    problems.push('HOST: playground mode has no sign-in and runs on 127.0.0.1 only');
  }
  if (env.BOT_ID !== undefined || env.BOT_PASSWORD !== undefined) {
    problems.push('BOT_ID, BOT_PASSWORD: playground mode takes no credentials');
  }
  return problems;
}

function toCredentials(env: Env): BotCredentials | undefined {
  const { BOT_ID: id, BOT_TYPE: type, BOT_TENANT_ID: tenantId, BOT_PASSWORD: password } = env;
  if (id === undefined || type === undefined || tenantId === undefined) {
    return undefined;
  }
  return { id, type, tenantId, ...(password !== undefined && { password }) };
}
