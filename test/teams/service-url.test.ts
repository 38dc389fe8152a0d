import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { isAllowedServiceUrl } from '../../src/teams/service-url.ts';

const shipped = new URL('../../src/store/operator/defaults/service-hosts.txt', import.meta.url);
const operatorHosts = new Set([...readFileSync(shipped, 'utf8').split('\n'), 'teams.example.org']);

describe('the service URLs that are answered in teams mode', () => {
  it.each([
    'https://smba.trafficmanager.net',
    'https://smba.trafficmanager.net/',
    'https://smba.trafficmanager.net/de/',
    'https://smba.trafficmanager.net/emea/dddddddd-0000-4000-8000-000000000001/',
    'https://smba.onyx.prod.teams.trafficmanager.net/amer/',
    'https://smba.infra.gcc.teams.microsoft.com/teams',
    'https://teams.example.org/bot/',
  ])('are those of Microsoft and of the operator: %s', (serviceUrl) => {
    expect(isAllowedServiceUrl(serviceUrl, 'teams', operatorHosts)).toBe(true);
  });

  it.each([
    ['absent', ''],
    ['http', 'http://smba.trafficmanager.net/de/'],
    ['another scheme', 'ftp://smba.trafficmanager.net/de/'],
    ['no scheme', 'smba.trafficmanager.net/de/'],
    ['a relative address', '//smba.trafficmanager.net/de/'],
    ['another name under the same domain', 'https://evil.trafficmanager.net/'],
    ['the domain alone', 'https://trafficmanager.net/'],
    ['a name below', 'https://evil.smba.trafficmanager.net/'],
    ['a name in front', 'https://xsmba.trafficmanager.net/'],
    ['a hyphen for a dot', 'https://smba-trafficmanager.net/'],
    ['a domain behind', 'https://smba.trafficmanager.net.evil.example/'],
    ['a dot behind', 'https://smba.trafficmanager.net./'],
    ['a hyphenated domain behind', 'https://smba.trafficmanager.net-evil.example/'],
    ['userinfo', 'https://smba.trafficmanager.net@evil.example/'],
    ['userinfo before the real host', 'https://user:password@smba.trafficmanager.net/'],
    ['an empty userinfo', 'https://@smba.trafficmanager.net/'],
    ['a port', 'https://smba.trafficmanager.net:8443/'],
    ['the default port', 'https://smba.trafficmanager.net:443/'],
    ['an empty port', 'https://smba.trafficmanager.net:/'],
    ['a backslash', String.raw`https://smba.trafficmanager.net\@evil.example/`],
    ['a fragment', 'https://evil.example#smba.trafficmanager.net/'],
    ['a query', 'https://evil.example?smba.trafficmanager.net/'],
    ['a query on the real host', 'https://smba.trafficmanager.net/?redirect=https://evil.example'],
    ['the host as a path', 'https://evil.example/smba.trafficmanager.net/'],
    ['punycode', 'https://xn--smb-7na.trafficmanager.net/'],
    ['a Cyrillic letter', 'https://smb\u0430.trafficmanager.net/'],
    ['full-width letters', 'https://\uff53mba.trafficmanager.net/'],
    ['a full-width dot', 'https://smba\u3002trafficmanager.net/'],
    ['a soft hyphen', 'https://smba.traffic\u00admanager.net/'],
    ['percent signs in the host', 'https://smba%2etrafficmanager.net/'],
    ['an IPv4 address', 'https://20.190.128.1/'],
    ['an IPv4 address as a number', 'https://2130706433/'],
    ['an IPv6 address', 'https://[::1]/'],
    ['the metadata address of a cloud', 'https://169.254.169.254/latest/'],
    ['loopback', 'http://127.0.0.1:56150/_connector'],
    ['a space before', ' https://smba.trafficmanager.net/'],
    ['a line break', 'https://smba.trafficmanager.net/\nHost: evil.example'],
    ['a tab in the host', 'https://smba.traffic\tmanager.net/'],
    ['a NUL', 'https://smba.trafficmanager.net\u0000.evil.example/'],
    ['a wildcard', 'https://*.trafficmanager.net/'],
    ['script', 'javascript:alert(1)//smba.trafficmanager.net'],
    ['capitals', 'https://SMBA.trafficmanager.net/'],
  ])('are not look-alikes: %s', (_what, serviceUrl) => {
    expect(isAllowedServiceUrl(serviceUrl, 'teams', operatorHosts)).toBe(false);
  });

  it('are none without hosts', () => {
    expect(isAllowedServiceUrl('https://smba.trafficmanager.net/', 'teams', new Set())).toBe(false);
  });
});

describe('the service URLs that are answered in playground mode', () => {
  it.each([
    'http://localhost:56150/_connector',
    'http://127.0.0.1:56150/_connector',
    'http://[::1]:56150/',
    'http://localhost',
  ])('are on this machine: %s', (serviceUrl) => {
    expect(isAllowedServiceUrl(serviceUrl, 'playground', operatorHosts)).toBe(true);
  });

  it.each([
    'https://smba.trafficmanager.net/de/',
    'http://127.0.0.1.evil.example/',
    'http://localhost.evil.example/',
    'http://localhost@evil.example/',
    'http://127.0.0.2/',
    'http://192.168.0.1:56150/',
    'http://0.0.0.0:56150/',
    'http://localhost:56150@evil.example/',
    'https://localhost:56150/',
    '',
  ])('are nowhere else: %s', (serviceUrl) => {
    expect(isAllowedServiceUrl(serviceUrl, 'playground', operatorHosts)).toBe(false);
  });
});
