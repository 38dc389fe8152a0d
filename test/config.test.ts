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

  it('need no password for a managed identity', () => {
    const config = readConfig({ ...registration, BOT_TYPE: 'UserAssignedMsi' });

    expect(config.credentials).toEqual({ id, type: 'UserAssignedMsi', tenantId: id });
  });
});
