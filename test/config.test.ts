import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

const id = '11111111-2222-4333-8444-555555555555';
const registration = { BOT_ID: id, BOT_TENANT_ID: id, PUBLIC_URL: 'https://bot.example.org' };

describe('the settings', () => {
  it.each([
    ['BOT_MODE', 'Teams', 'must be "playground" or "teams"'],
    ['PORT', 'abc', 'must be a whole number from 0 to 65535'],
    ['PORT', '80.5', 'must be a whole number from 0 to 65535'],
    ['PORT', '65536', 'must be a whole number from 0 to 65535'],
    ['PUBLIC_URL', 'bot.example.org', 'must be an address such as https://bot.example.org'],
    ['BOT_ID', 'bot', 'must be a GUID'],
    ['BOT_TYPE', 'MultiTenant', 'must be "SingleTenant" or "UserAssignedMsi"'],
    ['STORE', 'cosmos', 'must be "sqlite" or "memory"'],
    ['QUESTION_RETENTION_DAYS', '0', 'must be a whole number from 1 to 3650'],
    ['QUIET_HOURS', '22-6', 'must be "20-7" or "off"'],
    ['LLM_BASE_URL', 'llm.example.org', 'must be an address such as https://llm.example.org/v1'],
    ['LLM_AUTH', 'token', 'must be "key" or "managed-identity"'],
    ['DEMO_DATA', 'yes', 'must be "on" or "off"'],
    ['LOG_LEVEL', 'trace', 'must be "debug", "info", "warn", "error" or "silent"'],
  ])('say in plain words what %s may be instead of "%s"', (name, value, rule) => {
    expect(() => readConfig({ [name]: value })).toThrow(
      expect.objectContaining({ name: 'ConfigError', message: `${name}: ${rule}` }),
    );
  });

  it('miss a password with SingleTenant, and while the type is not known', () => {
    const missing = 'BOT_PASSWORD: is required when BOT_MODE is "teams"';

    expect(() => readConfig({ ...registration, BOT_TYPE: 'SingleTenant' })).toThrow(
      expect.objectContaining({ message: missing }),
    );
    expect(() => readConfig(registration)).toThrow(
      expect.objectContaining({ message: `BOT_TYPE: is required when BOT_MODE is "teams"\n${missing}` }),
    );
  });

  it('name an address of the bot without a path', () => {
    const settings = { ...registration, BOT_TYPE: 'UserAssignedMsi' };

    expect(readConfig({ ...settings, PUBLIC_URL: 'https://bot.example.org/' }).publicUrl).toContain('bot');
    expect(() => readConfig({ ...settings, PUBLIC_URL: 'https://bot.example.org/ki' })).toThrow(
      expect.objectContaining({ message: 'PUBLIC_URL: must be without a path' }),
    );
  });

  it('need no password for a managed identity', () => {
    const config = readConfig({ ...registration, BOT_TYPE: 'UserAssignedMsi' });

    expect(config.credentials).toEqual({ id, type: 'UserAssignedMsi', tenantId: id });
  });
});

describe('the language model', () => {
  const address = 'https://llm.example.org/v1';

  it('is not there when nothing is set', () => {
    expect(readConfig({ BOT_MODE: 'playground', LLM_BASE_URL: ' ' })).not.toHaveProperty('models');
  });

  it.each([
    [
      { LLM_API_KEY: 'k', LLM_MODEL: 'm' },
      { auth: { kind: 'key', key: 'k' }, languageModel: 'm' },
    ],
    [{ EMBEDDING_MODEL: 'e' }, { auth: { kind: 'none' }, embeddingModel: 'e' }],
    [
      { LLM_AUTH: 'managed-identity', LLM_MODEL: 'm', LLM_API_VERSION: '2024-10-21' },
      { auth: { kind: 'managed-identity' }, languageModel: 'm', apiVersion: '2024-10-21' },
    ],
  ])('is reached as %o says', (settings, expected) => {
    const config = readConfig({ BOT_MODE: 'playground', LLM_BASE_URL: address, ...settings });

    expect(config.models).toEqual({ baseUrl: address, ...expected });
  });

  it.each([
    'http://127.0.0.1:8080/v1',
    'http://localhost/v1',
    'http://10.1.2.3/v1',
    'http://172.20.0.1/v1',
    'http://[::1]:1/v1',
  ])('may be reached without encryption in the own network: %s', (own) => {
    expect(readConfig({ BOT_MODE: 'playground', LLM_BASE_URL: own, LLM_MODEL: 'm' }).models?.baseUrl).toBe(
      own,
    );
  });

  it.each([
    [{ LLM_MODEL: 'm' }, 'LLM_BASE_URL: is required with LLM_MODEL, EMBEDDING_MODEL or LLM_API_KEY'],
    [{ LLM_API_KEY: 'secret' }, 'LLM_BASE_URL: is required with LLM_MODEL, EMBEDDING_MODEL or LLM_API_KEY'],
    [{ LLM_BASE_URL: address }, 'LLM_MODEL, EMBEDDING_MODEL: one of them is required with LLM_BASE_URL'],
    [
      { LLM_BASE_URL: 'http://172.32.0.1/v1', LLM_MODEL: 'm' },
      'LLM_BASE_URL: must start with https:// outside of the own network',
    ],
    [
      { LLM_BASE_URL: 'http://10.example.org/v1', LLM_MODEL: 'm' },
      'LLM_BASE_URL: must start with https:// outside of the own network',
    ],
    [
      { LLM_BASE_URL: 'https://user:secret@llm.example.org/v1', LLM_MODEL: 'm' },
      'LLM_BASE_URL: must hold neither a user nor a query; a key stands in LLM_API_KEY',
    ],
    [
      { LLM_BASE_URL: address, LLM_MODEL: 'm', LLM_AUTH: 'managed-identity', LLM_API_KEY: 'secret' },
      'LLM_API_KEY: is not used with LLM_AUTH "managed-identity"',
    ],
  ])('is refused with its reason and without a secret: %o', (settings, message) => {
    expect(() => readConfig({ BOT_MODE: 'playground', ...settings })).toThrow(
      expect.objectContaining({ name: 'ConfigError', message }),
    );
  });
});
