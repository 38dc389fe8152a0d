import { createPublicKey } from 'node:crypto';

import { exportJWK, generateKeyPair, importJWK } from 'jose';

import type { OpenId, TokenSettings } from '../support/open-id.ts';
import { start } from './running-front.ts';

export const botId = 'cccccccc-0000-4000-8000-000000000001';

type MakeAuthorization = (openId: OpenId) => Promise<string | undefined>;

const seconds = Math.floor(start / 1000);
const minute = 60;
const emulatorTenant = 'd6d49420-f39b-4df7-a1dc-d59a935871db';

/** A token signed with the published key, with these changes. */
function signed(settings: TokenSettings): MakeAuthorization {
  return async (openId) => `Bearer ${await openId.token(start, settings)}`;
}

/** A token signed with a key that the key set does not have, or has another key for. */
function signedByStranger(kid: string | undefined): MakeAuthorization {
  return async (openId) => {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
    const header = { kid, jwk: await exportJWK(publicKey) };
    return `Bearer ${await openId.token(start, { header, key: privateKey })}`;
  };
}

/** A token signed with the published key in another way than RS256. */
function signedBy(alg: 'PS256' | 'RS512'): MakeAuthorization {
  return async (openId) => {
    const key = await importJWK(await exportJWK(openId.privateKey('key-1')), alg);
    return `Bearer ${await openId.token(start, { header: { alg }, key })}`;
  };
}

/** A good token of which a part was exchanged after it was signed. */
function changed(change: (header: string, content: string, signature: string) => string): MakeAuthorization {
  return async (openId) => {
    const [header = '', content = '', signature = ''] = (await openId.token(start)).split('.');
    return `Bearer ${change(header, content, signature)}`;
  };
}

/** The public key is no secret, so a signature made with it proves nothing. */
async function signedWithPublicKey(openId: OpenId): Promise<string> {
  const { n = '', e = '' } = openId.publicKey('key-1');
  const pem = createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' }).export({
    type: 'spki',
    format: 'pem',
  });
  const key = new TextEncoder().encode(pem.toString());
  return `Bearer ${await openId.token(start, { header: { alg: 'HS256' }, key })}`;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

const forged = encode({ iss: 'https://api.botframework.com', aud: botId, exp: seconds + minute });
const none = encode({ alg: 'none', kid: 'key-1', typ: 'JWT' });
const critical = encode({ alg: 'RS256', kid: 'key-1', crit: ['x'], x: 1 });

export const badTokens: readonly (readonly [string, MakeAuthorization])[] = [
  ['fault 6: nothing', async () => undefined],
  ['fault 6: an empty header', async () => ''],
  ['fault 6: Bearer without a token', async () => 'Bearer '],
  ['fault 6: Basic', async () => `Basic ${Buffer.from('user:password').toString('base64')}`],
  ['fault 6: garbage', async () => 'Bearer garbage'],
  ['fault 6: three parts of garbage', async () => 'Bearer a.b.c'],
  ['fault 6: 12 kB of letters', async () => `Bearer ${Array(3).fill('a'.repeat(4_000)).join('.')}`],
  ['fault 6: a token without the scheme', (openId) => openId.token(start)],
  ['fault 6: a token with another scheme', async (openId) => `Token ${await openId.token(start)}`],
  ['fault 6: two tokens', changed((...parts) => `${parts.join('.')} ${parts.join('.')}`)],
  ['fault 6: a token with a fourth part', changed((...parts) => `${parts.join('.')}.e30`)],
  ['fault 6: a token without a signature', changed((header, content) => `${header}.${content}.`)],
  ['fault 6: a signature cut short', changed((...parts) => parts.join('.').slice(0, -8))],
  [
    'fault 6: a signature turned around',
    changed((h, c, signature) => `${h}.${c}.${signature.slice(100)}${signature.slice(0, 100)}`),
  ],
  ['fault 6: an exchanged content', changed((header, _, signature) => `${header}.${forged}.${signature}`)],
  [
    'fault 6: a content that is no object',
    changed((header, _, signature) => `${header}.${encode(5)}.${signature}`),
  ],
  ['fault 7: alg none', changed((_, content) => `${none}.${content}.`)],
  [
    'fault 7: alg none with a signature',
    changed((_, content, signature) => `${none}.${content}.${signature}`),
  ],
  ['fault 7: HS256 with the public key as the secret', signedWithPublicKey],
  ['fault 7: HS256 with zeros', signed({ header: { alg: 'HS256' }, key: new Uint8Array(32) })],
  ['fault 7: another key under a known name', signedByStranger('key-1')],
  ['fault 7: an unknown key, brought along in the header', signedByStranger('key-9')],
  ['fault 7: a key without a name', signedByStranger(undefined)],
  ['fault 7: a key with an empty name', signedByStranger('')],
  ['fault 7: PS256 with the right key', signedBy('PS256')],
  ['fault 7: RS512 with the right key', signedBy('RS512')],
  [
    'fault 7: an unknown critical header',
    changed((_, content, signature) => `${critical}.${content}.${signature}`),
  ],
  ['fault 7: a key for encryption', signed({ header: { kid: 'for-encryption' } })],
  ['fault 7: a token valid 6 minutes from now', signed({ claims: { nbf: seconds + 6 * minute } })],
  ['fault 8: a token that expired 6 minutes ago', signed({ claims: { exp: seconds - 6 * minute } })],
  ['fault 8: a token without an end', signed({ claims: { exp: undefined } })],
  ['fault 8: an end that is no number', signed({ claims: { exp: 'never' } })],
  [
    'fault 9: another bot as the audience',
    signed({ claims: { aud: 'cccccccc-0000-4000-8000-000000000002' } }),
  ],
  ['fault 9: several other audiences', signed({ claims: { aud: ['a', 'b'] } })],
  ['fault 9: an empty audience', signed({ claims: { aud: '' } })],
  ['fault 9: no audience', signed({ claims: { aud: undefined } })],
  ['fault 9: another issuer', signed({ claims: { iss: 'https://sts.windows.net/abc/' } })],
  ['fault 9: an issuer with a slash too many', signed({ claims: { iss: 'https://api.botframework.com/' } })],
  ['fault 9: the issuer of the government cloud', signed({ claims: { iss: 'https://api.botframework.us' } })],
  ['fault 9: no issuer', signed({ claims: { iss: undefined } })],
  [
    'fault 10: a token of the emulator, version 1',
    signed({ claims: { iss: `https://sts.windows.net/${emulatorTenant}/`, ver: '1.0', appid: botId } }),
  ],
  [
    'fault 10: a token of the emulator, version 2',
    signed({
      claims: { iss: `https://login.microsoftonline.com/${emulatorTenant}/v2.0`, ver: '2.0', azp: botId },
    }),
  ],
  [
    'fault 11: a token for another service URL',
    signed({ claims: { serviceurl: 'https://smba.trafficmanager.net/fr/' } }),
  ],
  ['fault 11: a token without a service URL', signed({ claims: { serviceurl: undefined } })],
  ['fault 12: a key that may sign for web chat only', signed({ header: { kid: 'webchat-only' } })],
];
